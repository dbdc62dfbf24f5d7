import {Hono} from 'hono';
import {requireCaller} from './auth.js';
import {pause} from './core.js';
import {randomHex} from './crypto.js';
import {Faults} from './faults.js';
import {inject} from './inject.js';
import {settingsFrom} from './options.js';
import {refuseForeignPages, shareWithAllowedOrigins} from './origins.js';
import {problem} from './problems.js';
import {record} from './record.js';
import {RequestLog} from './request-log.js';
import {errorHandler, respondPlain, serve} from './respond.js';
import {controlRoutes} from './routes/control.js';
import {dataRoutes} from './routes/data.js';
import {institutionRoutes} from './routes/institutions.js';
import {linkRoutes} from './routes/links.js';
import {tokenRoutes} from './routes/token.js';
import {createTokens} from './tokens.js';
import type {Core, SandboxEnv} from './core.js';
import type {Fault} from './faults.js';
import type {SandboxOptions, Settings} from './options.js';
import type {LoggedRequest} from './request-log.js';
import type {Store} from './store.js';
import type {Controls} from './routes/control.js';

/** What is for callers with credentials only. */
const guarded = [
  '/api',
  '/api/',
  '/api/institutions/*',
  '/api/links/*',
  '/api/accounts/*',
  '/api/owners/*',
  '/api/transactions/*',
];

/** A Belvo-compatible API that runs where it is called: in a test, a page or behind a server. */
export interface Sandbox {
  /**
   * Answers a request. Always resolves with a response, except where a fault cuts the connection: then it rejects
   * with a `TypeError`, as the platform's `fetch` does.
   */
  fetch(request: Request): Promise<Response>;
  /** Forgets links, data, sessions, faults and the request log, and sets the clock right. */
  reset(): Promise<void>;
  /** Moves the clock forward by seconds. */
  advance(seconds: number): void;
  /** The time in the sandbox, in milliseconds since 1970. */
  now(): number;
  /** Replaces the faults in force. */
  setFaults(faults: readonly Fault[]): void;
  /** The last requests to the API, redacted. */
  readonly requests: readonly LoggedRequest[];
  /** Where links and data are kept. */
  readonly store: Store;
  /** Lets go of the store. */
  close(): Promise<void>;
}

function createCore(settings: Settings, now: () => number): {core: Core; restart: () => void} {
  let counter = 0;
  const core: Core = {
    settings,
    store: settings.store,
    tokens: createTokens(settings, now),
    now,
    count: () => (counter += 1),
  };
  return {core, restart: () => (counter = 0)};
}

function report(settings: Settings): (error: unknown) => void {
  return (error) => {
    if (!settings.quiet) console.error('belvo-sandbox: unexpected error.', error);
  };
}

/** What happens around every route, from the outside in. */
function addSurroundings(app: Hono<SandboxEnv>, settings: Settings): void {
  app.use(async (call, next) => {
    const requestId = randomHex();
    call.set('requestId', requestId);
    await next();
    call.res.headers.set('X-Request-Id', requestId);
    call.res.headers.set('X-Content-Type-Options', 'nosniff');
  });
  app.use(shareWithAllowedOrigins(settings));
}

function addApi(app: Hono<SandboxEnv>, core: Core, controls: Controls): void {
  app.use('/api/*', record(controls.log, core.now));
  app.use('/api/*', refuseForeignPages(core.settings));
  app.use('/api/*', inject(controls.faults));
  app.use('/api/*', async (call, next) => {
    await pause(core.settings.latency, call.req.raw.signal);
    await next();
  });
  for (const path of guarded) app.use(path, requireCaller(core));
  // Clients sign in with this to see whether their keys are good.
  serve(app, '/api/', {GET: () => respondPlain({})});
  tokenRoutes(app, core);
  institutionRoutes(app);
  linkRoutes(app, core);
  dataRoutes(app, core);
}

/** Creates a sandbox with a state of its own. Throws a `TypeError` for options that make no sense. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const settings = settingsFrom(options);
  let offset = 0;
  const now = (): number => settings.clock() + offset;
  const {core, restart} = createCore(settings, now);
  const faults = new Faults();
  const log = new RequestLog();
  const advance = (ms: number): void => {
    offset += ms;
  };
  const reset = async (): Promise<void> => {
    await settings.store.clear();
    faults.set([]);
    log.clear();
    offset = 0;
    restart();
  };
  const app = new Hono<SandboxEnv>();
  app.onError(errorHandler(report(settings)));
  app.notFound(() => {
    throw problem('not_found');
  });
  addSurroundings(app, settings);
  const controls = {faults, log, advance, reset};
  addApi(app, core, controls);
  if (settings.control) controlRoutes(app, core, controls);
  return {
    fetch: async (request) => await app.fetch(request),
    reset,
    advance: (seconds) => advance(seconds * 1000),
    now,
    setFaults: (list) => faults.set(list),
    get requests() {
      return log.entries;
    },
    store: settings.store,
    close: async () => await settings.store.close(),
  };
}
