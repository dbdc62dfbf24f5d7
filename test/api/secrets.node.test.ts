import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {inspect} from 'node:util';
import type {TokenSource} from '../../src/api/client.js';
import {ManualClock} from '../support/manual-clock.js';
import {clientOf, forever, json, linkRequest, page, useServer, wireInstitution} from './support.js';
import type {Reply} from './support.js';

const username = 'canary-user-5ac1';
const password = 'canary"pass\u00e9-9d2f';
const access = 'canary.token.77aa';
const text = `${username} ${password} ${access}`;
const credentials = {username, password, password2: password};

/** The ways a secret could be written. */
const spellings = [username, password, access].flatMap((secret) => [
  secret,
  JSON.stringify(secret).slice(1, -1),
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64'),
  Buffer.from(secret).toString('base64url'),
  Buffer.from(secret).toString('hex'),
]);

function leaks(value: unknown): string[] {
  const seen = `${inspect(value, {depth: 9, showHidden: true})} ${JSON.stringify(value)}`;
  // Both ways of printing escape once more.
  const plain = seen.replaceAll('\\', '');
  return spellings.filter((spelling) => plain.includes(spelling.replaceAll('\\', '')));
}

const echoes: [name: string, reply: Reply][] = [
  ['a message', json(400, [{code: 'login_error', message: text}])],
  ['every member', json(400, [{code: text, message: text, field: text, request_id: text}])],
  ['{detail}', json(401, {detail: text})],
  ['a page of HTML', {status: 500, body: `<p>${text}</p>`}],
  ['a text instead of JSON', {status: 200, body: text}],
  ['JSON that is cut off', {status: 200, body: `{"id":"${text}`}],
  ['a link', json(201, {id: text, institution: text})],
  ['a second factor', json(428, [{code: text, session: text, link: text}])],
  ['a header', {status: 429, headers: {'retry-after': encodeURIComponent(text)}}],
  ['the reason phrase', (_, response) => response.writeHead(400, access).end()],
  ['a place to go', {status: 307, headers: {location: `/?${encodeURIComponent(text)}`}}],
  ['a broken connection', (_, {socket}) => socket?.resetAndDestroy()],
  ['a page', page([wireInstitution({name: text})])],
];

describe('what a person typed and the token', () => {
  const server = useServer();
  const token: TokenSource = {
    get: () => Promise.resolve(access),
    renew: () => Promise.resolve(null),
  };

  async function errorOf(options: Parameters<typeof clientOf>[1] = {}): Promise<unknown> {
    const clock = new ManualClock({instant: (ms) => ms < 15_000});
    const client = clientOf(server, {token, clock, ...options});
    return await client.createLink({...linkRequest, credentials}, forever).then(
      (outcome) => assert.fail(`linked: ${outcome.type}`),
      (error: unknown) => error,
    );
  }

  for (const [name, reply] of echoes) {
    it(`are in no error when the API echoes them in ${name}`, async () => {
      server.reply(reply);
      const error = await errorOf();
      assert.ok(
        server.seen.some(({body}) => body.includes(username)),
        'they were sent',
      );
      assert.deepEqual(leaks(error), []);
    });
  }

  it('are in no error when a fetch quotes them in its own', async () => {
    const fetch = (_input: string, {body}: RequestInit) =>
      Promise.reject(new Error(inspect(body), {cause: {body}}));
    assert.deepEqual(leaks(await errorOf({fetch})), []);
  });

  it('are in no error when the token cannot be a header', async () => {
    const broken = {...token, get: () => Promise.resolve(`${access}\r\nx`)};
    assert.deepEqual(leaks(await errorOf({token: broken})), []);
  });

  it('would be found in an error', () => {
    for (const spelling of spellings) {
      assert.ok(leaks(new Error(spelling)).length > 0);
      assert.ok(leaks(new Error('x', {cause: {a: [spelling]}})).length > 0);
    }
  });

  it('go nowhere but into one header and one body', async () => {
    server.reply(json(201, {id: '30cb4806-6e00-48a4-91c9-ca55968576c8'}));
    const client = clientOf(server, {token});
    const outcome = await client.createLink({...linkRequest, credentials}, forever);
    assert.deepEqual(leaks(outcome), []);
    assert.deepEqual(leaks(server.seen.map(({url, method}) => [url, method])), []);
    const {authorization, ...others} = server.seen[0]?.headers ?? {};
    assert.equal(authorization, `Bearer ${access}`);
    assert.deepEqual(leaks(others), []);
    assert.deepEqual(leaks(client), []);
  });
});
