import {cors} from 'hono/cors';
import {createMiddleware} from 'hono/factory';
import {problem} from './problems.js';
import type {SandboxEnv} from './core.js';
import type {Settings} from './options.js';

/** Whether a host name, as URLs write it, means this machine whatever a name server says. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}

/** Whether a page of this origin may call the API. Compared as a whole: look-alikes and `null` are refused. */
export function isAllowedOrigin(settings: Settings, origin: string): boolean {
  if (settings.allowedOrigins) return settings.allowedOrigins.includes(origin);
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  return /^https?:$/.test(url.protocol) && url.origin === origin && isLoopback(url.hostname);
}

/** Answers preflights and marks answers that a page may read. */
export function shareWithAllowedOrigins(settings: Settings) {
  const share = cors({
    origin: (origin) => origin,
    allowHeaders: ['Authorization', 'Content-Type'],
    allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposeHeaders: ['Retry-After', 'X-Request-Id'],
    maxAge: 600,
  });
  return createMiddleware<SandboxEnv>(async (call, next) => {
    const origin = call.req.header('origin');
    if (origin !== undefined && isAllowedOrigin(settings, origin)) return await share(call, next);
    // Also what strangers get must not be kept for others.
    if (call.req.method === 'OPTIONS')
      return new Response(null, {status: 204, headers: {Vary: 'Origin'}});
    await next();
    call.header('Vary', 'Origin', {append: true});
    return undefined;
  });
}

/** Refuses a widget's token from a page that is not allowed, whatever the browser would do with the answer. */
export function refuseForeignPages(settings: Settings) {
  return createMiddleware<SandboxEnv>(async (call, next) => {
    const origin = call.req.header('origin');
    const isWidget = /^bearer /i.test(call.req.header('authorization') ?? '');
    if (isWidget && origin !== undefined && !isAllowedOrigin(settings, origin)) {
      throw problem('permission_denied', {message: 'This origin is not among the allowed ones.'});
    }
    await next();
  });
}
