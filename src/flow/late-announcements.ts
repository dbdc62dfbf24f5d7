import type {Failure} from '../errors.js';
import type {Link} from '../model.js';
import {notice} from './announcements.js';
import type {Command} from './commands.js';
import type {Session} from './state.js';

/** The code that the page sees: the API's own when there is one, as Belvo's widget gives it, else ours. */
function publicCode(failure: Failure): string {
  return failure.apiCode ?? failure.code;
}

/** What happened, in the words of its code. Nothing a server said is repeated: it might echo what was typed. */
function spell({code}: Failure): string {
  return code.replaceAll('_', ' ');
}

/** Keeps a failure for the exit event. */
export function recordError(session: Session, failure: Failure): Session {
  return {...session, lastError: {message: spell(failure), code: publicCode(failure)}};
}

/** Belvo's `ERROR` event. */
export function announceError(failure: Failure, institution: string | null): Command {
  return notice(
    'ERROR',
    {
      error_code: publicCode(failure),
      error_message: spell(failure),
      institution_name: institution,
    },
    failure.requestId,
  );
}

/** Belvo's `WARNING` for an institution that cannot be used at the moment. */
export function announceDisabled(failure: Failure, institution: string): Command {
  return notice('WARNING', {
    warning_code: 'institution_disabled',
    warning_message: spell(failure),
    institution_name: institution,
  });
}

/** The success event: the page learns the link's id. */
export function announceSuccess(link: Link): Command {
  return {
    type: 'announce',
    event: {type: 'success', detail: {link: link.id, institution: link.institution}},
  };
}
