import {ApiProblem, entryOf} from '../problems.js';
import type {WireFormField} from '../../api/contract.js';
import type {ProblemEntry} from '../problems.js';

/** What a person typed, by field name. Never kept. */
export type Credentials = Readonly<Record<string, string>>;

function fits(rule: string | undefined, value: string): boolean {
  return rule === undefined || new RegExp(`^(?:${rule})$`, 'u').test(value);
}

function misfit(field: string, message: string | undefined): ProblemEntry {
  return entryOf('invalid', message ? {field, message} : {field});
}

/** What is wrong with the value of one field, if anything. */
function mistakeIn(
  field: WireFormField,
  given: Credentials,
  form: readonly WireFormField[],
): ProblemEntry | null {
  const {name} = field;
  const value = given[name];
  if (value === undefined || value === '') {
    if (field.optional) return null;
    return entryOf(value === undefined ? 'required' : 'blank', {field: name});
  }
  if (field.type === 'select') {
    if (field.values?.some((option) => option.code === value)) return null;
    return entryOf('invalid_choice', {
      field: name,
      message: `"${value.slice(0, 100)}" is not a valid choice.`,
    });
  }
  if (!fits(field.validation, value)) return misfit(name, field.validation_message);
  // The chosen type has a rule of its own for the user name.
  const types = form.find((other) => other.type === 'select')?.values ?? [];
  const chosen = types.find((option) => option.code === given['username_type']);
  if (name === 'username' && chosen && !fits(chosen.validation, value)) {
    return misfit(name, chosen.validation_message);
  }
  return null;
}

/** The values of a form's fields, hidden ones filled in. Throws one entry for each field that does not fit. */
export function checkedCredentials(
  form: readonly WireFormField[],
  body: Readonly<Record<string, unknown>>,
): Credentials {
  const given: Record<string, string> = {};
  for (const field of form) {
    const value = body[field.name] ?? (field.type === 'hidden' ? field.value : undefined);
    if (typeof value === 'string') given[field.name] = value;
  }
  const mistakes = form
    .map((field) => mistakeIn(field, given, form))
    .filter((entry) => entry !== null);
  if (mistakes.length > 0) throw new ApiProblem(400, mistakes);
  return given;
}
