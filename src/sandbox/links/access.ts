import {problem} from '../problems.js';
import {creatorOf} from './records.js';
import type {Caller, Core} from '../core.js';
import type {StoredLink} from '../store.js';

/** Whether a caller may know of a link: servers of all their own, a widget of the one it made or was made for. */
export function maySee(caller: Caller, link: StoredLink): boolean {
  if (caller.owner !== link.owner) return false;
  return caller.kind === 'server' || link.creator === caller.session || link.id === caller.link;
}

/** A link the caller may see. Rejects with 404 as if it did not exist otherwise. */
export async function visibleLink(core: Core, caller: Caller, id: string): Promise<StoredLink> {
  const link = await core.store.findLink(caller.owner, id);
  if (!link || !maySee(caller, link)) throw problem('not_found');
  return link;
}

/** Refuses a widget whose token has created its link, or was made to update one. */
export async function mayCreate(core: Core, caller: Caller): Promise<void> {
  if (caller.kind === 'server') return;
  if (caller.link) {
    throw problem('permission_denied', {message: 'This token is for updating one link.'});
  }
  if (await core.store.isTokenSpent(caller.owner, caller.session)) throw usedToken();
}

/** Notes that the caller's token has created its link. Rejects with 401 when it had done so already. */
export async function spend(core: Core, caller: Caller): Promise<void> {
  const session = creatorOf(caller);
  if (session === null || (caller.kind === 'widget' && caller.link !== null)) return;
  if (!(await core.store.spendToken(caller.owner, session))) throw usedToken();
}

function usedToken(): Error {
  // The documentation says that a token stops working once an account was connected. Taken literally the page could
  // not even read its new link, so only a further link is refused.
  return problem('token_not_valid', {message: 'Token was already used to create a link'});
}
