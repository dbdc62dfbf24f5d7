/** The part of the API that is used after the list. It comes with the screens that need it. */
import type {LinkRequest} from './client.js';

export {decodeNamed} from './decode-form.js';
export {decodeOutcome} from './decode-link.js';

/** What is sent to ask for a link. */
export function bodyOf({institution, credentials, accessMode, externalId}: LinkRequest): unknown {
  const known = {institution, access_mode: accessMode};
  return {...credentials, ...known, ...(externalId && {external_id: externalId})};
}
