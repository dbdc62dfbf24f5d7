import type {Services} from '../../src/index.js';
import {ManualClock} from './manual-clock.js';

/** A request as the widget made it. */
export interface Sent {
  readonly method: string;
  readonly url: URL;
  readonly body: string;
  readonly headers: Headers;
  readonly signal: AbortSignal | null;
}

/** The browser's network and a clock that only the test moves. */
export interface WatchedServices {
  readonly services: Services;
  readonly clock: ManualClock;
  /** What went over the network so far. */
  readonly sent: readonly Sent[];
  /** The next request of a method, or the first that there was. */
  request(method: string): Promise<Sent>;
  /** What the widget reported as bugs. */
  readonly bugs: readonly unknown[];
}

/**
 * Services that note what goes through them. The clock starts at `now`, on a whole second; waits that are `instant` pass
 * at once.
 */
export function watchServices(
  now = Date.now(),
  instant?: (ms: number) => boolean,
): WatchedServices {
  const clock = new ManualClock({
    now: Math.floor(now / 1000) * 1000,
    ...(instant && {instant}),
  });
  const sent: Sent[] = [];
  const bugs: unknown[] = [];
  const requests = new EventTarget();
  const services: Services = {
    clock,
    report: (error) => bugs.push(error),
    fetch: (input, init) => {
      const {method = 'GET', body, headers, signal = null} = init;
      const text = typeof body === 'string' ? body : '';
      const url = new URL(input, document.baseURI);
      sent.push({method, url, body: text, headers: new Headers(headers), signal});
      requests.dispatchEvent(new Event(method));
      return fetch(input, init);
    },
  };
  const request = async (method: string): Promise<Sent> => {
    for (;;) {
      const found = sent.find((each) => each.method === method);
      if (found) return found;
      await new Promise((resolve) => requests.addEventListener(method, resolve, {once: true}));
    }
  };
  return {services, clock, sent, bugs, request};
}
