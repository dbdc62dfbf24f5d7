import type {Input} from './inputs.js';
import {to, type Transition} from './moves.js';
import type {Leavable, State} from './state.js';
import {fromCredentials, fromLinking, fromMfa} from './steps/connect.js';
import {stopFirst} from './steps/stop.js';
import {fromFailure, fromLeave, fromSuccess, fromSurvey} from './steps/end.js';
import {step} from './transition.js';

/** What happens in the steps after the list, and what those before leave to it. */
export function lateStep(state: State, input: Input): Transition {
  switch (state.step) {
    case 'idle':
      return to(state);
    case 'intro':
    case 'institutions':
      return stopFirst(state, input);
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
  return step(state, input, lateStep);
}
