import {createMiddleware} from 'hono/factory';
import {isAllowedOrigin} from '../origins.js';
import {problem} from '../problems.js';
import {idOf, respondPlain, serve} from '../respond.js';
import {clockBody, faultsBody, linkStatusBody} from '../schemas.js';
import {shownLink} from '../links/records.js';
import {readBody} from '../validate.js';
import type {Hono} from 'hono';
import type {Core, SandboxEnv} from '../core.js';
import type {Faults} from '../faults.js';
import type {RequestLog} from '../request-log.js';

/** What the control routes move. */
export interface Controls {
  readonly faults: Faults;
  readonly log: RequestLog;
  /** Moves the clock forward by milliseconds. */
  readonly advance: (ms: number) => void;
  readonly reset: () => Promise<void>;
}

function refuseForeignOrigins(core: Core) {
  return createMiddleware<SandboxEnv>(async (call, next) => {
    const origin = call.req.header('origin');
    if (origin !== undefined && !isAllowedOrigin(core.settings, origin)) {
      throw problem('permission_denied', {message: 'This origin is not among the allowed ones.'});
    }
    await next();
  });
}

function switches(app: Hono<SandboxEnv>, core: Core, controls: Controls): void {
  serve(app, '/__sandbox/reset', {
    POST: async () => {
      await controls.reset();
      return respondPlain({status: 'ok'});
    },
  });
  serve(app, '/__sandbox/clock', {
    POST: async (call) => {
      const {advance} = await readBody(call.req.raw, clockBody);
      controls.advance(advance * 1000);
      return respondPlain({now: new Date(core.now()).toISOString()});
    },
  });
  serve(app, '/__sandbox/faults', {
    POST: async (call) => {
      const faults = await readBody(call.req.raw, faultsBody);
      controls.faults.set(faults);
      return respondPlain({faults: faults.length});
    },
  });
  serve(app, '/__sandbox/links/:id', {
    POST: async (call) => {
      const {status} = await readBody(call.req.raw, linkStatusBody);
      const link = await core.store.updateLink(core.settings.secretId, idOf(call), {status});
      if (!link) throw problem('not_found');
      return respondPlain(shownLink(link));
    },
  });
}

/** Routes for tests and demos: look inside, move the clock, let things fail. */
export function controlRoutes(app: Hono<SandboxEnv>, core: Core, controls: Controls): void {
  app.use('/__sandbox/*', refuseForeignOrigins(core));
  serve(app, '/__sandbox/health', {
    GET: () =>
      respondPlain({
        status: 'ok',
        store: core.store.kind,
        seed: core.settings.seed,
        now: new Date(core.now()).toISOString(),
      }),
  });
  serve(app, '/__sandbox/requests', {GET: () => respondPlain(controls.log.entries)});
  switches(app, core, controls);
}
