import type {FlowConfig, Institution} from '../model.js';
import {notice} from './announcements.js';
import type {Command} from './commands.js';
import {idle, type Session, type State} from './state.js';

/** The next state, and what is to be done on the way there. */
export interface Transition {
  readonly state: State;
  readonly commands: readonly Command[];
}

/** To a state, with commands in the order in which they are carried out. */
export function to(state: State, ...commands: readonly Command[]): Transition {
  return {state, commands};
}

/** A new session: the first screen, or straight to the form of an institution chosen by the page. */
export function begin(config: FlowConfig, lastError: Session['lastError'] = null): Transition {
  const session: Session = {
    config,
    token: null,
    consented: false,
    list: {status: 'idle', items: []},
    query: '',
    kind: null,
    country: null,
    reportedMissing: false,
    lastError,
  };
  const first: State =
    config.institution === null
      ? {step: 'intro', session}
      : formOf(session, config.institution, null);
  return to(first, {type: 'readToken'});
}

/** The list. Undefined when there are not two to choose from, which is left to the later part of the flow. */
export function toInstitutions(session: Session): Transition | undefined {
  const {status, items} = session.list;
  if (status === 'complete' && items.length < 2) return undefined;
  if (status === 'idle' || status === 'failed') return loadList(session);
  return to({step: 'institutions', session});
}

/** Starts asking for the institutions and shows the list that is to fill. */
export function loadList(session: Session): Transition {
  return to(
    {step: 'institutions', session: {...session, list: {status: 'loading', items: []}}},
    listCommand(session),
  );
}

/** The command that asks for the institutions. */
export function listCommand(session: Session): Command {
  return {type: 'listInstitutions', filter: session.config.filter};
}

/** The form of an institution whose fields are still to come. */
export function formOf(session: Session, name: string, institution: Institution | null): State {
  return {step: 'credentials', session, name, institution, attempt: null, rejected: null};
}

/** The end of a session: the terminal event if there is still one to announce, then `CLOSE`. */
export function ended(...commands: readonly Command[]): Transition {
  return to(idle, ...commands, notice('CLOSE'));
}
