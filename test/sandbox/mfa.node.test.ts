import assert from 'node:assert/strict';
import {test} from 'node:test';
import {at, createBench, problemIn, textAt} from './support.js';
import type {Answer, Bench} from './support.js';

function begin(bench: Bench, username: string, more: object = {}): Promise<Answer> {
  const body = {institution: 'heimdall_mx_retail', username, password: 'pass_valid', ...more};
  return bench.server('POST', '/api/links/', body);
}

/** Answers the question of a 428 answer. */
function reply(bench: Bench, asked: Answer, token?: string): Promise<Answer> {
  const [session, link] = [textAt(asked.body, 0, 'session'), textAt(asked.body, 0, 'link')];
  return bench.server('PATCH', '/api/links/', {session, link, ...(token !== undefined && {token})});
}

test('asks for a plain code and links the account with it', async () => {
  const bench = createBench();
  const asked = await begin(bench, 'mfa_default');
  assert.equal(problemIn(asked).code, 'token_required');
  assert.match(textAt(asked.body, 0, 'session'), /^[a-f0-9]{32}$/);
  assert.equal(at(asked.body, 0, 'expiry'), 600);
  assert.equal(at(asked.body, 0, 'token_generation_data'), null);
  const link = textAt(asked.body, 0, 'link');
  const before = await bench.server('GET', `/api/links/${link}/`);
  assert.equal(at(before.body, 'status'), 'unconfirmed');
  const done = await reply(bench, asked, '111111');
  assert.equal(done.status, 201);
  assert.equal(at(done.body, 'id'), link);
  assert.equal(at(done.body, 'status'), 'valid');
});

test('shows what each kind of second factor needs', async () => {
  const bench = createBench();
  const data = async (username: string): Promise<unknown> =>
    at((await begin(bench, username)).body, 0, 'token_generation_data');
  const numeric = await data('mfa_numeric');
  assert.equal(at(numeric, 'type'), 'numeric');
  assert.match(textAt(numeric, 'value'), /^\d{5}$/);
  const qr = await data('mfa_qr');
  assert.equal(at(qr, 'type'), 'qr');
  const [kind = '', image = ''] = textAt(qr, 'value').split(',');
  assert.equal(kind, 'data:image/svg+xml;base64');
  assert.match(atob(image), /^<svg /);
  const question = await data('mfa_question');
  assert.equal(at(question, 'type'), 'text');
  assert.equal(at(question, 'expects_user_input'), true);
  assert.equal(at(await data('mfa_push'), 'expects_user_input'), false);
});

test('asks again with a new session after a wrong code', async () => {
  const bench = createBench();
  const asked = await begin(bench, 'mfa_numeric');
  const again = await reply(bench, asked, '999999');
  assert.equal(again.status, 428);
  assert.equal(at(again.body, 0, 'link'), at(asked.body, 0, 'link'));
  assert.notEqual(at(again.body, 0, 'session'), at(asked.body, 0, 'session'));
  assert.equal(problemIn(await reply(bench, asked, '111111')).code, 'session_expired');
  assert.equal((await reply(bench, again, '123456')).status, 201);
  assert.equal(problemIn(await reply(bench, again, '123456')).code, 'session_expired');
});

test('does not count a code of the wrong form as an attempt', async () => {
  const bench = createBench();
  const asked = await begin(bench, 'mfa_default');
  for (const token of ['12345', '1234567', 'abcdef', '１１１１１１', '111 111']) {
    const found = problemIn(await reply(bench, asked, token));
    assert.deepEqual([found.status, found.code, found.field], [400, 'invalid', 'token']);
  }
  for (const token of [undefined, '']) {
    assert.equal(problemIn(await reply(bench, asked, token)).code, 'required');
  }
  assert.equal((await reply(bench, asked, '111111')).status, 201);
});

test('ends the sign-in after five wrong codes', async () => {
  const bench = createBench();
  let asked = await begin(bench, 'mfa_default');
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    asked = await reply(bench, asked, '999999');
    assert.equal(asked.status, 428);
  }
  assert.equal(problemIn(await reply(bench, asked, '999999')).code, 'session_expired');
  assert.equal(problemIn(await reply(bench, asked, '111111')).code, 'session_expired');
});

test('lets a session expire by the clock', async () => {
  const bench = createBench({sessionTtl: 60});
  const asked = await begin(bench, 'mfa_default');
  assert.equal(at(asked.body, 0, 'expiry'), 60);
  bench.sandbox.advance(60);
  assert.equal(problemIn(await reply(bench, asked, '111111')).code, 'session_expired');
});

test('starts over with the same link when a person comes back', async () => {
  const bench = createBench();
  const first = await begin(bench, 'mfa_default');
  const second = await begin(bench, 'mfa_default');
  assert.equal(at(second.body, 0, 'link'), at(first.body, 0, 'link'));
  assert.equal((await reply(bench, second, '111111')).status, 201);
  assert.equal(problemIn(await begin(bench, 'mfa_default')).code, 'duplicated');
});

test('takes a code that came with the credentials', async () => {
  const bench = createBench();
  assert.equal((await begin(bench, 'mfa_default', {token: '111111'})).status, 201);
  assert.equal((await begin(bench, 'mfa_qr', {token: '999999'})).status, 428);
  assert.equal(problemIn(await begin(bench, 'mfa_numeric', {token: 'x'})).field, 'token');
});

test('takes a confirmation on another device at the second look', async () => {
  const bench = createBench();
  const asked = await begin(bench, 'mfa_push');
  const again = await reply(bench, asked);
  assert.equal(again.status, 428);
  assert.equal((await reply(bench, again)).status, 201);
});

test('takes any answer to a question but the wrong one', async () => {
  const bench = createBench();
  const again = await reply(bench, await begin(bench, 'mfa_question'), '999999');
  assert.equal(again.status, 428);
  assert.equal((await reply(bench, again, 'Firulais')).status, 201);
});

test('accepts an answer without the link, and refuses one with another', async () => {
  const bench = createBench();
  const other = await bench.link();
  const session = textAt((await begin(bench, 'mfa_default')).body, 0, 'session');
  const wrong = await bench.server('PATCH', '/api/links/', {session, link: other, token: '111111'});
  assert.equal(problemIn(wrong).field, 'link');
  const done = await bench.server('PATCH', '/api/links/', {session, token: '111111'});
  assert.equal(done.status, 201);
});

test('lets only the widget that was asked answer', async () => {
  const {widget} = createBench();
  const [mine, theirs] = [await widget(), await widget()];
  const body = {institution: 'gotham_co_business', username: 'mfa_default', password: 'pass_valid'};
  const asked = await mine('POST', '/api/links/', body);
  const answer = {session: textAt(asked.body, 0, 'session'), token: '111111'};
  assert.equal(problemIn(await theirs('PATCH', '/api/links/', answer)).code, 'session_expired');
  assert.equal((await mine('PATCH', '/api/links/', answer)).status, 201);
});

test('asks for the second factor when credentials are renewed', async () => {
  const bench = createBench();
  const link = textAt((await begin(bench, 'mfa_default', {token: '111111'})).body, 'id');
  const asked = await bench.server('PUT', `/api/links/${link}/`, {password: 'pass_valid'});
  assert.equal(asked.status, 428);
  const done = await reply(bench, asked, '111111');
  assert.equal(at(done.body, 'status'), 'valid');
  const token = await bench.server('PUT', `/api/links/${link}/`, {password: 'x', token: '111111'});
  assert.equal(token.status, 200);
});
