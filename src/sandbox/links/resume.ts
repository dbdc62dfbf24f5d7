import type {z} from 'zod';
import {problem} from '../problems.js';
import {maySee} from './access.js';
import {challengeFor, isRightAnswer, mayTryAgain, mistakeInAnswer} from './challenge.js';
import {connect} from './create.js';
import type {Caller, Core} from '../core.js';
import type {resumeBody} from '../schemas.js';
import type {StoredLink, StoredSession} from '../store.js';

/** A link whose bank is satisfied, and the session that led there. */
export interface Resumed {
  readonly link: StoredLink;
  readonly session: StoredSession;
}

async function openSession(
  core: Core,
  caller: Caller,
  body: z.infer<typeof resumeBody>,
  purpose: StoredSession['purpose'],
): Promise<{session: StoredSession; link: StoredLink}> {
  const session = await core.store.findSession(caller.owner, body.session);
  const link = session && (await core.store.findLink(caller.owner, session.link));
  // What never existed, was used up or is somebody else's looks the same from outside.
  if (!session || !link || !maySee(caller, link) || session.purpose !== purpose) {
    throw problem('session_expired');
  }
  if (body.link && body.link !== link.id) {
    throw problem('invalid', {field: 'link', message: 'This is not the link of the session.'});
  }
  if (session.expiresAt <= core.now()) throw problem('session_expired');
  return {session, link};
}

/** `PATCH` on a collection: answers a second factor. Rejects with the next question when the answer is wrong. */
export async function resume(
  core: Core,
  caller: Caller,
  body: z.infer<typeof resumeBody>,
  purpose: StoredSession['purpose'],
): Promise<Resumed> {
  const {session, link} = await openSession(core, caller, body, purpose);
  const token = body.token ?? '';
  const mistake = mistakeInAnswer(session.challenge, token);
  if (mistake) throw mistake;
  // From here on the session is used up; of several answers at once only one counts.
  if (!(await core.store.takeSession(caller.owner, session.id))) throw problem('session_expired');
  if (isRightAnswer(session.challenge, token, session.attempts)) {
    return {session, link: await connectOrRenew(core, caller, link)};
  }
  const attempts = session.attempts + 1;
  if (!mayTryAgain(attempts)) throw problem('session_expired');
  throw await challengeFor(core, link, {...session, attempts});
}

async function connectOrRenew(core: Core, caller: Caller, link: StoredLink): Promise<StoredLink> {
  if (link.status === 'unconfirmed') return await connect(core, caller, link);
  const change = {status: 'valid', failedAttempts: 0} as const;
  const renewed = await core.store.updateLink(link.owner, link.id, change);
  if (!renewed) throw problem('not_found');
  return renewed;
}
