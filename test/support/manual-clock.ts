import type {Clock} from '../../src/api/request.js';

interface Wait {
  readonly due: number;
  readonly finish: () => void;
}

interface Watcher {
  readonly fits: (ms: number) => boolean;
  readonly finish: () => void;
}

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
  #now: number;
  readonly #instant: (ms: number) => boolean;
  readonly #waits = new Set<Wait>();
  readonly #watchers = new Set<Watcher>();
  /** Lengths of all waits asked for, in order, in milliseconds. */
  readonly asked: number[] = [];

  /** Starts at `now`. Waits that are `instant` pass at once, moving the time with them. */
  constructor({now = Date.UTC(2026, 0, 15), instant = (_ms: number): boolean => false} = {}) {
    this.#now = now;
    this.#instant = instant;
  }

  now(): number {
    return this.#now;
  }

  /** Number of waits that are not over. */
  get pending(): number {
    return this.#waits.size;
  }

  wait(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      this.asked.push(ms);
      if (this.#instant(ms)) {
        this.#now += ms;
        resolve();
        return;
      }
      const stop = () => {
        this.#waits.delete(wait);
        reject(signal?.reason);
      };
      const finish = () => {
        this.#waits.delete(wait);
        signal?.removeEventListener('abort', stop);
        resolve();
      };
      const wait = {due: this.#now + ms, finish};
      this.#waits.add(wait);
      signal?.addEventListener('abort', stop, {once: true});
      this.#tellWatchers(ms);
    });
  }

  /** Resolves once a wait is pending whose remaining milliseconds fit. */
  untilWaiting(fits: (ms: number) => boolean = () => true): Promise<void> {
    return new Promise((resolve) => {
      if ([...this.#waits].some(({due}) => fits(due - this.#now))) resolve();
      else this.#watchers.add({fits, finish: resolve});
    });
  }

  /** Moves the time on, ending waits in the order they are due, those included that begin on the way. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      // A turn of the event loop, in which whoever was woken may ask for a next wait.
      await new Promise((resolve) => setTimeout(resolve));
      const next = [...this.#waits].sort((a, b) => a.due - b.due)[0];
      if (!next || next.due > end) break;
      this.#now = Math.max(this.#now, next.due);
      next.finish();
    }
    this.#now = Math.max(this.#now, end);
  }

  #tellWatchers(ms: number) {
    for (const watcher of this.#watchers) {
      if (!watcher.fits(ms)) continue;
      this.#watchers.delete(watcher);
      watcher.finish();
    }
  }
}
