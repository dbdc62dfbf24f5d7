import {fail, isConnectError, type ConnectError, type Failure} from '../errors.js';
import {failResponse} from './failure.js';
import {
  headersOf,
  isOffline,
  policy,
  readAttemptTime,
  readBytes,
  readJson,
  readTime,
  within,
  type Answer,
  type Attempt,
  type Origin,
} from './request.js';
import {readDelay, writeDelay} from './retry.js';

/** One request to the API. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Absolute, on the API's origin. */
  readonly url: string;
  /** Sent as JSON; for writes. */
  readonly body?: unknown;
  readonly signal: AbortSignal;
}

const readLimits = {attempt: readAttemptTime, total: readTime, bytes: readBytes};
const writeLimits = {attempt: 120_000, total: 120_000, bytes: 256 << 10};

/**
 * Performs a request. Reads are tried up to three times. Writes are sent once, and once more only when the API
 * certainly did not act on them: after a 401 with a renewed token, after a 429 that says when to come back. Rejects
 * with a `ConnectError` for every answer but 2xx and 428 or none, with the signal's reason when aborted.
 */
export function perform(origin: Origin, request: ApiRequest): Promise<Answer> {
  return new Exchange(origin, request).begin();
}

/** Goes on with a read whose first attempt went wrong. */
export function recover(
  origin: Origin,
  url: string,
  signal: AbortSignal,
  attempt: Attempt,
): Promise<Answer> {
  const exchange = new Exchange(origin, {method: 'GET', url, signal}, attempt);
  return exchange.goOn(Promise.reject(reasonOf(attempt, origin.clock.now())));
}

/** Why a first attempt went wrong, as {@link Exchange} would have thrown it. */
function reasonOf({response, body, error}: Attempt, now: number): unknown {
  const late = isConnectError(error) && error.code === 'timeout';
  const answered = response && !late && (!response.ok || error === undefined);
  return answered ? failResponse(response, body, now) : error;
}

class Exchange {
  readonly #origin: Origin;
  readonly #request: ApiRequest;
  readonly #reading: boolean;
  readonly #limits: typeof readLimits;
  readonly #deadline: number;
  #access: string;
  /** Status of the last attempt's answer; 0 when none has begun. */
  #status: number;
  #wasOffline = false;
  #renewed = false;
  #waits = 0;
  /** Whether the last attempt broke before there was an answer, other than by time-out. */
  #refused = false;

  constructor(origin: Origin, request: ApiRequest, attempt?: Attempt) {
    this.#origin = origin;
    this.#request = request;
    this.#reading = request.method === 'GET';
    this.#limits = this.#reading ? readLimits : writeLimits;
    this.#deadline = attempt?.deadline ?? origin.clock.now() + this.#limits.total;
    this.#access = attempt?.access ?? '';
    this.#status = attempt?.response?.status ?? 0;
  }

  async begin(): Promise<Answer> {
    const {token} = this.#origin;
    this.#access = await this.#within(Infinity, (signal) => token.get(signal));
    return this.goOn(this.#send());
  }

  /** Tries again as long as that makes sense. */
  async goOn(sent: Promise<Answer>): Promise<Answer> {
    for (let answer = sent; ; answer = this.#send()) {
      try {
        return await answer;
      } catch (error) {
        const judged = this.#judge(error);
        if (!(await this.#prepareNext(judged.failure))) throw await this.#explain(judged);
      }
    }
  }

  async #send(): Promise<Answer> {
    this.#status = 0;
    this.#wasOffline = isOffline();
    return this.#within(this.#limits.attempt, (signal) => this.#fetch(signal));
  }

  async #fetch(signal: AbortSignal): Promise<Answer> {
    const {fetch, clock} = this.#origin;
    const {method, url, body} = this.#request;
    const headers = headersOf(this.#access);
    const written = {
      body: JSON.stringify(body),
      headers: {...headers, 'content-type': 'application/json'},
    };
    const init = {...policy, method, headers, signal, ...(!this.#reading && written)};
    const response = await fetch(url, init);
    const {status, ok} = response;
    this.#status = status;
    this.#origin.answered = true;
    if (!ok && status !== 428) {
      // The status alone says what happened when the explanation is cut off.
      const explanation = await readJson(response, this.#limits.bytes).catch(() => undefined);
      throw failResponse(response, explanation, clock.now());
    }
    return {status, body: await readJson(response, this.#limits.bytes)};
  }

  /** What the end of the last attempt means, as far as that can be told without asking further. */
  #judge(error: unknown): ConnectError {
    const status = this.#status;
    this.#request.signal.throwIfAborted();
    this.#refused = false;
    const late = isConnectError(error) && error.code === 'timeout' && !error.failure.status;
    if (isConnectError(error) && !late) return error;
    if (error instanceof SyntaxError) return fail('bad_response', {status});
    this.#refused = !late && status === 0;
    // A write has certainly not left only when there was no connection to begin with.
    if (isOffline() && (this.#wasOffline || this.#reading)) return fail('offline');
    if (!this.#reading) return fail('outcome_unknown');
    return late ? error : fail('network');
  }

  /** Waits, or gets another token, for a next attempt; false when there should be none. */
  async #prepareNext(failure: Failure): Promise<boolean> {
    const {token, clock} = this.#origin;
    const {status, code} = failure;
    // `outcome_unknown` is a token that is used up: with another one, the API itself says whether the link is there.
    if (status === 401 && /^(token_|outcome)/.test(code) && !this.#renewed) {
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
    const {fetch, apiUrl} = this.#origin;
    const probe = (signal: AbortSignal) =>
      // Without CORS no other redirect mode exists; the probe carries nothing that could leak.
      fetch(`${apiUrl}/`, {...policy, redirect: 'follow', mode: 'no-cors', signal});
    try {
      await this.#within(5000, probe);
      return fail('blocked');
    } catch {
      this.#request.signal.throwIfAborted();
      return error;
    }
  }

  #within<T>(ms: number, task: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const {clock} = this.#origin;
    const left = Math.max(0, this.#deadline - clock.now());
    return within(clock, Math.min(ms, left), this.#request.signal, task);
  }
}
