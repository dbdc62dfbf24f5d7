import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {serveSandbox} from '../../src/sandbox/node.js';
import {basic} from './support.js';
import type {ChildProcessByStdio} from 'node:child_process';
import type {Readable} from 'node:stream';

type Child = ChildProcessByStdio<null, Readable, Readable>;

function start(args: string[], env: Record<string, string> = {}): Child {
  return spawn(process.execPath, ['--import', 'tsx', 'src/sandbox/cli.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {...process.env, ...env},
  });
}

async function textOf(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}

/** Runs a command that ends by itself. */
async function run(args: string[], env: Record<string, string> = {}) {
  const child = start(args, env);
  const [out, error, [code]] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    once(child, 'exit'),
  ]);
  return {out, error, code: Number(code)};
}

/** Waits for the greeting of a command that goes on. */
async function greeting(child: Child): Promise<string> {
  let text = '';
  while (!text.includes('user_invalid')) text += String((await once(child.stdout, 'data'))[0]);
  return text;
}

function urlIn(text: string): string {
  const [url] = /http:\/\/[^\s]+/.exec(text) ?? [];
  if (!url) throw new TypeError(`No address in: ${text}`);
  return url;
}

test('serves the API, says where and how to sign in, and stops on SIGTERM', async () => {
  const child = start(['--port', '0', '--control', '--token-ttl', '77']);
  const text = await greeting(child);
  for (const word of ['sandbox-secret-id', 'sandbox-secret-password', 'bnk100', 'mfa_default']) {
    assert.ok(text.includes(word), word);
  }
  const url = urlIn(text);
  const probe = await fetch(`${url}/api/`, {headers: {Authorization: basic()}});
  assert.equal(probe.status, 200);
  assert.equal((await fetch(`${url}/__sandbox/health`)).status, 200);
  child.kill('SIGTERM');
  assert.deepEqual(await once(child, 'exit'), [0, null]);
});

test('takes its options from the environment and keeps a secret of one’s own to itself', async () => {
  const child = start([], {
    BELVO_SANDBOX_PORT: '0',
    BELVO_SANDBOX_SECRET_ID: 'my-id',
    BELVO_SANDBOX_SECRET_PASSWORD: 'my-password',
    BELVO_SANDBOX_ALLOWED_ORIGIN: 'https://a.test, https://b.test',
  });
  const text = await greeting(child);
  assert.ok(text.includes('my-id'));
  assert.ok(!text.includes('my-password'));
  const url = urlIn(text);
  const headers = {Authorization: basic('my-id', 'my-password'), Origin: 'https://b.test'};
  const probe = await fetch(`${url}/api/`, {headers});
  assert.equal(probe.status, 200);
  assert.equal(probe.headers.get('access-control-allow-origin'), 'https://b.test');
  assert.equal((await fetch(`${url}/__sandbox/health`)).status, 404);
  child.kill('SIGINT');
  assert.deepEqual(await once(child, 'exit'), [0, null]);
});

test('explains itself and names its version', async () => {
  const {out, code} = await run(['--help']);
  assert.equal(code, 0);
  for (const flag of ['--port', '--host', '--store', '--allowed-origin', '--seed', '--control']) {
    assert.ok(out.includes(flag), flag);
  }
  const manifest: unknown = JSON.parse(await readFile('package.json', 'utf8'));
  const version = await run(['--version']);
  assert.equal(version.out.trim(), Reflect.get(Object(manifest), 'version'));
});

test('refuses wrong use in a sentence', async () => {
  const cases: [string[], RegExp][] = [
    [['--prot', '1'], /--prot/],
    [['--port', 'abc'], /--port takes a whole number/],
    [['--store', './data'], /--store takes "memory"/],
    [['--allowed-origin', 'https://a.test/path'], /is not an origin/],
  ];
  await Promise.all(
    cases.map(async ([args, expected]) => {
      const {error, code} = await run(args);
      assert.match(error, expected);
      assert.doesNotMatch(error, /\n\s+at /);
      assert.ok(code > 0);
    }),
  );
});

test('says that a port is taken', async () => {
  const {port, close} = await serveSandbox({port: 0});
  try {
    await assert.rejects(serveSandbox({port}), /Port \d+ on 127\.0\.0\.1 is in use/);
    const {error, code} = await run(['--port', String(port)]);
    assert.equal(code, 1);
    assert.match(error, /is in use\. Stop what listens there or choose another port/);
  } finally {
    await close();
  }
});
