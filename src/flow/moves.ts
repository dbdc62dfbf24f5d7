import {failure, type Failure} from '../errors.js';
import type {FlowConfig, Institution} from '../model.js';
import {
  announceDisabled,
  announceError,
  announceExit,
  institutionOf,
  notice,
  recordError,
} from './announcements.js';
import type {Command} from './commands.js';
import {soleInstitution} from './institution-list.js';
import {
  idle,
  type Attempt,
  type FailedPart,
  type Leavable,
  type Session,
  type State,
} from './state.js';

/** The next state, and what is to be done on the way there. */
export interface Transition {
  readonly state: State;
  readonly commands: readonly Command[];
}

/** To a state, with commands in the order in which they are carried out. */
export function to(state: State, ...commands: readonly Command[]): Transition {
  return {state, commands};
}

/** A new session: the first screen, or straight to the form of an institution chosen by the page. */
export function begin(config: FlowConfig, lastError: Session['lastError'] = null): Transition {
  const session: Session = {
    config,
    token: null,
    consented: false,
    list: {status: 'idle', items: []},
    query: '',
    kind: null,
    country: null,
    reportedMissing: false,
    lastError,
  };
  const first: State =
    config.institution === null
      ? {step: 'intro', session}
      : formOf(session, config.institution, null);
  return to(first, {type: 'readToken'});
}

/** The list, unless there is only one institution to choose: then its form. */
export function toInstitutions(session: Session): Transition {
  const sole = soleInstitution(session);
  if (sole) return pick(session, sole);
  if (session.list.status === 'complete' && session.list.items.length === 0)
    return noneToChoose(session);
  if (session.list.status === 'idle' || session.list.status === 'failed') return loadList(session);
  return to({step: 'institutions', session});
}

/** The configuration leaves nothing to choose from, which the page has to mend. */
function noneToChoose(session: Session): Transition {
  const reason = failure('no_institutions');
  return fail(session, reason, 'institutions');
}

/** Starts asking for the institutions and shows the list that is to fill. */
export function loadList(session: Session): Transition {
  return to(
    {step: 'institutions', session: {...session, list: {status: 'loading', items: []}}},
    listCommand(session),
  );
}

/** The command that asks for the institutions. */
export function listCommand(session: Session): Command {
  return {type: 'listInstitutions', filter: session.config.filter};
}

/** What happens when a row is chosen: its form, or why not. */
export function pick(session: Session, institution: Institution): Transition {
  const {name} = institution;
  if (!institution.healthy) {
    const reason = failure('institution_down');
    return to(
      {step: 'failure', session, failure: reason, part: 'link', name, institution, attempt: null},
      announceDisabled(reason, name),
    );
  }
  return to(
    formOf(session, name, institution),
    notice('INSTITUTION_SELECT', {institution_name: name}),
    {type: 'fetchForm', name},
  );
}

/** The form of an institution whose fields are still to come. */
export function formOf(session: Session, name: string, institution: Institution | null): State {
  return {step: 'credentials', session, name, institution, attempt: null, rejected: null};
}

/** Back on a form that was filled in before: what is no secret is still there. */
export function formAgain(
  session: Session,
  attempt: Attempt,
  rejected: Failure | null = null,
): State {
  const {institution} = attempt;
  return {step: 'credentials', session, name: institution.name, institution, attempt, rejected};
}

/** The failure screen; the page hears of it. */
export function fail(
  session: Session,
  reason: Failure,
  part: FailedPart,
  about: {institution?: Institution | null; attempt?: Attempt | null; name?: string} = {},
): Transition {
  const institution = about.institution ?? null;
  const name = institution?.name ?? about.name ?? null;
  return to(
    {
      step: 'failure',
      session: recordError(session, reason),
      failure: reason,
      part,
      name,
      institution,
      attempt: about.attempt ?? null,
    },
    announceError(reason, name),
  );
}

/** The cross: asks first, unless the page said not to or there is nothing left to lose. */
export function close(state: Leavable): Transition {
  if (state.session.config.closeDialog && state.step !== 'failure') {
    return to({step: 'leave', session: state.session, behind: state});
  }
  return leave(state);
}

/** Leaves for good, by way of the survey if the page wants one. */
export function leave(state: Leavable): Transition {
  const {session} = state;
  const institution = institutionOf(state);
  if (session.config.abandonSurvey) {
    return to({step: 'survey', session, left: state.step, institution});
  }
  return ended(announceExit(session, state.step, institution));
}

/** The end of a session: the terminal event if there is still one to announce, then `CLOSE`. */
export function ended(...commands: readonly Command[]): Transition {
  return to(idle, ...commands, notice('CLOSE'));
}
