import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Input} from '../../src/flow/inputs.js';
import {challenge, erebor, fields, gotham, refusal, typed} from './support/fixtures.js';
import {arrived, formOf, pick, sample} from './support/inputs.js';
import {
  answered,
  asked,
  bank,
  challenged,
  connected,
  failed,
  linkFailed,
  opened,
  picked,
  submitted,
  toTheForm,
} from './support/lines.js';
import {after, at, follow, move, type Line} from './support/story.js';
import {summary} from './support/summary.js';

const {consent, tokenRead, tokenFailed, institutionsFailed, challengeExpired, back, retry} = sample;

describe('the bank asks for a second factor', () => {
  it('a wrong code can be corrected with the new challenge', () => {
    const state = follow([
      ...toTheForm,
      submitted,
      asked,
      answered('first'),
      [
        challenged('second'),
        'mfa',
        `ERROR token_required @${bank}`,
        'expireAt 60000',
        `PAGE_LOAD /mfa < /loading @${bank}`,
      ],
    ]);
    const mfa = at('mfa', state);
    assert.equal(mfa.rejected, true);
    follow([answered('second'), ...connected], mfa);
  });

  it('the first question has nothing rejected in it', () => {
    assert.equal(at('mfa', follow([...toTheForm, submitted, asked])).rejected, false);
  });

  it('a code of the wrong form is asked for again with the same challenge', () => {
    const state = follow([
      ...toTheForm,
      submitted,
      asked,
      answered('first'),
      [
        linkFailed('invalid_field'),
        'mfa',
        `ERROR invalid_field @${bank}`,
        'expireAt 60000',
        `PAGE_LOAD /mfa < /loading @${bank}`,
      ],
    ]);
    assert.equal(at('mfa', state).rejected, true);
    follow([answered('first')], state);
  });

  it('a code that the API refuses outright is asked for again, too', () => {
    follow([
      ...toTheForm,
      submitted,
      asked,
      answered('first'),
      [
        linkFailed('mfa_rejected', 'invalid_token'),
        'mfa',
        `ERROR invalid_token @${bank}`,
        'expireAt 60000',
        `PAGE_LOAD /mfa < /loading @${bank}`,
      ],
      answered('first'),
    ]);
  });

  it('there is no end to wait for when the API names none', () => {
    const endless: Input = {type: 'challenged', challenge: challenge({expiresAt: null})};
    follow([
      ...toTheForm,
      submitted,
      [endless, 'mfa', `MFA_REQUEST code @${bank}`, `PAGE_LOAD /mfa < /loading @${bank}`],
    ]);
  });

  it('nothing is typed for an approval elsewhere, and not yet approved is no error', () => {
    const elsewhere: Input = {
      type: 'challenged',
      challenge: challenge({kind: 'confirm', expectsInput: false}),
    };
    const form = follow([...toTheForm, submitted]);
    const mfa = after(form, elsewhere);
    const confirmed = move(mfa, {type: 'submitCode', code: null});
    assert.deepEqual(confirmed.commands[1], {
      type: 'resumeLink',
      challenge: elsewhere.challenge,
      token: null,
    });
    const again = at('mfa', after(confirmed.state, elsewhere));
    assert.equal(again.rejected, true);
    assert.equal(again.session.lastError, null);
  });

  it('the time runs out: the form is there again with the user name', () => {
    const state = follow([
      ...toTheForm,
      submitted,
      asked,
      [challengeExpired, 'failure', ...failed('session_expired', '/mfa')],
      [retry, 'credentials', `PAGE_LOAD /credentials < /error @${bank}`],
    ]);
    assert.equal(at('credentials', state).attempt?.kept['username'], typed.username);
    follow([submitted, ...connected], state);
  });

  it('going back leads to the form; the next attempt is a new one', () => {
    follow([
      ...toTheForm,
      submitted,
      asked,
      [back, 'credentials', `PAGE_LOAD /credentials < /mfa @${bank}`],
      [challengeExpired, 'credentials'],
      submitted,
      asked,
    ]);
  });
});

describe('the bank refuses the credentials', () => {
  const refused: readonly Line[] = [
    ...toTheForm,
    submitted,
    [
      linkFailed('credentials_rejected', 'login_error'),
      'credentials',
      `ERROR login_error @${bank}`,
      `PAGE_LOAD /credentials < /loading @${bank}`,
    ],
  ];

  it('the form is shown again at once: what is no secret is still there, and why', () => {
    const form = at('credentials', follow(refused));
    assert.deepEqual(form.attempt?.kept, {username_type: '001', username: typed.username});
    assert.deepEqual(form.attempt?.fields, fields);
    assert.equal(form.rejected?.code, 'credentials_rejected');
  });

  it('a person who then leaves tells the page why', () => {
    const leaving = move(follow(refused), sample.abandon).commands.map(summary);
    assert.deepEqual(leaving, [`exit credentials @${bank} !login_error`, 'CLOSE']);
  });

  it('the second attempt may succeed', () => {
    follow([...refused, submitted, ...connected]);
  });

  it('after the second factor, too', () => {
    const state = follow([
      ...toTheForm,
      submitted,
      asked,
      answered('first'),
      [
        linkFailed('credentials_rejected', 'login_error'),
        'credentials',
        `ERROR login_error @${bank}`,
        `PAGE_LOAD /credentials < /loading @${bank}`,
      ],
    ]);
    assert.equal(at('credentials', state).attempt?.kept['username'], typed.username);
  });

  it('a field that the API refuses is named on the form', () => {
    const failure = {...refusal('invalid_field'), field: 'username'};
    const form = after(follow([...toTheForm, submitted]), {type: 'linkFailed', failure});
    assert.equal(at('credentials', form).rejected?.field, 'username');
  });

  it('the form of another institution starts without the reproach', () => {
    const other = at('credentials', after(follow(refused), back, pick(gotham), formOf(gotham)));
    assert.equal(other.rejected, null);
    assert.deepEqual(other.attempt?.kept, {});
  });
});

describe('the token fails', () => {
  it('before accepting: a retry leads to the first screen', () => {
    follow([
      opened,
      [tokenFailed, 'failure', 'ERROR network @-', 'PAGE_LOAD /error < /consent'],
      [retry, 'intro', 'readToken', 'PAGE_LOAD /consent < /error'],
      [tokenRead, 'intro', 'listInstitutions'],
    ]);
  });

  it('after accepting: a retry leads to the list, and nobody has to accept twice', () => {
    const state = follow([
      opened,
      [consent, 'institutions', 'CONSENT', 'PAGE_LOAD /institutions < /consent'],
      [tokenFailed, 'failure', 'ERROR network @-', 'PAGE_LOAD /error < /institutions'],
      [retry, 'institutions', 'readToken', 'PAGE_LOAD /institutions < /error'],
    ]);
    assert.equal(at('institutions', state).session.list.status, 'loading');
    follow(
      [
        [tokenRead, 'institutions', 'listInstitutions'],
        [arrived(erebor), 'institutions'],
      ],
      state,
    );
  });

  it('twice: each failure is told', () => {
    follow([
      opened,
      [tokenFailed, 'failure', 'ERROR network @-', 'PAGE_LOAD /error < /consent'],
      [retry, 'intro', 'readToken', 'PAGE_LOAD /consent < /error'],
      [tokenFailed, 'failure', 'ERROR network @-', 'PAGE_LOAD /error < /consent'],
    ]);
  });
});

describe('the list fails', () => {
  const waiting: readonly Line[] = [
    opened,
    [consent, 'institutions', 'CONSENT', 'PAGE_LOAD /institutions < /consent'],
    [tokenRead, 'institutions', 'listInstitutions'],
  ];

  it('with no row yet: a retry asks again', () => {
    follow([
      ...waiting,
      [institutionsFailed, 'failure', 'ERROR server_error @-', 'PAGE_LOAD /error < /institutions'],
      [retry, 'institutions', 'listInstitutions', 'PAGE_LOAD /institutions < /error'],
      [arrived(erebor, gotham), 'institutions'],
    ]);
  });

  it('half way: what has come can be chosen from', () => {
    const state = follow([
      ...waiting,
      [arrived(gotham, erebor), 'institutions'],
      [institutionsFailed, 'institutions'],
    ]);
    const {list} = at('institutions', state).session;
    assert.deepEqual(list.items, [erebor, gotham]);
    follow(
      [
        [pick(erebor), 'credentials', ...picked, `PAGE_LOAD /credentials < /institutions @${bank}`],
        [back, 'institutions', 'PAGE_LOAD /institutions < /credentials'],
      ],
      state,
    );
  });

  it('while the first screen is read: it is fetched again on accepting', () => {
    follow([
      opened,
      [tokenRead, 'intro', 'listInstitutions'],
      [institutionsFailed, 'intro'],
      [
        consent,
        'institutions',
        'CONSENT',
        'listInstitutions',
        'PAGE_LOAD /institutions < /consent',
      ],
    ]);
  });
});
