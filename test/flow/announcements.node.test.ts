import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {failure} from '../../src/errors.js';
import type {PublicEvent} from '../../src/flow/commands.js';
import type {Input} from '../../src/flow/inputs.js';
import type {State} from '../../src/flow/state.js';
import {
  challenge,
  codes,
  erebor,
  gotham,
  link,
  moria,
  refusal,
  requestId,
  typed,
} from './support/fixtures.js';
import {arrived, open, pick, sample} from './support/inputs.js';
import {places} from './support/states.js';
import {after, heard} from './support/story.js';
import {announced} from './support/summary.js';

const at = places();

/** The events of a name, or the terminal ones of a type. */
function named(name: string, from: State, ...inputs: readonly Input[]): readonly PublicEvent[] {
  return heard(from, ...inputs).filter(
    ({type, detail}) => ('eventName' in detail ? detail.eventName : type) === name,
  );
}

/** The events of a name, in one line each. */
function told(name: string, from: State, ...inputs: readonly Input[]): readonly string[] {
  return named(name, from, ...inputs).map(announced);
}

describe('PAGE_LOAD', () => {
  it('is the first thing the page hears, with no page before it', () => {
    const [first] = heard(at.idle, open());
    assert.deepEqual(first?.detail, {
      eventName: 'PAGE_LOAD',
      meta_data: {page: '/consent', from: null},
    });
  });

  it('names the institution once one is chosen', () => {
    assert.deepEqual(
      named('PAGE_LOAD', at.list, pick(erebor)).map(({detail}) => detail),
      [
        {
          eventName: 'PAGE_LOAD',
          meta_data: {page: '/credentials', from: '/institutions', institution_name: erebor.name},
        },
      ],
    );
  });

  it('forgets the institution when the person goes back to the list', () => {
    assert.deepEqual(told('PAGE_LOAD', at.form, sample.back), [
      'PAGE_LOAD /institutions < /credentials',
    ]);
  });

  it('is not repeated for what changes on a page', () => {
    const changes = [sample.search, sample.chooseKind, sample.chooseCountry, sample.reportMissing];
    assert.deepEqual(told('PAGE_LOAD', at.list, ...changes, arrived(gotham)), []);
    assert.deepEqual(told('PAGE_LOAD', at.formAwaited, sample.formArrived), []);
  });

  it('is not sent for the question whether to leave, nor for staying', () => {
    assert.deepEqual(heard(at.form, sample.close, sample.stay), []);
  });

  it('comes from the page behind the question when the question is answered', () => {
    assert.deepEqual(told('PAGE_LOAD', at.leaveMfa, sample.leave), [
      `PAGE_LOAD /abandonSurvey < /mfa @${erebor.name}`,
    ]);
    assert.deepEqual(told('PAGE_LOAD', at.leaveLinking, sample.linked), [
      `PAGE_LOAD /success < /loading @${erebor.name}`,
    ]);
  });

  it('starts anew with each session', () => {
    const again = [sample.abandon, open({institution: erebor.name})];
    assert.deepEqual(told('PAGE_LOAD', at.mfa, ...again), [
      `PAGE_LOAD /credentials < - @${erebor.name}`,
    ]);
  });

  it('follows what caused it', () => {
    assert.deepEqual(heard(at.list, pick(moria)).map(announced), [
      `WARNING institution_disabled @${moria.name}`,
      `PAGE_LOAD /error < /institutions @${moria.name}`,
    ]);
    assert.deepEqual(heard(at.linking, sample.linked).map(announced), [
      `success ${link.id} @${erebor.name}`,
      `PAGE_LOAD /success < /loading @${erebor.name}`,
    ]);
  });
});

describe('ERROR', () => {
  const linkFailed = (reason: ReturnType<typeof refusal>): Input => ({
    type: 'linkFailed',
    failure: reason,
  });

  it("carries the API's code and request id, and what happened in our own words", () => {
    const [event] = named(
      'ERROR',
      at.linking,
      linkFailed(refusal('credentials_rejected', 'login_error')),
    );
    assert.deepEqual(event?.detail, {
      eventName: 'ERROR',
      request_id: requestId,
      meta_data: {
        error_code: 'login_error',
        error_message: 'credentials rejected',
        institution_name: erebor.name,
      },
    });
  });

  it('carries our own code, and no request id, when the API sent none', () => {
    const [event] = named('ERROR', at.linking, linkFailed(failure('offline')));
    assert.deepEqual(event?.detail, {
      eventName: 'ERROR',
      meta_data: {
        error_code: 'offline',
        error_message: 'offline',
        institution_name: erebor.name,
      },
    });
  });

  it('says what happened in the words of its code, whatever the code', () => {
    for (const code of codes) {
      const failed: Input = {type: 'formFailed', failure: refusal(code, 'a_b')};
      const [event] = named('ERROR', at.formAwaited, failed);
      const data = event?.type === 'event' ? event.detail.meta_data : {};
      assert.equal(data['error_message'], code.split('_').join(' '));
      assert.equal(data['error_code'], 'a_b');
    }
  });

  it('names no institution before one is chosen', () => {
    const [event] = named('ERROR', at.intro, sample.tokenFailed);
    assert.equal(event?.type === 'event' && event.detail.meta_data['institution_name'], null);
  });

  it('names the institution that the page chose when the token fails', () => {
    assert.deepEqual(told('ERROR', at.presetAwaited, sample.tokenFailed), [
      `ERROR network @${erebor.name}`,
    ]);
  });

  it('is sent once for each failure of each request', () => {
    const {submitCredentials, submitCode, challenged, linkFailed: refused} = sample;
    assert.deepEqual(
      told(
        'ERROR',
        at.form,
        submitCredentials,
        challenged,
        submitCode,
        challenged,
        submitCode,
        refused,
      ),
      [`ERROR token_required @${erebor.name}`, `ERROR institution_down @${erebor.name}`],
    );
  });

  it('is sent for a second factor that has run out', () => {
    assert.deepEqual(told('ERROR', at.mfa, sample.challengeExpired), [
      `ERROR session_expired @${erebor.name}`,
    ]);
  });

  it('is not sent when something to approve elsewhere is not approved yet', () => {
    const elsewhere: Input = {
      type: 'challenged',
      challenge: challenge({kind: 'confirm', expectsInput: false}),
    };
    const confirm: Input = {type: 'submitCode', code: null};
    assert.deepEqual(told('ERROR', at.linking, elsewhere, confirm, elsewhere), []);
  });

  it('is not sent for a list that is fetched again when it is needed', () => {
    assert.deepEqual(
      told('ERROR', at.intro, sample.tokenRead, sample.institutionsFailed, sample.consent),
      [],
    );
  });
});

describe('WARNING', () => {
  it('is sent for an institution that is down, and no ERROR', () => {
    const events = heard(at.list, pick(moria));
    assert.deepEqual(events[0]?.detail, {
      eventName: 'WARNING',
      meta_data: {
        warning_code: 'institution_disabled',
        warning_message: 'institution down',
        institution_name: moria.name,
      },
    });
    assert.deepEqual(told('ERROR', at.list, pick(moria)), []);
  });

  it('is not sent for one that works', () => {
    assert.deepEqual(told('WARNING', at.list, pick(erebor)), []);
  });
});

describe('the names of our own', () => {
  it('CONSENT is sent when the first screen is accepted, whether or not the list has come', () => {
    assert.deepEqual(told('CONSENT', at.intro, sample.consent), ['CONSENT']);
    assert.deepEqual(told('CONSENT', at.introReady, sample.consent), ['CONSENT']);
  });

  it('INSTITUTION_SELECT is sent for a chosen row and for the only row there is', () => {
    const select = [`INSTITUTION_SELECT @${erebor.name}`];
    assert.deepEqual(told('INSTITUTION_SELECT', at.list, pick(erebor)), select);
    const sole = [arrived(erebor), sample.institutionsComplete];
    assert.deepEqual(told('INSTITUTION_SELECT', at.listLoading, ...sole), select);
    assert.deepEqual(told('INSTITUTION_SELECT', at.list, pick(moria)), []);
  });

  it('INSTITUTION_MISSING says how much was typed, not what', () => {
    assert.deepEqual(told('INSTITUTION_MISSING', at.list, sample.search, sample.reportMissing), [
      `INSTITUTION_MISSING ${typed.search.length}`,
    ]);
  });

  it('CREDENTIALS_SUBMIT is sent when the form is sent, not while its fields are missing', () => {
    const submit = [`CREDENTIALS_SUBMIT @${erebor.name}`];
    assert.deepEqual(told('CREDENTIALS_SUBMIT', at.form, sample.submitCredentials), submit);
    assert.deepEqual(told('CREDENTIALS_SUBMIT', at.formAwaited, sample.submitCredentials), []);
  });

  it('MFA_REQUEST is sent for the first challenge of an attempt, with its kind', () => {
    const {challenged, submitCode, back, submitCredentials} = sample;
    const numeric: Input = {type: 'challenged', challenge: challenge({kind: 'numeric'})};
    assert.deepEqual(
      told(
        'MFA_REQUEST',
        at.linking,
        numeric,
        submitCode,
        numeric,
        back,
        submitCredentials,
        challenged,
      ),
      [`MFA_REQUEST numeric @${erebor.name}`, `MFA_REQUEST code @${erebor.name}`],
    );
  });

  it('MFA_SUBMIT is sent with each answer', () => {
    const {submitCode, challenged} = sample;
    assert.deepEqual(told('MFA_SUBMIT', at.mfa, submitCode, challenged, submitCode), [
      `MFA_SUBMIT @${erebor.name}`,
      `MFA_SUBMIT @${erebor.name}`,
    ]);
  });

  it('SURVEY is sent for an answer, not for a skipped question', () => {
    const skip: Input = {type: 'answerSurvey', reason: null};
    assert.deepEqual(told('SURVEY', at.survey, sample.answerSurvey), ['SURVEY later']);
    assert.deepEqual(told('SURVEY', at.survey, skip), []);
    assert.deepEqual(told('SURVEY', at.survey, sample.close), []);
  });
});

describe('the exit event', () => {
  it('names the step and the institution, and the last thing that went wrong', () => {
    const [event] = named('exit', at.linkFailed, sample.abandon);
    assert.deepEqual(event?.detail, {
      last_encountered_error: {
        message: 'institution down',
        code: 'institution_down',
      },
      meta_data: {institution_name: erebor.name, step: 'failure'},
    });
  });

  it('has no error when nothing went wrong', () => {
    const [event] = named('exit', at.intro, sample.abandon);
    assert.deepEqual(event?.detail, {
      last_encountered_error: null,
      meta_data: {institution_name: null, step: 'intro'},
    });
  });

  it('remembers an error that was overcome since', () => {
    assert.deepEqual(told('exit', at.linkFailed, sample.retry, sample.abandon), [
      `exit credentials @${erebor.name} !institution_down`,
    ]);
  });

  it('forgets the errors of an earlier session', () => {
    const again = after(at.linkFailed, sample.abandon, open());
    assert.deepEqual(told('exit', again, sample.abandon), ['exit intro @- !-']);
  });

  it('names the institution that the page chose, whatever failed', () => {
    const formFailed = after(at.presetAwaited, sample.tokenRead, sample.formFailed);
    assert.deepEqual(told('exit', formFailed, sample.abandon), [
      `exit failure @${erebor.name} !timeout`,
    ]);
    const tokenFailed = after(at.presetAwaited, sample.tokenFailed);
    assert.deepEqual(told('exit', tokenFailed, sample.abandon), [
      `exit failure @${erebor.name} !network`,
    ]);
  });
});

describe('the success event', () => {
  it("carries the link's id and institution and nothing else", () => {
    const [event] = named('success', at.linking, sample.linked);
    assert.deepEqual(event?.detail, {link: link.id, institution: erebor.name});
  });
});
