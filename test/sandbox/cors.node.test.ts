import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createBench} from './support.js';

const preflight = {
  'Access-Control-Request-Method': 'POST',
  'Access-Control-Request-Headers': 'authorization,content-type',
};

test('answers the preflight of an allowed page, without cookies', async () => {
  const {anyone} = createBench({allowedOrigins: ['https://app.example.com']});
  const Origin = 'https://app.example.com';
  const {status, headers} = await anyone('OPTIONS', '/api/links/', undefined, {
    Origin,
    ...preflight,
  });
  assert.equal(status, 204);
  assert.equal(headers.get('access-control-allow-origin'), Origin);
  assert.match(headers.get('access-control-allow-headers') ?? '', /authorization/i);
  assert.match(headers.get('access-control-allow-headers') ?? '', /content-type/i);
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    assert.ok(headers.get('access-control-allow-methods')?.includes(method));
  }
  assert.equal(headers.get('access-control-allow-credentials'), null);
  assert.match(headers.get('vary') ?? '', /origin/i);
});

test('lets an allowed page read answers, errors included', async () => {
  const {anyone, widget} = createBench();
  const call = await widget();
  for (const Origin of ['http://localhost:5173', 'http://127.0.0.1:8080', 'http://[::1]:3000']) {
    const {status, headers} = await call('GET', '/api/institutions/', undefined, {Origin});
    assert.equal(status, 200);
    assert.equal(headers.get('access-control-allow-origin'), Origin);
    assert.match(headers.get('access-control-expose-headers') ?? '', /retry-after/i);
    const refused = await anyone('GET', '/api/institutions/', undefined, {Origin});
    assert.equal(refused.headers.get('access-control-allow-origin'), Origin);
  }
});

test('refuses look-alikes of an allowed origin', async () => {
  const {server, widget} = createBench({allowedOrigins: ['https://app.example.com']});
  const call = await widget();
  const strangers = [
    'null',
    'http://app.example.com',
    'https://app.example.com:8443',
    'https://app.example.com.evil.test',
    'https://evil-app.example.com',
    'https://APP.example.com',
    'https://app.example.com.',
    'https://app.example.com/',
    'http://localhost:5173',
  ];
  for (const Origin of strangers) {
    const answer = await call('GET', '/api/institutions/', undefined, {Origin});
    assert.equal(answer.status, 403, Origin);
    assert.equal(answer.headers.get('access-control-allow-origin'), null);
    assert.match(answer.headers.get('vary') ?? '', /origin/i);
    const asked = await call('OPTIONS', '/api/links/', undefined, {Origin, ...preflight});
    const shared = [...asked.headers.keys()].filter((name) => name.startsWith('access-control-'));
    assert.deepEqual(shared, []);
    const {status, headers} = await server('GET', '/api/', undefined, {Origin});
    assert.equal(status, 200);
    assert.equal(headers.get('access-control-allow-origin'), null);
  }
});

test('takes only loopback pages when no origin is named', async () => {
  const {widget} = createBench();
  const call = await widget();
  const strangers = [
    'https://localhost.evil.test',
    'http://127.0.0.1.evil.test',
    'file://',
    'null',
  ];
  for (const Origin of strangers) {
    assert.equal(
      (await call('GET', '/api/institutions/', undefined, {Origin})).status,
      403,
      Origin,
    );
  }
});

test('says at once that an allowed origin is none', () => {
  for (const origin of ['https://a.test/', 'a.test', '*', 'https://a.test/path', 'null']) {
    assert.throws(() => createBench({allowedOrigins: [origin]}), /is not an origin/, origin);
  }
  assert.throws(() => createBench({tokenTtl: 0}), /tokenTtl/);
  assert.throws(() => createBench({secretId: ''}), /secretId/);
});
