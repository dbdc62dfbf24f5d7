import assert from 'node:assert/strict';
import {test} from 'node:test';
import {at, base, createBench, listAt, problemIn, results, textAt} from './support.js';

/** Name, number and field names of the institutions captured from Belvo's own sandbox. */
const captured: [number, string, string][] = [
  [1001, 'gringotts_mx_retail', 'username password'],
  [1002, 'gringotts_co_retail', 'username password'],
  [1003, 'gringotts_br_retail', 'username password'],
  [1004, 'erebor_mx_retail', 'username password'],
  [1005, 'erebor_co_retail', 'username password'],
  [1006, 'erebor_br_retail', 'username password'],
  [1012, 'gotham_br_business', 'username password'],
  [1013, 'tatooine_mx_fiscal', 'username password'],
  [1014, 'heimdall_mx_retail', 'username password token'],
  [1015, 'ironbank_br_business', 'username_type username username2 password password2'],
  [1016, 'ironbank_br_retail', 'username_type username username2 password password2'],
  [1020, 'heimdall_br_retail', 'username password token'],
  [1021, 'heimdall_co_retail', 'username password token'],
  [9256, 'ofmockbank_br_retail', 'username'],
  [9322, 'belvo_mx_retail', 'username username2 password'],
  [9454, 'planet_mx_employment', 'username password'],
];

test('knows the institutions of the real sandbox under their numbers', async () => {
  const {server} = createBench();
  for (const [id, name, fields] of captured) {
    const {status, body} = await server('GET', `/api/institutions/${id}/`);
    assert.equal(status, 200);
    assert.equal(at(body, 'name'), name);
    const names = listAt(body, 'form_fields').map((field) => textAt(field, 'name'));
    assert.equal(names.join(' '), fields);
  }
});

test('lists all of them in one page of a hundred and the rest', async () => {
  const {server} = createBench();
  const first = await server('GET', '/api/institutions/');
  assert.equal(results(first).length, 100);
  assert.equal(at(first.body, 'previous'), null);
  const next = textAt(first.body, 'next');
  assert.equal(next, `${base}/api/institutions/?page=2`);
  const second = await server('GET', next);
  assert.equal(at(second.body, 'next'), null);
  assert.equal(textAt(second.body, 'previous'), `${base}/api/institutions/?page=1`);
  const all = [...results(first), ...results(second)];
  assert.equal(all.length, at(first.body, 'count'));
  for (const key of ['id', 'name']) {
    assert.equal(new Set(all.map((entry) => at(entry, key))).size, all.length, key);
  }
  for (const entry of all) {
    assert.match(textAt(entry, 'primary_color'), /^#[0-9a-f]{6}$/i);
    assert.ok(listAt(entry, 'form_fields').length > 0);
  }
  assert.deepEqual(new Set(all.map((entry) => at(entry, 'status'))), new Set(['healthy', 'down']));
});

test('pages with the host, port and scheme of the request and keeps the filters', async () => {
  const {server} = createBench();
  const url = 'http://127.0.0.1:8123/api/institutions/?country_code=MX&page_size=2&page=2';
  const {body} = await server('GET', url);
  assert.equal(at(body, 'next'), url.replace('&page=2', '&page=3'));
  assert.equal(
    textAt(body, 'results', 0, 'icon_logo').startsWith('http://127.0.0.1:8123/logos/'),
    true,
  );
});

test('filters as the API does', async () => {
  const {server} = createBench();
  const names = async (query: string): Promise<string[]> =>
    results(await server('GET', `/api/institutions/?page_size=1000&${query}`)).map((entry) =>
      textAt(entry, 'name'),
    );
  const all = await names('');
  const like = (pattern: RegExp): string[] => all.filter((name) => pattern.test(name));
  assert.deepEqual(await names('country_code=CO'), like(/_co_/));
  assert.deepEqual(await names('country_code__in=CO,BR'), like(/_(co|br)_/));
  assert.deepEqual(await names('name=erebor_mx_retail'), ['erebor_mx_retail']);
  assert.deepEqual(await names('name__in=erebor_mx_retail,nope'), ['erebor_mx_retail']);
  assert.deepEqual(await names('type__in=fiscal,employment'), like(/_(fiscal|employment)$/));
  assert.deepEqual(await names('display_name=BOGOTA'), ['bancodebogota_co_retail']);
  assert.deepEqual(await names('status=down'), ['colpatria_co_retail', 'banregio_mx_retail']);
  assert.deepEqual(await names('resources__allin=OWNERS,EMPLOYMENT_RECORDS'), like(/_employment$/));
  assert.deepEqual(await names('unknown=1'), all);
});

test('keeps or drops members on request', async () => {
  const {server} = createBench();
  const kept = await server('GET', '/api/institutions/?fields=id,name&page_size=1');
  assert.deepEqual(results(kept), [{id: 1001, name: 'gringotts_mx_retail'}]);
  const dropped = await server('GET', '/api/institutions/1001/?omit=form_fields');
  assert.equal(at(dropped.body, 'form_fields'), undefined);
  assert.equal(at(dropped.body, 'id'), 1001);
});

test('caps the size of a page and refuses pages that do not exist', async () => {
  const {server} = createBench();
  const large = await server('GET', '/api/institutions/?page_size=5000');
  assert.equal(results(large).length, at(large.body, 'count'));
  const odd = await server('GET', '/api/institutions/?page_size=many');
  assert.equal(results(odd).length, 100);
  for (const page of ['3', '0', '-1', 'x']) {
    const answer = await server('GET', `/api/institutions/?page=${page}`);
    assert.equal(problemIn(answer).code, 'not_found', page);
  }
  for (const id of ['7', '1001x', '01001', '1e3']) {
    assert.equal((await server('GET', `/api/institutions/${id}/`)).status, 404, id);
  }
});

test('shows forms in the language of the country', async () => {
  const {server} = createBench();
  const labels = async (id: number): Promise<unknown[]> =>
    listAt((await server('GET', `/api/institutions/${id}/`)).body, 'form_fields').map((field) =>
      at(field, 'label'),
    );
  assert.deepEqual(await labels(1004), ['Usuario', 'Contraseña']);
  assert.deepEqual(await labels(1006), ['Usuário', 'Senha']);
});

test('draws a logo for an institution', async () => {
  const {anyone, server} = createBench();
  const {body} = await server('GET', '/api/institutions/?name=ofnubank_br_retail');
  const logo = textAt(body, 'results', 0, 'icon_logo');
  assert.equal(logo, `${base}/logos/ofnubank_br_retail.svg`);
  const {status, headers, text} = await anyone('GET', logo);
  assert.equal(status, 200);
  assert.equal(headers.get('content-type'), 'image/svg+xml');
  assert.match(headers.get('cache-control') ?? '', /max-age/);
  assert.match(text, /^<svg [^]*#820ad1[^]*<\/svg>$/);
  assert.equal((await anyone('GET', '/logos/nobody.svg')).status, 404);
});
