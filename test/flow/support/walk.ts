import fc from 'fast-check';
import type {Command} from '../../../src/flow/commands.js';
import type {Input} from '../../../src/flow/inputs.js';
import {idle, type State, type Step} from '../../../src/flow/state.js';
import type {Transition} from '../../../src/flow/transition.js';
import type {FlowConfig} from '../../../src/model.js';
import {config, erebor} from './fixtures.js';
import {anyOutcome, intents, outcomes, straightOn, type Opening} from './possible.js';
import {advance} from './story.js';

/** One step of a walk: where it was, what happened, where it led and what was under way then. */
export interface Pace {
  readonly before: State;
  readonly input: Input;
  readonly next: Transition;
  readonly jobs: readonly Command[];
}

/**
 * What happens next, as numbers that pick from what is possible then, so that a walk stays meaningful when it shrinks:
 * `onward`: what a person does who wants to be done, waiting included; `act`: one of the intents that move the state;
 * `answer`: one of the outcomes that something under way may have; `stray`: any input at all, out of place more often
 * than not.
 */
export type Choice = readonly [kind: 'onward' | 'act' | 'answer' | 'stray', nth: number];

/** Settings of the page that change the ways through the flow. */
export const settings: fc.Arbitrary<FlowConfig> = fc
  .record({
    institution: fc.constantFrom(null, null, erebor.name),
    closeDialog: fc.boolean(),
    abandonSurvey: fc.boolean(),
  })
  .map(config);

const nth = fc.nat({max: 9999});
const onward = fc.tuple(fc.constant('onward' as const), nth);
const act = fc.tuple(fc.constant('act' as const), nth);
const answer = fc.tuple(fc.constant('answer' as const), nth);
const stray = fc.tuple(fc.constant('stray' as const), nth);

/** At most 25 inputs; the outcomes among them only when something that was asked for may end so. */
export const orderly: fc.Arbitrary<readonly Choice[]> = fc.array(
  fc.oneof(
    {weight: 6, arbitrary: onward},
    {weight: 6, arbitrary: answer},
    {weight: 2, arbitrary: act},
  ),
  {maxLength: 24, size: 'max'},
);

/** The same with inputs in between that nobody asked for, or that come too late. */
export const disorderly: fc.Arbitrary<readonly Choice[]> = fc.array(
  fc.oneof(
    {weight: 6, arbitrary: onward},
    {weight: 6, arbitrary: answer},
    {weight: 2, arbitrary: act},
    {weight: 2, arbitrary: stray},
  ),
  {maxLength: 24, size: 'max'},
);

/** Opens the widget and goes where the choices lead. */
export function walk(settled: FlowConfig, choices: readonly Choice[]): readonly Pace[] {
  const paces: Pace[] = [];
  const open = {type: 'open', config: settled} as const;
  let state: State = idle;
  let jobs: readonly Command[] = [];
  for (const choice of [null, ...choices]) {
    const input = choice === null ? open : chosen(choice, state, jobs, open);
    if (input === undefined) continue;
    const next = advance(state, input);
    const goingOn = input.type === 'restart' ? [] : jobs.filter((job) => !ends(input, job));
    jobs = underWay([...goingOn, ...next.commands], next.state);
    paces.push({before: state, input, next, jobs});
    state = next.state;
  }
  return paces;
}

function chosen(
  [kind, number]: Choice,
  state: State,
  jobs: readonly Command[],
  open: Opening,
): Input | undefined {
  const moving = (inputs: readonly Input[]): readonly Input[] =>
    inputs.filter((input) => advance(state, input).state !== state);
  const answers = jobs.flatMap(outcomes);
  const steps = kind === 'onward' ? moving(straightOn(state, open)) : [];
  const possible = {
    onward: () => (steps.length > 0 ? steps : answers),
    act: () => moving(intents(state, open)),
    answer: () => answers,
    stray: () => [...intents(state, open), ...anyOutcome],
  }[kind]();
  return possible[number % possible.length];
}

/** Whether something under way has ended with an outcome; a list goes on after a page of it. */
function ends(input: Input, job: Command): boolean {
  return (
    input.type !== 'institutionsArrived' && outcomes(job).some(({type}) => type === input.type)
  );
}

/** What goes on in a state: forms, links and clocks as long as their step is there, the rest as long as the session. */
function underWay(jobs: readonly Command[], state: State): readonly Command[] {
  const here = shown(state);
  return jobs.filter(({type}) => {
    switch (type) {
      case 'fetchForm':
        return here === 'credentials';
      case 'createLink':
      case 'resumeLink':
        return here === 'linking';
      case 'expireAt':
        return here === 'mfa';
      case 'readToken':
      case 'listInstitutions':
        return here !== 'idle' && here !== 'survey' && here !== 'success';
      case 'announce':
        return false;
    }
  });
}

/** The step that is there, if need be behind the question whether to leave. */
export function shown(state: State): Exclude<Step, 'leave'> {
  return state.step === 'leave' ? state.behind.step : state.step;
}
