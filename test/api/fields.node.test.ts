import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {FormField} from '../../src/model.js';
import {clientOf, failureOf, forever, page, useServer, wireInstitution} from './support.js';

const username = {name: 'username', type: 'text', label: 'User', validation: '^\\w+$'};

const single: [name: string, wire: Record<string, unknown>, expected: Partial<FormField>][] = [
  ['an unknown type', {type: 'file'}, {type: 'text'}],
  ['no type', {type: undefined}, {type: 'text'}],
  ['no label', {label: null}, {label: 'username'}],
  ['a label of 5 000 characters', {label: 'a'.repeat(5000)}, {label: 'a'.repeat(300)}],
  ['markup as placeholder', {placeholder: '<b>'}, {placeholder: '<b>'}],
  ['a length as text', {length: '6'}, {length: 6}],
  ['a length as number', {length: 6}, {length: 6}],
  ['a length of -1', {length: -1}, {length: null}],
  ['a length of NaN', {length: 'NaN'}, {length: null}],
  ['a length of 1e9', {length: 1e9}, {length: null}],
  ['a length of 0', {length: '0'}, {length: null}],
  ['a length that is an object', {length: {toString: 1}}, {length: null}],
  ['an optional that is text', {optional: 'yes'}, {optional: false}],
  ['an optional that is true', {optional: true}, {optional: true}],
  ['a good pattern', {}, {validation: '^\\w+$'}],
  ['a pattern that does not compile', {validation: '('}, {validation: null}],
  ['a pattern of another dialect', {validation: '(?P<a>x)\\Z'}, {validation: null}],
  ['a pattern of 513 characters', {validation: 'a'.repeat(513)}, {validation: null}],
  ['a pattern of 512 characters', {validation: 'a'.repeat(512)}, {validation: 'a'.repeat(512)}],
  ['a pattern that is a number', {validation: 5}, {validation: null}],
  ['select without options', {type: 'select', values: null}, {type: 'text', options: []}],
  ['select with broken options', {type: 'select', values: [null, {}, 1]}, {type: 'text'}],
  ['options on a text', {values: [{code: '1', label: 'a'}]}, {options: []}],
  ['a hidden value', {type: 'hidden', value: 'fixed'}, {type: 'hidden', value: 'fixed'}],
  ['a hidden value that is a number', {type: 'hidden', value: 5}, {value: null}],
];

const select = {
  name: 'username_type',
  type: 'select',
  label: 'Document',
  values: [null, {code: '001', label: 'Cédula', validation: '^\\d+$'}, {code: '103'}],
};

const choices: [name: string, preSelected: unknown, expected: number][] = [
  ['the index of an option that moved up', 2, 1],
  ['no index', undefined, 0],
  ['the index of a broken option', 0, 0],
  ['an index out of range', 99, 0],
  ['a negative index', -1, 0],
  ['an index that is text', '2', 1],
];

describe('the fields of a sign-in form', () => {
  const server = useServer();

  async function fieldsOf(formFields: unknown) {
    server.reply(page([wireInstitution({form_fields: formFields})]));
    const found = await clientOf(server).findInstitution('erebor_mx_retail', forever);
    return found?.fields ?? assert.fail('the institution was not found');
  }

  for (const [name, wire, expected] of single) {
    it(`accept ${name}`, async () => {
      const [field] = await fieldsOf([{...username, ...wire}]);
      assert.deepEqual({...field, ...expected}, field);
      assert.equal(field?.name, 'username');
    });
  }

  for (const [name, preSelected, expected] of choices) {
    it(`choose at first by ${name}`, async () => {
      const [field] = await fieldsOf([{...select, pre_selected: preSelected}]);
      assert.equal(field?.preselected, expected);
      assert.deepEqual(
        field?.options.map(({code, label, validation}) => [code, label, validation]),
        [
          ['001', 'Cédula', '^\\d+$'],
          ['103', '103', null],
        ],
      );
    });
  }

  for (const name of ['__proto__', 'constructor', 'toString', '', 'a b', 'a'.repeat(41), 5, null]) {
    it(`leave out one named ${JSON.stringify(name)}`, async () => {
      const wire = JSON.stringify([{...username, name}, username]);
      assert.deepEqual(
        (await fieldsOf(JSON.parse(wire))).map((field) => field.name),
        ['username'],
      );
    });
  }

  it('leave out the second of two with one name', async () => {
    const fields = await fieldsOf([username, {...username, label: 'Other'}]);
    assert.deepEqual(
      fields.map(({label}) => label),
      ['User'],
    );
  });

  it('are at most 50', async () => {
    const many = Array.from({length: 10_000}, (_, index) => ({...username, name: `f${index}`}));
    assert.equal((await fieldsOf(many)).length, 50);
  });

  it('keep at most 500 options', async () => {
    const values = Array.from({length: 10_000}, (_, index) => ({code: `${index}`}));
    const [field] = await fieldsOf([{...select, values}]);
    assert.equal(field?.options.length, 500);
  });

  for (const none of [undefined, null, 'x', {}, [null]]) {
    it(`are none when the API sends ${JSON.stringify(none)}`, async () => {
      assert.deepEqual(await fieldsOf(none), []);
    });
  }

  it('are those of the name asked for', async () => {
    server.reply(
      page([
        wireInstitution({id: 2, name: 'erebor_mx_retail_2', form_fields: []}),
        wireInstitution({form_fields: [username]}),
      ]),
    );
    const found = await clientOf(server).findInstitution('erebor_mx_retail', forever);
    assert.equal(found?.institution.id, 1);
    assert.match(server.seen[0]?.url ?? '', /\?name=erebor_mx_retail&fields=.*form_fields$/);
  });

  it('are not found when nothing has that name', async () => {
    server.reply(page([wireInstitution()]));
    assert.equal(await clientOf(server).findInstitution('narnia', forever), null);
    server.reply(page([]));
    assert.equal(await clientOf(server).findInstitution('lone \uD800 surrogate', forever), null);
  });

  it('end in bad_response when the answer is no page', async () => {
    server.reply({body: '{"id":1}'});
    const {code} = await failureOf(clientOf(server).findInstitution('erebor_mx_retail', forever));
    assert.equal(code, 'bad_response');
  });
});
