import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {failAnswer} from '../../src/api/failure.js';

describe('an answer that says that the token is used up', () => {
  const body = {code: 'token_not_valid', detail: 'Token was already used to create a link'};

  it('leaves open whether an earlier copy of the request made the link', () => {
    assert.equal(failAnswer(401, body).code, 'outcome_unknown');
  });

  it('is told from one that has only expired', () => {
    assert.equal(failAnswer(401, {...body, detail: 'Token is expired'}).code, 'token_expired');
  });
});
