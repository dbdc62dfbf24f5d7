/** Registers `<belvo-connect>` and exports its class, its events and their types. */
import {BelvoConnect} from './belvo-connect.js';

export * from './element.js';

BelvoConnect.define();

declare global {
  interface HTMLElementTagNameMap {
    'belvo-connect': BelvoConnect;
  }
}
