import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {idle} from '../../src/flow/state.js';
import {erebor, gotham, moria} from './support/fixtures.js';
import {arrived, formOf, open, pick, sample} from './support/inputs.js';
import {
  bank,
  connected,
  failed,
  opened,
  picked,
  submitted,
  toTheForm,
  toTheList,
} from './support/lines.js';
import {after, follow, move, type Line} from './support/story.js';

const {
  consent,
  tokenRead,
  tokenFailed,
  institutionsComplete,
  institutionsFailed,
  submitCredentials,
  back,
  retry,
} = sample;

describe('a person connects an account', () => {
  it('in the shortest way', () => {
    assert.equal(follow([...toTheForm, submitted, ...connected]), idle);
  });

  it('accepting before the token and the list have come', () => {
    follow([
      opened,
      [consent, 'institutions', 'CONSENT', 'PAGE_LOAD /institutions < /consent'],
      [tokenRead, 'institutions', 'listInstitutions'],
      [arrived(gotham), 'institutions'],
      [
        pick(gotham),
        'credentials',
        `INSTITUTION_SELECT @${gotham.name}`,
        `fetchForm ${gotham.name}`,
        `PAGE_LOAD /credentials < /institutions @${gotham.name}`,
      ],
      [arrived(erebor), 'credentials'],
      [institutionsComplete, 'credentials'],
      [formOf(gotham), 'credentials'],
    ]);
  });

  it('with the configuration of the page in what is asked of the API', () => {
    const filter = {...open().config.filter, countries: ['MX' as const]};
    const start = move(idle, open({filter, accessMode: 'single', externalId: 'user-1'}));
    const {commands} = move(start.state, tokenRead);
    assert.deepEqual(commands, [{type: 'listInstitutions', filter}]);
    const form = after(start.state, tokenRead, consent, arrived(erebor, gotham), pick(erebor));
    const sent = move(after(form, formOf(erebor)), submitCredentials).commands[1];
    assert.deepEqual(sent, {
      type: 'createLink',
      institution: bank,
      credentials: submitCredentials.values,
      accessMode: 'single',
      externalId: 'user-1',
    });
  });

  it('again, right after the first time', () => {
    const once: readonly Line[] = [...toTheForm, submitted, ...connected];
    assert.equal(follow([...once, ...once]), idle);
  });
});

describe('the page chooses the institution', () => {
  it('the form comes first, and there is nothing to go back to', () => {
    follow([
      [
        open({institution: bank}),
        'credentials',
        'readToken',
        `PAGE_LOAD /credentials < - @${bank}`,
      ],
      [tokenRead, 'credentials', `fetchForm ${bank}`],
      [formOf(erebor), 'credentials'],
      [back, 'credentials'],
      submitted,
      ...connected,
    ]);
  });

  it('a failed form can be fetched again', () => {
    follow([
      [
        open({institution: bank}),
        'credentials',
        'readToken',
        `PAGE_LOAD /credentials < - @${bank}`,
      ],
      [tokenRead, 'credentials', `fetchForm ${bank}`],
      [sample.formFailed, 'failure', ...failed('timeout', '/credentials')],
      [retry, 'credentials', `fetchForm ${bank}`, `PAGE_LOAD /credentials < /error @${bank}`],
      [formOf(erebor), 'credentials'],
    ]);
  });

  it('a failing token can be read again', () => {
    follow([
      [
        open({institution: bank}),
        'credentials',
        'readToken',
        `PAGE_LOAD /credentials < - @${bank}`,
      ],
      [tokenFailed, 'failure', ...failed('network', '/credentials')],
      [retry, 'credentials', 'readToken', `PAGE_LOAD /credentials < /error @${bank}`],
      [tokenRead, 'credentials', `fetchForm ${bank}`],
    ]);
  });
});

describe('the filter leaves one institution', () => {
  const sole: readonly Line[] = [
    opened,
    [tokenRead, 'intro', 'listInstitutions'],
    [arrived(erebor), 'intro'],
    [institutionsComplete, 'intro'],
    [consent, 'credentials', 'CONSENT', ...picked, `PAGE_LOAD /credentials < /consent @${bank}`],
  ];

  it('the list is skipped', () => {
    follow([...sole, [formOf(erebor), 'credentials'], submitted, ...connected]);
  });

  it('the list gives way to the form as soon as that is certain', () => {
    follow([
      opened,
      [consent, 'institutions', 'CONSENT', 'PAGE_LOAD /institutions < /consent'],
      [tokenRead, 'institutions', 'listInstitutions'],
      [arrived(erebor), 'institutions'],
      [
        institutionsComplete,
        'credentials',
        ...picked,
        `PAGE_LOAD /credentials < /institutions @${bank}`,
      ],
    ]);
  });

  it('going back leads to the first screen', () => {
    follow([...sole, [back, 'intro', 'PAGE_LOAD /consent < /credentials']]);
  });

  it('an incomplete list of one does not count: others may be missing', () => {
    follow([
      opened,
      [tokenRead, 'intro', 'listInstitutions'],
      [arrived(erebor), 'intro'],
      [institutionsFailed, 'intro'],
      [consent, 'institutions', 'CONSENT', 'PAGE_LOAD /institutions < /consent'],
    ]);
  });
});

describe('the filter leaves no institution', () => {
  const none = ['ERROR no_institutions @-'];

  it('the list says so', () => {
    follow([
      opened,
      [consent, 'institutions', 'CONSENT', 'PAGE_LOAD /institutions < /consent'],
      [tokenRead, 'institutions', 'listInstitutions'],
      [institutionsComplete, 'failure', ...none, 'PAGE_LOAD /error < /institutions'],
    ]);
  });

  it('it is said on accepting, when the list was already known to be empty', () => {
    follow([
      opened,
      [tokenRead, 'intro', 'listInstitutions'],
      [institutionsComplete, 'intro'],
      [consent, 'failure', 'CONSENT', ...none, 'PAGE_LOAD /error < /consent'],
    ]);
  });
});

describe('a person goes back', () => {
  it('to the list: the search, the filters and the rows are unchanged', () => {
    const list = after(follow(toTheList), sample.search, sample.chooseKind, sample.chooseCountry);
    const again = after(list, pick(gotham), back);
    assert.deepEqual(again, list);
  });

  it('to the first screen and forward again: nothing is fetched twice', () => {
    follow([
      ...toTheList,
      [back, 'intro', 'PAGE_LOAD /consent < /institutions'],
      [consent, 'institutions', 'CONSENT', 'PAGE_LOAD /institutions < /consent'],
    ]);
  });

  it('and chooses another institution: the late form of the first is not shown for the second', () => {
    const second = after(follow(toTheList), pick(erebor), back, pick(gotham));
    const late = move(second, formOf(erebor));
    assert.equal(late.state, second);
  });

  it('from an institution that is down, or tries it all the same', () => {
    const down: Line = [
      pick(moria),
      'failure',
      `WARNING institution_disabled @${moria.name}`,
      `PAGE_LOAD /error < /institutions @${moria.name}`,
    ];
    follow([
      ...toTheList,
      down,
      [back, 'institutions', 'PAGE_LOAD /institutions < /error'],
      down,
      [
        retry,
        'credentials',
        `fetchForm ${moria.name}`,
        `PAGE_LOAD /credentials < /error @${moria.name}`,
      ],
    ]);
  });
});
