import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {FailureCode} from '../../src/errors.js';
import type {FailureShown, State} from '../../src/flow/state.js';
import {canRetry, waysOut} from '../../src/flow/ways-out.js';
import {codes, erebor, gotham, moria, refusal} from './support/fixtures.js';
import {arrived, open, sample} from './support/inputs.js';
import {places} from './support/states.js';
import {after, at, move} from './support/story.js';

const all = places();

/** The failure screen of each part of the journey, with the list that there is then. */
const parts: Readonly<Record<string, (code: FailureCode) => FailureShown>> = {
  'the token': (code) => shown(all.intro, 'tokenFailed', code),
  'the list': (code) => shown(all.listLoading, 'institutionsFailed', code),
  'the form': (code) => shown(all.formAwaited, 'formFailed', code),
  'the link': (code) => linkFailure(all.linking, code),
  'the token, for an institution of the page': (code) =>
    shown(all.presetAwaited, 'tokenFailed', code),
  'the form of an institution of the page': (code) => shown(all.presetAwaited, 'formFailed', code),
  'the link to an institution of the page': (code) =>
    linkFailure(after(all.preset, sample.submitCredentials), code),
  'the link to the only institution': (code) => linkFailure(linkingToTheOnlyOne(), code),
};

function shown(
  from: State,
  type: 'tokenFailed' | 'institutionsFailed' | 'formFailed',
  code: FailureCode,
): FailureShown {
  return at('failure', after(from, {type, failure: refusal(code)}));
}

/** What the form shows itself gets its own screen here, so that the table is whole. */
function linkFailure(from: State, code: FailureCode): FailureShown {
  const state = at('failure', after(from, sample.linkFailed));
  return {...state, failure: refusal(code)};
}

function linkingToTheOnlyOne(): State {
  const {tokenRead, consent, institutionsComplete, formArrived, submitCredentials} = sample;
  return after(
    open(),
    tokenRead,
    arrived(erebor),
    institutionsComplete,
    consent,
    formArrived,
    submitCredentials,
  );
}

for (const [part, failure] of Object.entries(parts)) {
  describe(`when what fails is ${part}`, () => {
    for (const code of codes) {
      it(`each way out of ${code} leads somewhere, and there is always one`, () => {
        const state = failure(code);
        const ways = waysOut(state);
        assert.ok(ways.length > 0);
        assert.equal(new Set(ways).size, ways.length);
        for (const way of ways) {
          assert.notEqual(move(state, {type: way}).state.step, 'failure', way);
        }
      });
    }
  });
}

describe('the ways out', () => {
  const offers = (state: FailureShown): boolean => waysOut(state).includes('chooseAnother');

  it('do not offer another institution where the page chose one', () => {
    for (const code of codes) {
      assert.ok(!offers(shown(all.presetAwaited, 'formFailed', code)), code);
    }
  });

  it('do not offer another institution before the token was read', () => {
    for (const code of codes) assert.ok(!offers(shown(all.intro, 'tokenFailed', code)), code);
  });

  it('do not offer another institution where the list itself failed', () => {
    const state = all.listLoading;
    for (const code of codes) {
      assert.ok(!offers(shown(state, 'institutionsFailed', code)), code);
    }
  });

  it('do not offer another institution where there is only one', () => {
    for (const code of codes) assert.ok(!offers(linkFailure(linkingToTheOnlyOne(), code)), code);
  });

  it('of the only institution being down lead away from it', () => {
    const ready = after(open(), sample.tokenRead, arrived(moria), sample.institutionsComplete);
    const state = at('failure', after(ready, sample.consent));
    for (const way of waysOut(state)) {
      assert.notEqual(move(state, {type: way}).state.step, 'failure', way);
    }
  });

  it('end with leaving where there is no other choice', () => {
    assert.deepEqual(waysOut(shown(all.presetAwaited, 'formFailed', 'institution_inactive')), [
      'leave',
    ]);
    assert.deepEqual(waysOut(shown(all.presetAwaited, 'formFailed', 'timeout')), [
      'retry',
      'leave',
    ]);
  });

  it('put what helps most first', () => {
    const first = (code: FailureCode): string | undefined =>
      waysOut(shown(all.formAwaited, 'formFailed', code))[0];
    assert.equal(first('offline'), 'retry');
    assert.equal(first('institution_down'), 'chooseAnother');
    assert.equal(first('already_linked'), 'chooseAnother');
    assert.equal(first('outcome_unknown'), 'leave');
  });

  it('of a list that turned out empty do not lead to an empty list', () => {
    const state = after(all.listLoading, sample.institutionsComplete);
    for (const input of Object.values(sample)) {
      assert.notEqual(move(state, input).state.step, 'institutions', input.type);
    }
  });
});

describe('trying again', () => {
  it('does nothing where it is no way out', () => {
    for (const code of codes) {
      const state = shown(all.formAwaited, 'formFailed', code);
      const next = move(state, sample.retry);
      assert.equal(next.state.step, canRetry(state) ? 'credentials' : 'failure', code);
    }
  });

  it('of a link keeps the form; of a form fetches it', () => {
    const link = move(all.linkFailed, sample.retry);
    assert.ok(at('credentials', link.state).attempt !== null);
    const form = move(all.formFailed, sample.retry);
    assert.equal(at('credentials', form.state).attempt, null);
    assert.ok(form.commands.some(({type}) => type === 'fetchForm'));
  });
});

describe('choosing another institution after a failure', () => {
  it('leads to the list as it was', () => {
    const state = after(all.linkFailed, sample.chooseAnother);
    assert.deepEqual(at('institutions', state).session.list.items, [erebor, gotham, moria]);
  });
});
