import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {call, list, member, startCompany, text} from './support.js';

const unknownLink = '/demo/links/6e2ac6f0-1f0c-4c53-9f39-1f6a3b6f6a11';
const days = (count: number): string =>
  new Date(Date.now() - count * 86_400_000).toISOString().slice(0, 10);

describe('the demo backend, asked for a token', () => {
  it('gives an access token and its seconds, and nothing else', async (t) => {
    const company = await startCompany(t);
    const answer = await company.ask('POST', '/demo/token');
    assert.equal(answer.status, 200);
    assert.deepEqual(Object.keys(Object(answer.body)).sort(), ['access', 'expires_in']);
    assert.equal(member(answer.body, 'expires_in'), 600);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
  });

  it('gives a token that cannot read links', async (t) => {
    const company = await startCompany(t);
    const access = text(await company.ask('POST', '/demo/token'), 'access');
    const [, payload = ''] = access.split('.');
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    assert.equal(member(claims, 'token_type'), 'access');
    assert.deepEqual(member(claims, 'scopes'), ['read_institutions', 'write_links']);
  });

  it('says which method it takes', async (t) => {
    const company = await startCompany(t);
    const answer = await company.ask('GET', '/demo/token');
    assert.equal(answer.status, 405);
    assert.equal(answer.headers.get('allow'), 'POST');
  });
});

describe('the demo backend, asked by another site', () => {
  const foreign: Record<string, Record<string, string>> = {
    'another origin': {origin: 'https://evil.example'},
    'an opaque origin': {origin: 'null'},
    'a page of another site': {'sec-fetch-site': 'cross-site'},
    'a page of a sibling site': {'sec-fetch-site': 'same-site'},
    'a request that a link or the address bar made': {'sec-fetch-site': 'none'},
    'something that does not say where it is from': {},
  };
  for (const [name, headers] of Object.entries(foreign)) {
    it(`gives no token to ${name}`, async (t) => {
      const company = await startCompany(t);
      const answer = await company.ask('POST', '/demo/token', headers);
      assert.equal(answer.status, 403);
      assert.equal(member(member(answer.body, 'error'), 'code'), 'foreign_origin');
    });
  }

  it('neither shows nor removes a link', async (t) => {
    const company = await startCompany(t);
    const path = `/demo/links/${await company.connect('bnk102', 'low')}`;
    await company.ask('PUT', path);
    const headers = {origin: 'https://evil.example', 'sec-fetch-site': 'cross-site'};
    assert.equal((await company.ask('GET', path, headers)).status, 403);
    assert.equal((await company.ask('DELETE', path, headers)).status, 403);
    assert.equal(list(await company.ask('GET', '/demo/links'), 'links').length, 1);
  });
});

describe('the demo backend, told of a link', () => {
  it('lists it once the API has confirmed it', async (t) => {
    const company = await startCompany(t);
    const id = await company.connect('bnk100', 'full');
    assert.deepEqual(list(await company.ask('GET', '/demo/links'), 'links'), []);
    const added = await company.ask('PUT', `/demo/links/${id}`);
    assert.equal(text(added, 'institution'), 'erebor_mx_retail');
    assert.deepEqual(list(await company.ask('GET', '/demo/links'), 'links'), [added.body]);
  });

  it('does not take over a link that the API does not know', async (t) => {
    const company = await startCompany(t);
    assert.equal((await company.ask('PUT', unknownLink)).status, 404);
    assert.deepEqual(list(await company.ask('GET', '/demo/links'), 'links'), []);
  });

  it('knows nothing of ids that were never reported, or are none', async (t) => {
    const company = await startCompany(t);
    const others = await company.connect('bnk100', 'full');
    for (const path of [
      unknownLink,
      `/demo/links/${others}`,
      '/demo/links/..%2Fowners',
      '/demo/x',
    ]) {
      assert.equal((await company.ask('GET', path)).status, 404, path);
      assert.equal((await company.ask('DELETE', path)).status, 404, path);
    }
    assert.equal((await company.api('GET', `/api/links/${others}/`)).status, 200);
  });
});

describe('the demo backend, asked for the data of a link', () => {
  it('reads accounts, the owner, and every page of the last 90 days', async (t) => {
    const company = await startCompany(t);
    const id = await company.connect('bnk100', 'full');
    await company.ask('PUT', `/demo/links/${id}`);
    const answer = await company.ask('GET', `/demo/links/${id}`);
    assert.equal(answer.status, 200);

    const filter = `link=${id}&value_date__gte=${days(90)}`;
    const page = await company.api('GET', `/api/transactions/?${filter}`);
    const dates = list(answer, 'transactions').map((item) => String(member(item, 'value_date')));
    assert.ok(list(page, 'results').length < dates.length, 'there is more than one page');
    assert.equal(dates.length, member(page.body, 'count'));
    assert.deepEqual(dates, [...dates].sort().reverse());
    assert.ok(dates.every((date) => date >= days(90)));

    const accounts = await company.api('GET', `/api/accounts/?link=${id}`);
    assert.equal(list(answer, 'accounts').length, member(accounts.body, 'count'));
    assert.notEqual(list(answer, 'owners').length, 0);
  });

  it('passes on no account number beyond its last four characters', async (t) => {
    const company = await startCompany(t);
    const id = await company.connect('bnk100', 'full');
    await company.ask('PUT', `/demo/links/${id}`);
    const shown = await company.ask('GET', `/demo/links/${id}`);
    const {body} = await company.api('GET', `/api/accounts/?link=${id}`);
    const results = member(body, 'results');
    const numbers = (Array.isArray(results) ? results : [])
      .flatMap((account) => [
        member(account, 'number'),
        member(account, 'public_identification_value'),
      ])
      .filter((number) => typeof number === 'string');
    assert.notEqual(numbers.length, 0);
    for (const number of numbers) assert.ok(!shown.text.includes(number));
  });

  it('has the bank asked when the link is for one reading only', async (t) => {
    const company = await startCompany(t);
    const id = await company.connect('bnk100', 'full', 'single');
    await company.ask('PUT', `/demo/links/${id}`);
    const answer = await company.ask('GET', `/demo/links/${id}`);
    assert.notEqual(list(answer, 'accounts').length, 0);
    assert.notEqual(list(answer, 'owners').length, 0);
    assert.notEqual(list(answer, 'transactions').length, 0);
    assert.equal((await company.ask('GET', `/demo/links/${id}`)).text, answer.text);
  });

  it('gives empty lists for a bank without data', async (t) => {
    const company = await startCompany(t);
    const id = await company.connect('bnk101', 'nodata');
    await company.ask('PUT', `/demo/links/${id}`);
    const answer = await company.ask('GET', `/demo/links/${id}`);
    assert.equal(answer.status, 200);
    assert.deepEqual(list(answer, 'accounts'), []);
    assert.deepEqual(list(answer, 'transactions'), []);
  });
});

describe('the demo backend, asked to remove a link', () => {
  it('removes it here and at the API', async (t) => {
    const company = await startCompany(t);
    const id = await company.connect('bnk102', 'low');
    await company.ask('PUT', `/demo/links/${id}`);
    const answer = await company.ask('DELETE', `/demo/links/${id}`);
    assert.deepEqual([answer.status, answer.text], [204, '']);
    assert.deepEqual(list(await company.ask('GET', '/demo/links'), 'links'), []);
    assert.equal((await company.api('GET', `/api/links/${id}/`)).status, 404);
    assert.equal((await company.ask('GET', `/demo/links/${id}`)).status, 404);
  });

  it('forgets one that the API has lost already', async (t) => {
    const company = await startCompany(t);
    const id = await company.connect('bnk102', 'low');
    await company.ask('PUT', `/demo/links/${id}`);
    await company.api('DELETE', `/api/links/${id}/`);
    assert.equal((await company.ask('DELETE', `/demo/links/${id}`)).status, 204);
    assert.deepEqual(list(await company.ask('GET', '/demo/links'), 'links'), []);
  });
});

describe('the demo backend, answering over HTTP', () => {
  it('keeps what it says out of caches', async (t) => {
    const company = await startCompany(t);
    const answer = await call(`${company.url}/demo/links`, 'GET', {});
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(answer.headers.get('access-control-allow-origin'), null);
  });
});
