import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isSecret, keepUnsecret} from '../../src/flow/secrets.js';
import type {Input} from '../../src/flow/inputs.js';
import {field, fields, secrets, typed, values} from './support/fixtures.js';
import {sample} from './support/inputs.js';
import {placeNames, places} from './support/states.js';
import {holds, move} from './support/story.js';

describe('what a person types in secret', () => {
  const all = places();

  for (const name of placeNames) {
    it(`is in no state and no event that follows from "${name}"`, () => {
      for (const secret of secrets) assert.ok(!holds(all[name], secret));
      // `move` looks through every state and event that it passes on.
      for (const input of Object.values(sample)) move(all[name], input);
    });
  }

  it('goes out with the command that creates the link, as it was typed', () => {
    const sent = move(all.form, sample.submitCredentials).commands;
    assert.deepEqual(
      sent.filter((command) => holds(command, typed.password)).map(({type}) => type),
      ['createLink'],
    );
    const [create] = sent.filter(({type}) => type === 'createLink');
    assert.ok(create?.type === 'createLink');
    assert.deepEqual(create.credentials, values);
  });

  it('goes out with the command that answers the challenge', () => {
    const sent = move(all.mfa, sample.submitCode).commands;
    assert.deepEqual(
      sent.filter((command) => holds(command, typed.code)).map(({type}) => type),
      ['resumeLink'],
    );
  });

  it('does not come back with a refusal', () => {
    const refused: Input = {...sample.linkFailed};
    for (const state of [all.linking, all.answering]) {
      const {state: next} = move(state, refused);
      for (const secret of secrets) assert.ok(!holds(next, secret));
    }
  });
});

describe('isSecret', () => {
  it('holds for password fields and for fields with the name of a password or token', () => {
    const secret = fields.filter(isSecret).map(({name}) => name);
    assert.deepEqual(secret, ['password', 'password2', 'token']);
    assert.ok(isSecret(field({name: 'clave', type: 'password'})));
  });

  it('does not hold for who they are', () => {
    for (const name of ['username', 'username2', 'username3', 'username_type']) {
      assert.ok(!isSecret(field({name})), name);
    }
  });
});

describe('keepUnsecret', () => {
  it('keeps what is visible and no secret', () => {
    assert.deepEqual(keepUnsecret(fields, values), {
      username_type: '001',
      username: typed.username,
    });
  });

  it('keeps nothing that the form has no field for', () => {
    assert.deepEqual(keepUnsecret([field()], {username: 'ana', note: 'x', password: 'y'}), {
      username: 'ana',
    });
  });

  it('keeps an emptied field empty and leaves out one that was not sent', () => {
    const form = [field(), field({name: 'username2'})];
    assert.deepEqual(keepUnsecret(form, {username: ''}), {username: ''});
  });
});
