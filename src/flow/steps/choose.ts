import {notice} from '../announcements.js';
import type {Input} from '../inputs.js';
import {mergeInstitutions} from '../list-order.js';
import {begin, listCommand, loadList, to, toInstitutions, type Transition} from '../moves.js';
import type {FirstState, Institutions, Intro, Session} from '../state.js';

/**
 * What happens up to the list when all goes well. Undefined for what is left to the later part of the flow, so that its
 * code need not come first.
 */
export function firstStep(state: FirstState, input: Input): Transition | undefined {
  if (state.step === 'idle') return input.type === 'open' ? begin(input.config) : to(state);
  return state.step === 'intro' ? fromIntro(state, input) : fromInstitutions(state, input);
}

/** The first screen. The institutions are already being fetched while it is read. */
function fromIntro(state: Intro, input: Input): Transition | undefined {
  const {session} = state;
  switch (input.type) {
    case 'consent': {
      const agreed = {...session, consented: true};
      const next = session.token
        ? toInstitutions(agreed)
        : to({step: 'institutions', session: loading(agreed)});
      return next && to(next.state, notice('CONSENT'), ...next.commands);
    }
    case 'tokenRead':
      return to(
        {...state, session: loading({...session, token: input.token})},
        listCommand(session),
      );
    default:
      return isListOutcome(input) ? to({...state, session: withList(session, input)}) : undefined;
  }
}

/** The list. Empty of rows while the first page is on its way. */
function fromInstitutions(state: Institutions, input: Input): Transition | undefined {
  const {session} = state;
  switch (input.type) {
    case 'tokenRead':
      return loadList({...session, token: input.token});
    case 'institutionsArrived':
      return to({...state, session: withList(session, input)});
    case 'institutionsComplete':
      return toInstitutions(withList(session, input));
    default:
      return undefined;
  }
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
