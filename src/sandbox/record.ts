import {createMiddleware} from 'hono/factory';
import type {SandboxEnv} from './core.js';
import type {LoggedRequest, RequestLog} from './request-log.js';

function authKind(header: string | undefined): LoggedRequest['auth'] {
  if (header === undefined) return 'none';
  return /^bearer /i.test(header) ? 'bearer' : 'basic';
}

/** Notes each request to the API with its outcome. */
export function record(log: RequestLog, now: () => number) {
  return createMiddleware<SandboxEnv>(async (call, next) => {
    const at = now();
    const entry = (status: number | null): LoggedRequest => ({
      method: call.req.method,
      path: call.req.path,
      query: [...new Set(new URL(call.req.url).searchParams.keys())],
      status,
      auth: authKind(call.req.header('authorization')),
      request_id: call.get('requestId'),
      at,
    });
    try {
      await next();
      log.add(entry(call.error?.name === 'DroppedConnectionError' ? null : call.res.status));
    } catch (error) {
      log.add(entry(null));
      throw error;
    }
  });
}
