import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isIntent, type Input} from '../../src/flow/inputs.js';
import type {State} from '../../src/flow/state.js';
import {isListOutcome} from '../../src/flow/steps/choose.js';
import {intentTypes, sample} from './support/inputs.js';
import {placeNames, places} from './support/states.js';
import {move} from './support/story.js';
import {summary} from './support/summary.js';
import {table, type Row} from './support/table.js';

const all = places();
const inputs: readonly Input[] = Object.values(sample);

for (const name of placeNames) {
  describe(`at the place "${name}"`, () => {
    const state = all[name];
    const rows = table[name];
    for (const input of inputs) {
      const row = rows[input.type];
      if (row) {
        it(`${input.type} leads to ${row[0]}`, () => leads(state, input, row));
      } else if (isListOutcome(input) && state.step !== 'idle') {
        it(`${input.type} only changes the list`, () => changesOnlyTheList(state, input));
      } else {
        it(`${input.type} changes nothing`, () => changesNothing(state, input));
      }
    }
  });
}

function leads(state: State, input: Input, [step, ...commands]: Row): void {
  const next = move(state, input);
  assert.equal(next.state.step, step);
  assert.deepEqual(next.commands.map(summary), commands);
  assert.ok(next.state !== state || commands.length > 0, 'something happens');
}

function changesNothing(state: State, input: Input): void {
  const next = move(state, input);
  assert.equal(next.state, state);
  assert.deepEqual(next.commands, []);
}

function changesOnlyTheList(state: State, input: Input): void {
  const next = move(state, input);
  assert.ok(state.step !== 'idle' && next.state.step !== 'idle');
  const {list} = next.state.session;
  const session = {...state.session, list};
  const expected =
    state.step === 'leave'
      ? {...state, session, behind: {...state.behind, session}}
      : {...state, session};
  assert.deepEqual(next.state, expected);
  assert.notEqual(list, state.session.list);
  assert.deepEqual(next.commands, []);
}

describe('the places of the table', () => {
  it('are at every step of the element', () => {
    const steps: Record<State['step'], true> = {
      idle: true,
      intro: true,
      institutions: true,
      credentials: true,
      linking: true,
      mfa: true,
      success: true,
      failure: true,
      leave: true,
      survey: true,
    };
    assert.deepEqual(
      [...new Set(Object.values(all).map((state: State) => state.step))].sort(),
      Object.keys(steps).sort(),
    );
  });
});

describe('isIntent', () => {
  it('tells what a person asks for from how something ended', () => {
    for (const input of inputs) {
      assert.equal(isIntent(input), intentTypes.has(input.type), input.type);
    }
  });
});
