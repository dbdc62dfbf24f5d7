import {createContext} from '@lit/context';
import {realClock, type ApiFetch, type Clock} from './api/request.js';
import {reportBug} from './report.js';

/**
 * The effects of the widget that an application or a test may replace: one way to the network, one clock, one place
 * where bugs are reported. Order of look-up: the element's `services` property, the nearest provider of
 * {@link servicesContext}, the browser's own.
 */
export interface Services {
  readonly fetch: ApiFetch;
  readonly clock: Clock;
  /** Called with an unexpected error, never with an expected failure. */
  readonly report: (error: unknown) => void;
}

/** Key under which an ancestor provides {@link Services}. The same for every copy of this package on a page. */
export const servicesContext = createContext<Services>(Symbol.for('belvo-connect.services'));

/** The browser's own network and clock. */
export const browserServices: Services = {
  fetch: (input, init) => fetch(input, init),
  clock: realClock,
  report: reportBug,
};
