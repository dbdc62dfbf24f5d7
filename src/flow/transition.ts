import {announceExit, announceSurveyExit, institutionOf, notice, pageOf} from './announcements.js';
import type {Input} from './inputs.js';
import {begin, ended, to, type Transition} from './moves.js';
import type {FirstState, Idle, LateState, State} from './state.js';
import {firstStep, isListOutcome, withList} from './steps/choose.js';

export type {Transition} from './moves.js';

/** The steps after the list. They are code of their own, which loads while the first screens are read. */
export type LateStep = (state: LateState, input: Input) => Transition;

/**
 * The whole behaviour of the widget as a pure function: what happens in a state when something is asked for or has
 * ended. An input that a state does not know leaves it as it is. `lateStep` is the part of it after the list.
 */
export function transition(state: State, input: Input, lateStep: LateStep): Transition {
  const next = anywhere(state, input) ?? step(state, input, lateStep);
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

/** Whether a state is one of those that need no late step. */
export function isFirst(state: State): state is FirstState {
  return state.step === 'idle' || state.step === 'intro' || state.step === 'institutions';
}

function step(state: State, input: Input, lateStep: LateStep): Transition {
  if (isFirst(state)) return firstStep(state, input);
  // The later steps only note what came of the list; the leave question asks the step it is about.
  if (isListOutcome(input) && state.step !== 'leave') {
    return to({...state, session: withList(state.session, input)});
  }
  return lateStep(state, input);
}

/** What the page may ask for in any step. */
function anywhere(state: State, input: Input): Transition | undefined {
  if (state.step === 'idle') return undefined;
  if (input.type === 'restart') {
    if (state.step !== 'success') return begin(input.config, state.session.lastError);
    const first = begin(input.config);
    return to(first.state, notice('CLOSE'), ...first.commands);
  }
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
