import type {ConnectEventDetail, ExitDetail, SuccessDetail} from './flow/commands.js';

export type {ConnectEventDetail, EventName, ExitDetail, SuccessDetail} from './flow/commands.js';

/** An account was connected. Once per link, before the widget closes. */
export class BelvoSuccessEvent extends CustomEvent<SuccessDetail> {
  constructor(detail: SuccessDetail) {
    super('belvo-success', {detail: freeze(detail), bubbles: true, composed: true});
  }
}

/** The person left without a link. Ends the session, as success does; never both. */
export class BelvoExitEvent extends CustomEvent<ExitDetail> {
  constructor(detail: ExitDetail) {
    super('belvo-exit', {detail: freeze(detail), bubbles: true, composed: true});
  }
}

/** Something happened on the way: a screen appeared, an error was shown, … See `EventName` for the closed list. */
export class BelvoConnectEvent extends CustomEvent<ConnectEventDetail> {
  constructor(detail: ConnectEventDetail) {
    super('belvo-event', {detail: freeze(detail), bubbles: true, composed: true});
  }
}

/** The element's own events by name. */
export interface BelvoConnectEventMap {
  'belvo-success': BelvoSuccessEvent;
  'belvo-exit': BelvoExitEvent;
  'belvo-event': BelvoConnectEvent;
}

declare global {
  interface HTMLElementEventMap extends BelvoConnectEventMap {}
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }
  return value;
}
