import {announceExit, notice} from '../announcements.js';
import {isIntent, type Input} from '../inputs.js';
import {choose, close, formAgain, leave} from '../late-moves.js';
import {ended, formOf, loadList, to, type Transition} from '../moves.js';
import {canChooseAnother, canRetry} from '../ways-out.js';
import type {FailureShown, Leave, Session, Success, Survey} from '../state.js';

/** The account is connected and the page knows: all that is left is to close. */
export function fromSuccess(state: Success, input: Input): Transition {
  return input.type === 'close' ? ended() : to(state);
}

/** The failure screen: again, another institution, or leave. */
export function fromFailure(state: FailureShown, input: Input): Transition {
  const {session} = state;
  switch (input.type) {
    case 'retry':
      return canRetry(state) ? retry(state) : to(state);
    case 'back':
    case 'chooseAnother':
      return canChooseAnother(state) ? choose(session) : to(state);
    case 'close':
    case 'leave':
      return close(state);
    default:
      return to(state);
  }
}

/** Does the failed part again. A sign-in starts from its form: what was typed in secret is gone by then. */
function retry(state: FailureShown): Transition {
  const {session, institution, attempt} = state;
  switch (state.part) {
    case 'token': {
      const name = session.config.institution;
      const waiting: Session = {...session, list: {status: 'loading', items: []}};
      if (name !== null) return to(formOf(session, name, institution), {type: 'readToken'});
      return to(
        {step: session.consented ? 'institutions' : 'intro', session: waiting},
        {type: 'readToken'},
      );
    }
    case 'institutions':
      return loadList(session);
    case 'form':
    case 'link': {
      if (attempt !== null) return to(formAgain(session, attempt));
      const name = institution?.name ?? session.config.institution;
      if (name === null) return choose(session);
      return to(formOf(session, name, institution), {type: 'fetchForm', name});
    }
  }
}

/** The question whether to leave. The step behind it goes on: what it waits for may answer the question. */
export function fromLeave(
  state: Leave,
  input: Input,
  step: (state: Leave['behind'], input: Input) => Transition,
): Transition {
  switch (input.type) {
    case 'stay':
    case 'back':
    case 'close':
      return to(state.behind);
    case 'leave':
      return leave(state.behind);
    default: {
      if (isIntent(input)) return to(state);
      const next = step(state.behind, input);
      if (next.state.step === state.behind.step && next.state !== state.behind) {
        return {...next, state: {step: 'leave', session: next.state.session, behind: next.state}};
      }
      return next.state === state.behind ? {...next, state} : next;
    }
  }
}

/** Why the person left; the exit is announced whatever they answer. */
export function fromSurvey(state: Survey, input: Input): Transition {
  switch (input.type) {
    case 'answerSurvey':
      return input.reason === null
        ? ended(announceExit(state))
        : ended(notice('SURVEY', {reason: input.reason}), announceExit(state));
    case 'close':
      return ended(announceExit(state));
    default:
      return to(state);
  }
}
