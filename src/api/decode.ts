import type {CountryCode, FieldOption, FormField, Institution, InstitutionKind} from '../model.js';
import {fail, failAnswer} from './failure.js';
import type {Answer} from './request.js';
import {colorOf, isRecord, listOf, matchOf, numberOf, textOf, urlOf} from './values.js';

/** One page of the list of institutions. */
export interface InstitutionPage {
  readonly institutions: readonly Institution[];
  /** Where the API says that the next page is. Not yet known to be a place the token may be sent to. */
  readonly next: string | null;
}

/** Entries that are broken are left out; throws a `ConnectError` when all are, or when this is no page. */
export function decodePage(answer: Answer): InstitutionPage {
  const entries = decodeEntries(answer);
  const institutions = entries.flatMap((entry) => decodeInstitution(entry) ?? []);
  if (entries.length > 0 && institutions.length === 0) {
    throw fail('bad_response', {status: answer.status});
  }
  const next = isRecord(answer.body) ? answer.body['next'] : null;
  return {institutions, next: typeof next === 'string' && next ? next : null};
}

/** The institution of that name on a page, with the fields of its sign-in form. */
export function decodeNamed(answer: Answer, name: string) {
  for (const entry of decodeEntries(answer)) {
    const institution = decodeInstitution(entry);
    if (institution?.name === name && isRecord(entry)) {
      return {institution, fields: decodeFields(entry['form_fields'])};
    }
  }
  return null;
}

function decodeEntries({status, body}: Answer): readonly unknown[] {
  const results = isRecord(body) ? body['results'] : null;
  if (!Array.isArray(results)) throw failAnswer(status, body);
  return results;
}

/** One institution; null when it has no usable id or name. Whatever else is broken becomes null or the usual value. */
export function decodeInstitution(value: unknown): Institution | null {
  if (!isRecord(value)) return null;
  const {id} = value;
  const name = textOf(value['name'], 200);
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || !name) return null;
  return {
    id,
    name,
    displayName: textOf(value['display_name'], 200) ?? name,
    country: [value['country_code'], ...listOf(value['country_codes'])].find(isCountry) ?? null,
    kind: decodeKind(name, value['type']),
    color: colorOf(value['primary_color']),
    logo: urlOf(value['icon_logo']) ?? urlOf(value['logo']),
    website: urlOf(value['website']),
    healthy: value['status'] !== 'down',
    integration: matchOf(value['integration_type'], /^open/) ? 'openfinance' : 'credentials',
  };
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

function isCountry(value: unknown): value is CountryCode {
  return value === 'MX' || value === 'CO' || value === 'BR';
}

function isKind(value: unknown): value is InstitutionKind {
  return matchOf(value, /^(retail|business|fiscal|employment|gig)$/) !== null;
}

/** The name tells more than the type, which calls all banks alike. */
function decodeKind(name: string, type: unknown): InstitutionKind {
  return [name.slice(name.lastIndexOf('_') + 1), type].find(isKind) ?? 'retail';
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
