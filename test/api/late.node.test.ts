import assert from 'node:assert/strict';
import {mkdtemp, readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {build} from 'vite';
import type {createClient} from '../../src/api/client.js';
import type {Clock} from '../../src/api/request.js';
import type {readToken} from '../../src/api/token.js';
import {
  anyInstitution,
  failureOf,
  forever,
  linkRequest,
  oneToken,
  page,
  useServer,
  wireInstitution,
} from './support.js';

interface Api {
  readonly createClient: typeof createClient;
  readonly readToken: typeof readToken;
  readonly realClock: Clock;
}

/** The API as it is delivered, in a folder without any chunk that is fetched later. */
async function bundle(folder: string): Promise<Api> {
  const names = ['client', 'token', 'request'];
  const input = Object.fromEntries(names.map((name) => [name, `src/api/${name}.ts`]));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {outDir: folder, lib: {entry: input, formats: ['es']}, minify: false, target: 'es2022'},
  });
  const late = (await readdir(folder)).filter((name) => name.startsWith('late'));
  assert.equal(late.length, 1);
  await rm(join(folder, late.join('')));
  const parts = names.map((name) => import(pathToFileURL(join(folder, `${name}.js`)).href));
  const [client, token, request] = await Promise.all(parts);
  return {...client, ...token, ...request};
}

describe('the API whose later code cannot be fetched', () => {
  const server = useServer();
  let folder: string;
  let api: Api;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'belvo-connect-'));
    api = await bundle(folder);
  });
  after(() => rm(folder, {recursive: true}));

  const client = () =>
    api.createClient({
      apiUrl: server.url,
      token: oneToken,
      clock: api.realClock,
      fetch: (input, init) => fetch(input, init),
    });

  const firstPage = async () => {
    const pages = client().listInstitutions(anyInstitution, forever);
    const {value} = await pages[Symbol.asyncIterator]().next();
    return value;
  };

  it('lists institutions', async () => {
    server.reply(page([wireInstitution()]));
    assert.equal((await firstPage())?.length, 1);
  });

  for (const [name, reply] of [
    ['an error', {status: 500}],
    ['no page', {body: '{}'}],
    ['no JSON', {body: '<p>'}],
  ] as const) {
    it(`ends in network after ${name}`, async () => {
      server.reply(reply);
      assert.equal((await failureOf(firstPage())).code, 'network');
      assert.equal(server.seen.length, 1);
    });
  }

  it('ends in network after the first page of a long list, which is kept', async () => {
    server.reply(page([wireInstitution()], {next: `${server.url}/api/institutions/?page=2`}));
    const pages = client().listInstitutions(anyInstitution, forever)[Symbol.asyncIterator]();
    assert.equal((await pages.next()).value?.length, 1);
    assert.equal((await failureOf(pages.next())).code, 'network');
  });

  it('ends in network before anything that was typed is sent', async () => {
    server.reply({});
    const {code} = await failureOf(client().createLink(linkRequest, forever));
    assert.equal(code, 'network');
    assert.equal(server.seen.length, 0);
  });

  it('ends in network for a token that needs a closer look', async () => {
    assert.equal((await failureOf(api.readToken('a.b.c', 0))).code, 'network');
  });
});
