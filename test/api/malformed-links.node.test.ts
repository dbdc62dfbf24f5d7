import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Challenge} from '../../src/model.js';
import {clientOf, failureOf, forever, json, linkId, linkRequest, useServer} from './support.js';
import type {Reply} from './support.js';
import {ManualClock} from '../support/manual-clock.js';

const session = '2675b703b9d4451f8d4861a3eee54449';
const requestId = '8c7b283c6efa449c9c028a16b5c249fa';
const wire = {code: 'token_required', message: '…', request_id: requestId, session, link: linkId};

const noLink: [name: string, reply: Reply][] = [
  ['201 without an id', json(201, {institution: 'erebor_mx_retail'})],
  ['an id that is a number', json(201, {id: 5})],
  ['an id that is markup', json(201, {id: '<script>'})],
  ['an id with a line feed behind', json(201, {id: `${linkId}\n`})],
  ['an array around the link', json(201, [{id: linkId}])],
  ['null', json(201, null)],
  ['202 for later', json(202, {request_id: requestId})],
  ['204', {status: 204}],
  ['201 without a body', {status: 201}],
  ['HTML', {status: 200, body: '<html>'}],
  ['JSON that is cut off', {status: 201, body: `{"id":"${linkId}"`}],
  ['more than 256 KiB', {status: 201, body: `{"id":"${linkId}"}${' '.repeat(256 << 10)}`}],
  ['428 without a session', json(428, [{...wire, session: undefined}])],
  ['428 with a session of markup', json(428, [{...wire, session: '"><b>'}])],
  ['428 without a link', json(428, [{...wire, link: undefined}])],
  ['428 with an odd link', json(428, [{...wire, link: 'x'}])],
  ['428 with an empty array', json(428, [])],
  ['428 with a scalar', json(428, 5)],
  ['428 with HTML', {status: 428, body: '<html>'}],
  ['a QR image of 5 MB', json(428, [{...wire, token_generation_data: {value: 'A'.repeat(5e6)}}])],
];

const links: [name: string, reply: Reply][] = [
  ['201', json(201, {id: linkId, institution: 'erebor_mx_retail'})],
  ['200', json(200, {id: linkId, institution: 'erebor_mx_retail'})],
  ['more than is known', json(201, {id: linkId, institution: 'erebor_mx_retail', more: [1]})],
];

const png = 'iVBORw0KGgoAAAANSUhEUg==';

const challenges: [name: string, wire: unknown, expected: Partial<Challenge>][] = [
  ['no data at all', [wire], {kind: 'code', instructions: null, value: null, expectsInput: true}],
  ['an object instead of an array', wire, {kind: 'code', session, link: linkId}],
  ['null before it', [null, wire], {kind: 'code'}],
  ['the oldest form', {detail: 'Token Required', session, link: linkId}, {kind: 'code'}],
  ['data that is null', data(null), {kind: 'code'}],
  ['data that is text', data('code'), {kind: 'code'}],
  ['a number', data({type: 'numeric', value: '12345'}), {kind: 'numeric', value: '12345'}],
  ['a number that is missing', data({type: 'numeric'}), {kind: 'code', value: null}],
  ['a question', data({type: 'text', instructions: 'Dog?'}), {kind: 'text', instructions: 'Dog?'}],
  ['an unknown kind', data({type: 'dance', instructions: 'x'}), {kind: 'text', instructions: 'x'}],
  ['only instructions', data({instructions: ' Look. '}), {kind: 'code', instructions: 'Look.'}],
  ['instructions of markup', data({instructions: '<b>x'}), {instructions: '<b>x'}],
  [
    'instructions of 5 000 characters',
    data({instructions: 'a'.repeat(5000)}),
    {instructions: 'a'.repeat(2000)},
  ],
  [
    'nothing to type',
    data({expects_user_input: false, value: '42'}),
    {kind: 'confirm', value: '42', expectsInput: false},
  ],
  [
    'nothing to type, spelled the other way',
    data({expect_user_input: false}),
    {kind: 'confirm', expectsInput: false},
  ],
  [
    'an image as raw base64',
    data({type: 'qr', value: png}),
    {kind: 'qr', value: `data:image/png;base64,${png}`, expectsInput: true},
  ],
  [
    'an image in lines',
    data({type: 'qr', value: `${png.slice(0, 12)}\n${png.slice(12)}\n`}),
    {kind: 'qr', value: `data:image/png;base64,${png}`},
  ],
  [
    'a JPEG',
    data({type: 'qr', value: '/9j/4AAQ'}),
    {kind: 'qr', value: 'data:image/jpeg;base64,/9j/4AAQ'},
  ],
  [
    'a GIF',
    data({type: 'qr', value: 'R0lGODlh'}),
    {kind: 'qr', value: 'data:image/gif;base64,R0lGODlh'},
  ],
  ...['png', 'jpeg', 'gif', 'webp', 'svg+xml'].map((format): (typeof challenges)[number] => [
    `an image of type ${format}`,
    data({type: 'qr', value: `data:image/${format};base64,AAAA`}),
    {kind: 'qr', value: `data:image/${format};base64,AAAA`},
  ]),
  [
    'an image without an answer',
    data({type: 'qr', value: png, expects_user_input: false}),
    {kind: 'qr', expectsInput: false},
  ],
  ...[
    'data:text/html;base64,AAAA',
    'data:image/png,AAAA',
    'data:image/x-icon;base64,AAAA',
    'javascript:alert(1)',
    'https://elsewhere.example/qr.png',
    'hello',
    `${png}"onload="x`,
  ].map((value): (typeof challenges)[number] => [
    `an image that is ${value.slice(0, 30)}`,
    data({type: 'qr', value}),
    {kind: 'text', instructions: value, value: null, expectsInput: true},
  ]),
  [
    'a broken image with instructions',
    data({type: 'qr', value: 5, instructions: 'Scan'}),
    {kind: 'text', instructions: 'Scan', value: null},
  ],
  [
    'a broken image without an answer',
    data({type: 'qr', expects_user_input: false}),
    {kind: 'confirm', value: null, expectsInput: false},
  ],
];

function data(value: unknown) {
  return [{...wire, token_generation_data: value}];
}

const expiries: [expiry: unknown, seconds: number | null][] = [
  [9600, 9600],
  ['720', 720],
  [0, 0],
  [36_000, 36_000],
  [-5, null],
  ['soon', null],
  ['', null],
  [1e300, null],
  [null, null],
  [undefined, null],
  [{toString: 1}, null],
];

describe('the answer to a new link', () => {
  const server = useServer();

  for (const [name, reply] of noLink) {
    it(`is bad_response for ${name}`, async () => {
      server.reply(reply);
      const {code} = await failureOf(clientOf(server).createLink(linkRequest, forever));
      assert.equal(code, 'bad_response');
      assert.equal(server.seen.length, 1);
    });
  }

  it('keeps the request id of an answer that is no link', async () => {
    server.reply(json(202, {request_id: requestId}));
    const failure = await failureOf(clientOf(server).createLink(linkRequest, forever));
    assert.equal(failure.requestId, requestId);
    assert.equal(failure.status, 202);
  });

  it('is the error that comes with status 200', async () => {
    server.reply(json(200, [{code: 'login_error', request_id: requestId}]));
    const failure = await failureOf(clientOf(server).createLink(linkRequest, forever));
    assert.deepEqual([failure.code, failure.requestId], ['credentials_rejected', requestId]);
  });

  it('is activation_required for a device that is not active', async () => {
    server.reply(json(428, [{code: 'activation_required', request_id: requestId}]));
    const failure = await failureOf(clientOf(server).createLink(linkRequest, forever));
    assert.equal(failure.code, 'activation_required');
  });

  for (const [name, reply] of links) {
    it(`is a link for ${name}`, async () => {
      server.reply(reply);
      assert.deepEqual(await clientOf(server).createLink(linkRequest, forever), {
        type: 'linked',
        link: {id: linkId, institution: 'erebor_mx_retail'},
      });
    });
  }

  for (const [name, body, expected] of challenges) {
    it(`is a challenge for ${name}`, async () => {
      server.reply(json(428, body));
      const outcome = await clientOf(server).createLink(linkRequest, forever);
      assert.ok(outcome.type === 'challenged');
      assert.deepEqual({...outcome.challenge, ...expected}, outcome.challenge);
    });
  }

  for (const [expiry, seconds] of expiries) {
    it(`ends the session ${seconds} seconds on for an expiry of ${JSON.stringify(expiry)}`, async () => {
      const clock = new ManualClock();
      server.reply(json(428, [{...wire, expiry}]));
      const outcome = await clientOf(server, {clock}).createLink(linkRequest, forever);
      assert.ok(outcome.type === 'challenged');
      const expected = seconds === null ? null : clock.now() + seconds * 1000;
      assert.equal(outcome.challenge.expiresAt, expected);
    });
  }
});

describe('what is sent', () => {
  const server = useServer();

  it('to create a link is what was typed, as text, under the names of the fields', async () => {
    server.reply(json(201, {id: linkId}));
    const credentials = {username: '007', password: 'a"\\\u2028', username_type: '103'};
    const request = {...linkRequest, credentials, externalId: 'user-1'};
    await clientOf(server).createLink(request, forever);
    const [seen] = server.seen;
    assert.equal(`${seen?.method} ${seen?.url}`, 'POST /api/links/');
    assert.equal(seen?.headers['content-type'], 'application/json');
    assert.equal(seen?.headers.authorization, 'Bearer one.access.token');
    assert.deepEqual(JSON.parse(seen?.body ?? ''), {
      ...credentials,
      institution: 'erebor_mx_retail',
      access_mode: 'single',
      external_id: 'user-1',
    });
  });

  it('has no external id when there is none', async () => {
    server.reply(json(201, {id: linkId}));
    await clientOf(server).createLink(linkRequest, forever);
    assert.equal('external_id' in JSON.parse(server.seen[0]?.body ?? ''), false);
  });

  it('cannot change the institution by a field of that name', async () => {
    server.reply(json(201, {id: linkId}));
    const credentials = {institution: 'narnia', access_mode: 'x'};
    await clientOf(server).createLink({...linkRequest, credentials}, forever);
    assert.deepEqual(JSON.parse(server.seen[0]?.body ?? ''), {
      institution: 'erebor_mx_retail',
      access_mode: 'single',
    });
  });

  for (const token of ['111111', null]) {
    it(`to go on with the token ${token} is session, link and nothing else`, async () => {
      const client = clientOf(server.reply(json(428, [wire]), json(200, {id: linkId})));
      const outcome = await client.createLink(linkRequest, forever);
      assert.ok(outcome.type === 'challenged');
      const resumed = await client.resumeLink(outcome.challenge, token, forever);
      assert.equal(resumed.type, 'linked');
      assert.equal(`${server.seen[1]?.method} ${server.seen[1]?.url}`, 'PATCH /api/links/');
      const expected = {session, link: linkId, ...(token && {token})};
      assert.deepEqual(JSON.parse(server.seen[1]?.body ?? ''), expected);
    });
  }
});
