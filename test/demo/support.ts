import {getRequestListener} from '@hono/node-server';
import {createServer} from 'node:http';
import type {RequestListener} from 'node:http';
import type {TestContext} from 'node:test';
import {createBackend} from '../../demo/backend.js';
import type {BackendOptions} from '../../demo/backend.js';
import {serveSandbox} from '../../src/sandbox/node.js';

/** An answer with its body read: as JSON where there is one, else null. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
}

/** The demo's server as its page sees it, and the API behind it as a server with the keys does. */
export interface Company {
  /** Where the company's pages and its server are. */
  readonly url: string;
  /** Asks the company's server as a page of its own does, unless `headers` say otherwise. */
  ask(method: string, path: string, headers?: Record<string, string>): Promise<Answer>;
  /** Asks the API with the secret keys. */
  api(method: string, path: string, body?: object): Promise<Answer>;
  /** Connects a bank as the widget would, and gives the id of the link. */
  connect(username: string, password: string, accessMode?: 'single'): Promise<string>;
  /** Stops the API. */
  stopApi(): Promise<void>;
}

const basic = `Basic ${btoa('sandbox-secret-id:sandbox-secret-password')}`;

/** Listens on a free port until the test ends, and gives the address. */
export async function listen(t: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}`;
}

/** Serves the company's backend over HTTP. */
export async function serveBackend(t: TestContext, options: BackendOptions): Promise<string> {
  const answer = getRequestListener(createBackend(options), {overrideGlobalObjects: false});
  return listen(t, (request, response) => void answer(request, response));
}

/** Starts a sandbox and the company's server before it; both end with the test. */
export async function startCompany(
  t: TestContext,
  options: Partial<BackendOptions> = {},
): Promise<Company> {
  const sandbox = await serveSandbox({port: 0, quiet: true});
  let isStopped = false;
  const stopApi = async (): Promise<void> => {
    if (!isStopped) await sandbox.close();
    isStopped = true;
  };
  t.after(stopApi);
  const url = await serveBackend(t, {apiUrl: sandbox.url, ...options});
  const api: Company['api'] = (method, path, body) =>
    call(
      sandbox.url + path,
      method,
      {authorization: basic, 'content-type': 'application/json'},
      body,
    );
  return {
    url,
    api,
    stopApi,
    ask: (method, path, headers = {origin: url, 'sec-fetch-site': 'same-origin'}) =>
      call(url + path, method, headers),
    async connect(username, password, access_mode) {
      const wish = {institution: 'erebor_mx_retail', username, password, access_mode};
      return text(await api('POST', '/api/links/', wish), 'id');
    },
  };
}

/** Sends a request and reads the answer. */
export async function call(
  url: string,
  method: string,
  headers: Record<string, string>,
  body?: object,
): Promise<Answer> {
  const response = await fetch(url, {method, headers, body: body ? JSON.stringify(body) : null});
  const written = await response.text();
  const parsed: unknown = written === '' ? null : JSON.parse(written);
  return {status: response.status, headers: response.headers, text: written, body: parsed};
}

/** A member of an answer that must be a text. */
export function text({body}: Answer, name: string): string {
  const value = member(body, name);
  if (typeof value === 'string') return value;
  throw new TypeError(`"${name}" is no text in ${JSON.stringify(body)}`);
}

/** A member of an answer that must be a list. */
export function list({body}: Answer, name: string): unknown[] {
  const value = member(body, name);
  if (Array.isArray(value)) return value;
  throw new TypeError(`"${name}" is no list in ${JSON.stringify(body)}`);
}

/** A member of something that must be an object. */
export function member(value: unknown, name: string): unknown {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return entries.find(([key]) => key === name)?.[1];
}
