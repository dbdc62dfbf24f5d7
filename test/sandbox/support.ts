import {createSandbox} from '../../src/sandbox/index.js';
import type {Sandbox, SandboxOptions} from '../../src/sandbox/index.js';

/** Start of the clock in these tests: a Wednesday at noon. */
export const start = Date.UTC(2026, 2, 18, 12);

/** Address the tests call the sandbox at. Nothing listens there: requests go to `fetch` directly. */
export const base = 'https://sandbox.test';

/** An answer with its body read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; null when there is none. Tests look into it by `at`. */
  readonly body: unknown;
}

/** Calls the API with the same headers each time. */
export interface Caller {
  (method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

/** The value under a path of keys in parsed JSON; undefined when there is none. */
export function at(value: unknown, ...keys: (string | number)[]): unknown {
  let found: unknown = value;
  for (const key of keys) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Reflect.get(found, key);
  }
  return found;
}

/** A text inside parsed JSON. Throws where there is none. */
export function textAt(value: unknown, ...keys: (string | number)[]): string {
  const found = at(value, ...keys);
  if (typeof found !== 'string') throw new TypeError(`No text at ${keys.join('.')}.`);
  return found;
}

/** A list inside parsed JSON. Throws where there is none. */
export function listAt(value: unknown, ...keys: (string | number)[]): unknown[] {
  const found = at(value, ...keys);
  if (!Array.isArray(found)) throw new TypeError(`No list at ${keys.join('.')}.`);
  return found;
}

/** The results of a page. */
export function results(answer: Answer): unknown[] {
  return listAt(answer.body, 'results');
}

/** Code, field and message of the first error. */
export function problemIn({body, status}: Answer): {
  status: number;
  code: unknown;
  field: unknown;
  message: unknown;
} {
  const [code, field, message] = ['code', 'field', 'message'].map((key) => at(body, 0, key));
  return {status, code, field, message};
}

/** Authorization of a server. */
export function basic(id = 'sandbox-secret-id', password = 'sandbox-secret-password'): string {
  return `Basic ${btoa(`${id}:${password}`)}`;
}

function callerFor(sandbox: Sandbox, headers: Record<string, string>): Caller {
  return async (method, path, body, more = {}) => {
    const init: RequestInit = {
      method,
      headers: {'Content-Type': 'application/json', ...headers, ...more},
      ...(body !== undefined && {body: typeof body === 'string' ? body : JSON.stringify(body)}),
    };
    const url = path.startsWith('http') ? path : base + path;
    const response = await sandbox.fetch(new Request(url, init));
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? JSON.parse(text) : null,
    };
  };
}

/** A sandbox with a clock that stands still, and ways to call it. */
export interface Bench {
  readonly sandbox: Sandbox;
  /** With the secret keys. */
  readonly server: Caller;
  /** Without credentials. */
  readonly anyone: Caller;
  /** With a token of these scopes and further settings. */
  widget(scopes?: string, more?: Record<string, unknown>): Promise<Caller>;
  /** A token pair. */
  token(
    scopes?: string,
    more?: Record<string, unknown>,
  ): Promise<{access: string; refresh: string}>;
  /** Calls with a given bearer token. */
  bearer(token: string): Caller;
  /** Creates a link as a server does and gives its id. */
  link(username?: string, more?: Record<string, unknown>): Promise<string>;
}

/** Sets up a sandbox for one test. */
export function createBench(options: SandboxOptions = {}): Bench {
  const sandbox = createSandbox({clock: () => start, ...options});
  const {secretId = 'sandbox-secret-id', secretPassword = 'sandbox-secret-password'} = options;
  const server = callerFor(sandbox, {Authorization: basic(secretId, secretPassword)});
  const anyone = callerFor(sandbox, {});
  const token: Bench['token'] = async (scopes = 'read_institutions,write_links', more = {}) => {
    const secrets = {id: secretId, password: secretPassword};
    const {body} = await anyone('POST', '/api/token/', {...secrets, scopes, ...more});
    return {access: textAt(body, 'access'), refresh: textAt(body, 'refresh')};
  };
  const bearer = (access: string): Caller =>
    callerFor(sandbox, {Authorization: `Bearer ${access}`});
  return {
    sandbox,
    server,
    anyone,
    token,
    bearer,
    widget: async (scopes, more) => bearer((await token(scopes, more)).access),
    link: async (username = 'bnk100', more = {}) => {
      const credentials = {institution: 'erebor_mx_retail', username, password: 'full', ...more};
      return textAt((await server('POST', '/api/links/', credentials)).body, 'id');
    },
  };
}

/** Claims of a token, unchecked. */
export function claimsOf(token: string): unknown {
  const [, payload = ''] = token.split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
}
