import type {FieldOption, FormField, Institution} from '../model.js';
import {decodeInstitution} from './decode.js';
import {failAnswer} from './failure.js';
import {isRecord, numberOf} from './late-values.js';
import type {Answer} from './request.js';
import {listOf, matchOf, textOf} from './values.js';

/** An institution and its sign-in form. */
export interface NamedInstitution {
  readonly institution: Institution;
  readonly fields: readonly FormField[];
}

/** The institution of that name on a page, with its form. Throws a `ConnectError` when the answer is no page. */
export function decodeNamed({status, body}: Answer, name: string): NamedInstitution | null {
  const results = isRecord(body) ? body['results'] : null;
  if (!Array.isArray(results)) throw failAnswer(status, body);
  for (const entry of results) {
    const institution = decodeInstitution(entry);
    if (institution?.name === name && isRecord(entry)) {
      return {institution, fields: decodeFields(entry['form_fields'])};
    }
  }
  return null;
}

/** The fields of a sign-in form, at most 50. Without a usable name, or with one that came before, a field is left out. */
export function decodeFields(value: unknown): FormField[] {
  const fields = new Map<string, FormField>();
  for (const entry of listOf(value)) {
    const field = decodeField(entry);
    if (field && !fields.has(field.name) && fields.size < 50) fields.set(field.name, field);
  }
  return [...fields.values()];
}

function decodeField(value: unknown): FormField | null {
  if (!isRecord(value)) return null;
  const name = matchOf(value['name'], /^[a-z]\w{0,39}$/i);
  // Names that every object has, such as `constructor`, cannot be told from missing ones later.
  if (!name || name in {}) return null;
  const choices = listOf(value['values']);
  const options = value['type'] === 'select' ? decodeOptions(choices) : [];
  const chosen = decodeOption(choices[numberOf(value['pre_selected'], 1e4) ?? 0])?.code;
  return {
    name,
    type: decodeFieldType(value['type'], options.length > 0),
    label: textOf(value['label'], 300) ?? name,
    ...decodeRules(value),
    length: Math.floor(numberOf(value['length'], 256) ?? 0) || null,
    optional: value['optional'] === true,
    value: typeof value['value'] === 'string' ? value['value'] : null,
    options,
    preselected: Math.max(
      0,
      options.findIndex(({code}) => code === chosen),
    ),
  };
}

/** A choice without choices could not be answered: it becomes a text. So does a type that is not known. */
function decodeFieldType(type: unknown, chooses: boolean): FormField['type'] {
  if (type === 'select') return chooses ? type : 'text';
  return type === 'number' || type === 'password' || type === 'hidden' ? type : 'text';
}

function decodeOptions(values: readonly unknown[]): FieldOption[] {
  const options = new Map<string, FieldOption>();
  for (const value of values.slice(0, 500)) {
    const option = decodeOption(value);
    if (option && !options.has(option.code)) options.set(option.code, option);
  }
  return [...options.values()];
}

function decodeOption(value: unknown): FieldOption | null {
  if (!isRecord(value)) return null;
  const code = textOf(value['code'], 100);
  if (!code) return null;
  return {code, label: textOf(value['label'], 300) ?? code, ...decodeRules(value)};
}

function decodeRules(value: Readonly<Record<string, unknown>>) {
  return {
    validation: decodePattern(value['validation']),
    validationMessage: textOf(value['validation_message'], 300),
    placeholder: textOf(value['placeholder'], 300),
  };
}

/** Compiled with the flag `u`, which refuses what other regular expression dialects mean differently. */
function decodePattern(value: unknown): string | null {
  if (typeof value !== 'string' || !value || value.length > 512) return null;
  try {
    new RegExp(value, 'u');
    return value;
  } catch {
    return null;
  }
}
