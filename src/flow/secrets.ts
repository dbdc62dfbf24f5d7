import type {FormField} from '../model.js';

/** Whether what is typed into a field must vanish with the form. */
export function isSecret(field: FormField): boolean {
  return field.type === 'password' || /^(password|token)/.test(field.name);
}

/** The typed values that may be kept for another attempt: those of visible fields that are no secret. */
export function keepUnsecret(
  fields: readonly FormField[],
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const field of fields) {
    const value = values[field.name];
    if (value !== undefined && field.type !== 'hidden' && !isSecret(field))
      kept[field.name] = value;
  }
  return kept;
}
