import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {realClock} from '../../src/api/request.js';
import {ManualClock} from '../support/manual-clock.js';
import {
  anyInstitution,
  clientOf,
  failureOf,
  json,
  forever,
  linkId,
  linkRequest,
  listAll,
  oneToken,
  page,
  useServer,
  wireInstitution,
} from './support.js';
import type {Reply} from './support.js';

const silence: Reply = () => {};
const stalledBody: Reply = (_request, response) => {
  response.writeHead(200, {'content-type': 'application/json'}).write('{"id":');
};
const isBackoff = (ms: number) => ms <= 1000;

describe('a silent API', () => {
  const server = useServer();

  for (const [name, reply] of [
    ['says nothing', silence],
    ['stops in the middle of the body', stalledBody],
  ] as const) {
    it(`that ${name} ends a read after 45 seconds`, async () => {
      const clock = new ManualClock({instant: isBackoff});
      const start = clock.now();
      server.reply(reply);
      const call = failureOf(listAll(clientOf(server, {clock})));
      for (let attempt = 1; attempt <= 3; attempt++) {
        await server.untilSeen(attempt);
        await clock.advance(15_000);
      }
      assert.equal((await call).code, 'timeout');
      assert.equal(server.seen.length, 3);
      assert.ok(clock.now() - start <= 46_500);
      assert.equal(clock.pending, 0);
    });

    it(`that ${name} ends a write after 120 seconds with an unknown outcome`, async () => {
      const clock = new ManualClock();
      server.reply(reply);
      const call = failureOf(clientOf(server, {clock}).createLink(linkRequest, forever));
      await server.untilSeen(1);
      await clock.advance(119_999);
      assert.equal(clock.pending, 1);
      await clock.advance(1);
      assert.equal((await call).code, 'outcome_unknown');
      assert.equal(server.seen.length, 1);
      assert.equal(clock.pending, 0);
    });
  }

  it('that answers the second attempt is forgiven', async () => {
    const clock = new ManualClock({instant: isBackoff});
    server.reply(silence, page([wireInstitution()]));
    const call = listAll(clientOf(server, {clock}));
    await server.untilSeen(1);
    await clock.advance(15_000);
    assert.equal((await call).length, 1);
    assert.equal(clock.pending, 0);
  });

  it('is not waited for when the person leaves', async () => {
    const clock = new ManualClock();
    const leave = new AbortController();
    server.reply(silence);
    const call = clientOf(server, {clock}).createLink(linkRequest, leave.signal);
    await server.untilSeen(1);
    const reason = new Error('left');
    leave.abort(reason);
    await assert.rejects(call, (error) => error === reason);
    assert.equal(clock.pending, 0);
  });

  it('is not even asked when the person left before', async () => {
    server.reply(silence);
    const call = clientOf(server).createLink(linkRequest, AbortSignal.abort('left'));
    await assert.rejects(call, (error) => error === 'left');
    assert.equal(server.seen.length, 0);
  });

  it('does not matter to a fetch that ignores its signal', async () => {
    const clock = new ManualClock();
    let send = () => {};
    const sent = new Promise<void>((resolve) => (send = resolve));
    const fetch = () => {
      send();
      return new Promise<Response>(() => {});
    };
    const call = failureOf(clientOf(server, {clock, fetch}).createLink(linkRequest, forever));
    await sent;
    await clock.advance(120_000);
    assert.equal((await call).code, 'outcome_unknown');
  });
});

describe('an API that answers late', () => {
  it('is not listened to any more', async () => {
    const clock = new ManualClock();
    let answer = (_response: Response) => {};
    let send = () => {};
    const sent = new Promise<void>((resolve) => (send = resolve));
    const fetch = () => {
      send();
      return new Promise<Response>((resolve) => (answer = resolve));
    };
    const client = clientOf({url: 'https://api.example'}, {clock, fetch});
    const call = failureOf(client.createLink(linkRequest, forever));
    await sent;
    await clock.advance(120_000);
    answer(Response.json({id: linkId}));
    assert.equal((await call).code, 'outcome_unknown');
  });
});

describe('a page that gives no token', () => {
  it('ends a write in timeout, as nothing was sent', async () => {
    const clock = new ManualClock();
    const token = {...oneToken, get: () => new Promise<string>(() => {})};
    const fetch = () => assert.fail('it was sent');
    const client = clientOf({url: 'https://api.example'}, {clock, token, fetch});
    const call = failureOf(client.createLink(linkRequest, forever));
    await clock.untilWaiting();
    await clock.advance(120_000);
    assert.equal((await call).code, 'timeout');
  });

  it('passes on why', async () => {
    const reason = new Error('nobody is signed in');
    const token = {...oneToken, get: () => Promise.reject(reason)};
    const client = clientOf({url: 'https://api.example'}, {token});
    await assert.rejects(client.createLink(linkRequest, forever), (error) => error === reason);
  });
});

describe('the signal of a request', () => {
  it('is left without listeners and is not kept by what went well', async () => {
    const controller = new AbortController();
    const live = new Set<unknown>();
    const {signal} = controller;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (type: string, listener: EventListener) => {
      live.add(listener);
      add(type, listener);
    };
    signal.removeEventListener = (type: string, listener: EventListener) => {
      live.delete(listener);
      remove(type, listener);
    };
    const fetch = () => Promise.resolve(Response.json({results: [wireInstitution()], id: linkId}));
    const client = clientOf({url: 'https://api.example'}, {fetch});
    await client.createLink(linkRequest, signal);
    for await (const list of client.listInstitutions(anyInstitution, signal)) {
      assert.equal(list.length, 1);
    }
    assert.equal(live.size, 0);
  });
});

describe('the real clock', () => {
  it('tells the time and waits', async () => {
    const before = realClock.now();
    await realClock.wait(5);
    assert.ok(realClock.now() - before >= 4);
    assert.ok(Math.abs(realClock.now() - Date.now()) < 1000);
  });

  it('stops waiting with the reason of the signal and leaves no timer', async () => {
    const leave = new AbortController();
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout');
    const before = timers().length;
    const wait = realClock.wait(60_000, leave.signal);
    assert.equal(timers().length, before + 1);
    leave.abort('enough');
    await assert.rejects(wait, (error) => error === 'enough');
    assert.equal(timers().length, before);
  });

  it('does not begin to wait for a signal that is aborted', async () => {
    await assert.rejects(
      realClock.wait(60_000, AbortSignal.abort('before')),
      (error) => error === 'before',
    );
  });
});

describe('an answer in time', () => {
  const server = useServer();

  it('leaves nothing to wait for', async () => {
    const clock = new ManualClock();
    server.reply(json(201, {id: linkId}));
    await clientOf(server, {clock}).createLink(linkRequest, forever);
    assert.equal(clock.pending, 0);
  });
});
