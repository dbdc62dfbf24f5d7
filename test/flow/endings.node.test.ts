import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Input} from '../../src/flow/inputs.js';
import {idle, type State} from '../../src/flow/state.js';
import type {FlowConfig} from '../../src/model.js';
import {config, erebor, link} from './support/fixtures.js';
import {open, sample} from './support/inputs.js';
import {placeNames, places, type Places} from './support/states.js';
import {after, at, heard, move} from './support/story.js';
import {announced} from './support/summary.js';

/** What ends a session, in one line each, and `CLOSE`. */
function ends(from: State, ...inputs: readonly Input[]): readonly string[] {
  const isEnd = (line: string): boolean => /^(success|exit|CLOSE)/.test(line);
  return heard(from, ...inputs)
    .map(announced)
    .filter(isEnd);
}

const usual = places();
/** The places where a session goes on and no link exists. */
const undecided = placeNames.filter((name) => name !== 'idle' && name !== 'success');
const switches: readonly Pick<FlowConfig, 'closeDialog' | 'abandonSurvey'>[] = [
  {closeDialog: true, abandonSurvey: true},
  {closeDialog: true, abandonSurvey: false},
  {closeDialog: false, abandonSurvey: true},
  {closeDialog: false, abandonSurvey: false},
];
const told = (on: boolean): string => (on ? 'on' : 'off');

describe('the page ends a session', () => {
  for (const name of undecided) {
    it(`at the place "${name}": one exit, then CLOSE, without questions`, () => {
      const state = usual[name];
      const lines = ends(state, sample.abandon);
      assert.equal(lines.length, 2);
      assert.match(lines[0] ?? '', /^exit /);
      assert.equal(lines[1], 'CLOSE');
      assert.equal(after(state, sample.abandon), idle);
    });
  }

  it('after a success: CLOSE alone, as the page knows already', () => {
    assert.deepEqual(ends(usual.success, sample.abandon), ['CLOSE']);
  });

  it('before it began: nothing', () => {
    assert.deepEqual(heard(idle, sample.abandon), []);
  });
});

describe('the person leaves', () => {
  for (const set of switches) {
    const dialog = `question ${told(set.closeDialog)}, survey ${told(set.abandonSurvey)}`;
    const all: Places = places(set);
    for (const name of undecided.filter((one) => !one.startsWith('leave') && one !== 'survey')) {
      it(`${dialog}, at the place "${name}": one exit, then CLOSE`, () => leaves(all[name], set));
    }
  }

  it('with nothing to ask: the cross is enough', () => {
    const {form} = places({closeDialog: false, abandonSurvey: false});
    assert.deepEqual(ends(form, sample.close), [`exit credentials @${erebor.name} !-`, 'CLOSE']);
  });

  it('from a failure without being asked whether', () => {
    const {linkFailed} = places({abandonSurvey: false});
    assert.equal(after(linkFailed, sample.close), idle);
  });

  it('and may change their mind: the step is as it was', () => {
    const {mfa} = usual;
    for (const answer of [sample.stay, sample.close, sample.back]) {
      assert.equal(after(mfa, sample.close, answer), mfa);
    }
  });

  it('and skips the survey: the exit names the step before it', () => {
    const skip: Input = {type: 'answerSurvey', reason: null};
    for (const answer of [skip, sample.close, sample.answerSurvey, sample.abandon]) {
      assert.deepEqual(ends(usual.leaveMfa, sample.leave, answer), [
        `exit mfa @${erebor.name} !-`,
        'CLOSE',
      ]);
    }
  });
});

function leaves(state: State, set: (typeof switches)[number]): void {
  const asked = set.closeDialog && state.step !== 'failure';
  const path: Input[] = [
    sample.close,
    ...(asked ? [sample.leave] : []),
    ...(set.abandonSurvey ? [sample.answerSurvey] : []),
  ];
  let at = state;
  for (const [index, input] of path.entries()) {
    assert.notEqual(at.step, 'idle', `input ${index + 1} is still asked for`);
    at = after(at, input);
  }
  assert.equal(at, idle);
  const lines = ends(state, ...path);
  assert.equal(lines.length, 2);
  assert.match(lines[0] ?? '', new RegExp(`^exit ${state.step} `));
  assert.equal(lines[1], 'CLOSE');
}

describe('the page starts over', () => {
  const restart = sample.restart;

  for (const name of undecided) {
    it(`at the place "${name}": nothing has ended, and all is as after opening`, () => {
      const state = usual[name];
      assert.deepEqual(ends(state, restart), []);
      const fresh = at('intro', after(open()));
      const again = after(state, restart);
      // What went wrong before is told below.
      const {lastError} = at('intro', again).session;
      assert.deepEqual(again, {...fresh, session: {...fresh.session, lastError}});
    });
  }

  it('with the configuration of now', () => {
    const preset: Input = {...restart, config: config({institution: erebor.name})};
    const state = at('credentials', after(usual.mfa, preset));
    assert.equal(state.name, erebor.name);
    assert.equal(state.attempt, null);
  });

  it('and the person leaves then: one exit, with the last error of the session', () => {
    assert.deepEqual(ends(usual.linkFailed, restart, sample.abandon), [
      'exit intro @- !institution_down',
      'CLOSE',
    ]);
  });

  it('after a success: that session has ended, and the next has an end of its own', () => {
    assert.deepEqual(ends(usual.linking, sample.linked, restart, sample.abandon), [
      `success ${link.id} @${erebor.name}`,
      'CLOSE',
      'exit intro @- !-',
      'CLOSE',
    ]);
  });
});

describe('a link that arrives late', () => {
  const connected = `success ${link.id} @${erebor.name}`;

  it('while the question whether to leave is shown: the person is connected, and there is no exit', () => {
    const {leaveLinking} = usual;
    assert.equal(after(leaveLinking, sample.linked).step, 'success');
    assert.deepEqual(ends(leaveLinking, sample.linked, sample.leave, sample.close), [
      connected,
      'CLOSE',
    ]);
  });

  it('after the person left for the survey: the exit stands', () => {
    const survey = after(usual.leaveLinking, sample.leave);
    assert.deepEqual(ends(survey, sample.linked, sample.answerSurvey), [
      `exit linking @${erebor.name} !-`,
      'CLOSE',
    ]);
  });

  it('after the end: nothing is heard', () => {
    assert.deepEqual(heard(after(usual.linking, sample.abandon), sample.linked), []);
  });

  it('twice: one success', () => {
    assert.deepEqual(ends(usual.linking, sample.linked, sample.linked), [connected]);
  });

  it('in the next session: that one does not end', () => {
    const next = after(usual.linking, sample.abandon, sample.open);
    assert.deepEqual(heard(next, sample.linked), []);
    assert.equal(move(next, sample.linked).state, next);
  });
});

describe('after the end', () => {
  for (const input of Object.values(sample)) {
    if (input.type === 'open') continue;
    it(`${input.type} does nothing`, () => {
      const ended = after(usual.form, sample.abandon);
      const next = move(ended, input);
      assert.equal(next.state, ended);
      assert.deepEqual(next.commands, []);
    });
  }

  it('opening starts from the beginning', () => {
    const ended = after(usual.mfa, sample.search, sample.abandon);
    assert.deepEqual(after(ended, sample.open), after(idle, sample.open));
  });
});
