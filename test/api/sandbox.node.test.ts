import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {createClient} from '../../src/api/client.js';
import type {Client} from '../../src/api/client.js';
import type {LinkOutcome} from '../../src/api/link-request.js';
import {apiUrlFor, readToken} from '../../src/api/token.js';
import type {FailureCode} from '../../src/errors.js';
import type {Challenge, InstitutionFilter} from '../../src/model.js';
import {createSandbox} from '../../src/sandbox/index.js';
import type {Sandbox} from '../../src/sandbox/index.js';
import {ManualClock} from '../support/manual-clock.js';
import {anyInstitution, failureOf, forever, linkRequest, listAll} from './support.js';

const apiUrl = 'https://sandbox.belvo.com';
let clock: ManualClock;
let sandbox: Sandbox;
let client: Client;

async function mint(scopes = 'read_institutions,write_links,read_links'): Promise<string> {
  const response = await sandbox.fetch(
    new Request(`${apiUrl}/api/token/`, {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify({
        id: 'sandbox-secret-id',
        password: 'sandbox-secret-password',
        scopes,
      }),
    }),
  );
  const {access}: {access: string} = await response.json();
  return access;
}

async function connect(scopes?: string): Promise<Client> {
  const access = await mint(scopes);
  return createClient({
    apiUrl,
    clock,
    token: {get: () => Promise.resolve(access), renew: () => mint()},
    fetch: (input, init) => sandbox.fetch(new Request(input, init)),
  });
}

function signIn(username: string, password: string, institution = 'erebor_mx_retail') {
  const credentials = {username, password};
  return client.createLink({...linkRequest, institution, credentials}, forever);
}

function challengeOf(outcome: LinkOutcome): Challenge {
  assert.ok(outcome.type === 'challenged');
  return outcome.challenge;
}

const narrow = (filter: Partial<InstitutionFilter>) =>
  listAll(client, {...anyInstitution, ...filter});

beforeEach(async () => {
  clock = new ManualClock({instant: (ms) => ms <= 8000});
  sandbox = createSandbox({clock: () => clock.now(), quiet: true});
  client = await connect();
});

describe('the sandbox lists institutions', () => {
  it('of all kinds but employment unless asked for', async () => {
    const all = await listAll(client);
    assert.ok(all.length > 15);
    assert.ok(all.some(({name}) => name === 'erebor_mx_retail'));
    assert.ok(all.every(({kind}) => kind !== 'employment'));
    assert.ok((await narrow({kinds: ['employment']})).every(({kind}) => kind === 'employment'));
    assert.ok((await narrow({kinds: ['employment']})).length > 0);
  });

  it('by kind', async () => {
    const some = await narrow({kinds: ['business', 'fiscal']});
    assert.deepEqual([...new Set(some.map(({kind}) => kind))].sort(), ['business', 'fiscal']);
  });

  it('by country', async () => {
    const some = await narrow({countries: ['CO']});
    assert.ok(some.length > 0);
    assert.ok(some.every(({country}) => country === 'CO'));
  });

  it('by name', async () => {
    const some = await narrow({names: ['erebor_mx_retail', 'tatooine_mx_fiscal', 'narnia']});
    assert.deepEqual(some.map(({name}) => name).sort(), ['erebor_mx_retail', 'tatooine_mx_fiscal']);
  });

  it('by resources', async () => {
    const some = await narrow({resources: ['TAX_RETURNS', 'TAX_STATUS']});
    assert.ok(some.length > 0);
    assert.ok(some.every(({kind}) => kind === 'fiscal'));
  });

  it('by integration', async () => {
    const some = await narrow({integration: 'openfinance'});
    assert.ok(some.length > 0);
    assert.ok(some.every(({integration}) => integration === 'openfinance'));
  });

  it('with the fields of one', async () => {
    const found = await client.findInstitution('ironbank_br_retail', forever);
    assert.deepEqual(
      found?.fields.map(({name, type}) => [name, type]),
      [
        ['username_type', 'select'],
        ['username', 'text'],
        ['username2', 'text'],
        ['password', 'password'],
        ['password2', 'password'],
      ],
    );
    assert.ok((found?.fields[0]?.options.length ?? 0) > 1);
    assert.equal(await client.findInstitution('narnia', forever), null);
  });
});

describe('the sandbox links an account', () => {
  it('at once', async () => {
    const outcome = await signIn('bnk100', 'full');
    assert.ok(outcome.type === 'linked');
    assert.equal(outcome.link.institution, 'erebor_mx_retail');
    assert.match(outcome.link.id, /^[\da-f-]{36}$/);
  });

  it('after a code', async () => {
    const first = challengeOf(await signIn('mfa_default', 'pass_valid', 'heimdall_mx_retail'));
    assert.equal(first.kind, 'code');
    assert.ok((first.expiresAt ?? 0) > clock.now());
    const second = challengeOf(await client.resumeLink(first, '999999', forever));
    assert.notEqual(second.session, first.session);
    const outcome = await client.resumeLink(second, '111111', forever);
    assert.equal(outcome.type, 'linked');
  });

  for (const [username, password, kind] of [
    ['mfa_numeric', 'numeric_code', 'numeric'],
    ['mfa_qr', 'qr_code', 'qr'],
    ['mfa_question', 'any', 'text'],
    ['mfa_push', 'any', 'confirm'],
  ] as const) {
    it(`after a challenge of kind ${kind}`, async () => {
      const challenge = challengeOf(await signIn(username, password, 'heimdall_mx_retail'));
      assert.equal(challenge.kind, kind);
      assert.equal(challenge.expectsInput, kind !== 'confirm');
      if (kind === 'qr') assert.match(challenge.value ?? '', /^data:image\//);
    });
  }

  it('once: the second time it is there already', async () => {
    await signIn('bnk100', 'full');
    assert.equal((await failureOf(signIn('bnk100', 'full'))).code, 'already_linked');
  });
});

const refusals: [username: string, expected: FailureCode][] = [
  ['user_invalid', 'credentials_rejected'],
  ['locked', 'account_locked'],
  ['down', 'institution_down'],
  ['unavailable', 'institution_unavailable'],
  ['inactive', 'institution_inactive'],
  ['busy', 'too_many_sessions'],
  ['slow_timeout', 'timeout'],
  ['error500', 'server_error'],
  ['unsupported', 'unsupported_operation'],
  ['1234567890abcdefg', 'invalid_field'],
];

describe('the sandbox refuses', () => {
  for (const [username, expected] of refusals) {
    it(`${username} with ${expected}`, async () => {
      const failure = await failureOf(signIn(username, 'pass'));
      assert.equal(failure.code, expected);
      assert.match(failure.requestId ?? '', /^[\da-f]{32}$/);
    });
  }

  it('a session of the second factor that ended', async () => {
    client = await connect();
    const challenge = challengeOf(await signIn('mfa_default', 'pass_valid', 'heimdall_mx_retail'));
    sandbox.advance(599);
    sandbox.advance(2);
    client = await connect();
    const {code} = await failureOf(client.resumeLink(challenge, '111111', forever));
    assert.equal(code, 'session_expired');
  });

  it('a token without the scope', async () => {
    client = await connect('read_institutions');
    assert.equal((await failureOf(signIn('bnk100', 'full'))).code, 'missing_scope');
  });

  it('a token that expired, which a fresh one replaces', async () => {
    sandbox.advance(3600);
    assert.equal((await signIn('bnk100', 'full')).type, 'linked');
  });
});

describe('the sandbox fails', () => {
  it('before a write: the outcome is unknown and nothing is sent twice', async () => {
    await listAll(client);
    sandbox.setFaults([{method: 'POST', path: '/api/links/', drop: 'before'}]);
    assert.equal((await failureOf(signIn('bnk100', 'full'))).code, 'outcome_unknown');
    assert.equal(sandbox.requests.filter(({method}) => method === 'POST').length, 2);
  });

  it('after a write: the outcome is unknown and the link is there', async () => {
    await listAll(client);
    sandbox.setFaults([{method: 'POST', path: '/api/links/', drop: 'after', times: 1}]);
    assert.equal((await failureOf(signIn('bnk100', 'full'))).code, 'outcome_unknown');
    assert.equal((await failureOf(signIn('bnk100', 'full'))).code, 'already_linked');
  });

  it('twice on a read, which then succeeds', async () => {
    sandbox.setFaults([{path: '/api/institutions/', status: 503, times: 2}]);
    assert.ok((await listAll(client)).length > 15);
  });

  it('with 429 on a write, which is sent again when that is over', async () => {
    const fault = {path: '/api/links/', status: 429, retryAfter: 5, times: 1};
    sandbox.setFaults([fault]);
    assert.equal((await signIn('bnk100', 'full')).type, 'linked');
  });
});

describe('a token of the sandbox', () => {
  it('says what it is for', async () => {
    const info = await readToken(await mint(), clock.now());
    assert.deepEqual(info.scopes, ['read_institutions', 'write_links', 'read_links']);
    assert.equal(apiUrlFor(info.environment), apiUrl);
    assert.equal(info.link, null);
    assert.ok((info.expires ?? 0) * 1000 > clock.now());
  });
});
