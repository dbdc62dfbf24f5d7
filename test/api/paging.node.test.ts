import assert from 'node:assert/strict';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {describe, it} from 'node:test';
import {
  anyInstitution,
  clientOf,
  failureOf,
  forever,
  listAll,
  page,
  useServer,
  wireInstitution,
} from './support.js';

/** Answers like the API with so many institutions; pages are never longer than `longest`. */
function directory(count: number, longest = 1000) {
  return ({url, headers}: IncomingMessage, response: ServerResponse) => {
    const asked = new URL(url ?? '', `http://${headers.host}`);
    const size = Math.min(longest, Number(asked.searchParams.get('page_size') ?? 100));
    const number = Number(asked.searchParams.get('page') ?? 1);
    const all = Array.from({length: count}, (_, id) => wireInstitution({id, name: `bank${id}`}));
    asked.searchParams.set('page', `${number + 1}`);
    const next = number * size < count ? asked.href : null;
    response.end(
      JSON.stringify({count, next, results: all.slice((number - 1) * size, number * size)}),
    );
  };
}

describe('a long list', () => {
  const server = useServer();
  const pages = () => server.seen.map(({url}) => url.replace(/.*fields=[^&]*/, ''));

  async function sizes(): Promise<number[]> {
    const result: number[] = [];
    for await (const list of clientOf(server).listInstitutions(anyInstitution, forever)) {
      result.push(list.length);
    }
    return result;
  }

  it('begins with a short page', async () => {
    server.reply(directory(2345));
    assert.deepEqual(await sizes(), [50, 950, 1000, 345]);
    assert.deepEqual(pages(), [
      '&page_size=50',
      '&page=1&page_size=1000',
      '&page=2&page_size=1000',
      '&page=3&page_size=1000',
    ]);
  });

  for (const count of [0, 1, 50]) {
    it(`of ${count} is one request`, async () => {
      server.reply(directory(count));
      assert.deepEqual(await sizes(), [count]);
      assert.equal(server.seen.length, 1);
    });
  }

  it('is whole and without repetitions when the API has pages of ten', async () => {
    server.reply(directory(95, 10));
    const list = await listAll(clientOf(server));
    assert.deepEqual(
      list.map(({id}) => id),
      Array.from({length: 95}, (_, id) => id),
    );
  });

  it('asks for no more than the list shows', async () => {
    server.reply(page([]));
    await listAll(clientOf(server));
    const fields = new URL(server.seen[0]?.url ?? '', server.url).searchParams.get('fields');
    assert.equal(
      fields,
      'id,name,display_name,country_code,country_codes,primary_color,icon_logo,logo,website,type,status,integration_type',
    );
  });

  it('is filtered by the API as far as that can', async () => {
    server.reply(page([]));
    await listAll(clientOf(server), {
      names: ['a', 'b'],
      kinds: ['retail', 'business', 'gig'],
      countries: ['MX', 'BR'],
      resources: ['ACCOUNTS', 'OWNERS'],
      integration: 'openfinance',
    });
    const {searchParams} = new URL(server.seen[0]?.url ?? '', server.url);
    searchParams.delete('fields');
    assert.deepEqual(Object.fromEntries(searchParams), {
      name__in: 'a,b',
      type__in: 'bank,gig',
      country_code__in: 'MX,BR',
      resources__allin: 'ACCOUNTS,OWNERS',
      page_size: '50',
    });
  });

  it('ends at a next that was read before', async () => {
    const next = `${server.url}/api/institutions/?page=7`;
    server.reply(page([wireInstitution()], {next}));
    assert.deepEqual(await sizes(), [1]);
    assert.equal(server.seen.length, 3);
  });

  it('ends after 200 pages', async () => {
    server.reply(({url}, response) => {
      const number = Number(/page=(\d+)/.exec(url ?? '')?.[1] ?? 0) + 1;
      const next = `${server.url}/api/institutions/?page=${number}`;
      response.end(JSON.stringify({next, results: [wireInstitution({id: number})]}));
    });
    await sizes();
    assert.equal(server.seen.length, 200);
  });

  for (const [name, next] of [
    ['another host', 'https://elsewhere.example/api/institutions/?page=2'],
    ['another port', 'http://127.0.0.1:1/api/institutions/?page=2'],
    ['another scheme', 'https://127.0.0.1/api/institutions/?page=2'],
    ['another host behind a user name', 'http://127.0.0.1@elsewhere.example/'],
    ['a relative place', '/api/institutions/?page=2'],
    ['a script', 'javascript:alert(1)'],
    ['nothing', ''],
  ] as const) {
    it(`does not follow next to ${name}`, async () => {
      server.reply(directory(60), page([wireInstitution({id: 99})], {next}));
      assert.deepEqual(await sizes(), [50, 1]);
      assert.equal(server.seen.length, 2);
    });
  }

  it('keeps the first page when a later one fails', async () => {
    server.reply(directory(60), {status: 404});
    const pages = clientOf(server).listInstitutions(anyInstitution, forever);
    const iterator = pages[Symbol.asyncIterator]();
    assert.equal((await iterator.next()).value?.length, 50);
    assert.equal((await failureOf(iterator.next())).status, 404);
  });
});
