import {createMiddleware} from 'hono/factory';
import {pause} from './core.js';
import type {z} from 'zod';
import type {SandboxEnv} from './core.js';
import type {faultSchema} from './schemas.js';

/** Something that is to go wrong, by route and count. */
export type Fault = z.infer<typeof faultSchema>;

/** Thrown by `fetch` when a fault cuts the connection. A server destroys the socket; a caller sees a network error. */
export class DroppedConnectionError extends TypeError {
  override readonly name = 'DroppedConnectionError';

  constructor() {
    super('Failed to fetch: the sandbox dropped the connection.');
  }
}

/** The faults in force. */
export class Faults {
  #faults: {fault: Fault; left: number}[] = [];

  /** Replaces all faults. */
  set(faults: readonly Fault[]): void {
    this.#faults = faults.map((fault) => ({fault, left: fault.times ?? Infinity}));
  }

  /** The first fault that is meant for a request; counts as used. */
  take(method: string, path: string): Fault | null {
    const found = this.#faults.find(({fault, left}) => left > 0 && isMeant(fault, method, path));
    if (!found) return null;
    found.left -= 1;
    return found.fault;
  }
}

function isMeant(fault: Fault, method: string, path: string): boolean {
  if (fault.method && fault.method.toUpperCase() !== method) return false;
  return fault.path.endsWith('*') ? path.startsWith(fault.path.slice(0, -1)) : path === fault.path;
}

function faultResponse(fault: Fault, status: number): Response {
  const headers = new Headers({'Content-Type': 'application/json'});
  if (fault.retryAfter !== undefined) headers.set('Retry-After', String(fault.retryAfter));
  // Some statuses may not have a body.
  if ([204, 205, 304].includes(status)) return new Response(null, {status, headers});
  const {body} = fault;
  if (typeof body === 'string') headers.set('Content-Type', 'text/plain');
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? []);
  return new Response(text, {status, headers});
}

/** Lets requests to the API fail as the control route asked for. */
export function inject(faults: Faults) {
  return createMiddleware<SandboxEnv>(async (call, next) => {
    const fault = faults.take(call.req.method, call.req.path);
    if (!fault) return await next();
    await pause(fault.latency ?? 0, call.req.raw.signal);
    if (fault.drop === 'before') throw new DroppedConnectionError();
    if (fault.status !== undefined) return faultResponse(fault, fault.status);
    await next();
    if (fault.retryAfter !== undefined) call.header('Retry-After', String(fault.retryAfter));
    if (fault.drop === 'after') throw new DroppedConnectionError();
    return undefined;
  });
}
