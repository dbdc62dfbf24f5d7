import assert from 'node:assert/strict';
import {after, before, beforeEach, test} from 'node:test';
import belvo from 'belvo';
import {serveSandbox} from '../../src/sandbox/node.js';
import {at, claimsOf, listAt, textAt} from './support.js';
import type {Client} from 'belvo';
import type {SandboxServer} from '../../src/sandbox/node.js';

let server: SandboxServer;
let client: Client;

before(async () => {
  server = await serveSandbox({port: 0, control: true});
});

after(async () => await server.close());

beforeEach(async () => {
  await server.sandbox.reset();
  client = new belvo.default('sandbox-secret-id', 'sandbox-secret-password', server.url);
  await client.connect();
});

/** The refusal a call of the client ends with: its status and the parsed body. */
async function refusal(call: Promise<unknown>): Promise<{statusCode: unknown; detail: unknown}> {
  try {
    await call;
  } catch (error) {
    return {statusCode: at(error, 'statusCode'), detail: at(error, 'detail')};
  }
  throw new Error('The call succeeded.');
}

async function register(username = 'bnk100', password = 'full'): Promise<string> {
  return textAt(await client.links.register('erebor_mx_retail', username, password, {}), 'id');
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

test('connects with the right keys only', async () => {
  const stranger = new belvo.default('sandbox-secret-id', 'wrong', server.url);
  await assert.rejects(stranger.connect(), /Login failed/);
});

test('makes tokens for the widget', async () => {
  const pair = await client.widgetToken.create();
  const access = textAt(pair, 'access');
  assert.deepEqual(at(claimsOf(access), 'scopes'), ['read_institutions', 'write_links']);
  const link = await register();
  const update = await client.widgetToken.create({
    scopes: 'read_institutions,write_links,read_links',
    link,
    widget: {branding: {company_name: 'ACME'}},
  });
  const claims = claimsOf(textAt(update, 'access'));
  assert.equal(at(claims, 'link', 'id'), link);
  assert.equal(at(claims, 'widget', 'branding', 'company_name'), 'ACME');
  const old = await client.links.token(link, 'read_links');
  assert.equal(at(claimsOf(textAt(old, 'access')), 'link', 'id'), link);
});

test('lists institutions over several pages and shows one', async () => {
  const all = await client.institutions.list({limit: 1000});
  assert.ok(all.length > 100);
  const paged = await client.institutions.list({limit: 60, filters: {page_size: 25}});
  assert.deepEqual(paged, all.slice(0, 60));
  const mexican = await client.institutions.list({filters: {country_code: 'MX'}});
  assert.ok(mexican.every((institution) => at(institution, 'country_code') === 'MX'));
  assert.equal(at(await client.institutions.detail(1004), 'name'), 'erebor_mx_retail');
});

test('registers, reads, changes and removes links', async () => {
  const registered = await client.links.register('erebor_mx_retail', 'bnk100', 'full', {
    accessMode: 'single',
    externalId: 'user-1',
  });
  const id = textAt(registered, 'id');
  assert.equal(at(registered, 'access_mode'), 'single');
  assert.equal(at(registered, 'external_id'), 'user-1');
  assert.deepEqual(await client.links.detail(id), registered);
  assert.deepEqual(await client.links.list({filters: {external_id: 'user-1'}}), [registered]);
  const patched = await client.links.patch(id, {accessMode: 'recurrent'});
  assert.equal(at(patched, 'access_mode'), 'recurrent');
  const updated = await client.links.update(id, {password: 'full'});
  assert.equal(at(updated, 'status'), 'valid');
  assert.equal(await client.links.delete(id), true);
  assert.equal(await client.links.delete(id), false);
});

test('follows the pages of links', async () => {
  for (let index = 0; index < 23; index += 1) await register(`user${index}`);
  assert.equal((await client.links.list()).length, 23);
  assert.equal((await client.links.list({limit: 12})).length, 12);
});

test('goes through a second factor', async () => {
  const options = {accessMode: 'recurrent'};
  const start = client.links.register('heimdall_br_retail', 'mfa_numeric', 'numeric_code', options);
  const {statusCode, detail} = await refusal(start);
  assert.equal(statusCode, 428);
  assert.equal(at(detail, 0, 'code'), 'token_required');
  const link = textAt(detail, 0, 'link');
  const wrong = client.links.resume(textAt(detail, 0, 'session'), '999999', link);
  const again = (await refusal(wrong)).detail;
  const resumed = await client.links.resume(textAt(again, 0, 'session'), '111111', link);
  assert.equal(at(resumed, 'id'), link);
  assert.equal(at(resumed, 'status'), 'valid');
});

test('hears why a link cannot be made', async () => {
  const attempt = async (institution: string, username: string, password: string) => {
    const {statusCode, detail} = await refusal(
      client.links.register(institution, username, password, {}),
    );
    return [statusCode, at(detail, 0, 'code')];
  };
  const bank = 'erebor_mx_retail';
  assert.deepEqual(await attempt(bank, 'user_invalid', 'pass_invalid'), [400, 'login_error']);
  assert.deepEqual(await attempt('narnia', 'a', 'b'), [400, 'does_not_exist']);
  assert.deepEqual(await attempt(bank, 'slow_timeout', 'x'), [408, 'request_timeout']);
  assert.deepEqual(await attempt(bank, 'error500', 'x'), [500, 'unexpected_error']);
  await register('twice', 'x');
  assert.deepEqual(await attempt(bank, 'twice', 'x'), [400, 'duplicated']);
});

test('reads accounts, owners and transactions', async () => {
  const link = await register();
  const accounts = await client.accounts.retrieve(link, {});
  const owners = await client.owners.retrieve(link, {});
  const from = daysAgo(60);
  const transactions = await client.transactions.retrieve(link, from, {});
  const account = textAt(accounts, 0, 'id');
  assert.equal(listAt(accounts).length, 4);
  assert.equal(listAt(owners).length, 1);
  assert.ok(listAt(transactions).length > 20);
  assert.ok(listAt(transactions).every((entry) => textAt(entry, 'value_date') >= from));
  assert.equal(at(await client.accounts.detail(account), 'id'), account);
  assert.equal((await client.accounts.list({filters: {link}})).length, 4);
  assert.equal((await client.owners.list({filters: {link}})).length, 1);
  const listed = await client.transactions.list({limit: 1000, filters: {link}});
  assert.ok(listed.length > 300);
  const transaction = textAt(listed[0], 'id');
  assert.equal(at(await client.transactions.detail(transaction), 'id'), transaction);
  assert.equal(await client.transactions.delete(transaction), true);
  assert.equal(await client.transactions.delete(transaction), false);
});

test('reads without keeping', async () => {
  const registered = await client.links.register('erebor_co_retail', 'bnk100', 'full', {
    accessMode: 'single',
  });
  const link = textAt(registered, 'id');
  assert.equal(listAt(await client.accounts.retrieve(link, {saveData: false})).length, 4);
  assert.deepEqual(await client.accounts.list({filters: {link}}), []);
});

test('goes through a second factor while reading', async () => {
  const link = await register();
  await fetch(`${server.url}/__sandbox/links/${link}`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({status: 'token_required'}),
  });
  const {statusCode, detail} = await refusal(client.accounts.retrieve(link, {}));
  assert.equal(statusCode, 428);
  const session = textAt(detail, 0, 'session');
  assert.equal(listAt(await client.accounts.resume(session, '111111', link)).length, 4);
});

test('hears why there is no data', async () => {
  const link = await register();
  const code = async (call: Promise<unknown>) => at((await refusal(call)).detail, 0, 'code');
  assert.equal(await code(client.accounts.retrieve(crypto.randomUUID(), {})), 'does_not_exist');
  assert.equal(await code(client.transactions.retrieve(link, daysAgo(-30), {})), 'invalid');
  assert.equal((await refusal(client.links.detail(crypto.randomUUID()))).statusCode, 404);
});
