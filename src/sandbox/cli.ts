#!/usr/bin/env node
import {readFile} from 'node:fs/promises';
import {parseArgs} from 'node:util';
import {serveSandbox} from './node.js';
import {scenarios} from './scenarios.js';
import type {ServeOptions, SandboxServer} from './node.js';

const help = `Serves a Belvo-compatible API for development and tests.

Usage: belvo-sandbox [options]

  --port <number>            port to listen on, 0 for a free one (8123)
  --host <address>           address to listen on (127.0.0.1)
  --store <kind>             where links are kept; only "memory" for now (memory)
  --secret-id <text>         secret id of the account (sandbox-secret-id)
  --secret-password <text>   secret password of the account (sandbox-secret-password)
  --allowed-origin <origin>  origin whose pages may call the API; repeatable (any loopback origin)
  --seed <text>              decides ids and generated data (belvo)
  --token-ttl <seconds>      life of an access token (600)
  --control                  serve the control routes under /__sandbox/
  --quiet                    print nothing but errors
  --help                     print this text
  --version                  print the version

Each option has an environment variable: BELVO_SANDBOX_PORT, BELVO_SANDBOX_ALLOWED_ORIGIN (separated by commas), …;
switches are on with 1 or true. Options win.
`;

const flags = {
  port: {type: 'string'},
  host: {type: 'string'},
  store: {type: 'string'},
  'secret-id': {type: 'string'},
  'secret-password': {type: 'string'},
  'allowed-origin': {type: 'string', multiple: true},
  seed: {type: 'string'},
  'token-ttl': {type: 'string'},
  control: {type: 'boolean'},
  quiet: {type: 'boolean'},
  help: {type: 'boolean', short: 'h'},
  version: {type: 'boolean', short: 'v'},
} as const;

/** Wrong use of the command; its message is all a person needs. */
class UsageError extends Error {}

type Values = ReturnType<typeof parsed>;

function parsed(args: string[]) {
  try {
    return parseArgs({args, options: flags, strict: true}).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function fromEnvironment(name: string): string | undefined {
  const variable = `BELVO_SANDBOX_${name.toUpperCase().replaceAll('-', '_')}`;
  return process.env[variable] || undefined;
}

type TextFlag = 'port' | 'host' | 'store' | 'secret-id' | 'secret-password' | 'seed' | 'token-ttl';

function text(values: Values, name: TextFlag): string | undefined {
  return values[name] ?? fromEnvironment(name);
}

function number(values: Values, name: 'port' | 'token-ttl', most: number): number | undefined {
  const given = text(values, name);
  if (given === undefined) return undefined;
  const least = name === 'port' ? 0 : 1;
  if (/^\d{1,9}$/.test(given) && Number(given) >= least && Number(given) <= most) {
    return Number(given);
  }
  throw new UsageError(`--${name} takes a whole number from ${least} to ${most}, not "${given}".`);
}

function isOn(values: Values, name: 'control' | 'quiet'): boolean {
  return values[name] ?? /^(1|true)$/i.test(fromEnvironment(name) ?? '');
}

function checkStore(values: Values): void {
  const store = text(values, 'store') ?? 'memory';
  if (store !== 'memory') {
    throw new UsageError(`--store takes "memory", not "${store}": other stores do not exist yet.`);
  }
}

function optionsFrom(values: Values): ServeOptions {
  checkStore(values);
  const [port, tokenTtl] = [
    number(values, 'port', 65_535),
    number(values, 'token-ttl', 31_536_000),
  ];
  const [host, seed] = [text(values, 'host'), text(values, 'seed')];
  const [secretId, secretPassword] = [text(values, 'secret-id'), text(values, 'secret-password')];
  const allowedOrigins =
    values['allowed-origin'] ?? fromEnvironment('allowed-origin')?.split(/[\s,]+/);
  return {
    control: isOn(values, 'control'),
    quiet: isOn(values, 'quiet'),
    ...(port !== undefined && {port}),
    ...(tokenTtl !== undefined && {tokenTtl}),
    ...(host && {host}),
    ...(seed && {seed}),
    ...(secretId && {secretId}),
    ...(secretPassword && {secretPassword}),
    ...(allowedOrigins && {allowedOrigins}),
  };
}

function welcome({url}: SandboxServer, options: ServeOptions): string {
  const users = ['bnk100', 'mfa_default', 'user_invalid'].map((username) => {
    const scenario = scenarios.find((candidate) => candidate.username === username);
    const password = scenario?.password ?? 'anything';
    return `  ${username.padEnd(14)}${password.padEnd(14)}${scenario?.shows ?? ''}`;
  });
  // A password of one's own stays out of terminals and build logs.
  const secret = options.secretPassword ? '(the one you set)' : 'sandbox-secret-password';
  return [
    `Belvo sandbox at ${url}`,
    '',
    `  secret id        ${options.secretId ?? 'sandbox-secret-id'}`,
    `  secret password  ${secret}`,
    '',
    'Test users (at erebor_mx_retail; the second at heimdall_mx_retail, code 111111):',
    ...users,
    '',
  ].join('\n');
}

/** The version of the package this file is in, wherever the build has put it. */
async function version(): Promise<string> {
  for (const path of ['../package.json', '../../package.json']) {
    const content = await readFile(new URL(path, import.meta.url), 'utf8').catch(() => null);
    const found = /"version": "([^"]+)"/.exec(content ?? '');
    if (found?.[1]) return found[1];
  }
  return 'unknown';
}

function stopOnSignals(server: SandboxServer): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    void server.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

async function run(args: string[]): Promise<void> {
  const values = parsed(args);
  if (values.help) return console.log(help);
  if (values.version) return console.log(await version());
  const options = optionsFrom(values);
  const server = await serveSandbox(options);
  stopOnSignals(server);
  if (!options.quiet) console.log(welcome(server, options));
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  // Wrong options and taken ports are people's business: a sentence, no stack.
  console.error(`belvo-sandbox: ${error instanceof Error ? error.message : String(error)}`);
  if (error instanceof UsageError) console.error('Run with --help to see the options.');
  process.exit(error instanceof UsageError ? 2 : 1);
}
