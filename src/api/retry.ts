import type {Failure} from '../errors.js';

/** The longest time the API may ask for that is waited out without asking the person, in seconds. */
const longestWait = 30;

const retryableStatus = new Set([408, 429, 500, 502, 503, 504]);

/** Seconds that a `Retry-After` header asks for: a number or an HTTP date. Null when there is none or it is nonsense. */
export function readRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,7}$/.test(text)) return Number(text);
  // Date.parse takes nearly anything for a date, so the form is checked before.
  const time = /^[A-Z][a-z]+, \d.* GMT$/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? null : Math.max(0, Math.ceil((time - now) / 1000));
}

/** Milliseconds to wait before a read is tried again for the `attempt`th time (0, 1, …); null when it should not be. */
export function readDelay({code, status, retryAfter}: Failure, attempt: number): number | null {
  const passing =
    status === null ? code === 'network' || code === 'timeout' : retryableStatus.has(status);
  if (!passing || attempt > 1) return null;
  // The whole range at random, so that many widgets do not come back at the same moment.
  if (retryAfter === null) return Math.random() * Math.min(8000, 500 * 2 ** attempt);
  return waitable(retryAfter);
}

/** The same for a write, which may only be sent again when the API refused it unseen and said when to come back. */
export function writeDelay({status, retryAfter}: Failure, attempt: number): number | null {
  return status === 429 && retryAfter !== null && attempt === 0 ? waitable(retryAfter) : null;
}

function waitable(seconds: number): number | null {
  return seconds <= longestWait ? seconds * 1000 : null;
}
