import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {createClient, type Client} from '../api/client.js';
import {apiUrlFor, readToken} from '../api/token.js';
import {fail, failure, isConnectError, type Failure} from '../errors.js';
import type {Command, PublicEvent} from '../flow/commands.js';
import type {Input, Outcome} from '../flow/inputs.js';
import {idle, type State} from '../flow/state.js';
import {transition, type LateStep} from '../flow/transition.js';
import type {TokenInfo} from '../model.js';
import type {Clock} from '../api/request.js';
import type {Services} from '../services.js';
import type {TokenSource} from '../api/token-source.js';

/** What the controller needs of the element. All of it is asked for anew whenever it is used. */
export interface FlowPorts {
  services(): Services;
  tokenSource(services: Services): TokenSource;
  /** What comes after the list; null until its code has come. */
  late(): LateFlow | null;
  /** API base set by the page; null: the one the token is for. */
  apiUrl(): string | null;
  announce(event: PublicEvent): void;
  /** A failure that the page can mend; told to the developer. */
  explain(failure: Failure): void;
}

/** What the flow wants done, other than to tell the page. */
export type Work = Exclude<Command, {type: 'announce'}>;

/** Work of the first steps. */
type FirstWork = Extract<Work, {type: 'readToken' | 'listInstitutions'}>;

/** Work that only the later steps want done. */
export type LateWork = Exclude<Work, FirstWork>;

/** The later steps and what they want done. */
export interface LateFlow {
  readonly step: LateStep;
  readonly perform: (
    command: LateWork,
    client: Client,
    clock: Clock,
    signal: AbortSignal,
  ) => Promise<Outcome>;
}

/** Inputs that lead back. */
const backward: ReadonlySet<Input['type']> = new Set(['back', 'chooseAnother', 'stay']);

/** Work that belongs to the session, not to the step that started it. */
const sessionWork: ReadonlySet<Work['type']> = new Set(['readToken', 'listInstitutions']);

/**
 * Keeps the flow's state, carries out what it wants done and tells it how that ended. What a step started is aborted
 * when the step is left, what a session started when it ends; outcomes that come later are dropped.
 */
export class FlowController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #ports: FlowPorts;
  #state: State = idle;
  #wentBack = false;
  #session = new AbortController();
  #step = new AbortController();
  /** What happened before the code for it had come. */
  readonly #early: Input[] = [];
  #client: Client | undefined;

  constructor(host: ReactiveControllerHost & Element, ports: FlowPorts) {
    this.#host = host;
    this.#ports = ports;
    host.addController(this);
  }

  /** Where the person is, and what is known there. */
  get state(): State {
    return this.#state;
  }

  /** Whether the last move was one back, which is drawn the other way round. */
  get wentBack(): boolean {
    return this.#wentBack;
  }

  hostDisconnected(): void {
    // Moved is not removed: only one that is still out of the document after this task has been left.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.dispatch({type: 'abandon'});
    });
  }

  /** Takes in what was asked for or has ended. */
  dispatch(input: Input): void {
    const before = this.#state;
    const next = transition(before, input, this.#ports.late()?.step ?? this.#postpone);
    this.#state = next.state;
    this.#wentBack = backward.has(input.type);
    if (input.type === 'open' || input.type === 'restart') this.#begin();
    if (work(before) !== work(next.state)) this.#step = renewed(this.#step);
    if (next.state.step === 'failure' && next.state !== before) {
      this.#ports.explain(next.state.failure);
    }
    for (const command of next.commands) {
      // A listener of the last announcement has moved the flow on: what was to follow is out of date.
      if (this.#state !== next.state) return;
      if (command.type === 'announce') this.#ports.announce(command.event);
      else void this.#run(command);
    }
    if (this.#state.step === 'idle') this.#abortAll();
    this.#host.requestUpdate();
  }

  /** The code of the later steps has come: what happened in the meantime is taken in now. */
  resume(): void {
    for (const input of this.#early.splice(0)) this.dispatch(input);
  }

  /** Whether something has happened that only the code of the later steps knows an answer to. */
  get isWaiting(): boolean {
    return this.#early.length > 0;
  }

  /** Stands in for the later steps until their code has come. */
  readonly #postpone: LateStep = (state, input) => {
    this.#early.push(input);
    return {state, commands: []};
  };

  #begin(): void {
    this.#session = renewed(this.#session);
    this.#step = renewed(this.#step);
    this.#client = undefined;
    this.#early.length = 0;
  }

  #abortAll(): void {
    this.#session.abort();
    this.#step.abort();
  }

  async #run(command: Work): Promise<void> {
    const {signal} = sessionWork.has(command.type) ? this.#session : this.#step;
    const settle = (outcome: Outcome) => {
      if (!signal.aborted) this.dispatch(outcome);
    };
    try {
      await this.#perform(command, signal, settle);
    } catch (error) {
      if (signal.aborted) return;
      if (!isConnectError(error)) this.#ports.services().report(error);
      const reason = isConnectError(error) ? error.failure : failure('server_error');
      settle({type: failed[command.type], failure: reason});
    }
  }

  async #perform(
    command: Work,
    signal: AbortSignal,
    settle: (outcome: Outcome) => void,
  ): Promise<void> {
    const {clock} = this.#ports.services();
    switch (command.type) {
      case 'readToken':
        return settle({type: 'tokenRead', token: await this.#readToken(signal)});
      case 'listInstitutions': {
        for await (const items of this.#api().listInstitutions(command.filter, signal)) {
          settle({type: 'institutionsArrived', items});
        }
        return settle({type: 'institutionsComplete'});
      }
      default: {
        // Nobody but the later steps wants it done, so that their code is there.
        const done = this.#ports.late()?.perform(command, this.#api(), clock, signal);
        if (done) settle(await done);
      }
    }
  }

  /** Gets a token and reads it; an expired one is renewed once, as tokens wait in pages that stay open. */
  async #readToken(signal: AbortSignal): Promise<TokenInfo> {
    const services = this.#ports.services();
    const {clock, fetch} = services;
    const source = this.#ports.tokenSource(services);
    const token = await source.get(signal);
    let info: TokenInfo;
    try {
      info = await readToken(token, clock.now());
    } catch (error) {
      const expired = isConnectError(error) && error.code === 'token_expired';
      const fresh = expired ? await source.renew(token, signal) : null;
      if (fresh === null) throw error;
      info = await readToken(fresh, clock.now());
    }
    const apiUrl = this.#ports.apiUrl() ?? apiUrlFor(info.environment);
    if (apiUrl === null) throw fail('config_error', {mistake: 'no_api_url'});
    this.#client = createClient({apiUrl, token: source, fetch, clock});
    return info;
  }

  #api(): Client {
    if (!this.#client) throw new Error('The flow asked for the API before the token was read.');
    return this.#client;
  }
}

/** What identifies a step's work: the step under the leave question is still the same one. */
function work(state: State): unknown {
  const {step} = state.step === 'leave' ? state.behind : state;
  return step;
}

function renewed(old: AbortController): AbortController {
  old.abort();
  return new AbortController();
}

/** What the flow hears when its wish has failed. */
const failed = {
  readToken: 'tokenFailed',
  listInstitutions: 'institutionsFailed',
  fetchForm: 'formFailed',
  createLink: 'linkFailed',
  resumeLink: 'linkFailed',
  expireAt: 'linkFailed',
} as const satisfies Record<Work['type'], Outcome['type']>;
