import type {Command, EventName} from './commands.js';
import type {Idle, State, Step, Success} from './state.js';

/** A `belvo-event` command. `timestamp` is added where there is a clock. */
export function notice(
  eventName: EventName,
  meta_data: Readonly<Record<string, string | number | null>> = {},
  requestId: string | null = null,
): Command {
  const detail = {eventName, ...(requestId && {request_id: requestId}), meta_data};
  return {type: 'announce', event: {type: 'event', detail}};
}

/** The exit event of a session that ends in this state without a link. */
export function announceExit(state: Exclude<State, Idle | Success>): Command {
  const {step} = state.step === 'leave' ? state.behind : state;
  const detail = {
    last_encountered_error: state.session.lastError,
    meta_data: {
      institution_name: institutionOf(state),
      step: state.step === 'survey' ? state.left : step,
    },
  };
  return {type: 'announce', event: {type: 'exit', detail}};
}

/** Name of the institution a state is about, or null. */
export function institutionOf(state: State): string | null {
  if (state.step === 'leave') return institutionOf(state.behind);
  if (state.step === 'survey') return state.institution;
  if ('name' in state) return state.name;
  const about = 'attempt' in state ? state.attempt : state;
  return 'institution' in about ? about.institution.name : null;
}

const pages: Readonly<Record<Exclude<Step, 'leave'>, string | null>> = {
  idle: null,
  intro: '/consent',
  institutions: '/institutions',
  credentials: '/credentials',
  linking: '/loading',
  mfa: '/mfa',
  success: '/success',
  failure: '/error',
  survey: '/abandonSurvey',
};

/** Path of a screen in `PAGE_LOAD` events, in the style of Belvo's `/consent`, `/institutions`, `abandonSurvey`. */
export function pageOf(state: State): string | null {
  return pages[state.step === 'leave' ? state.behind.step : state.step];
}
