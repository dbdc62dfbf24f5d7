import {createMiddleware} from 'hono/factory';
import {pause} from './core.js';
import type {SandboxEnv} from './core.js';
import {DroppedConnectionError} from './faults.js';
import type {Fault, Faults} from './faults.js';

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
