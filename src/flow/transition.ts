import {announceExit, institutionOf, notice, pageOf} from './announcements.js';
import type {Input} from './inputs.js';
import {begin, ended, to, type Transition} from './moves.js';
import type {FirstState, State} from './state.js';
import {firstStep, isListOutcome, withList} from './steps/choose.js';

export type {Transition} from './moves.js';

/**
 * The steps after the list, and what the first ones leave to it. They are code of their own, which loads while the first
 * screens are read.
 */
export type LateStep = (state: State, input: Input) => Transition;

/**
 * The whole behaviour of the widget as a pure function: what happens in a state when something is asked for or has
 * ended. An input that a state does not know leaves it as it is. `lateStep` is the later part of it.
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
    ...(name !== null && {institution_name: name}),
  });
  return to(next.state, ...next.commands, loaded);
}

/** Whether a state is one of those that need no late step. */
function isFirst(state: State): state is FirstState {
  return state.step === 'idle' || state.step === 'intro' || state.step === 'institutions';
}

/** What happens in a step, whatever else the page may ask for. */
export function step(state: State, input: Input, lateStep: LateStep): Transition {
  if (isFirst(state)) return firstStep(state, input) ?? lateStep(state, input);
  // The later steps only note what came of the list; the leave question asks the step it is about.
  if (isListOutcome(input) && state.step !== 'leave') {
    return to({...state, session: withList(state.session, input)});
  }
  return lateStep(state, input);
}

/** What the page may ask for in any step. */
function anywhere(state: State, input: Input): Transition | undefined {
  if (state.step === 'idle') return undefined;
  const over = state.step === 'success';
  // After a success there is nothing more to tell; before it, that the person left.
  if (input.type === 'abandon') return over ? ended() : ended(announceExit(state));
  if (input.type !== 'restart') return undefined;
  if (!over) return begin(input.config, state.session.lastError);
  const first = begin(input.config);
  return to(first.state, notice('CLOSE'), ...first.commands);
}
