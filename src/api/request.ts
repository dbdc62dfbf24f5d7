import {fail} from '../errors.js';
import type {TokenSource} from './token-source.js';

/** A `fetch`, or something that behaves like it. */
export type ApiFetch = (input: string, init: RequestInit) => Promise<Response>;

/** The time, so that tests can move it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when aborted. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The time of the device. */
export const realClock: Clock = {
  now: () => Date.now(),
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, ms);
      signal?.addEventListener('abort', stop);
    }),
};

/** What the requests of one client have in common. */
export interface Origin {
  /** API base; the token is sent to nothing else. */
  readonly apiUrl: string;
  readonly token: TokenSource;
  readonly fetch: ApiFetch;
  readonly clock: Clock;
  /** Whether any request was ever answered: then the browser lets this page see answers. */
  answered: boolean;
}

/** An answer with status 2xx or 428, its JSON not yet checked. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** How far a read's first attempt came. */
export interface Attempt {
  /** The token it was made with. */
  readonly access: string;
  /** The moment from which nothing is tried any more. */
  readonly deadline: number;
  response?: Response;
  /** The JSON of the response. */
  body?: unknown;
  /** What it ended in; absent when the response was read, but is not the wanted one. */
  error?: unknown;
}

/** The longest time of one attempt to read, in milliseconds. */
export const readAttemptTime = 15_000;

/** The longest time of a read with all its attempts, in milliseconds. */
export const readTime = 45_000;

/** The longest body of an answer to a read, in bytes. */
export const readBytes = 5 << 20;

/** Options of every fetch. Errors instead of redirects, as a 307 would replay the body to another origin. */
export const policy = {
  method: 'GET',
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
  redirect: 'error',
} as const satisfies RequestInit;

/** Where institutions are listed. */
export function institutionsUrl({apiUrl}: Origin, query: Record<string, string>): string {
  return `${apiUrl}/api/institutions/?${new URLSearchParams(query)}`;
}

/** Headers of every request but for a write's content type. Throws `token_rejected` for a token that cannot be one. */
export function headersOf(access: string) {
  // The browser's own error for an impossible header value would quote it.
  if (!/^[\w.~+/=-]+$/.test(access)) throw fail('token_rejected');
  return {accept: 'application/json', authorization: `Bearer ${access}`};
}

/**
 * The JSON of an answer, read no further than `cap` bytes. What is longer or no JSON rejects with a `SyntaxError`, what
 * breaks off with what the stream says.
 */
export function readJson({body}: Response, cap: number): Promise<unknown> {
  const capped = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, out) {
      cap -= chunk.length;
      // Of a stream's own errors browsers tell no more than that it broke. A zero byte is in no JSON.
      out.enqueue(cap < 0 ? new Uint8Array(1) : chunk);
      if (cap < 0) out.terminate();
    },
  });
  return new Response(body?.pipeThrough(capped)).json();
}

/**
 * Runs a task that must end within `ms` milliseconds. Rejects with `timeout` when it does not and with the outer
 * signal's reason when that is aborted, also if the task ignores its own signal. That signal is aborted in any case
 * when this settles, so that nothing the task started lives on.
 */
export async function within<T>(
  clock: Clock,
  ms: number,
  outer: AbortSignal,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  outer.throwIfAborted();
  const end = new AbortController();
  const signal = AbortSignal.any([outer, end.signal]);
  const expire = (): never => {
    throw fail('timeout');
  };
  try {
    return await Promise.race([task(signal), clock.wait(ms, signal).then(expire)]);
  } finally {
    end.abort();
  }
}

/** Whether the device knows that it has no connection. */
export function isOffline(): boolean {
  // Outside of browsers there is no navigator, or one that does not know.
  return !(globalThis.navigator?.onLine ?? true);
}
