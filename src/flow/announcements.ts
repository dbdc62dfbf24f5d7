import type {Failure} from '../errors.js';
import type {Link} from '../model.js';
import type {Command, EventName} from './commands.js';
import type {Leavable, Session, State, Survey} from './state.js';

/** A `belvo-event` command. `timestamp` is added where there is a clock. */
export function notice(
  eventName: EventName,
  meta_data: Readonly<Record<string, string | number | null>> = {},
  requestId: string | null = null,
): Command {
  const detail = {eventName, ...(requestId === null ? {} : {request_id: requestId}), meta_data};
  return {type: 'announce', event: {type: 'event', detail}};
}

/** The code that the page sees: the API's own when there is one, as Belvo's widget gives it, else ours. */
export function publicCode(failure: Failure): string {
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

/** The exit event of a session that ends without a link. */
export function announceExit(
  session: Session,
  left: Leavable['step'],
  institution: string | null,
): Command {
  return {
    type: 'announce',
    event: {
      type: 'exit',
      detail: {
        last_encountered_error: session.lastError,
        meta_data: {institution_name: institution, step: left},
      },
    },
  };
}

/** Name of the institution a state is about, or null. */
export function institutionOf(state: State): string | null {
  switch (state.step) {
    case 'credentials':
      return state.name;
    case 'linking':
    case 'mfa':
      return state.attempt.institution.name;
    case 'success':
      return state.institution.name;
    case 'failure':
      return state.name;
    case 'leave':
      return institutionOf(state.behind);
    case 'survey':
      return state.institution;
    case 'idle':
    case 'intro':
    case 'institutions':
      return null;
  }
}

/** Path of a screen in `PAGE_LOAD` events, in the style of Belvo's `/consent`, `/institutions`, `abandonSurvey`. */
export function pageOf(state: State): string | null {
  switch (state.step) {
    case 'idle':
      return null;
    case 'intro':
      return '/consent';
    case 'institutions':
      return '/institutions';
    case 'credentials':
      return '/credentials';
    case 'linking':
      return '/loading';
    case 'mfa':
      return '/mfa';
    case 'success':
      return '/success';
    case 'failure':
      return '/error';
    case 'leave':
      return pageOf(state.behind);
    case 'survey':
      return '/abandonSurvey';
  }
}

/** The exit of a person who answered or skipped the survey. */
export function announceSurveyExit(state: Survey): Command {
  return announceExit(state.session, state.left, state.institution);
}
