import {isConnectError, type Failure} from './errors.js';

/** Tells the developer something about the way the element is used. The only place that writes to the console. */
export function tell(message: string): void {
  console.warn(`<belvo-connect> ${message}`);
}

/** Tells the developer of a failure that the page, not the person, can mend. */
export function tellFailure({code, message}: Failure): void {
  console.error(`<belvo-connect> ${code}: ${message}`);
}

/** Where a bug goes when the page does not say otherwise. */
export function reportBug(error: unknown): void {
  if (!isConnectError(error)) console.error('<belvo-connect> unexpected error', error);
}
