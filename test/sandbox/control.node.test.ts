import assert from 'node:assert/strict';
import {once} from 'node:events';
import {request} from 'node:http';
import {test} from 'node:test';
import {DroppedConnectionError, createMemoryStore} from '../../src/sandbox/index.js';
import {serveSandbox} from '../../src/sandbox/node.js';
import {at, basic, createBench, listAt, problemIn} from './support.js';

const headers = {Authorization: basic()};

test('has no control routes unless asked for', async () => {
  const {anyone} = createBench();
  for (const path of ['health', 'requests', 'reset', 'clock', 'faults']) {
    assert.equal((await anyone('GET', `/__sandbox/${path}`)).status, 404);
    assert.equal((await anyone('POST', `/__sandbox/${path}`, {})).status, 404);
  }
});

test('tells that it runs', async () => {
  const {anyone} = createBench({control: true});
  const {status, body} = await anyone('GET', '/__sandbox/health');
  assert.equal(status, 200);
  assert.deepEqual(body, {
    status: 'ok',
    store: 'memory',
    seed: 'belvo',
    now: '2026-03-18T12:00:00.000Z',
  });
});

test('serves the control routes to allowed pages only', async () => {
  const {anyone} = createBench({control: true});
  const page = {Origin: 'http://localhost:5173'};
  const {headers: shared} = await anyone('POST', '/__sandbox/reset', undefined, page);
  assert.equal(shared.get('access-control-allow-origin'), page.Origin);
  const stranger = await anyone('POST', '/__sandbox/reset', undefined, {
    Origin: 'https://evil.test',
  });
  assert.equal(stranger.status, 403);
});

test('forgets everything on reset', async () => {
  const {link, sandbox, server} = createBench({control: true});
  await link();
  await server('POST', '/__sandbox/clock', {advance: 1000});
  await server('POST', '/__sandbox/faults', [{path: '/api/*', status: 503}]);
  await server('POST', '/__sandbox/reset');
  assert.deepEqual(sandbox.requests, []);
  const {status, body} = await server('GET', '/api/links/');
  assert.equal(status, 200);
  assert.equal(at(body, 'count'), 0);
  assert.equal(sandbox.now(), Date.UTC(2026, 2, 18, 12));
});

test('moves the clock forward only', async () => {
  const {sandbox, server} = createBench({control: true});
  const before = sandbox.now();
  assert.equal((await server('POST', '/__sandbox/clock', {advance: 90})).status, 200);
  assert.equal(sandbox.now(), before + 90_000);
  for (const advance of [-1, 'soon', null, undefined]) {
    assert.equal(problemIn(await server('POST', '/__sandbox/clock', {advance})).field, 'advance');
  }
});

test('fails as asked, as often as asked, where asked', async () => {
  const {server} = createBench({control: true});
  const body = [{code: 'unexpected_error', message: 'x', request_id: '0'.repeat(32)}];
  const fault = {method: 'GET', path: '/api/links/', status: 503, body, retryAfter: 7, times: 2};
  await server('POST', '/__sandbox/faults', [fault]);
  const Origin = 'http://localhost:5173';
  for (let time = 1; time <= 2; time += 1) {
    const answer = await server('GET', '/api/links/?page=1', undefined, {Origin});
    assert.equal(answer.status, 503);
    assert.deepEqual(answer.body, body);
    assert.equal(answer.headers.get('retry-after'), '7');
    assert.equal(answer.headers.get('access-control-allow-origin'), Origin);
  }
  assert.equal((await server('GET', '/api/links/')).status, 200);
});

test('leaves other routes and preflights alone', async () => {
  const {server} = createBench({control: true});
  await server('POST', '/__sandbox/faults', [
    {method: 'POST', path: '/api/links/', status: 500},
    {path: '/api/institutions/*', status: 404, times: 1},
  ]);
  assert.equal((await server('GET', '/api/links/')).status, 200);
  const asked = {Origin: 'http://localhost:1', 'Access-Control-Request-Method': 'GET'};
  assert.equal((await server('OPTIONS', '/api/institutions/1/', undefined, asked)).status, 204);
  assert.equal((await server('GET', '/api/institutions/1001/')).status, 404);
  assert.equal((await server('GET', '/api/institutions/1001/')).status, 200);
});

test('sends bodies that are no JSON as they are', async () => {
  const {server} = createBench({control: true});
  await server('POST', '/__sandbox/faults', [{path: '/api/', status: 200, body: '<html>'}]);
  assert.equal((await server('GET', '/api/')).text, '<html>');
});

test('refuses faults it does not understand', async () => {
  const {server} = createBench({control: true});
  for (const fault of [{}, {path: 'api'}, {path: '/', status: 99}, {path: '/', drop: 'maybe'}]) {
    assert.equal((await server('POST', '/__sandbox/faults', [fault])).status, 400);
  }
  assert.equal((await server('POST', '/__sandbox/faults', {})).status, 400);
});

test('rejects like a fetch without network when a connection is dropped', async () => {
  const bench = createBench();
  const body = {institution: 'erebor_mx_retail', username: 'lost', password: 'x'};
  const count = async (): Promise<unknown> =>
    at((await bench.server('GET', '/api/links/')).body, 'count');
  bench.sandbox.setFaults([{method: 'POST', path: '/api/links/', drop: 'before', times: 1}]);
  await assert.rejects(bench.server('POST', '/api/links/', body), DroppedConnectionError);
  assert.equal(await count(), 0);
  bench.sandbox.setFaults([{method: 'POST', path: '/api/links/', drop: 'after', times: 1}]);
  await assert.rejects(bench.server('POST', '/api/links/', body), TypeError);
  assert.equal(await count(), 1);
});

test('cuts the socket of a dropped connection', async () => {
  const {sandbox, url, close} = await serveSandbox({port: 0, quiet: true});
  try {
    sandbox.setFaults([{path: '/api/', drop: 'before', times: 1}]);
    await assert.rejects(fetch(`${url}/api/`, {headers}), TypeError);
    assert.equal((await fetch(`${url}/api/`, {headers})).status, 200);
    assert.deepEqual(
      sandbox.requests.map(({status}) => status),
      [null, 200],
    );
  } finally {
    await close();
  }
});

test('does not answer under a foreign host name on a loopback address', async () => {
  const {port, close} = await serveSandbox({port: 0, allowedOrigins: ['https://app.test']});
  const statusFor = async (host: string): Promise<number | undefined> => {
    const outgoing = request({port, host: '127.0.0.1', path: '/api/', headers: {...headers, host}});
    outgoing.end();
    const [incoming] = await once(outgoing, 'response');
    incoming.resume();
    return incoming.statusCode;
  };
  try {
    assert.equal(await statusFor('rebound.evil.test'), 421);
    assert.equal(await statusFor('127.0.0.1.evil.test'), 421);
    assert.equal(await statusFor('localhost:5173'), 200);
    assert.equal(await statusFor('app.test'), 200);
  } finally {
    await close();
  }
});

test('delays an answer', async () => {
  const {sandbox, server} = createBench();
  sandbox.setFaults([{path: '/api/', latency: 60, times: 1}]);
  const before = performance.now();
  assert.equal((await server('GET', '/api/')).status, 200);
  assert.ok(performance.now() - before >= 55);
});

test('remembers requests without anything that people typed', async () => {
  const {server, token, bearer} = createBench({control: true});
  const {access} = await token();
  const credentials = {institution: 'erebor_mx_retail', username: 'canary1', password: 'canary2'};
  await bearer(access)('POST', '/api/links/', credentials);
  await server('GET', '/api/institutions/?display_name=canary3&token=canary4');
  const {text, body} = await server('GET', '/__sandbox/requests');
  assert.doesNotMatch(text, /canary/);
  assert.ok(!text.includes(access));
  assert.doesNotMatch(text, /sandbox-secret/);
  assert.deepEqual(
    listAt(body).map((entry) => [
      at(entry, 'method'),
      at(entry, 'path'),
      at(entry, 'status'),
      at(entry, 'auth'),
      at(entry, 'query'),
    ]),
    [
      ['POST', '/api/token/', 200, 'none', []],
      ['POST', '/api/links/', 201, 'bearer', []],
      ['GET', '/api/institutions/', 200, 'basic', ['display_name', 'token']],
    ],
  );
});

test('breaks a link on request', async () => {
  const {link, server} = createBench({control: true});
  const id = await link();
  const {status, body} = await server('POST', `/__sandbox/links/${id}`, {status: 'invalid'});
  assert.equal(status, 200);
  assert.equal(at(body, 'status'), 'invalid');
  assert.equal(at((await server('GET', `/api/links/${id}/`)).body, 'status'), 'invalid');
  const wrong = await server('POST', `/__sandbox/links/${id}`, {status: 'broken'});
  assert.equal(problemIn(wrong).code, 'invalid_choice');
  const nobody = `/__sandbox/links/${crypto.randomUUID()}`;
  assert.equal((await server('POST', nobody, {status: 'invalid'})).status, 404);
});

test('tells nothing about a bug in its answer', async () => {
  const store = createMemoryStore();
  store.listLinks = async () => await Promise.reject(new Error('canary in a stack'));
  const {server} = createBench({quiet: true, store});
  const answer = await server('GET', '/api/links/');
  assert.equal(problemIn(answer).code, 'unexpected_error');
  assert.equal(answer.status, 500);
  assert.doesNotMatch(answer.text, /canary|stack|\.ts/);
});
