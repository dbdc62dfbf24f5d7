import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {TestContext} from 'node:test';
import {call, listen, member, serveBackend, startCompany} from './support.js';
import type {Answer} from './support.js';

const link = '6e2ac6f0-1f0c-4c53-9f39-1f6a3b6f6a11';
const keys = {secretId: 'canary-id-5f1e', secretPassword: 'canary-password-77ab'};
const basic = btoa(`${keys.secretId}:${keys.secretPassword}`);

function assertUnavailable(answer: Answer): void {
  assert.equal(answer.status, 502);
  assert.equal(member(member(answer.body, 'error'), 'code'), 'belvo_unavailable');
  for (const secret of [keys.secretId, keys.secretPassword, basic]) {
    assert.ok(!answer.text.includes(secret), 'no secret in the answer');
  }
}

/** An API that answers every list with `list` and everything else with a link. */
async function oddApi(t: TestContext, answer: (path: string) => string): Promise<string> {
  return listen(t, (request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(answer(new URL(request.url ?? '', 'http://api').pathname));
  });
}

async function ask(t: TestContext, apiUrl: string, method: string, path: string): Promise<Answer> {
  const url = await serveBackend(t, {apiUrl, ...keys});
  await call(`${url}/demo/links/${link}`, 'PUT', {origin: url});
  return call(url + path, method, {origin: url});
}

const confirmed = JSON.stringify({
  id: link,
  institution: 'erebor_mx_retail',
  status: 'valid',
  access_mode: 'single',
  created_at: '2026-01-01T00:00:00.000000Z',
});

describe('the demo backend, when the API fails', () => {
  it('says that Belvo is unavailable when nothing answers', async (t) => {
    const company = await startCompany(t, keys);
    await company.stopApi();
    assertUnavailable(await company.ask('POST', '/demo/token'));
    assertUnavailable(await company.ask('PUT', `/demo/links/${link}`));
  });

  it('says so, without the keys, when the API refuses them', async (t) => {
    const company = await startCompany(t, keys);
    assertUnavailable(await company.ask('POST', '/demo/token'));
  });

  it('keeps a link that could not be removed', async (t) => {
    const company = await startCompany(t);
    const id = await company.connect('bnk102', 'low');
    await company.ask('PUT', `/demo/links/${id}`);
    await company.stopApi();
    assertUnavailable(await company.ask('DELETE', `/demo/links/${id}`));
    const {body} = await company.ask('GET', '/demo/links');
    assert.match(JSON.stringify(body), new RegExp(id));
  });

  it('shows nothing of an answer that is not what it should be', async (t) => {
    for (const odd of ['<html>', 'null', '{"access": 1}', '{"access": "no.token"}']) {
      const apiUrl = await oddApi(t, () => odd);
      const answer = await ask(t, apiUrl, 'POST', '/demo/token');
      assertUnavailable(answer);
      assert.ok(!answer.text.includes(odd));
    }
  });

  it('follows no redirect', async (t) => {
    const target = await oddApi(t, () => '{"access": "a.b.c"}');
    const apiUrl = await listen(t, (_, response) => {
      response.writeHead(307, {location: `${target}/api/token/`}).end();
    });
    assertUnavailable(await ask(t, apiUrl, 'POST', '/demo/token'));
  });

  it('never takes the keys to the host that a page of a list names as its next', async (t) => {
    const visits: string[] = [];
    const elsewhere = await listen(t, (request, response) => {
      visits.push(request.url ?? '');
      response.end('{}');
    });
    const page = JSON.stringify({count: 1, next: `${elsewhere}/api/owners/?page=2`, results: []});
    const apiUrl = await oddApi(t, (path) => (path.startsWith('/api/links/') ? confirmed : page));
    assertUnavailable(await ask(t, apiUrl, 'GET', `/demo/links/${link}`));
    assert.deepEqual(visits, []);
  });

  it('gives up on a list that never ends', async (t) => {
    const page = JSON.stringify({count: 1, next: '/api/owners/?page=2', results: []});
    const apiUrl = await oddApi(t, (path) => (path.startsWith('/api/links/') ? confirmed : page));
    assertUnavailable(await ask(t, apiUrl, 'GET', `/demo/links/${link}`));
  });
});
