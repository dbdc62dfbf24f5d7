import {fail} from '../errors.js';
import {isOffline} from './request.js';

/** The API's code beyond a first page that goes well. When it cannot be fetched, there is no network to speak of. */
export async function loadLate() {
  try {
    return await import('./late.js');
  } catch {
    throw fail(isOffline() ? 'offline' : 'network');
  }
}
