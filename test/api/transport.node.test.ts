import assert from 'node:assert/strict';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {afterEach, describe, it} from 'node:test';
import {ManualClock} from '../support/manual-clock.js';
import {
  TestServer,
  anyInstitution,
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
import type {Reply} from './support.js';

const backoffAtOnce = () => new ManualClock({instant: (ms) => ms <= 8000 && ms !== 5000});

/** Sends these bytes as they are, then resets the connection. */
function raw(bytes: string) {
  return (_request: IncomingMessage, {socket}: ServerResponse) => {
    if (!bytes) socket?.resetAndDestroy();
    else socket?.write(bytes, () => setImmediate(() => socket.resetAndDestroy()));
  };
}

const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';

const beforeHeaders: [name: string, reply: Reply][] = [
  ['is reset before the headers', raw('')],
  ['is reset in the headers', raw('HTTP/1.1 200 OK\r\ncontent-ty')],
  ['speaks something else', raw('220 mail.example ESMTP\r\n')],
];

const inBody: [name: string, reply: Reply][] = [
  ['is reset in the body', raw(`${head}content-length: 500\r\n\r\n{"id":`)],
  ['ends before the length it named', raw(`${head}content-length: 9\r\n\r\n{}`)],
  ['sends a bad chunk', raw(`${head}transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n`)],
  ['sends broken gzip', {body: 'no gzip', headers: {'content-encoding': 'gzip'}}],
];

/** Breaks everything but what comes without a token, as the browser does with an origin that is not allowed. */
const withheld: Reply = (request, response) => {
  if (request.headers.authorization) response.socket?.resetAndDestroy();
  else response.writeHead(404).end();
};

function setOnLine(onLine: boolean) {
  Object.defineProperty(globalThis, 'navigator', {value: {onLine}, configurable: true});
}

describe('a read whose connection', () => {
  const server = useServer();

  for (const [name, reply] of beforeHeaders) {
    it(`${name} is tried three times, then the host is asked for`, async () => {
      const clock = backoffAtOnce();
      server.reply(reply);
      const {code, status} = await failureOf(listAll(clientOf(server, {clock})));
      assert.deepEqual([code, status], ['network', null]);
      assert.deepEqual(
        server.seen.map(({url}) => url.length > 1),
        [true, true, true, false],
      );
      assert.equal(clock.pending, 0);
    });
  }

  for (const [name, reply] of inBody) {
    it(`${name} is tried three times`, async () => {
      const clock = backoffAtOnce();
      server.reply(reply);
      assert.equal((await failureOf(listAll(clientOf(server, {clock})))).code, 'network');
      assert.equal(server.seen.length, 3);
      assert.equal(clock.pending, 0);
    });
  }

  it('fails twice succeeds at the third attempt', async () => {
    server.reply(raw(''), raw(''), page([wireInstitution()]));
    assert.equal((await listAll(clientOf(server, {clock: backoffAtOnce()}))).length, 1);
  });

  it('is refused ends in network', async () => {
    const closed = new TestServer();
    await closed.open();
    const {url} = closed;
    await closed.close();
    const failure = await failureOf(listAll(clientOf({url}, {clock: backoffAtOnce()})));
    assert.equal(failure.code, 'network');
  });

  it('leads to a host that does not exist ends in network', async () => {
    const client = clientOf({url: 'https://api.invalid'}, {clock: backoffAtOnce()});
    assert.equal((await failureOf(listAll(client))).code, 'network');
  });

  it('breaks although the host answers is blocked', async () => {
    server.reply(withheld);
    const client = clientOf(server, {clock: backoffAtOnce()});
    assert.equal((await failureOf(listAll(client))).code, 'blocked');
    assert.equal(server.seen.at(-1)?.url, '/');
    assert.equal(server.seen.at(-1)?.headers.authorization, undefined);
  });
});

describe('a write whose connection', () => {
  const server = useServer();

  for (const [name, reply] of [...beforeHeaders, ...inBody]) {
    it(`${name} is sent once and has an unknown outcome`, async () => {
      server.reply(reply);
      const {code} = await failureOf(clientOf(server).createLink(linkRequest, forever));
      assert.equal(code, 'outcome_unknown');
      assert.equal(server.seen.filter(({method}) => method === 'POST').length, 1);
    });
  }

  it('breaks although the host answers is blocked when nothing got through before', async () => {
    server.reply(withheld);
    const {code} = await failureOf(clientOf(server).createLink(linkRequest, forever));
    assert.equal(code, 'blocked');
  });

  it('breaks has an unknown outcome when something got through before', async () => {
    server.reply(page([wireInstitution()]), withheld);
    const client = clientOf(server);
    await listAll(client);
    const {code} = await failureOf(client.createLink(linkRequest, forever));
    assert.equal(code, 'outcome_unknown');
    assert.deepEqual(
      server.seen.map(({method}) => method),
      ['GET', 'POST'],
    );
  });
});

describe('without a connection', () => {
  const server = useServer();
  afterEach(() => Reflect.deleteProperty(globalThis, 'navigator'));

  it('a read is offline and not tried again', async () => {
    setOnLine(false);
    server.reply(raw(''));
    assert.equal((await failureOf(listAll(clientOf(server)))).code, 'offline');
    assert.equal(server.seen.length, 1);
  });

  it('a write is offline', async () => {
    setOnLine(false);
    server.reply(raw(''));
    const {code} = await failureOf(clientOf(server).createLink(linkRequest, forever));
    assert.equal(code, 'offline');
  });

  it('a write that had one when it was sent has an unknown outcome', async () => {
    setOnLine(true);
    server.reply((_request, {socket}) => {
      setOnLine(false);
      socket?.resetAndDestroy();
    });
    const {code} = await failureOf(clientOf(server).createLink(linkRequest, forever));
    assert.equal(code, 'outcome_unknown');
  });

  it('a local API is reached all the same', async () => {
    setOnLine(false);
    server.reply(json(201, {id: linkId}));
    assert.equal((await clientOf(server).createLink(linkRequest, forever)).type, 'linked');
  });
});

describe('a redirect', () => {
  const server = useServer();
  const other = useServer();

  for (const status of [301, 302, 303, 307, 308]) {
    it(`with status ${status} takes neither token nor body to another origin`, async () => {
      other.reply(json(201, {id: linkId}));
      const away = {status, headers: {location: `${other.url}/api/links/`}};
      server.reply(page([wireInstitution()]), away);
      const client = clientOf(server);
      await listAll(client);
      const {code} = await failureOf(client.createLink(linkRequest, forever));
      assert.equal(code, 'outcome_unknown');
      assert.equal(other.seen.length, 0);
    });
  }

  it('of a read takes no token to another origin', async () => {
    other.reply({});
    server.reply({status: 302, headers: {location: other.url}});
    const clock = backoffAtOnce();
    const call = failureOf(listAll(clientOf(server, {clock})));
    await other.untilSeen(1);
    // Unlike browsers, Node's fetch never settles on such a redirect without CORS.
    await clock.advance(5000);
    assert.match((await call).code, /^(network|blocked)$/);
    assert.deepEqual(
      other.seen.map(({headers}) => headers.authorization),
      [undefined],
    );
  });
});

describe('every request', () => {
  it('is made without cookies, cache, referrer and redirects', async () => {
    const seen: [string, RequestInit][] = [];
    const fetch = (input: string, init: RequestInit) => {
      seen.push([input, init]);
      return Promise.resolve(Response.json({results: []}));
    };
    await listAll(clientOf({url: 'https://api.example'}, {fetch}), anyInstitution);
    const [[url, init] = assert.fail('nothing was requested')] = seen;
    assert.match(url, /^https:\/\/api\.example\/api\/institutions\/\?/);
    assert.deepEqual(
      [init.credentials, init.cache, init.referrerPolicy, init.redirect, init.method],
      ['omit', 'no-store', 'no-referrer', 'error', 'GET'],
    );
  });

  for (const token of ['', 'a\r\nb', 'é', 'a b']) {
    it(`is refused before it is sent with the token ${JSON.stringify(token)}`, async () => {
      const source = {get: () => Promise.resolve(token), renew: () => Promise.resolve(null)};
      const fetch = () => assert.fail('it was sent');
      const client = clientOf({url: 'https://api.example'}, {fetch, token: source});
      const {code} = await failureOf(client.createLink(linkRequest, forever));
      assert.equal(code, 'token_rejected');
    });
  }

  for (const url of [
    'http://api.example',
    'ftp://localhost',
    '/api',
    '',
    'https://a:b@api.example',
  ]) {
    it(`needs a safe API base, which ${JSON.stringify(url)} is not`, () => {
      assert.throws(() => clientOf({url}), {code: 'config_error'});
    });
  }
});
