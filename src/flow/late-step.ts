import type {Input} from './inputs.js';
import type {Transition} from './moves.js';
import type {LateState, Leavable} from './state.js';
import {firstStep, isListOutcome, withList} from './steps/choose.js';
import {fromCredentials, fromLinking, fromMfa} from './steps/connect.js';
import {fromFailure, fromLeave, fromSuccess, fromSurvey} from './steps/end.js';
import {isFirst} from './transition.js';

/** What happens in the steps after the list. */
export function lateStep(state: LateState, input: Input): Transition {
  switch (state.step) {
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
      return fromLeave(state, input, behindQuestion);
    case 'survey':
      return fromSurvey(state, input);
  }
}

/** The step that the leave question is about goes on under it. */
function behindQuestion(state: Leavable, input: Input): Transition {
  if (isFirst(state)) return firstStep(state, input);
  if (isListOutcome(input)) {
    return {state: {...state, session: withList(state.session, input)}, commands: []};
  }
  return lateStep(state, input);
}
