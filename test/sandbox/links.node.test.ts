import assert from 'node:assert/strict';
import {test} from 'node:test';
import {scenarios} from '../../src/sandbox/index.js';
import {at, createBench, listAt, problemIn, results, start, textAt} from './support.js';
import type {Answer, Bench} from './support.js';

const erebor = {institution: 'erebor_mx_retail'};

function create(bench: Bench, body: object): Promise<Answer> {
  return bench.server('POST', '/api/links/', body);
}

test('creates a link and shows it in the documented shape', async () => {
  const bench = createBench();
  const body = {...erebor, username: 'bnk100', password: 'full', external_id: 'user-1'};
  const {status, body: link} = await create(bench, body);
  assert.equal(status, 201);
  assert.deepEqual(Object.keys(Object(link)).sort(), [
    'access_mode',
    'created_at',
    'created_by',
    'credentials_storage',
    'external_id',
    'fetch_resources',
    'id',
    'institution',
    'institution_user_id',
    'last_accessed_at',
    'refresh_rate',
    'stale_in',
    'status',
  ]);
  assert.match(
    textAt(link, 'id'),
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  assert.match(textAt(link, 'institution_user_id'), /^[A-Za-z0-9\-=_]{44}$/);
  assert.equal(at(link, 'created_at'), '2026-03-18T12:00:00.000000Z');
  assert.equal(at(link, 'external_id'), 'user-1');
  const {access_mode, status: state, refresh_rate, credentials_storage} = Object(link);
  assert.deepEqual(
    [access_mode, state, refresh_rate, credentials_storage],
    ['recurrent', 'valid', '7d', 'store'],
  );
});

test('gives single links no refreshing and a year of stored credentials', async () => {
  const body = {...erebor, username: 'bnk100', password: 'full', access_mode: 'single'};
  const {body: link} = await create(createBench(), body);
  assert.equal(at(link, 'refresh_rate'), null);
  assert.equal(at(link, 'credentials_storage'), '365d');
});

test('names every field that does not fit', async () => {
  const bench = createBench();
  const good = {...erebor, username: 'bnk100', password: 'full'};
  const cases: [object, string, string][] = [
    [{username: 'a', password: 'b'}, 'required', 'institution'],
    [{...good, institution: null}, 'null', 'institution'],
    [{...good, institution: ''}, 'blank', 'institution'],
    [{...good, institution: 'narnia'}, 'does_not_exist', 'institution'],
    [{...good, institution: 5}, 'invalid', 'institution'],
    [{...erebor, password: 'b'}, 'required', 'username'],
    [{...erebor, username: 'a'}, 'required', 'password'],
    [{...good, password: ''}, 'blank', 'password'],
    [{...good, username: '1234567890abcdefg'}, 'invalid', 'username'],
    [{...good, access_mode: 'twice'}, 'invalid_choice', 'access_mode'],
    [{...good, external_id: 'a b'}, 'invalid', 'external_id'],
    [{...good, fetch_resources: 'ACCOUNTS'}, 'not_a_list', 'fetch_resources'],
    [{...good, fetch_resources: ['INVOICES']}, 'invalid_fetch_resources', 'fetch_resources'],
    [{...good, credentials_storage: '400d'}, 'invalid_credentials_storage', 'credentials_storage'],
  ];
  for (const [body, code, field] of cases) {
    const found = problemIn(await create(bench, body));
    assert.deepEqual([found.status, found.code, found.field], [400, code, field]);
  }
  const narnia = problemIn(await create(bench, {...good, institution: 'narnia'}));
  assert.equal(narnia.message, 'Object with name=narnia does not exist.');
  const twice = problemIn(await create(bench, {...good, access_mode: 'twice'}));
  assert.equal(twice.message, '"twice" is not a valid choice.');
  const {body} = await create(bench, erebor);
  assert.deepEqual(
    listAt(body).map((entry) => at(entry, 'field')),
    ['username', 'password'],
  );
});

test('answers each test user as its table says', async () => {
  const failures: Record<string, number> = {request_timeout: 408, unexpected_error: 500};
  const places: Record<string, string> = {
    bank: 'gringotts_co_retail',
    gig: 'goonies_mx_gig',
    fiscal: 'tatooine_mx_fiscal',
    any: 'erebor_br_retail',
    challenge: 'gotham_mx_business',
  };
  for (const {at: place, username, password, result} of scenarios) {
    const body = {institution: places[place], username, password: password ?? 'anything'};
    const answer = await create(createBench({quiet: true}), body);
    switch (result.type) {
      case 'link':
        assert.equal(answer.status, 201, username);
        break;
      case 'challenge':
        assert.equal(answer.status, 428, username);
        break;
      case 'refusal':
        assert.equal(problemIn(answer).code, result.code, username);
        assert.equal(answer.status, failures[result.code] ?? 400, username);
        if (result.message) assert.equal(problemIn(answer).message, result.message);
    }
  }
});

test('follows the rules of banks with special forms', async () => {
  const bench = createBench();
  const iron = {institution: 'ironbank_br_retail', username: 'adv_valid', username_type: '003'};
  const keys = {username2: 'valid', password: 'pass_valid', password2: 'valid'};
  const bad = {username: 'adv_invalid', username_type: '999', username2: 'invalid'};
  const badKeys = {password: 'pass_invalid', password2: 'invalid'};
  const code = async (body: object): Promise<unknown> => problemIn(await create(bench, body)).code;
  assert.equal(await code({...iron, ...keys, username_type: '777'}), 'invalid_choice');
  assert.equal(await code({...iron, ...keys, username2: undefined}), 'required');
  assert.equal(await code({...iron, ...bad, ...badKeys}), 'login_error');
  assert.equal((await create(bench, {...iron, ...keys})).status, 201);
  const planet = {institution: 'planet_mx_employment'};
  assert.equal(await code({...planet, username: 'nonsense'}), 'invalid');
  assert.equal((await create(bench, {...planet, username: 'BLPM951331IONVGR54'})).status, 201);
  const openFinance = {institution: 'ofmockbank_br_retail', username: '76109277673'};
  assert.equal((await create(bench, openFinance)).status, 201);
  assert.equal(
    await code({institution: 'banregio_mx_retail', username: 'a', password: 'b'}),
    'institution_down',
  );
});

test('refuses the same user twice and tells other users apart', async () => {
  const bench = createBench();
  const body = {...erebor, username: 'bnk100', password: 'full'};
  const first = await create(bench, body);
  const again = await create(bench, {...body, password: 'other'});
  assert.equal(problemIn(again).code, 'duplicated');
  assert.equal(problemIn(again).message, 'Link already exists');
  assert.equal(at(again.body, 0, 'institution_user_id'), at(first.body, 'institution_user_id'));
  assert.equal((await create(bench, {...body, institution: 'erebor_br_retail'})).status, 201);
  assert.equal((await create(bench, {...body, username: 'bnk1001'})).status, 201);
});

test('keeps no credential', async () => {
  const bench = createBench();
  await create(bench, {...erebor, username: 'canary_user', password: 'canary-password'});
  const {items} = await bench.sandbox.store.listLinks('sandbox-secret-id', {
    conditions: [],
    offset: 0,
    limit: 10,
  });
  assert.equal(items.length, 1);
  assert.doesNotMatch(JSON.stringify(items), /canary/);
});

test('lists links newest first, filtered and ten to a page', async () => {
  const bench = createBench();
  const ids: string[] = [];
  for (let index = 0; index < 12; index += 1) {
    ids.push(await bench.link(`user${index}`, {external_id: `ext-${index}`}));
    bench.sandbox.advance(86_400);
  }
  const page = await bench.server('GET', '/api/links/');
  assert.equal(at(page.body, 'count'), 12);
  assert.deepEqual(
    results(page).map((link) => at(link, 'id')),
    [...ids].reverse().slice(0, 10),
  );
  const found = async (query: string): Promise<unknown[]> =>
    results(await bench.server('GET', `/api/links/?page_size=100&${query}`)).map((link) =>
      at(link, 'id'),
    );
  assert.deepEqual(await found('external_id=ext-3'), [ids[3]]);
  assert.deepEqual(await found('external_id__in=ext-3,ext-5'), [ids[5], ids[3]]);
  assert.deepEqual(await found(`id__in=${ids[0]},${ids[1]}`), [ids[1], ids[0]]);
  assert.deepEqual(await found('created_at__lt=2026-03-20'), [ids[1], ids[0]]);
  assert.deepEqual(await found('created_at__range=2026-03-20,2026-03-22'), [ids[3], ids[2]]);
  assert.deepEqual(await found('created_at=2026-03-20'), [ids[2]]);
  assert.equal((await found('access_mode=recurrent')).length, 12);
  assert.deepEqual(await found('status=invalid'), []);
  assert.deepEqual(await found('institution=nowhere'), []);
  assert.equal(problemIn(await bench.server('GET', '/api/links/?id=x')).field, 'id');
  assert.equal(
    problemIn(await bench.server('GET', '/api/links/?created_at__gt=soon')).code,
    'invalid',
  );
});

test('renews credentials, and gives up a link after six refusals', async () => {
  const {link, server} = createBench({control: true});
  const id = await link();
  const path = `/api/links/${id}/`;
  const status = async (): Promise<unknown> => at((await server('GET', path)).body, 'status');
  assert.equal(problemIn(await server('PUT', path, {})).field, 'password');
  for (let attempt = 1; attempt <= 6; attempt += 1) {
    assert.equal(await status(), 'valid');
    assert.equal(
      problemIn(await server('PUT', path, {password: 'pass_invalid'})).code,
      'login_error',
    );
  }
  assert.equal(await status(), 'invalid');
  const renewed = await server('PUT', path, {password: 'full'});
  assert.equal(renewed.status, 200);
  assert.equal(at(renewed.body, 'id'), id);
  assert.equal(await status(), 'valid');
});

test('changes what may change', async () => {
  const {link, server} = createBench();
  const id = await link('bnk100', {access_mode: 'single', credentials_storage: 'nostore'});
  const path = `/api/links/${id}/`;
  const change = {fetch_resources: ['OWNERS'], stale_in: '90d'};
  const {status, body} = await server('PATCH', path, change);
  assert.equal(status, 200);
  assert.deepEqual(at(body, 'fetch_resources'), ['OWNERS']);
  assert.equal(at(body, 'stale_in'), '90d');
  const refused = await server('PATCH', path, {access_mode: 'recurrent'});
  assert.equal(problemIn(refused).code, 'invalid_access_mode_switch');
});

test('removes a link with its data', async () => {
  const {link, server} = createBench();
  const id = await link();
  const path = `/api/links/${id}/`;
  const count = async (): Promise<unknown> =>
    at((await server('GET', `/api/transactions/?link=${id}`)).body, 'count');
  assert.ok(Number(await count()) > 0);
  const {status, text} = await server('DELETE', path);
  assert.deepEqual([status, text], [204, '']);
  assert.equal(await count(), 0);
  assert.equal((await server('GET', path)).status, 404);
  assert.equal((await server('DELETE', path)).status, 404);
  const other = await link();
  const later = await server('DELETE', `/api/links/${other}/`, undefined, {
    'X-Belvo-Request-Mode': 'async',
  });
  assert.equal(later.status, 202);
  assert.match(textAt(later.body, 'request_id'), /^[a-f0-9]{32}$/);
});

test('gives the same answers for the same seed and clock', async () => {
  const answers = async (seed: string): Promise<string[]> => {
    const bench = createBench({seed, clock: () => start});
    const id = await bench.link();
    const paths = [`/api/links/${id}/`, `/api/transactions/?link=${id}&page_size=1000`];
    return await Promise.all(paths.map(async (path) => (await bench.server('GET', path)).text));
  };
  assert.deepEqual(await answers('a'), await answers('a'));
  assert.notDeepEqual(await answers('a'), await answers('b'));
});
