import assert from 'node:assert/strict';
import {EventEmitter, once} from 'node:events';
import {createServer} from 'node:http';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before} from 'node:test';
import {createClient} from '../../src/api/client.js';
import type {Client, TokenSource} from '../../src/api/client.js';
import type {LinkRequest} from '../../src/api/link-request.js';
import {realClock} from '../../src/api/request.js';
import type {ApiFetch, Clock} from '../../src/api/request.js';
import {isConnectError} from '../../src/errors.js';
import type {Failure} from '../../src/errors.js';
import type {Institution, InstitutionFilter} from '../../src/model.js';

/** A request as the server saw it. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** How a server answers. A function may do to the connection whatever it likes. */
export type Reply =
  | {
      readonly status?: number;
      readonly headers?: Record<string, string>;
      readonly body?: string | Uint8Array;
    }
  | ((request: IncomingMessage, response: ServerResponse) => void);

/** A real HTTP server on a free port of the loopback host. */
export class TestServer {
  readonly seen: Seen[] = [];
  /** What comes next; the last one is repeated. */
  replies: Reply[] = [{}];
  readonly #arrivals = new EventEmitter();
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The server is closed.');
    return `http://127.0.0.1:${(address satisfies AddressInfo).port}`;
  }

  /** Forgets what it saw and answers with these from now on. */
  reply(...replies: Reply[]): this {
    this.seen.length = 0;
    this.replies = replies;
    return this;
  }

  /** Resolves when this many requests have come. */
  async untilSeen(count: number): Promise<void> {
    while (this.seen.length < count) await once(this.#arrivals, 'request');
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const {method = '', url = '', headers} = request;
    let body = '';
    for await (const chunk of request) body += String(chunk);
    this.seen.push({method, url, headers, body});
    this.#arrivals.emit('request');
    const reply = (this.replies.length > 1 ? this.replies.shift() : this.replies[0]) ?? {};
    if (typeof reply === 'function') reply(request, response);
    else response.writeHead(reply.status ?? 200, reply.headers).end(reply.body);
  }
}

/** A server that is open while the tests of the suite around it run. */
export function useServer(): TestServer {
  const server = new TestServer();
  before(() => server.open());
  after(() => server.close());
  return server;
}

/** Everything, as the widget asks for it when nothing is configured. */
export const anyInstitution: InstitutionFilter = {
  names: null,
  kinds: null,
  countries: null,
  resources: null,
  integration: null,
};

export const linkRequest: LinkRequest = {
  institution: 'erebor_mx_retail',
  credentials: {username: 'bnk100', password: 'full'},
  accessMode: 'single',
  externalId: null,
};

export const linkId = '30cb4806-6e00-48a4-91c9-ca55968576c8';

/** Always the same token, and none after it. */
export const oneToken: TokenSource = {
  get: () => Promise.resolve('one.access.token'),
  renew: () => Promise.resolve(null),
};

/** A client of the server. */
export function clientOf(
  server: {readonly url: string},
  options: {token?: TokenSource; clock?: Clock; fetch?: ApiFetch} = {},
): Client {
  return createClient({
    apiUrl: server.url,
    token: oneToken,
    clock: realClock,
    fetch: (input, init) => fetch(input, init),
    ...options,
  });
}

export const forever = new AbortController().signal;

/** All pages of a list as one. */
export async function listAll(client: Client, filter = anyInstitution): Promise<Institution[]> {
  const all: Institution[] = [];
  for await (const page of client.listInstitutions(filter, forever)) all.push(...page);
  return all;
}

/** What a call ended in. Fails when it went well, or threw anything but a `ConnectError`. */
export async function failureOf(call: Promise<unknown>): Promise<Failure> {
  const error: unknown = await call.then(
    (value) => assert.fail(`expected a failure, got ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  if (!isConnectError(error)) throw error;
  return error.failure;
}

/** An institution as the API sends it. */
export function wireInstitution(known: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 1,
    name: 'erebor_mx_retail',
    display_name: 'Erebor Bank',
    country_code: 'MX',
    country_codes: ['MX'],
    primary_color: '#056dae',
    icon_logo: 'https://statics.example/erebor.svg',
    logo: null,
    website: null,
    type: 'bank',
    status: 'healthy',
    integration_type: 'credentials',
    ...known,
  };
}

/** A page as the API sends it. */
export function page(results: unknown, known: Record<string, unknown> = {}): Reply {
  return {body: JSON.stringify({count: 1, next: null, previous: null, results, ...known})};
}

/** A JSON answer. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
  return {status, body: JSON.stringify(value), headers};
}
