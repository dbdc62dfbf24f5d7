import {failure, type Failure} from '../errors.js';
import type {Institution} from '../model.js';
import {announceExit, institutionOf, notice} from './announcements.js';
import {announceDisabled, announceError, recordError} from './late-announcements.js';
import {ended, formOf, to, toInstitutions, type Transition} from './moves.js';
import type {Attempt, FailedPart, Leavable, Session, State} from './state.js';

/** The list, the form of the only institution, or why there is nothing to choose. */
export function choose(session: Session): Transition {
  const list = toInstitutions(session);
  if (list) return list;
  const [sole] = session.list.items;
  // Otherwise the configuration leaves nothing to choose from, which the page has to mend.
  return sole ? pick(session, sole) : fail(session, failure('no_institutions'), 'institutions');
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
  if (session.config.abandonSurvey) {
    return to({step: 'survey', session, left: state.step, institution: institutionOf(state)});
  }
  return ended(announceExit(state));
}
