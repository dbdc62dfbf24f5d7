import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {mergeInstitutions, soleInstitution} from '../../src/flow/list-order.js';
import {
  countriesIn,
  kindsIn,
  normalize,
  visibleInstitutions,
} from '../../src/flow/institution-list.js';
import type {Session} from '../../src/flow/state.js';
import type {Institution} from '../../src/model.js';
import {erebor, gotham, institution, moria} from './support/fixtures.js';
import {places} from './support/states.js';
import {at} from './support/story.js';

const bogota = institution({
  id: 4,
  name: 'banco_bogota_co_retail',
  displayName: 'Banco de Bogotá',
  country: 'CO',
});
const sat = institution({
  id: 5,
  name: 'tatooine_mx_fiscal',
  displayName: 'Tatooine',
  kind: 'fiscal',
});
const nowhere = institution({id: 6, name: 'nowhere', displayName: 'Nowhere', country: null});
const all: readonly Institution[] = [bogota, erebor, gotham, moria, nowhere, sat];

function session(set: Partial<Session> = {}): Session {
  const {session: base} = at('institutions', places().list);
  return {...base, list: {status: 'complete', items: all}, ...set};
}

function found(set: Partial<Session>): readonly string[] {
  return visibleInstitutions(session(set)).map(({displayName}) => displayName);
}

describe('the search', () => {
  it('finds everything while it is empty', () => {
    assert.equal(found({}).length, all.length);
    assert.equal(found({query: '  '}).length, all.length);
  });

  it('does not mind accents, case and signs, in either direction', () => {
    for (const query of ['bogota', 'BOGOTÁ', 'bogotá', ' de  bogotá!', 'banco-de-bogota']) {
      assert.deepEqual(found({query}), ['Banco de Bogotá'], query);
    }
  });

  it('finds by words in any order, and by parts of words', () => {
    assert.deepEqual(found({query: 'bogota banco'}), ['Banco de Bogotá']);
    assert.deepEqual(found({query: 'oth'}), ['Gotham']);
  });

  it("finds by the institution's stable name", () => {
    assert.deepEqual(found({query: 'erebor mx'}), ['Erebor']);
    assert.deepEqual(found({query: 'erebor_mx_retail'}), ['Erebor']);
  });

  it('finds nothing for what is not there', () => {
    assert.deepEqual(found({query: 'rivendell'}), []);
  });

  it('takes signs that mean something elsewhere as nothing special', () => {
    assert.deepEqual(found({query: '.*'}), []);
    assert.deepEqual(found({query: '(erebor'}), ['Erebor']);
  });
});

describe('the filters', () => {
  it('narrow the list by kind and by country, and the search within them', () => {
    assert.deepEqual(found({kind: 'fiscal'}), ['Tatooine']);
    assert.deepEqual(found({country: 'CO'}), ['Banco de Bogotá', 'Gotham']);
    assert.deepEqual(found({country: 'CO', kind: 'business'}), ['Gotham']);
    assert.deepEqual(found({country: 'CO', query: 'erebor'}), []);
  });

  it('offer only what is in the list, in a fixed order', () => {
    assert.deepEqual(kindsIn([sat, gotham, erebor]), ['retail', 'business', 'fiscal']);
    assert.deepEqual(countriesIn([gotham, nowhere, erebor]), ['MX', 'CO']);
    assert.deepEqual(kindsIn([]), []);
    assert.deepEqual(countriesIn([nowhere]), []);
  });
});

describe('the list', () => {
  it('is in alphabetical order however its pages arrive', () => {
    const one = mergeInstitutions(mergeInstitutions([], [sat, erebor]), [gotham, bogota]);
    const other = mergeInstitutions(mergeInstitutions([], [bogota, gotham]), [erebor, sat]);
    assert.deepEqual(one, [bogota, erebor, gotham, sat]);
    assert.deepEqual(other, one);
  });

  it('orders names as a reader does: accents and case do not matter, numbers count', () => {
    const named = (displayName: string, id: number): Institution => institution({displayName, id});
    const names = ['banco 10', 'Ávila', 'Banco 2', 'azteca'];
    const sorted = mergeInstitutions([], names.map(named)).map(({displayName}) => displayName);
    assert.deepEqual(sorted, ['Ávila', 'azteca', 'Banco 2', 'banco 10']);
  });

  it('keeps two institutions of one name in a fixed order', () => {
    const [first, second] = [institution({id: 8}), institution({id: 9})];
    assert.deepEqual(mergeInstitutions([second], [first]), [first, second]);
  });

  it('has a sole institution only once no other can come', () => {
    const sole = (set: Session['list']): Institution | null =>
      soleInstitution(session({list: set}));
    assert.equal(sole({status: 'complete', items: [erebor]}), erebor);
    assert.equal(sole({status: 'loading', items: [erebor]}), null);
    assert.equal(sole({status: 'complete', items: [erebor, gotham]}), null);
    assert.equal(sole({status: 'complete', items: []}), null);
  });
});

describe('normalize', () => {
  it('leaves words without accents and case, one space apart', () => {
    assert.equal(normalize('  São-Paulo  Nº 1 '), 'sao paulo nº 1');
    assert.equal(normalize('¡!'), '');
  });
});
