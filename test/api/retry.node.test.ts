import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {TokenSource} from '../../src/api/client.js';
import {readRetryAfter} from '../../src/api/retry.js';
import {ManualClock} from '../support/manual-clock.js';
import {
  clientOf,
  failureOf,
  forever,
  json,
  linkId,
  linkRequest,
  listAll,
  page,
  useServer,
  wireInstitution,
} from './support.js';

const attemptLimit = 15_000;
const impatient = () => new ManualClock({instant: (ms) => ms < attemptLimit});
const list = page([wireInstitution()]);
const linked = json(201, {id: linkId});
const expired = json(401, {code: 'token_not_valid', detail: 'Token is expired'});

/** Tokens `t0`, `t1`, … up to the last one there is. */
function tokens(last: number): TokenSource & {readonly renewed: string[]} {
  let count = 0;
  const renewed: string[] = [];
  return {
    renewed,
    get: () => Promise.resolve(`t${count}`),
    renew: (stale) => {
      renewed.push(stale);
      return Promise.resolve(count < last ? `t${++count}` : null);
    },
  };
}

describe('a read', () => {
  const server = useServer();

  for (const status of [408, 429, 500, 502, 503, 504]) {
    it(`is tried again after ${status}`, async () => {
      server.reply({status}, {status}, list);
      assert.equal((await listAll(clientOf(server, {clock: impatient()}))).length, 1);
      assert.equal(server.seen.length, 3);
    });

    it(`gives up after three times ${status}`, async () => {
      server.reply({status});
      const failure = await failureOf(listAll(clientOf(server, {clock: impatient()})));
      assert.equal(failure.status, status);
      assert.equal(server.seen.length, 3);
    });
  }

  for (const status of [400, 401, 403, 404, 405, 409, 410, 415, 499, 501, 505]) {
    it(`is not tried again after ${status}`, async () => {
      server.reply({status});
      await failureOf(listAll(clientOf(server, {clock: impatient()})));
      assert.equal(server.seen.length, 1);
    });
  }

  it('waits a random time that doubles in range', async () => {
    server.reply({status: 503});
    const waits: number[][] = [];
    for (let run = 0; run < 20; run++) {
      const clock = impatient();
      await failureOf(listAll(clientOf(server, {clock})));
      waits.push(clock.asked.filter((ms) => ms < attemptLimit));
    }
    assert.ok(waits.every(({length}) => length === 2));
    assert.ok(waits.every(([first = -1, second = -1]) => first <= 500 && second <= 1000));
    assert.ok(waits.some(([, second = 0]) => second > 500));
    assert.equal(new Set(waits.flat()).size, 40);
  });

  it('waits as long as Retry-After says', async () => {
    const clock = new ManualClock();
    server.reply({status: 429, headers: {'retry-after': '30'}}, list);
    const call = listAll(clientOf(server, {clock}));
    await clock.untilWaiting((ms) => ms === 30_000);
    await clock.advance(29_999);
    assert.equal(server.seen.length, 1);
    await clock.advance(1);
    assert.equal((await call).length, 1);
    assert.equal(clock.pending, 0);
  });

  it('says when to come back when that is far off', async () => {
    server.reply({status: 503, headers: {'retry-after': '31'}});
    const failure = await failureOf(listAll(clientOf(server, {clock: impatient()})));
    assert.deepEqual([failure.code, failure.retryAfter], ['server_error', 31]);
    assert.equal(server.seen.length, 1);
  });

  it('does not wait past its 45 seconds', async () => {
    const clock = new ManualClock({instant: (ms) => ms === 25_000});
    server.reply({status: 503, headers: {'retry-after': '25'}});
    const failure = await failureOf(listAll(clientOf(server, {clock})));
    assert.deepEqual([failure.code, failure.retryAfter], ['server_error', 25]);
    assert.equal(server.seen.length, 2);
  });

  it('ends with the reason of its signal while it waits', async () => {
    const clock = new ManualClock();
    const leave = new AbortController();
    server.reply({status: 429, headers: {'retry-after': '20'}});
    const pages = clientOf(server, {clock}).listInstitutions(
      {names: null, kinds: null, countries: null, resources: null, integration: null},
      leave.signal,
    );
    const next = pages[Symbol.asyncIterator]().next();
    await clock.untilWaiting((ms) => ms === 20_000);
    const reason = new Error('left');
    leave.abort(reason);
    await assert.rejects(next, (error) => error === reason);
    assert.equal(clock.pending, 0);
    assert.equal(server.seen.length, 1);
  });
});

describe('a write', () => {
  const server = useServer();

  for (const status of [400, 403, 404, 408, 409, 429, 500, 502, 503, 504]) {
    it(`is not sent again after ${status}`, async () => {
      server.reply({status});
      await failureOf(clientOf(server).createLink(linkRequest, forever));
      assert.equal(server.seen.length, 1);
    });
  }

  it('is not sent again after 503 with Retry-After', async () => {
    server.reply({status: 503, headers: {'retry-after': '1'}});
    const failure = await failureOf(clientOf(server).createLink(linkRequest, forever));
    assert.deepEqual([failure.code, failure.retryAfter], ['server_error', 1]);
    assert.equal(server.seen.length, 1);
  });

  it('is sent once more after 429 with Retry-After', async () => {
    const clock = impatient();
    server.reply({status: 429, headers: {'retry-after': '3'}}, linked);
    const outcome = await clientOf(server, {clock}).createLink(linkRequest, forever);
    assert.equal(outcome.type, 'linked');
    assert.deepEqual(
      clock.asked.filter((ms) => ms < attemptLimit),
      [3000],
    );
    assert.equal(server.seen[0]?.body, server.seen[1]?.body);
  });

  it('gives up after a second 429', async () => {
    server.reply({status: 429, headers: {'retry-after': '3'}});
    const call = clientOf(server, {clock: impatient()}).createLink(linkRequest, forever);
    const failure = await failureOf(call);
    assert.deepEqual([failure.code, failure.retryAfter], ['rate_limited', 3]);
    assert.equal(server.seen.length, 2);
  });

  it('says when to come back when that is far off', async () => {
    server.reply({status: 429, headers: {'retry-after': '3600'}});
    const failure = await failureOf(clientOf(server).createLink(linkRequest, forever));
    assert.deepEqual([failure.code, failure.retryAfter], ['rate_limited', 3600]);
    assert.equal(server.seen.length, 1);
  });
});

describe('a token that expired', () => {
  const server = useServer();

  it('is renewed once and the same write is sent again', async () => {
    const token = tokens(1);
    server.reply(expired, linked);
    await clientOf(server, {token}).createLink(linkRequest, forever);
    assert.deepEqual(
      server.seen.map(({headers}) => headers.authorization),
      ['Bearer t0', 'Bearer t1'],
    );
    assert.equal(server.seen[0]?.body, server.seen[1]?.body);
    assert.deepEqual(token.renewed, ['t0']);
  });

  it('is renewed for a read as well', async () => {
    server.reply(expired, list);
    assert.equal((await listAll(clientOf(server, {token: tokens(1)}))).length, 1);
  });

  it('is token_expired when there is no other', async () => {
    const token = tokens(0);
    server.reply(expired);
    const {code} = await failureOf(clientOf(server, {token}).createLink(linkRequest, forever));
    assert.equal(code, 'token_expired');
    assert.equal(server.seen.length, 1);
    assert.equal(token.renewed.length, 1);
  });

  it('is renewed once only', async () => {
    const token = tokens(5);
    server.reply(expired);
    const {code} = await failureOf(clientOf(server, {token}).createLink(linkRequest, forever));
    assert.equal(code, 'token_expired');
    assert.equal(server.seen.length, 2);
    assert.equal(token.renewed.length, 1);
  });

  it('passes on why it could not be renewed', async () => {
    const reason = new Error('the page said so');
    const token = {...tokens(0), renew: () => Promise.reject(reason)};
    server.reply(expired);
    const call = clientOf(server, {token}).createLink(linkRequest, forever);
    await assert.rejects(call, (error) => error === reason);
  });
});

const retryAfters: [header: string | null, expected: number | null][] = [
  ['0', 0],
  [' 7 ', 7],
  ['120', 120],
  ['Thu, 15 Jan 2026 00:00:10 GMT', 10],
  ['Thursday, 15 Jan 2026 00:01:00 GMT', 60],
  ['Wed, 14 Jan 2026 00:00:00 GMT', 0],
  ['Thu, 99 Jan 2026 00:00:10 GMT', null],
  [null, null],
  ['', null],
  ['-1', null],
  ['1.5', null],
  ['1e3', null],
  ['99999999', null],
  ['soon', null],
  ['nonsense 1', null],
  ['2026-01-15T00:00:10Z', null],
];

describe('Retry-After', () => {
  for (const [header, expected] of retryAfters) {
    it(`${JSON.stringify(header)} means ${expected}`, () => {
      assert.equal(readRetryAfter(header, Date.UTC(2026, 0, 15)), expected);
    });
  }
});
