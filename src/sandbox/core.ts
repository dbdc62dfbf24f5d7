import type {Context as HonoContext} from 'hono';
import type {Settings} from './options.js';
import type {Store} from './store.js';
import type {TokenGrant, Tokens} from './tokens.js';

/** Who sends a request: a server with the secret keys, or a widget with a token. */
export type Caller =
  {readonly kind: 'server'; readonly owner: string} | ({readonly kind: 'widget'} & TokenGrant);

/** What every route works with. */
export interface Core {
  readonly settings: Settings;
  readonly store: Store;
  readonly tokens: Tokens;
  /** Milliseconds since 1970, moved by the control route. */
  readonly now: () => number;
  /** A number that grows with each call, for ids. */
  readonly count: () => number;
}

/** Variables of a request. */
export interface SandboxEnv {
  Variables: {requestId: string; caller: Caller; authKind: 'none' | 'basic' | 'bearer'};
}

/** A request being answered. */
export type Call = HonoContext<SandboxEnv>;

/** An instant the way the API writes it: UTC with microseconds. */
export function timestamp(now: number): string {
  return new Date(now).toISOString().replace('Z', '000Z');
}

/** Waits, unless the caller gives up first. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (ms <= 0 || signal?.aborted) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
  });
}
