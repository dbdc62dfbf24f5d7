import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Clock} from '../api/request.js';
import {isSecret} from '../flow/secrets.js';
import type {Attempt} from '../flow/state.js';
import type {Translate} from '../i18n/translate.js';
import type {FieldOption, FormField} from '../model.js';

/** A revealed password is hidden again after this long, in milliseconds. */
const revealTime = 30_000;

/**
 * The life of a sign-in form that the flow has no part in: which fields are wrong so far, which password is shown, which
 * kind of document is chosen. What is typed stays in the inputs.
 */
export class FormController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #clock: () => Clock;
  #attempt: Attempt | undefined;
  #errors: ReadonlyMap<string, string> = new Map();
  #chosen: ReadonlyMap<string, string> = new Map();
  #revealed: string | null = null;
  #missed: string | null = null;
  #hideLater: AbortController | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, clock: () => Clock) {
    this.#host = host;
    this.#clock = clock;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.ownerDocument.defaultView?.addEventListener('blur', this.hide);
  }

  hostDisconnected(): void {
    this.#host.ownerDocument.defaultView?.removeEventListener('blur', this.hide);
    this.hide();
  }

  /** Starts afresh for another form or another attempt at it; `refused` is what the API said of a field, by its name. */
  enter(attempt: Attempt, refused: readonly (readonly [string, string])[]): void {
    if (attempt === this.#attempt) return;
    this.#attempt = attempt;
    this.#errors = new Map(refused);
    this.#chosen = new Map();
    this.#revealed = null;
    this.#hideLater?.abort();
  }

  /** What is wrong with a field, or undefined. */
  errorOf(field: FormField): string | undefined {
    return this.#errors.get(field.name);
  }

  /** Notes that an answer to a second factor was empty; `session` is the one it was asked for in. */
  miss(session: string): void {
    this.#missed = session;
    this.#host.requestUpdate();
  }

  /** Whether the answer in this session of a second factor was empty. */
  isMissing(session: string): boolean {
    return this.#missed === session;
  }

  /** How many fields are wrong. */
  get errorCount(): number {
    return this.#errors.size;
  }

  /** Whether a password is shown as text. */
  isRevealed(field: FormField): boolean {
    return this.#revealed === field.name;
  }

  /** The code of the chosen option of a `select`. */
  chosen(field: FormField): string {
    const kept = this.#attempt?.kept[field.name];
    return this.#chosen.get(field.name) ?? kept ?? field.options[field.preselected]?.code ?? '';
  }

  choose(field: FormField, code: string): void {
    this.#chosen = new Map(this.#chosen).set(field.name, code);
    this.#host.requestUpdate();
  }

  reveal(field: FormField): void {
    this.#hideLater?.abort();
    this.#revealed = field.name;
    this.#hideLater = new AbortController();
    this.#clock()
      .wait(revealTime, this.#hideLater.signal)
      .then(this.hide, () => {});
    this.#host.requestUpdate();
  }

  readonly hide = (): void => {
    this.#hideLater?.abort();
    if (this.#revealed === null) return;
    this.#revealed = null;
    this.#host.requestUpdate();
  };

  /** The rules a field follows: `username` those of the chosen kind of document, if it has any. */
  rulesOf(field: FormField): Pick<FieldOption, 'validation' | 'validationMessage' | 'placeholder'> {
    const kinds = this.#attempt?.fields.find((each) => each.type === 'select');
    const option = kinds?.options.find((each) => each.code === this.chosen(kinds));
    if (field.name !== 'username' || !option) return field;
    return {
      validation: option.validation ?? field.validation,
      validationMessage: option.validationMessage ?? field.validationMessage,
      placeholder: option.placeholder ?? field.placeholder,
    };
  }

  /** Checks one field after it was left; an empty one is not scolded before the form is sent. */
  checkOne(field: FormField, value: string, t: Translate): void {
    const errors = new Map(this.#errors);
    const error =
      value === '' && !errors.has(field.name) ? undefined : this.#problem(field, value, t);
    if (error === undefined) errors.delete(field.name);
    else errors.set(field.name, error);
    this.#errors = errors;
    this.#host.requestUpdate();
  }

  /** The values to send, or null when something is wrong with them. */
  submit(data: FormData, t: Translate): Record<string, string> | null {
    this.hide();
    const values: Record<string, string> = {};
    const errors = new Map<string, string>();
    for (const field of this.#attempt?.fields ?? []) {
      const typed = data.get(field.name);
      const value = field.type === 'hidden' ? (field.value ?? '') : trimmed(field, typed);
      const error = field.type === 'hidden' ? undefined : this.#problem(field, value, t);
      if (error !== undefined) errors.set(field.name, error);
      // An optional field left empty is not sent: the API would take "" for a value.
      if (value !== '') values[field.name] = value;
    }
    this.#errors = errors;
    this.#host.requestUpdate();
    return errors.size === 0 ? values : null;
  }

  #problem(field: FormField, value: string, t: Translate): string | undefined {
    if (value === '') {
      if (field.optional) return undefined;
      return t(field.type === 'select' ? 'credentials.choose' : 'credentials.required');
    }
    const {validation, validationMessage} = this.rulesOf(field);
    if (field.type === 'select' || validation === null || passes(validation, value))
      return undefined;
    return validationMessage ?? t('credentials.invalid');
  }
}

function trimmed(field: FormField, value: FormDataEntryValue | null): string {
  if (typeof value !== 'string') return '';
  return isSecret(field) ? value : value.trim();
}

/** Patterns with a repeated group of repetitions can take seconds on a phone: the API checks those alone. */
const explosive = /\([^()]*(?:[+*|]|\{\d+,)[^()]*\)(?:[+*]|\{\d+,)/;

function passes(pattern: string, value: string): boolean {
  if (value.length > 256 || explosive.test(pattern)) return true;
  try {
    return new RegExp(`^(?:${pattern})$`).test(value);
  } catch {
    return true;
  }
}
