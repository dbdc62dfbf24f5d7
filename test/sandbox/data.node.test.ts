import assert from 'node:assert/strict';
import {test} from 'node:test';
import {at, createBench, listAt, problemIn, results, start, textAt} from './support.js';
import type {Bench} from './support.js';

const single = {access_mode: 'single'};

async function all(bench: Bench, collection: string, query: string): Promise<unknown[]> {
  const path = `/api/${collection}/?page_size=1000&${query}`;
  return results(await bench.server('GET', path));
}

/** Hundredths, so that sums are exact. */
function cents(value: unknown, ...keys: (string | number)[]): number {
  return Math.round(Number(at(value, ...keys)) * 100);
}

test('shows a checking and a savings account, a card and a loan with full data', async () => {
  const bench = createBench();
  const link = await bench.link();
  const accounts = await all(bench, 'accounts', `link=${link}`);
  assert.deepEqual(
    accounts.map((account) => [at(account, 'category'), at(account, 'balance_type')]),
    [
      ['CHECKING_ACCOUNT', 'ASSET'],
      ['SAVINGS_ACCOUNT', 'ASSET'],
      ['CREDIT_CARD', 'LIABILITY'],
      ['LOAN_ACCOUNT', 'LIABILITY'],
    ],
  );
  for (const account of accounts) {
    assert.equal(at(account, 'link'), link);
    assert.equal(at(account, 'currency'), 'MXN');
    assert.deepEqual(at(account, 'institution'), {name: 'erebor_mx_retail', type: 'bank'});
  }
  const card = accounts[2];
  const limit = cents(card, 'credit_data', 'credit_limit');
  assert.equal(cents(card, 'balance', 'available'), limit - cents(card, 'balance', 'current'));
});

for (const [institution, currency, username] of [
  ['erebor_mx_retail', 'MXN', 'bnk100'],
  ['gringotts_br_retail', 'BRL', 'bnk100'],
  ['erebor_co_retail', 'COP', 'bnk100'],
  ['erebor_mx_retail', 'MXN', 'bnk103'],
] as const) {
  test(`books transactions that lead to the balances (${username} at ${institution})`, async () => {
    const bench = createBench();
    const password = username === 'bnk103' ? 'negative' : 'full';
    const link = await bench.link(username, {institution, password});
    const transactions = await all(bench, 'transactions', `link=${link}`);
    assert.ok(transactions.length > 300);
    assert.equal(new Set(transactions.map((entry) => at(entry, 'id'))).size, transactions.length);
    for (const entry of transactions) {
      assert.ok(Number(at(entry, 'amount')) > 0);
      assert.equal(at(entry, 'currency'), currency);
      assert.ok(textAt(entry, 'value_date') <= '2026-03-18');
      assert.ok(textAt(entry, 'value_date') >= '2025-03-18');
    }
    const checking = transactions.filter(
      (entry) => at(entry, 'account', 'category') === 'CHECKING_ACCOUNT',
    );
    assert.equal(
      cents(checking[0], 'balance'),
      cents(checking[0], 'account', 'balance', 'current'),
    );
    checking.forEach((entry, index) => {
      const before = checking[index + 1];
      if (before === undefined) return;
      const sign = at(entry, 'type') === 'INFLOW' ? 1 : -1;
      assert.equal(
        cents(entry, 'balance'),
        cents(before, 'balance') + sign * cents(entry, 'amount'),
      );
    });
  });
}

test('keeps ordinary accounts above zero and overdrawn ones below', async () => {
  const bench = createBench();
  for (const institution of ['erebor_mx_retail', 'erebor_br_retail', 'erebor_co_retail']) {
    for (const username of ['ana', 'bruno', 'carla', 'diego']) {
      const link = await bench.link(username, {institution});
      const balances = (await all(bench, 'transactions', `link=${link}`))
        .map((entry) => at(entry, 'balance'))
        .filter((balance) => balance !== null);
      assert.ok(Math.min(...balances.map(Number)) > 0, `${username} at ${institution}`);
    }
  }
  const link = await bench.link('bnk103', {password: 'negative'});
  const [checking, card] = await all(bench, 'accounts', `link=${link}`);
  assert.ok(cents(checking, 'balance', 'current') < 0);
  assert.ok(cents(card, 'balance', 'available') < 0);
});

test('shows nothing for nodata and less than a page for low', async () => {
  const bench = createBench();
  const empty = await bench.link('bnk101', {password: 'nodata'});
  for (const collection of ['accounts', 'owners', 'transactions']) {
    assert.deepEqual(await all(bench, collection, `link=${empty}`), []);
  }
  const low = await bench.link('bnk102', {password: 'low'});
  const some = await all(bench, 'transactions', `link=${low}`);
  assert.ok(some.length > 0 && some.length < 10);
  assert.equal((await all(bench, 'accounts', `link=${low}`)).length, 1);
});

function modulo11(digits: string, weights: readonly number[]): number {
  const rest = weights.reduce((sum, weight, index) => sum + Number(digits[index]) * weight, 0) % 11;
  return rest < 2 ? 0 : 11 - rest;
}

test('gives documents and account numbers with right check digits', async () => {
  const bench = createBench();
  const own = async (institution: string, username: string) => {
    const link = await bench.link(username, {institution});
    const [owner] = await all(bench, 'owners', `link=${link}`);
    const [account] = await all(bench, 'accounts', `link=${link}`);
    return {document: textAt(owner, 'document_id', 'document_number'), owner, account};
  };
  for (let index = 0; index < 20; index += 1) {
    const {document: curp, account} = await own('erebor_mx_retail', `mx${index}`);
    assert.match(curp, /^[A-Z]{4}\d{6}[HM][A-Z]{5}\d\d$/);
    const alphabet = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';
    const sum = curp
      .slice(0, 17)
      .split('')
      .reduce((total, sign, place) => total + alphabet.indexOf(sign) * (18 - place), 0);
    assert.equal(Number(curp[17]), (10 - (sum % 10)) % 10);
    const clabe = textAt(account, 'public_identification_value');
    assert.match(clabe, /^\d{18}$/);
    const weighted = clabe
      .slice(0, 17)
      .split('')
      .reduce(
        (total, digit, place) => total + ((Number(digit) * Number([3, 7, 1][place % 3])) % 10),
        0,
      );
    assert.equal((weighted + Number(clabe[17])) % 10, 0);
    const cpf = (await own('erebor_br_retail', `br${index}`)).document.replaceAll(/\D/g, '');
    assert.equal(Number(cpf[9]), modulo11(cpf, [10, 9, 8, 7, 6, 5, 4, 3, 2]));
    assert.equal(Number(cpf[10]), modulo11(cpf, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]));
  }
  const company = await own('gotham_br_business', 'acme');
  assert.match(company.document, /^\d{2}\.\d{3}\.\d{3}\/0001-\d{2}$/);
  assert.match(textAt(company.owner, 'email'), /@example\.com$/);
});

test('loads recurrent links by itself and single ones when asked', async () => {
  const bench = createBench();
  const link = await bench.link('bnk100', single);
  for (const collection of ['accounts', 'owners', 'transactions']) {
    assert.deepEqual(await all(bench, collection, `link=${link}`), []);
  }
  const kept = await bench.server('POST', '/api/accounts/', {link, save_data: false});
  assert.equal(kept.status, 200);
  assert.equal(listAt(kept.body).length, 4);
  assert.deepEqual(await all(bench, 'accounts', `link=${link}`), []);
  const saved = await bench.server('POST', '/api/accounts/', {link});
  assert.equal(saved.status, 201);
  assert.deepEqual(await all(bench, 'accounts', `link=${link}`), saved.body);
  await bench.server('POST', '/api/accounts/', {link});
  assert.equal((await all(bench, 'accounts', `link=${link}`)).length, 4);
  const wanted = await bench.link('other', {...single, fetch_resources: ['OWNERS']});
  assert.equal((await all(bench, 'owners', `link=${wanted}`)).length, 1);
  assert.deepEqual(await all(bench, 'accounts', `link=${wanted}`), []);
});

test('reads the transactions of a period and an account', async () => {
  const bench = createBench();
  const link = await bench.link('bnk100', single);
  const {body: accounts} = await bench.server('POST', '/api/accounts/', {link});
  const account = textAt(accounts, 0, 'id');
  const period = {date_from: '2026-02-01', date_to: '2026-02-28'};
  const {status, body} = await bench.server('POST', '/api/transactions/', {
    link,
    ...period,
    account,
  });
  assert.equal(status, 201);
  assert.ok(listAt(body).length > 5);
  for (const entry of listAt(body)) {
    assert.equal(at(entry, 'account', 'id'), account);
    assert.match(textAt(entry, 'value_date'), /^2026-02-/);
  }
  assert.equal((await all(bench, 'transactions', `link=${link}`)).length, listAt(body).length);
});

test('refuses periods that make no sense', async () => {
  const bench = createBench();
  const link = await bench.link();
  const cases: [string, string, string][] = [
    ['2026-03-02', '2026-03-01', 'date_from'],
    ['2026-03-01', '2026-03-20', 'date_to'],
    ['2025-01-01', '2025-02-01', 'date_from'],
    ['2026-02-30', '2026-03-01', 'date_from'],
    ['01/02/2026', '2026-03-01', 'date_from'],
  ];
  for (const [date_from, date_to, field] of cases) {
    const answer = await bench.server('POST', '/api/transactions/', {link, date_from, date_to});
    const found = problemIn(answer);
    assert.deepEqual([found.status, found.code, found.field], [400, 'invalid', field]);
  }
  const missing = await bench.server('POST', '/api/transactions/', {link});
  assert.deepEqual(
    listAt(missing.body).map((entry) => at(entry, 'field')),
    ['date_from', 'date_to'],
  );
  // The npm client sends the day of its own time zone.
  const ahead = {link, date_from: '2026-03-01', date_to: '2026-03-19'};
  assert.equal((await bench.server('POST', '/api/transactions/', ahead)).status, 201);
});

test('filters and pages what was kept', async () => {
  const bench = createBench();
  const link = await bench.link();
  const other = await bench.link('other');
  const transactions = await all(bench, 'transactions', `link=${link}`);
  const expected = async (query: string, keep: (entry: unknown) => boolean): Promise<void> => {
    const found = await all(bench, 'transactions', `link=${link}&${query}`);
    const wanted = transactions.filter(keep);
    assert.ok(wanted.length > 0 && wanted.length < transactions.length, query);
    assert.deepEqual(found, wanted, query);
  };
  const day = (entry: unknown): string => textAt(entry, 'value_date');
  const amount = (entry: unknown): number => Number(at(entry, 'amount'));
  await expected('type=INFLOW', (entry) => at(entry, 'type') === 'INFLOW');
  await expected('amount__gte=500', (entry) => amount(entry) >= 500);
  await expected('amount__lt=500', (entry) => amount(entry) < 500);
  await expected('amount__range=100,200', (entry) => amount(entry) >= 100 && amount(entry) <= 200);
  await expected('value_date__gt=2026-01-01', (entry) => day(entry) > '2026-01-01');
  await expected(
    'value_date__range=2025-05-01,2025-06-01',
    (entry) => day(entry) >= '2025-05-01' && day(entry) <= '2025-06-01',
  );
  const account = textAt(transactions[0], 'account', 'id');
  await expected(`account=${account}`, (entry) => at(entry, 'account', 'id') === account);
  await expected(`account__in=${account}`, (entry) => at(entry, 'account', 'id') === account);
  const page = await bench.server('GET', `/api/transactions/?link=${link}`);
  assert.equal(results(page).length, 10);
  assert.deepEqual(results(page), transactions.slice(0, 10));
  assert.equal(problemIn(await bench.server('GET', '/api/transactions/')).field, 'link');
  assert.equal((await all(bench, 'accounts', '')).length, 8);
  assert.equal((await all(bench, 'accounts', `link__in=${link},${other}`)).length, 8);
  assert.equal((await all(bench, 'accounts', 'category=LOAN_ACCOUNT')).length, 2);
  assert.equal((await all(bench, 'accounts', 'balance__current__gt=0')).length, 8);
  assert.equal((await all(bench, 'accounts', 'name__icontains=AHORRO')).length, 2);
  const bad = await bench.server('GET', '/api/accounts/?balance__current__gt=lots');
  assert.equal(problemIn(bad).field, 'balance__current__gt');
});

test('shows and removes single objects', async () => {
  const bench = createBench();
  const link = await bench.link();
  for (const collection of ['accounts', 'owners', 'transactions']) {
    const [first] = await all(bench, collection, `link=${link}`);
    const path = `/api/${collection}/${textAt(first, 'id')}/`;
    assert.deepEqual((await bench.server('GET', path)).body, first);
    assert.equal((await bench.server('DELETE', path)).status, 204);
    assert.equal((await bench.server('GET', path)).status, 404);
    assert.equal((await bench.server('DELETE', path)).status, 404);
  }
});

test('adds transactions as days go by and keeps the old ones', async () => {
  const bench = createBench();
  const link = await bench.link();
  const read = async (to: string): Promise<unknown[]> => {
    const body = {link, date_from: '2025-12-01', date_to: to};
    return listAt((await bench.server('POST', '/api/transactions/', body)).body);
  };
  const ids = (entries: unknown[]): string[] => entries.map((entry) => textAt(entry, 'id'));
  const before = ids(await read('2026-03-18'));
  bench.sandbox.advance(30 * 86_400);
  const after = await read('2026-04-17');
  assert.ok(after.length > before.length);
  assert.deepEqual(ids(after).slice(-before.length), before);
});

test('says why a link gives no data', async () => {
  const bench = createBench({control: true});
  const link = await bench.link();
  const post = async (body: object = {link}) =>
    problemIn(await bench.server('POST', '/api/accounts/', body));
  const set = (status: string) => bench.server('POST', `/__sandbox/links/${link}`, {status});
  assert.equal((await post({})).code, 'required');
  assert.equal((await post({link: 'x'})).code, 'invalid');
  const unknown = crypto.randomUUID();
  assert.equal((await post({link: unknown})).message, `Object with id=${unknown} does not exist.`);
  await set('invalid');
  assert.equal((await post()).code, 'invalid_link');
  await set('unconfirmed');
  assert.equal((await post()).code, 'unconfirmed_link');
  const fiscal = await bench.link('fiscal100', {institution: 'tatooine_mx_fiscal'});
  assert.equal((await post({link: fiscal})).code, 'unsupported_operation');
});

test('asks for a fresh code where a link needs one and goes on with the request', async () => {
  const bench = createBench({control: true});
  const link = await bench.link();
  await bench.server('POST', `/__sandbox/links/${link}`, {status: 'token_required'});
  const period = {date_from: '2026-03-01', date_to: '2026-03-10'};
  const asked = await bench.server('POST', '/api/transactions/', {link, ...period});
  assert.equal(asked.status, 428);
  const answer = {session: textAt(asked.body, 0, 'session'), link, token: '111111'};
  assert.equal(
    problemIn(await bench.server('PATCH', '/api/accounts/', answer)).code,
    'session_expired',
  );
  const done = await bench.server('PATCH', '/api/transactions/', answer);
  assert.equal(done.status, 201);
  for (const entry of listAt(done.body))
    assert.match(textAt(entry, 'value_date'), /^2026-03-(0\d|10)$/);
  assert.equal(at((await bench.server('GET', `/api/links/${link}/`)).body, 'status'), 'valid');
});

test('repairs a link in need of a code without its password', async () => {
  const bench = createBench({control: true});
  const id = await bench.link();
  await bench.server('POST', `/__sandbox/links/${id}`, {status: 'token_required'});
  const call = await bench.widget('read_links,write_links', {link_id: id});
  const asked = await call('PUT', `/api/links/${id}/`, {});
  assert.equal(asked.status, 428);
  const session = textAt(asked.body, 0, 'session');
  const done = await call('PATCH', '/api/links/', {session, link: id, token: '111111'});
  assert.equal(at(done.body, 'id'), id);
  assert.equal(at(done.body, 'status'), 'valid');
});

test('answers requests in asynchronous mode with an id', async () => {
  const bench = createBench();
  const link = await bench.link('bnk100', single);
  const headers = {'X-Belvo-Request-Mode': 'async'};
  const {status, body} = await bench.server('POST', '/api/accounts/', {link}, headers);
  assert.equal(status, 202);
  assert.match(textAt(body, 'request_id'), /^[a-f0-9]{32}$/);
  assert.equal((await all(bench, 'accounts', `link=${link}`)).length, 4);
});

test('ends at the day of the clock', async () => {
  const bench = createBench({clock: () => start});
  const link = await bench.link();
  const days = (await all(bench, 'transactions', `link=${link}`)).map((entry) =>
    textAt(entry, 'value_date'),
  );
  assert.deepEqual(days, [...days].sort().reverse());
  assert.ok(Date.parse('2026-03-18') - Date.parse(String(days[0])) <= 3 * 86_400_000);
});
