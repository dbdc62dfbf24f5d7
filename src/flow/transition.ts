import {announceExit, announceSurveyExit, institutionOf, notice, pageOf} from './announcements.js';
import type {Input} from './inputs.js';
import {begin, ended, to, type Transition} from './moves.js';
import type {Idle, Institutions, Leave, State} from './state.js';
import {fromIdle, fromInstitutions, fromIntro, isListOutcome, withList} from './steps/choose.js';
import {fromCredentials, fromLinking, fromMfa} from './steps/connect.js';
import {fromFailure, fromLeave, fromSuccess, fromSurvey} from './steps/end.js';

export type {Transition} from './moves.js';

/**
 * The whole behaviour of the widget as a pure function: what happens in a state when something is asked for or has
 * ended. An input that a state does not know leaves it as it is.
 */
export function transition(state: State, input: Input): Transition {
  const next = anywhere(state, input) ?? step(state, input);
  const page = pageOf(next.state);
  // A page is announced when it appears; what changes on it, or the question whether to leave it, is no new page.
  if (page === null || page === pageOf(state)) return next;
  const name = institutionOf(next.state);
  const loaded = notice('PAGE_LOAD', {
    page,
    from: pageOf(state),
    ...(name === null ? {} : {institution_name: name}),
  });
  return to(next.state, ...next.commands, loaded);
}

function step(state: State, input: Input): Transition {
  if (isListOutcome(input) && takesListAside(state)) {
    return to({...state, session: withList(state.session, input)});
  }
  switch (state.step) {
    case 'idle':
      return fromIdle(state, input);
    case 'intro':
      return fromIntro(state, input);
    case 'institutions':
      return fromInstitutions(state, input);
    case 'credentials':
      return fromCredentials(state, input);
    case 'linking':
      return fromLinking(state, input);
    case 'mfa':
      return fromMfa(state, input);
    case 'success':
      return fromSuccess(state, input);
    case 'failure':
      return fromFailure(state, input);
    case 'leave':
      return fromLeave(state, input, step);
    case 'survey':
      return fromSurvey(state, input);
  }
}

/** The states that only note what came of the list; the list itself reacts, and the leave question asks its step. */
function takesListAside(state: State): state is Exclude<State, Idle | Institutions | Leave> {
  return state.step !== 'idle' && state.step !== 'institutions' && state.step !== 'leave';
}

/** What the page may ask for in any step. */
function anywhere(state: State, input: Input): Transition | undefined {
  if (state.step === 'idle') return undefined;
  if (input.type === 'restart') return begin(input.config);
  return input.type === 'abandon' ? abandon(state) : undefined;
}

/** The page ends the session. After a success there is nothing more to tell; before it, that the person left. */
function abandon(state: Exclude<State, Idle>): Transition {
  switch (state.step) {
    case 'success':
      return ended();
    case 'survey':
      return ended(announceSurveyExit(state));
    case 'leave':
      return ended(announceExit(state.session, state.behind.step, institutionOf(state)));
    default:
      return ended(announceExit(state.session, state.step, institutionOf(state)));
  }
}
