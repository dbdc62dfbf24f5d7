import assert from 'node:assert/strict';
import type {Command, PublicEvent} from '../../../src/flow/commands.js';
import type {Input} from '../../../src/flow/inputs.js';
import {lateStep} from '../../../src/flow/late-step.js';
import {idle, type State, type Step} from '../../../src/flow/state.js';
import {transition, type Transition} from '../../../src/flow/transition.js';
import {secrets, typed} from './fixtures.js';
import {summary} from './summary.js';

/** What happens, where the person is then, and what was done on the way. */
export type Line = readonly [input: Input, step: Step, ...commands: readonly string[]];

/** One transition of frozen data: a flow that changed what it was given would throw. */
export function advance(state: State, input: Input): Transition {
  return transition(freeze(state), freeze(input), lateStep);
}

/** One transition, checked for leaks. */
export function move(state: State, input: Input): Transition {
  const next = advance(state, input);
  assertDiscreet(next);
  return next;
}

/** The state after some inputs, from the start or from a state. */
export function after(...path: readonly [State | Input, ...Input[]]): State {
  const [first, ...rest] = path;
  const [from, inputs] = 'step' in first ? [first, rest] : [idle, [first, ...rest]];
  return inputs.reduce((state: State, input) => move(state, input).state, from);
}

/** Goes through a story line by line and returns where it ends. */
export function follow(lines: readonly Line[], from: State = idle): State {
  let state = from;
  for (const [index, [input, step, ...commands]] of lines.entries()) {
    const next = move(state, input);
    const where = `line ${index + 1}, ${input.type}`;
    assert.deepEqual(next.commands.map(summary), commands, `${where}: commands`);
    assert.equal(next.state.step, step, `${where}: step`);
    state = next.state;
  }
  return state;
}

/** All that the page hears in the course of some inputs. */
export function heard(from: State, ...inputs: readonly Input[]): readonly PublicEvent[] {
  const events: PublicEvent[] = [];
  let state = from;
  for (const input of inputs) {
    const next = move(state, input);
    events.push(...eventsOf(next.commands));
    state = next.state;
  }
  return events;
}

/** What the page hears of some commands. */
export function eventsOf(commands: readonly Command[]): readonly PublicEvent[] {
  return commands.flatMap((command) => (command.type === 'announce' ? [command.event] : []));
}

/** Narrows a state to the step it must have. */
export function at<S extends Step>(step: S, state: State): Extract<State, {step: S}> {
  const isThere = (one: State): one is Extract<State, {step: S}> => one.step === step;
  assert.ok(isThere(state), `expected the step ${step}, not ${state.step}`);
  return state;
}

/** Fails when a secret is in the state or anything typed is in what the page hears. */
export function assertDiscreet({state, commands}: Transition): void {
  for (const secret of secrets) {
    assert.ok(!holds(state, secret), `${secret} is in the state ${state.step}`);
  }
  for (const command of commands) {
    if (command.type === 'createLink' || command.type === 'resumeLink') continue;
    for (const text of Object.values(typed)) {
      assert.ok(!holds(command, text), `${text} is in ${summary(command)}`);
    }
  }
}

/** Whether a text is anywhere in a value: in keys, in strings, at any depth. */
export function holds(value: unknown, text: string): boolean {
  if (typeof value === 'string') return value.includes(text);
  if (typeof value !== 'object' || value === null) return false;
  return Reflect.ownKeys(value).some(
    (key) => String(key).includes(text) || holds(Reflect.get(value, key), text),
  );
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const key of Reflect.ownKeys(value)) freeze(Reflect.get(value, key));
  }
  return value;
}
