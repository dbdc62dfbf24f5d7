import type {Failure} from '../../errors.js';
import {notice} from '../announcements.js';
import type {Input} from '../inputs.js';
import {mergeInstitutions} from '../institution-list.js';
import {
  begin,
  close,
  fail,
  listCommand,
  loadList,
  pick,
  to,
  toInstitutions,
  type Transition,
} from '../moves.js';
import type {FirstState, Institutions, Intro, Session} from '../state.js';

/** What happens in the steps up to the list. */
export function firstStep(state: FirstState, input: Input): Transition {
  switch (state.step) {
    case 'idle':
      return input.type === 'open' ? begin(input.config) : to(state);
    case 'intro':
      if (isListOutcome(input)) return to({...state, session: withList(state.session, input)});
      return fromIntro(state, input);
    case 'institutions':
      return fromInstitutions(state, input);
  }
}

/** The first screen. The institutions are already being fetched while it is read. */
function fromIntro(state: Intro, input: Input): Transition {
  const {session} = state;
  switch (input.type) {
    case 'consent': {
      const agreed = {...session, consented: true};
      const next = session.token === null ? to(choosing(agreed)) : toInstitutions(agreed);
      return to(next.state, notice('CONSENT'), ...next.commands);
    }
    case 'close':
      return close(state);
    case 'tokenRead':
      return to(
        {...state, session: loading({...session, token: input.token})},
        listCommand(session),
      );
    case 'tokenFailed':
      return fail(session, input.failure, 'token');
    default:
      return to(state);
  }
}

/** The list. Empty of rows while the first page is on its way. */
function fromInstitutions(state: Institutions, input: Input): Transition {
  const {session} = state;
  switch (input.type) {
    case 'search':
      return to({...state, session: {...session, query: input.query}});
    case 'chooseKind':
      return to({...state, session: {...session, kind: input.kind}});
    case 'chooseCountry':
      return to({...state, session: {...session, country: input.country}});
    case 'pickInstitution':
      return pick(session, input.institution);
    case 'reportMissing':
      return session.reportedMissing ? to(state) : reportMissing(state);
    case 'back':
      return to({step: 'intro', session});
    case 'close':
      return close(state);
    case 'tokenRead':
      return loadList({...session, token: input.token});
    case 'tokenFailed':
      return fail(session, input.failure, 'token');
    case 'institutionsArrived':
      return to({...state, session: withList(session, input)});
    case 'institutionsComplete':
      return toInstitutions(withList(session, input));
    case 'institutionsFailed':
      return missed(withList(session, input), input.failure);
    default:
      return to(state);
  }
}

/** The words that were searched for stay with the person: the page hears only how many letters they had. */
function reportMissing(state: Institutions): Transition {
  const {session} = state;
  return to(
    {...state, session: {...session, reportedMissing: true}},
    notice('INSTITUTION_MISSING', {query_length: session.query.length}),
  );
}

/** The list screen before anything could be asked for. */
function choosing(session: Session): Institutions {
  return {step: 'institutions', session: loading(session)};
}

function loading(session: Session): Session {
  return {...session, list: {status: 'loading', items: []}};
}

/** News of the list. */
export type ListOutcome = Extract<
  Input,
  {type: 'institutionsArrived' | 'institutionsComplete' | 'institutionsFailed'}
>;

/** Whether an input is news of the list, which every screen of a session takes in. */
export function isListOutcome(input: Input): input is ListOutcome {
  return input.type.startsWith('institutions');
}

/** The session with what is new of its list. */
export function withList(session: Session, input: ListOutcome): Session {
  const {items} = session.list;
  switch (input.type) {
    case 'institutionsArrived':
      return {
        ...session,
        list: {status: 'loading', items: mergeInstitutions(items, input.items)},
      };
    case 'institutionsComplete':
      return {...session, list: {status: 'complete', items}};
    case 'institutionsFailed':
      // Rows that have come stay usable; nothing is lost because a later page failed.
      return {...session, list: {status: items.length > 0 ? 'partial' : 'failed', items}};
  }
}

function missed(session: Session, reason: Failure): Transition {
  if (session.list.status !== 'failed') return to({step: 'institutions', session});
  return fail(session, reason, 'institutions');
}
