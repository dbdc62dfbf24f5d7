import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {FailureCode} from '../../src/errors.js';
import {ManualClock} from '../support/manual-clock.js';
import {
  clientOf,
  failureOf,
  forever,
  json,
  linkId,
  linkRequest,
  listAll,
  useServer,
} from './support.js';
import type {Reply} from './support.js';

const requestId = '9e7b283c6efa449c9c028a16b5c249fb';
const html = '<!doctype html><title>Error</title><p>pass_echo</p>';

const byCode: [status: number, code: string, more: object, expected: FailureCode][] = [
  [400, 'login_error', {message: 'Invalid credentials'}, 'credentials_rejected'],
  [400, 'login_error', {}, 'credentials_rejected'],
  [400, 'login_error', {message: 'The account is locked.'}, 'account_locked'],
  [400, 'login_error', {message: 'Your clock is wrong'}, 'credentials_rejected'],
  [400, 'duplicated', {message: 'Link already exists'}, 'already_linked'],
  [400, 'invalid', {message: 'Link already exists.'}, 'already_linked'],
  [400, 'invalid', {message: 'Malformed.'}, 'bad_response'],
  [400, 'invalid', {field: 'username'}, 'invalid_field'],
  [400, 'institution_down', {}, 'institution_down'],
  [500, 'institution_down', {}, 'institution_down'],
  [400, 'institution_unavailable', {}, 'institution_unavailable'],
  [400, 'institution_inactive', {}, 'institution_inactive'],
  [400, 'unsupported_operation', {}, 'unsupported_operation'],
  [400, 'too_many_sessions', {}, 'too_many_sessions'],
  [400, 'session_expired', {}, 'session_expired'],
  [400, 'session_expired_ob', {}, 'session_expired'],
  [400, 'does_not_exist', {field: 'session'}, 'session_expired'],
  [400, 'does_not_exist', {field: 'institution'}, 'institution_unavailable'],
  [400, 'token_required', {}, 'mfa_rejected'],
  [400, 'activation_failed', {}, 'activation_required'],
  [428, 'activation_required', {}, 'activation_required'],
  [400, 'required', {field: 'password'}, 'invalid_field'],
  [400, 'blank', {field: 'username2'}, 'invalid_field'],
  [400, 'null', {field: 'username'}, 'invalid_field'],
  [400, 'invalid_choice', {field: 'access_mode'}, 'invalid_field'],
  [400, 'validation_error', {}, 'bad_response'],
  [400, 'operational_limits_reached', {}, 'rate_limited'],
  [400, 'constructor', {}, 'bad_response'],
  [400, '__proto__', {}, 'bad_response'],
  [401, 'token_not_valid', {detail: 'Token is invalid or expired'}, 'token_expired'],
  [401, 'token_not_valid', {messages: [null, {message: 'It expired.'}]}, 'token_expired'],
  [401, 'token_not_valid', {detail: 'Wrong token type'}, 'token_rejected'],
  [401, 'authentication_failed', {}, 'token_rejected'],
  [401, 'never_heard_of', {}, 'token_rejected'],
  [401, 'consent_without_accounts', {}, 'unsupported_operation'],
  [403, 'permission_denied', {}, 'missing_scope'],
  [403, 'access_to_resource_denied', {}, 'missing_scope'],
  [403, 'access_to_production_denied', {}, 'token_rejected'],
  [403, 'quota_limit_reached', {}, 'rate_limited'],
  [404, 'not_found', {}, 'bad_response'],
  [405, 'method_not_allowed', {}, 'bad_response'],
  [408, 'request_timeout', {}, 'timeout'],
  [409, 'link_refreshed', {}, 'bad_response'],
  [500, 'unexpected_error', {}, 'server_error'],
  [500, 'service_unavailable', {}, 'server_error'],
];

const byStatus: [status: number, expected: FailureCode][] = [
  [400, 'bad_response'],
  [401, 'token_rejected'],
  [403, 'rate_limited'],
  [404, 'bad_response'],
  [405, 'bad_response'],
  [408, 'timeout'],
  [409, 'already_linked'],
  [415, 'bad_response'],
  [418, 'bad_response'],
  [429, 'rate_limited'],
  [499, 'bad_response'],
  [500, 'server_error'],
  [502, 'server_error'],
  [503, 'server_error'],
  [504, 'server_error'],
  [520, 'server_error'],
  [599, 'server_error'],
];

const shapes: [name: string, reply: (status: number) => Reply][] = [
  ['a page of HTML', (status) => ({status, body: html, headers: {'content-type': 'text/html'}})],
  ['nothing', (status) => ({status})],
];

const entry = {code: 'login_error', message: 'no', request_id: requestId};
const loginErrors: [name: string, reply: Reply][] = [
  ['an array', json(400, [entry])],
  ['one object', json(400, entry)],
  ['an array with more', json(400, [entry, {code: 'institution_down'}])],
  ['an array with null before it', json(400, [null, entry])],
  ['a body labelled text', {...json(400, [entry], {'content-type': 'text/plain'})}],
];

const dirty: [name: string, wire: object, kept: object][] = [
  ['a code of markup', {code: '<b>'}, {apiCode: null}],
  ['a code of 41 letters', {code: 'a'.repeat(41)}, {apiCode: null}],
  ['a code that is a number', {code: 5}, {apiCode: null}],
  ['a request id of another form', {request_id: 'pass_echo'}, {requestId: null}],
  ['a request id in capitals', {request_id: requestId.toUpperCase()}, {requestId: null}],
  ['a field of markup', {code: 'required', field: '<b>'}, {field: null}],
  ['a field __proto__', {code: 'required', field: '__proto__'}, {field: null}],
  ['a field that is an object', {code: 'required', field: {toString: 1}}, {field: null}],
];

describe('an error answer to a new link', () => {
  const server = useServer();
  const create = () => failureOf(clientOf(server).createLink(linkRequest, forever));

  for (const [status, apiCode, more, expected] of byCode) {
    it(`${status} ${apiCode} ${JSON.stringify(more)} is ${expected}`, async () => {
      server.reply(json(status, [{code: apiCode, message: '', request_id: requestId, ...more}]));
      const failure = await create();
      assert.equal(failure.code, expected);
      assert.equal(failure.status, status);
      assert.equal(failure.requestId, requestId);
      assert.equal(server.seen.length, 1);
    });
  }

  for (const [shape, reply] of shapes) {
    for (const [status, expected] of byStatus) {
      it(`${status} with ${shape} is ${expected}`, async () => {
        server.reply(reply(status));
        const failure = await create();
        assert.deepEqual([failure.code, failure.status, failure.apiCode], [expected, status, null]);
        assert.equal(server.seen.length, 1);
      });
    }
  }

  for (const [name, reply] of loginErrors) {
    it(`is understood as ${name}`, async () => {
      server.reply(reply);
      assert.deepEqual(await create(), {
        code: 'credentials_rejected',
        apiCode: 'login_error',
        mistake: null,
        requestId,
        status: 400,
        field: null,
        retryAfter: null,
      });
    });
  }

  it('is understood as {detail}', async () => {
    server.reply(json(401, {detail: 'Unauthorized.'}));
    assert.equal((await create()).code, 'token_rejected');
    server.reply(json(403, {detail: 'No.'}));
    assert.equal((await create()).code, 'missing_scope');
  });

  it('names the field that was refused', async () => {
    server.reply(json(400, [{code: 'required', field: 'username2'}]));
    assert.equal((await create()).field, 'username2');
  });

  for (const [name, wire, kept] of dirty) {
    it(`drops ${name}`, async () => {
      server.reply(json(400, [wire]));
      const failure = await create();
      assert.deepEqual({...failure, ...kept}, failure);
    });
  }

  it('never quotes the server', async () => {
    server.reply(json(400, [{code: 'pass_echo!', message: 'bad: pass_echo', detail: 'pass_echo'}]));
    assert.doesNotMatch(JSON.stringify(await create()), /pass_echo/);
  });

  it('is judged by its status when the explanation breaks off', async () => {
    server.reply((_request, response) => {
      response.writeHead(400, {'content-length': '100'}).write('[{"code":');
      setImmediate(() => response.destroy());
    });
    const failure = await create();
    assert.deepEqual([failure.code, failure.status], ['bad_response', 400]);
  });

  it('is a session that ended when the second factor comes too late', async () => {
    server.reply(json(400, [{code: 'session_expired', request_id: requestId}]));
    const challenge = {
      session: 'abc',
      link: linkId,
      expiresAt: null,
      kind: 'code',
      instructions: null,
      value: null,
      expectsInput: true,
    } as const;
    const {code} = await failureOf(clientOf(server).resumeLink(challenge, '1', forever));
    assert.equal(code, 'session_expired');
  });
});

describe('an error answer to the list', () => {
  const server = useServer();

  for (const [status, expected] of byStatus) {
    it(`${status} is ${expected}`, async () => {
      const clock = new ManualClock({instant: (ms) => ms <= 8000});
      server.reply({status, body: html});
      const failure = await failureOf(listAll(clientOf(server, {clock})));
      assert.deepEqual([failure.code, failure.status], [expected, status]);
      assert.equal(clock.pending, 0);
    });
  }
});
