import assert from 'node:assert/strict';
import {test} from 'node:test';
import {at, basic, createBench, problemIn, textAt} from './support.js';

const credentials = {institution: 'erebor_mx_retail', username: 'someone', password: 'x'};

test('lets clients probe their keys', async () => {
  const {anyone, server} = createBench();
  assert.equal((await server('GET', '/api/')).status, 200);
  assert.equal((await server('GET', '/api')).status, 200);
  const refused = [
    '',
    'Basic',
    'Basic !!!',
    basic('x', 'y'),
    basic('sandbox-secret-id', ''),
    'Bearer',
  ];
  for (const Authorization of refused) {
    for (const path of ['/api/', '/api', '/api/links', '/api/institutions/']) {
      const answer = await anyone('GET', path, undefined, {Authorization});
      assert.equal(answer.status, 401, `${Authorization} ${path}`);
      assert.equal(problemIn(answer).code, 'authentication_failed');
    }
  }
});

test('does not confuse the two secrets where they meet', async () => {
  const {anyone} = createBench({secretId: 'ab', secretPassword: 'c:d'});
  const probe = async (Authorization: string): Promise<number> =>
    (await anyone('GET', '/api/', undefined, {Authorization})).status;
  assert.equal(await probe(basic('ab', 'c:d')), 200);
  assert.equal(await probe(basic('a', 'bc:d')), 401);
  assert.equal(await probe(basic('ab:c', 'd')), 200);
});

test('holds a token to its scopes', async () => {
  const {link, widget} = createBench();
  const id = await link();
  const one = `/api/links/${id}/`;
  const calls: [string, string, string, unknown][] = [
    ['read_institutions', 'GET', '/api/institutions/', undefined],
    ['read_institutions', 'GET', '/api/institutions/1004/', undefined],
    ['write_links', 'POST', '/api/links/', credentials],
    ['write_links', 'PATCH', '/api/links/', {session: 'x'}],
    ['write_links', 'PUT', one, {password: 'x'}],
    ['write_links', 'PATCH', one, {}],
    ['read_links', 'GET', '/api/links/', undefined],
    ['read_links', 'GET', one, undefined],
    ['delete_links', 'DELETE', one, undefined],
  ];
  const all = ['read_institutions', 'write_links', 'read_links', 'delete_links'];
  for (const [scope, method, path, body] of calls) {
    const others = all.filter((name) => name !== scope).join(',');
    const without = await widget(others, {link_id: id});
    const answer = await without(method, path, body);
    assert.equal(answer.status, 403, `${method} ${path} without ${scope}`);
    assert.equal(problemIn(answer).code, 'permission_denied');
    const only = await widget(scope, path === '/api/links/' ? {} : {link_id: id});
    assert.notEqual(
      (await only(method, path, body)).status,
      403,
      `${method} ${path} with ${scope}`,
    );
  }
});

test('shows a widget its own link only', async () => {
  const {link, server, widget} = createBench();
  const foreign = await link('somebody');
  const call = await widget('read_links,write_links,delete_links');
  const own = textAt((await call('POST', '/api/links/', credentials)).body, 'id');
  assert.equal(at((await server('GET', '/api/links/')).body, 'count'), 2);
  const {body} = await call('GET', '/api/links/');
  assert.equal(at(body, 'count'), 1);
  assert.equal(at(body, 'results', 0, 'id'), own);
  for (const [method, payload] of [
    ['GET'],
    ['PUT', {password: 'x'}],
    ['PATCH', {}],
    ['DELETE'],
  ] as const) {
    assert.equal((await call(method, `/api/links/${foreign}/`, payload)).status, 404, method);
  }
  const {body: filtered} = await call('GET', `/api/links/?id=${foreign}`);
  assert.equal(at(filtered, 'count'), 0);
});

test('shows a widget in update mode the link it is for, and lets it create no other', async () => {
  const {link, widget} = createBench();
  const id = await link();
  const call = await widget('read_links,write_links', {link_id: id});
  assert.equal((await call('GET', `/api/links/${id}/`)).status, 200);
  assert.equal((await call('POST', '/api/links/', credentials)).status, 403);
});

test('keeps a widget from data', async () => {
  const {link, widget} = createBench();
  const id = await link();
  const call = await widget('read_institutions,write_links,read_links,delete_links', {link_id: id});
  for (const collection of ['accounts', 'owners', 'transactions']) {
    for (const method of ['GET', 'POST', 'PATCH']) {
      const path = `/api/${collection}/?link=${id}`;
      const answer = await call(method, path, method === 'GET' ? undefined : {link: id});
      assert.equal(answer.status, 403, `${method} ${collection}`);
    }
    assert.equal((await call('GET', `/api/${collection}/${id}/`)).status, 403);
    assert.equal((await call('DELETE', `/api/${collection}/${id}/`)).status, 403);
  }
  assert.equal((await call('POST', `/api/links/${id}/token/`, {scopes: 'read_links'})).status, 403);
});

test('answers unknown paths and methods in the shape of the API', async () => {
  const {anyone, server} = createBench();
  const missing = await anyone('GET', '/nowhere');
  assert.equal(problemIn(missing).status, 404);
  assert.equal(problemIn(missing).message, 'Not found');
  assert.match(textAt(missing.body, 0, 'request_id'), /^[a-f0-9]{32}$/);
  assert.equal(missing.headers.get('x-request-id'), textAt(missing.body, 0, 'request_id'));
  const wrong = await server('DELETE', '/api/links/');
  assert.deepEqual(problemIn(wrong), {
    status: 405,
    code: 'method_not_allowed',
    field: undefined,
    message: 'Method "DELETE" not allowed.',
  });
  assert.equal(wrong.headers.get('allow'), 'GET, POST, PATCH');
  for (const path of ['/api/links/../../etc/passwd', '/api/links/%2e%2e%2f/', '/api/links/1/']) {
    assert.equal((await server('GET', path)).status, 404, path);
  }
});

test('refuses bodies that are too large, no JSON, or not said to be JSON', async () => {
  const {server} = createBench();
  const post = (body: unknown, type = 'application/json') =>
    server('POST', '/api/links/', body, {'Content-Type': type});
  assert.equal(problemIn(await post('{"institution":')).code, 'parse_error');
  assert.equal(problemIn(await post('x'.repeat(70_000))).status, 413);
  assert.equal(problemIn(await post('{}', 'text/plain')).status, 415);
  assert.equal(problemIn(await post('[]')).status, 400);
  assert.equal(problemIn(await post('{}', 'application/json; charset=utf-8')).code, 'required');
  const polluted = '{"__proto__":{"institution":"erebor_mx_retail"},"username":"a","password":"b"}';
  assert.equal(problemIn(await post(polluted)).field, 'institution');
});
