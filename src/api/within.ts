import {fail} from '../errors.js';
import type {Clock} from './request.js';

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
  const inner = new AbortController();
  const abort = () => inner.abort(outer.reason);
  outer.addEventListener('abort', abort);
  try {
    return await Promise.race([task(inner.signal), expire(clock, ms, inner.signal)]);
  } finally {
    outer.removeEventListener('abort', abort);
    inner.abort();
  }
}

async function expire(clock: Clock, ms: number, signal: AbortSignal): Promise<never> {
  await clock.wait(ms, signal);
  throw fail('timeout');
}
