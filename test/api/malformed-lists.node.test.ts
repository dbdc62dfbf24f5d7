import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {gzipSync} from 'node:zlib';
import type {Institution} from '../../src/model.js';
import {clientOf, failureOf, listAll, page, useServer, wireInstitution} from './support.js';
import type {Reply} from './support.js';

const goodPage = JSON.stringify({
  count: 1,
  next: null,
  previous: null,
  results: [wireInstitution()],
});

const unreadable: [name: string, reply: Reply][] = [
  ['an empty body', {body: ''}],
  ['white space', {body: ' \n\t '}],
  ['JSON that is cut off', {body: goodPage.slice(0, -5)}],
  ['a page of HTML', {body: '<!doctype html><title>Hi</title>'}],
  ['HTML labelled JSON', {body: '<p>', headers: {'content-type': 'application/json'}}],
  ['UTF-16', {body: Buffer.from(goodPage, 'utf16le')}],
  ['null', {body: 'null'}],
  ['a number', {body: '7'}],
  ['a string', {body: '"results"'}],
  ['an array instead of a page', {body: '[]'}],
  ['an object that is no page', {body: '{}'}],
  ['a second document behind the first', {body: goodPage + goodPage}],
  ['JSON lines', {body: '{"a":1}\n{"a":2}'}],
  ['arrays nested 100 000 deep', {body: '['.repeat(1e5) + ']'.repeat(1e5)}],
  ['more than 5 MiB', {body: goodPage + ' '.repeat(5 << 20)}],
  ['status 204', {status: 204}],
  ['results that are missing', page(undefined)],
  ['results that are null', page(null)],
  ['results that are an object', page({0: wireInstitution()})],
  ['only broken entries', page([null, 1, {}, []])],
  ['__proto__ as the page', {body: '{"__proto__":{"results":[]}}'}],
  ['constructor keys', {body: '{"constructor":{"prototype":{"results":[]}}}'}],
  ['a second factor', {status: 428, body: '[{"code":"token_required"}]'}],
];

const readable: [name: string, reply: Reply][] = [
  ['JSON labelled text', {body: goodPage, headers: {'content-type': 'text/plain'}}],
  ['a byte order mark', {body: `\uFEFF${goodPage}`}],
  ['duplicate keys', {body: goodPage.replace('{', '{"results":null,')}],
  ['gzip', {body: gzipSync(goodPage), headers: {'content-encoding': 'gzip'}}],
  ['an absurd count', page([wireInstitution()], {count: -1e300})],
  ['a next that is a number', page([wireInstitution()], {next: 5})],
  ['a null entry beside it', page([null, wireInstitution()])],
  ['an entry without name beside it', page([{id: 2}, wireInstitution()])],
  ['an entry without id beside it', page([wireInstitution({id: undefined}), wireInstitution()])],
  ['an id that is text beside it', page([wireInstitution({id: '1'}), wireInstitution()])],
  ['a huge id beside it', page([wireInstitution({id: 1e300}), wireInstitution()])],
  ['the same id twice', page([wireInstitution(), wireInstitution({name: 'other_mx_retail'})])],
  ['the same name twice', page([wireInstitution(), wireInstitution({id: 2})])],
  ['__proto__ in an entry', {body: goodPage.replace('"id"', '"__proto__":{"x":1},"id"')}],
];

const members: [name: string, wire: Record<string, unknown>, expected: Partial<Institution>][] = [
  ['no display name', {display_name: null}, {displayName: 'erebor_mx_retail'}],
  ['a blank display name', {display_name: '  '}, {displayName: 'erebor_mx_retail'}],
  ['a display name of 1 MB', {display_name: 'a'.repeat(1e6)}, {displayName: 'a'.repeat(200)}],
  ['markup as display name', {display_name: '<img onerror=1>'}, {displayName: '<img onerror=1>'}],
  ['an unknown country', {country_code: 'XX', country_codes: []}, {country: null}],
  ['a country in the array only', {country_code: null, country_codes: ['BR']}, {country: 'BR'}],
  ['countries that are null', {country_code: 5, country_codes: null}, {country: null}],
  ['a business name', {name: 'gotham_br_business'}, {kind: 'business'}],
  ['a fiscal type', {name: 'sat', type: 'fiscal'}, {kind: 'fiscal'}],
  ['a gig type', {name: 'goonies', type: 'gig'}, {kind: 'gig'}],
  ['an unknown type', {name: 'what', type: 'casino'}, {kind: 'retail'}],
  ['a type that is an object', {name: 'what', type: {toString: 1}}, {kind: 'retail'}],
  ['a short colour', {primary_color: '#fff'}, {color: null}],
  ['CSS as colour', {primary_color: '#056dae;}body{x:y'}, {color: null}],
  ['a javascript: logo', {icon_logo: 'javascript:alert(1)'}, {logo: null}],
  ['a data: logo', {icon_logo: 'data:text/html,hi'}, {logo: null}],
  ['an http: logo', {icon_logo: 'http://statics.example/a.svg'}, {logo: null}],
  [
    'an http: logo on loopback',
    {icon_logo: 'http://localhost:8123/a.svg'},
    {logo: 'http://localhost:8123/a.svg'},
  ],
  ['a logo with a password in it', {icon_logo: 'https://a:b@statics.example/a.svg'}, {logo: null}],
  ['a logo that is a path', {icon_logo: '/a.svg'}, {logo: null}],
  [
    'a logo of 5 000 characters',
    {icon_logo: `https://a.example/${'a'.repeat(5000)}`},
    {logo: null},
  ],
  [
    'only the second logo',
    {icon_logo: null, logo: 'https://a.example/b.svg'},
    {logo: 'https://a.example/b.svg'},
  ],
  ['a vbscript: website', {website: 'vbscript:x'}, {website: null}],
  ['status down', {status: 'down'}, {healthy: false}],
  ['an unknown status', {status: 'sleepy'}, {healthy: true}],
  ['open finance by its old name', {integration_type: 'openbanking'}, {integration: 'openfinance'}],
  ['no integration type', {integration_type: 7}, {integration: 'credentials'}],
];

describe('a list of institutions', () => {
  const server = useServer();

  for (const [name, reply] of unreadable) {
    it(`ends in bad_response for ${name}`, async () => {
      server.reply(reply);
      const failure = await failureOf(listAll(clientOf(server)));
      const {code, mistake, requestId, field, retryAfter} = failure;
      assert.equal(code, 'bad_response');
      assert.deepEqual([mistake, requestId, field, retryAfter], [null, null, null, null]);
    });
  }

  it('is not read to an end that never comes', async () => {
    let hungUp = () => {};
    const closed = new Promise<void>((resolve) => (hungUp = resolve));
    server.reply((_request, response) => {
      response.on('close', hungUp);
      const blank = Buffer.alloc(1 << 16, ' ');
      const more = () => {
        while (!response.destroyed && response.write(blank));
      };
      response.on('drain', more);
      more();
    });
    const {code} = await failureOf(listAll(clientOf(server)));
    assert.equal(code, 'bad_response');
    await closed;
    assert.equal(server.seen.length, 1);
  });

  for (const [name, reply] of readable) {
    it(`shows the one good entry for ${name}`, async () => {
      server.reply(reply);
      const list = await listAll(clientOf(server));
      assert.deepEqual(
        list.map(({id, name}) => [id, name]),
        [[1, 'erebor_mx_retail']],
      );
    });
  }

  for (const [name, wire, expected] of members) {
    it(`keeps an entry with ${name}`, async () => {
      server.reply(page([wireInstitution(wire)]));
      const [institution] = await listAll(clientOf(server));
      assert.deepEqual({...institution, ...expected}, institution);
      assert.equal(institution?.id, 1);
    });
  }
});
