import {createAdaptorServer} from '@hono/node-server';
import {Server} from 'node:http';
import {randomHex} from './crypto.js';
import {DroppedConnectionError} from './faults.js';
import {isLoopback} from './origins.js';
import {createSandbox} from './sandbox.js';
import type {AddressInfo} from 'node:net';
import type {Http2Bindings, HttpBindings} from '@hono/node-server';
import type {SandboxOptions} from './options.js';
import type {Sandbox} from './sandbox.js';

/** Options of {@link serveSandbox}. */
export interface ServeOptions extends SandboxOptions {
  /** Port to listen on; 0 takes a free one. Default 8123. */
  readonly port?: number;
  /** Address to listen on. Default `127.0.0.1`: nobody else on the network. */
  readonly host?: string;
}

/** A sandbox that listens. */
export interface SandboxServer {
  /** Base address without a slash at its end, such as `http://127.0.0.1:8123`. */
  readonly url: string;
  readonly port: number;
  readonly sandbox: Sandbox;
  /** Lets running requests end, for five seconds at most, then stops. */
  close(): Promise<void>;
}

/** What the adaptor knows of a request beside the request. */
type Bindings = HttpBindings | Http2Bindings;

const defaultHost = '127.0.0.1';

/** Milliseconds that running requests get to end. */
const grace = 5000;

/**
 * Whether a request may be meant for this server. A page can give its own host name our loopback address; the `Host`
 * header then still carries that name.
 */
function isForUs(request: Request, options: ServeOptions): boolean {
  const {host = defaultHost, allowedOrigins = []} = options;
  const {hostname} = new URL(request.url);
  const isLocal = isLoopback(host.includes(':') ? `[${host}]` : host);
  return (
    !isLocal ||
    isLoopback(hostname) ||
    allowedOrigins.some((origin) => new URL(origin).hostname === hostname)
  );
}

function misdirected(): Response {
  const message = 'This host name is not served here.';
  const entry = {code: 'not_found', message, request_id: randomHex()};
  return Response.json([entry], {status: 421});
}

async function answer(sandbox: Sandbox, request: Request, {incoming}: Bindings): Promise<Response> {
  try {
    return await sandbox.fetch(request);
  } catch (error) {
    if (!(error instanceof DroppedConnectionError)) throw error;
    incoming.socket.destroy();
    return new Response(null);
  }
}

function createServer(sandbox: Sandbox, options: ServeOptions): Server {
  const server = createAdaptorServer({
    fetch: async (request: Request, bindings: Bindings) =>
      isForUs(request, options) ? await answer(sandbox, request, bindings) : misdirected(),
    overrideGlobalObjects: false,
    serverOptions: {headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 30_000},
  });
  if (!(server instanceof Server)) throw new TypeError('The adaptor gave no HTTP server.');
  server.maxConnections = 256;
  return server;
}

function explained(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(
      `Port ${port} on ${host} is in use. Stop what listens there or choose another port (0 takes a free one).`,
      {cause: error},
    );
  }
  return new Error(`Cannot listen on ${host}, port ${port}: ${error.code ?? error.message}.`, {
    cause: error,
  });
}

async function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explained(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return address;
}

async function stop(server: Server): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), grace);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(timer);
}

/**
 * Serves a sandbox over HTTP. Rejects with a sentence for people when the port is taken.
 *
 * @example
 * const {url, close} = await serveSandbox({port: 0, control: true});
 */
export async function serveSandbox(options: ServeOptions = {}): Promise<SandboxServer> {
  const {port: wanted = 8123, host = defaultHost, ...rest} = options;
  const sandbox = createSandbox(rest);
  const server = createServer(sandbox, options);
  const {port} = await listen(server, host, wanted);
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${port}`,
    port,
    sandbox,
    close: async () => {
      await stop(server);
      await sandbox.close();
    },
  };
}
