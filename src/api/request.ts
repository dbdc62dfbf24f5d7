import {fail, isConnectError} from '../errors.js';
import type {ConnectError, Failure} from '../errors.js';
import {parse, readText} from './body.js';
import {readDelay, readRetryAfter, writeDelay} from './retry.js';
import type {TokenSource} from './token-source.js';
import {within} from './within.js';

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
      signal?.addEventListener('abort', stop, {once: true});
    }),
};

/** What requests have in common. */
export interface RequestOptions {
  /** API base; the token is sent to nothing else. */
  readonly apiUrl: string;
  readonly token: TokenSource;
  readonly fetch: ApiFetch;
  readonly clock: Clock;
}

/** One request to the API. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Absolute, on the API's origin. */
  readonly url: string;
  /** Sent as JSON; for writes. */
  readonly body?: unknown;
  readonly signal: AbortSignal;
}

/** An answer with status 2xx or 428, its JSON not yet checked. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Performs requests. Rejects with a `ConnectError` for every other answer or none, with the signal's reason when aborted. */
export type Perform = (request: ApiRequest) => Promise<Answer>;

/**
 * The one way to the API. Reads are tried up to three times. Writes are sent once, and once more only when the API
 * certainly did not act on them: after a 401 with a renewed token, after a 429 that says when to come back.
 */
export function createRequest(options: RequestOptions): Perform {
  const origin = {answered: false};
  return (request) => new Exchange(options, origin, request).run();
}

/** Options of every fetch. Errors instead of redirects, as a 307 would replay the body to another origin. */
const policy = {
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
} as const satisfies RequestInit;

const readLimits = {attempt: 15_000, total: 45_000, bytes: 5 << 20};
const writeLimits = {attempt: 120_000, total: 120_000, bytes: 256 << 10};

class Exchange {
  readonly #options: RequestOptions;
  /** Whether any request was ever answered: then the browser lets this page see answers. */
  readonly #origin: {answered: boolean};
  readonly #request: ApiRequest;
  readonly #reading: boolean;
  readonly #limits: typeof readLimits;
  readonly #deadline: number;
  #access = '';
  #renewed = false;
  #waits = 0;
  /** Whether the last attempt broke before there was an answer, other than by time-out. */
  #refused = false;

  constructor(options: RequestOptions, origin: {answered: boolean}, request: ApiRequest) {
    this.#options = options;
    this.#origin = origin;
    this.#request = request;
    this.#reading = request.method === 'GET';
    this.#limits = this.#reading ? readLimits : writeLimits;
    this.#deadline = options.clock.now() + this.#limits.total;
  }

  async run(): Promise<Answer> {
    const {token} = this.#options;
    this.#access = await this.#within(Infinity, (signal) => token.get(signal));
    for (;;) {
      try {
        return await this.#attempt();
      } catch (error) {
        if (!isConnectError(error)) throw error;
        if (!(await this.#prepareNext(error.failure))) throw await this.#explain(error);
      }
    }
  }

  async #attempt(): Promise<Answer> {
    const wasOffline = isOffline();
    this.#refused = false;
    try {
      return await this.#within(this.#limits.attempt, (signal) => this.#send(signal));
    } catch (error) {
      this.#request.signal.throwIfAborted();
      const late = isConnectError(error) && error.code === 'timeout' && !error.failure.status;
      if (isConnectError(error) && !late) throw error;
      this.#refused &&= !late;
      // A write has certainly not left only when there was no connection to begin with.
      if (isOffline() && (wasOffline || this.#reading)) throw fail('offline');
      if (!this.#reading) throw fail('outcome_unknown');
      throw late ? error : fail('network');
    }
  }

  async #send(signal: AbortSignal): Promise<Answer> {
    const {fetch, clock} = this.#options;
    const {method, url, body} = this.#request;
    // The browser's own error for an impossible header value would quote it.
    if (!/^[\w.~+/=-]+$/.test(this.#access)) throw fail('token_rejected');
    this.#refused = true;
    const response = await fetch(url, {
      ...policy,
      redirect: 'error',
      method,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${this.#access}`,
        ...(this.#reading ? {} : {'content-type': 'application/json'}),
      },
      body: this.#reading ? null : JSON.stringify(body),
      signal,
    });
    this.#refused = false;
    this.#origin.answered = true;
    const {status, ok, headers} = response;
    if (ok || status === 428) {
      const value = parse(await readText(response, this.#limits.bytes));
      if (value === undefined) throw fail('bad_response', {status});
      return {status, body: value};
    }
    // The status alone says what happened when the explanation is cut off.
    const text = await readText(response, this.#limits.bytes).catch(() => '');
    const retryAfter = readRetryAfter(headers.get('retry-after'), clock.now());
    throw await refusal({status, body: parse(text)}, retryAfter);
  }

  /** Waits, or gets another token, for a next attempt; false when there should be none. */
  async #prepareNext(failure: Failure): Promise<boolean> {
    const {token, clock} = this.#options;
    const {status, code} = failure;
    if (status === 401 && /^token_/.test(code) && !this.#renewed) {
      this.#renewed = true;
      const fresh = await this.#within(Infinity, (signal) => token.renew(this.#access, signal));
      this.#access = fresh ?? '';
      return fresh !== null;
    }
    const delay = this.#reading
      ? readDelay(failure, this.#waits)
      : writeDelay(failure, this.#waits);
    if (delay === null || clock.now() + delay >= this.#deadline) return false;
    this.#waits++;
    await clock.wait(delay, this.#request.signal);
    return true;
  }

  /**
   * A browser hides from the page why there was no answer. If the host does answer when nothing of it is shown, the
   * page is not allowed to see. A write can only be taken for stopped by the preflight when nothing got through before.
   */
  async #explain(error: ConnectError): Promise<ConnectError> {
    const doubtful = this.#refused && (this.#reading || !this.#origin.answered);
    if (!doubtful || error.code === 'offline') return error;
    const {fetch, apiUrl} = this.#options;
    const probe = (signal: AbortSignal) =>
      // Without CORS no other redirect mode exists; the probe carries nothing that could leak.
      fetch(`${apiUrl}/`, {...policy, mode: 'no-cors', signal});
    try {
      await this.#within(5000, probe);
      return fail('blocked');
    } catch {
      this.#request.signal.throwIfAborted();
      return error;
    }
  }

  #within<T>(ms: number, task: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const {clock} = this.#options;
    const left = Math.max(0, this.#deadline - clock.now());
    return within(clock, Math.min(ms, left), this.#request.signal, task);
  }
}

/** What an unwanted answer means. The code that knows is fetched only when there is one. */
export async function refusal(
  {status, body}: Answer,
  retryAfter: number | null = null,
): Promise<ConnectError> {
  try {
    const {failAnswer} = await import('./failure.js');
    return failAnswer(status, body, retryAfter);
  } catch {
    return fail('network', {status});
  }
}

function isOffline(): boolean {
  // Outside of browsers there is no navigator, or one that does not know.
  return 'navigator' in globalThis && 'onLine' in navigator && !navigator.onLine;
}
