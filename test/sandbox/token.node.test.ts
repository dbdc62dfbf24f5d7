import assert from 'node:assert/strict';
import {test} from 'node:test';
import {SignJWT} from 'jose';
import {
  at,
  base,
  basic,
  claimsOf,
  createBench,
  listAt,
  problemIn,
  start,
  textAt,
} from './support.js';

const secrets = {id: 'sandbox-secret-id', password: 'sandbox-secret-password'};
const scopes = 'read_institutions,write_links';

test('gives an access and a refresh token for the secret keys', async () => {
  const {anyone} = createBench();
  const {status, body} = await anyone('POST', '/api/token/', {...secrets, scopes});
  assert.equal(status, 200);
  const claims = claimsOf(textAt(body, 'access'));
  assert.equal(at(claims, 'token_type'), 'access');
  assert.equal(at(claims, 'iat'), start / 1000);
  assert.equal(at(claims, 'exp'), start / 1000 + 600);
  assert.equal(at(claims, 'environment'), 'sandbox');
  assert.equal(at(claims, 'iss'), 'sandbox.belvo.com');
  assert.match(textAt(claims, 'jti'), /^[a-f0-9]{32}$/);
  assert.match(textAt(claims, 'user_id'), /^[0-9a-f-]{36}$/);
  assert.deepEqual(at(claims, 'scopes'), ['read_institutions', 'write_links']);
  assert.equal(at(claims, 'link'), undefined);
  assert.equal(at(claimsOf(textAt(body, 'refresh')), 'token_type'), 'refresh');
});

test('takes the secret keys as Basic authentication too', async () => {
  const {server} = createBench();
  assert.equal((await server('POST', '/api/token/', {scopes})).status, 200);
});

test('refuses wrong secrets, in the body and as Basic authentication', async () => {
  const {anyone} = createBench();
  const wrong = await anyone('POST', '/api/token/', {...secrets, password: 'no', scopes});
  assert.deepEqual(problemIn(wrong), {
    status: 401,
    code: 'authentication_failed',
    field: undefined,
    message: 'Invalid Secret Keys',
  });
  const header = {Authorization: basic('sandbox-secret-id', 'no')};
  assert.equal((await anyone('POST', '/api/token/', {scopes}, header)).status, 401);
});

test('names what is missing or wrong in the request', async () => {
  const {anyone} = createBench();
  const cases: [unknown, string, string][] = [
    [{id: secrets.id, scopes}, 'required', 'password'],
    [{...secrets}, 'required', 'scopes'],
    [{...secrets, scopes: ''}, 'blank', 'scopes'],
    [{...secrets, scopes: null}, 'null', 'scopes'],
    [{...secrets, scopes: 'read_everything'}, 'invalid_choice', 'scopes'],
    [{...secrets, scopes, link_id: 'nonsense'}, 'invalid', 'link_id'],
    [{...secrets, scopes, link_id: crypto.randomUUID()}, 'does_not_exist', 'link_id'],
    [{...secrets, scopes, fetch_resources: 'ACCOUNTS'}, 'not_a_list', 'fetch_resources'],
    [{...secrets, scopes, fetch_resources: ['GOLD']}, 'invalid_choice', 'fetch_resources'],
    [{...secrets, scopes, stale_in: '1 year'}, 'invalid', 'stale_in'],
    [
      {...secrets, scopes, credentials_storage: '366d'},
      'invalid_credentials_storage',
      'credentials_storage',
    ],
    [{...secrets, scopes, widget: {theme: 'x'.repeat(9000)}}, 'invalid', 'widget'],
  ];
  for (const [body, code, field] of cases) {
    const found = problemIn(await anyone('POST', '/api/token/', body));
    assert.deepEqual(
      {status: found.status, code: found.code, field: found.field},
      {status: 400, code, field},
    );
  }
});

test('carries the widget settings in the token', async () => {
  const {token} = createBench();
  const widget = {branding: {company_name: 'ACME Crédito'}, color_scheme: 'DARK'};
  assert.deepEqual(at(claimsOf((await token(scopes, {widget})).access), 'widget'), widget);
});

test('names the link in a token for update mode', async () => {
  const {link, token, server} = createBench();
  const id = await link();
  const expected = {id, status: 'valid', institution: 'erebor_mx_retail'};
  assert.deepEqual(at(claimsOf((await token(scopes, {link_id: id})).access), 'link'), expected);
  const old = await server('POST', `/api/links/${id}/token/`, {scopes});
  assert.deepEqual(at(claimsOf(textAt(old.body, 'access')), 'link'), expected);
});

test('applies what the token was made with to the link', async () => {
  const {widget} = createBench();
  const settings = {fetch_resources: ['ACCOUNTS'], credentials_storage: '27d', stale_in: '300d'};
  const call = await widget(scopes, settings);
  const credentials = {institution: 'erebor_mx_retail', username: 'bnk100', password: 'full'};
  const {body} = await call('POST', '/api/links/', {...credentials, access_mode: 'single'});
  for (const [key, value] of Object.entries(settings)) assert.deepEqual(at(body, key), value);
});

test('lets a token expire after its time', async () => {
  const {sandbox, widget} = createBench({tokenTtl: 60});
  const call = await widget();
  sandbox.advance(59);
  assert.equal((await call('GET', '/api/institutions/')).status, 200);
  sandbox.advance(2);
  assert.deepEqual(problemIn(await call('GET', '/api/institutions/')), {
    status: 401,
    code: 'token_not_valid',
    field: undefined,
    message: 'Token is invalid or expired',
  });
});

test('gives a fresh access token for a refresh token and takes neither for the other', async () => {
  const {anyone, bearer, sandbox, token} = createBench();
  const {access, refresh} = await token();
  sandbox.advance(1000);
  const renewed = await anyone('POST', '/api/token/refresh/', {refresh});
  assert.equal(renewed.status, 200);
  const call = bearer(textAt(renewed.body, 'access'));
  assert.equal((await call('GET', '/api/institutions/')).status, 200);
  const asAccess = problemIn(await bearer(refresh)('GET', '/api/institutions/'));
  assert.equal(asAccess.message, 'Token has wrong type');
  const fresh = await token();
  const asRefresh = await anyone('POST', '/api/token/refresh/', {refresh: fresh.access});
  assert.equal(problemIn(asRefresh).message, 'Token has wrong type');
  assert.equal((await anyone('POST', '/api/token/refresh/', {refresh: access})).status, 401);
});

function base64(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

test('refuses forged tokens', async () => {
  const {bearer, token} = createBench();
  const {access} = await token();
  const [header = '', payload = '', signature = ''] = access.split('.');
  const claims = {...Object(claimsOf(access)), scopes: ['delete_links']};
  const other = new TextEncoder().encode('x'.repeat(64));
  const signed = (alg: string): Promise<string> =>
    new SignJWT(claims).setProtectedHeader({alg}).sign(other);
  const unsigned = ['none', 'None', 'NONE', 'nOnE', 'none ', ''].map(
    (alg) => `${base64({alg, typ: 'JWT'})}.${payload}.`,
  );
  const forged = [
    ...unsigned,
    await signed('HS512'),
    await signed('HS256'),
    `${header}.${base64(claims)}.${signature}`,
    `${base64({alg: 'HS512', jku: `${base}/keys`, kid: '../../dev/null'})}.${payload}.${signature}`,
    `${header}.${payload}.`,
    'garbage',
    access.slice(0, -3),
    `${access}${'x'.repeat(20_000)}`,
  ];
  for (const candidate of forged) {
    const found = problemIn(await bearer(candidate)('GET', '/api/institutions/'));
    assert.equal(found.status, 401);
    assert.equal(found.code, 'token_not_valid');
  }
});

test('refuses the tokens of a sandbox with other keys', async () => {
  const {access} = await createBench({secretPassword: 'another'}).token();
  assert.equal((await createBench().bearer(access)('GET', '/api/institutions/')).status, 401);
});

test('reads no token from the address', async () => {
  const {anyone, token} = createBench();
  const {access} = await token();
  const answer = await anyone('GET', `/api/institutions/?access_token=${access}&token=${access}`);
  assert.equal(answer.status, 401);
});

test('connects one account with a token, and still reads it afterwards', async () => {
  const {anyone, bearer, token} = createBench();
  const {access, refresh} = await token('read_institutions,write_links,read_links');
  const call = bearer(access);
  const credentials = {institution: 'erebor_mx_retail', username: 'one', password: 'x'};
  const first = await call('POST', '/api/links/', credentials);
  assert.equal(first.status, 201);
  const second = await call('POST', '/api/links/', {...credentials, username: 'two'});
  assert.equal(problemIn(second).code, 'token_not_valid');
  assert.equal(second.status, 401);
  assert.equal((await call('GET', `/api/links/${textAt(first.body, 'id')}/`)).status, 200);
  const renewed = textAt((await anyone('POST', '/api/token/refresh/', {refresh})).body, 'access');
  const third = await bearer(renewed)('POST', '/api/links/', {...credentials, username: 'three'});
  assert.equal(third.status, 401);
});

test('creates one link when a form is sent fifty times at once', async () => {
  const {server, widget} = createBench();
  const call = await widget();
  const credentials = {institution: 'erebor_mx_retail', username: 'eager', password: 'x'};
  const answers = await Promise.all(
    Array.from({length: 50}, () => call('POST', '/api/links/', credentials)),
  );
  assert.equal(answers.filter(({status}) => status === 201).length, 1);
  const {body} = await server('GET', '/api/links/');
  assert.equal(at(body, 'count'), 1);
  assert.equal(at(listAt(body, 'results'), 0, 'status'), 'valid');
});

test('creates one link when fifty users share a token at once', async () => {
  const {server, widget} = createBench();
  const call = await widget();
  const answers = await Promise.all(
    Array.from({length: 50}, (_, index) =>
      call('POST', '/api/links/', {
        institution: 'erebor_mx_retail',
        username: `user${index}`,
        password: 'x',
      }),
    ),
  );
  assert.equal(answers.filter(({status}) => status === 201).length, 1);
  assert.equal(at((await server('GET', '/api/links/')).body, 'count'), 1);
});
