import {css, html, nothing, type TemplateResult} from 'lit';
import type {FormController} from '../controllers/form-controller.js';
import type {Failure} from '../errors.js';
import {isSecret} from '../flow/secrets.js';
import {soleInstitution} from '../flow/list-order.js';
import type {Attempt, CredentialsForm} from '../flow/state.js';
import {primaryButton, secondaryButton} from '../fragments/button.js';
import {field, fieldError, type FieldView} from '../fragments/field.js';
import {heading} from '../fragments/heading.js';
import {icon, icons} from '../fragments/icon.js';
import {linkedText} from '../fragments/linked-text.js';
import {notice} from '../fragments/notice.js';
import type {FormField} from '../model.js';
import {titleAndText} from './texts.js';
import {waiting} from './render-screen.js';
import {companyText, type ScreenTools} from './tools.js';

/** Signing in with the bank's own user name and password: the inputs that the institution asks for, in its order. */
export function credentials(
  state: CredentialsForm,
  tools: ScreenTools,
  form: FormController,
): TemplateResult {
  const {attempt, session} = state;
  const {t, branding, send} = tools;
  if (attempt === null) return waiting(tools, null);
  const {rejected} = state;
  const refused = rejected?.code === 'invalid_field' ? rejected.field : null;
  form.enter(attempt, refused === null ? [] : [[refused, t('credentials.invalid')]]);
  const bank = attempt.institution.displayName;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const target = event.currentTarget;
    const values = form.submit(new FormData(target), t);
    if (values) send({type: 'submitCredentials', values});
    else focusFirstWrong(target, form, attempt, tools);
  };
  const fixed = session.config.institution !== null;
  return html`<form class="screen credentials" novalidate @submit=${submit}>
    <div class="body" part="body">
      ${heading(t('credentials.title', {bank}))}
      ${
        rejected
          ? notice(...rejectionText(rejected, bank, tools))
          : html`<p>${companyText(tools, 'credentials.lead', {bank})}</p>`
      }
      ${attempt.fields
        .filter(({type}) => type !== 'hidden')
        .map((each) => input(each, attempt, form, tools))}
    </div>
    <div class="footer" part="footer">
      ${
        fixed && branding.termsUrl
          ? html`<p class="fine">${linkedText(t('credentials.consent'), branding.termsUrl)}</p>`
          : nothing
      }
      ${primaryButton(t('credentials.submit'))}
      ${
        fixed || soleInstitution(session)
          ? nothing
          : secondaryButton(t('credentials.other'), () => send({type: 'chooseAnother'}))
      }
    </div>
  </form>`;
}

/** What is said about refused credentials: a title and what to do. */
export function rejectionText(
  {code}: Failure,
  bank: string,
  {t}: ScreenTools,
): readonly [title: string, text: string] {
  const key = code === 'invalid_field' ? 'credentials.refused' : 'credentials.rejected';
  return titleAndText(t(key, {bank}));
}

function input(
  each: FormField,
  attempt: Attempt,
  form: FormController,
  tools: ScreenTools,
): TemplateResult {
  const {t} = tools;
  const error = form.errorOf(each);
  if (each.type === 'select') return choice(each, error, form);
  const secret = isSecret(each);
  const shown = form.isRevealed(each);
  const view: FieldView = {
    name: each.name,
    label: each.optional ? t('credentials.optional', {label: each.label}) : each.label,
    type: secret && each.type === 'password' && !shown ? 'password' : 'text',
    value: attempt.kept[each.name] ?? '',
    placeholder: secret ? null : form.rulesOf(each).placeholder,
    error,
    autocomplete: autocomplete(each),
    inputmode: each.type === 'number' ? 'numeric' : 'text',
    maxlength: each.length ?? undefined,
    required: !each.optional,
    leave: (value) => form.checkOne(each, value, t),
  };
  return field(
    each.type === 'password' ? {...view, trailing: toggle(each, shown, form, tools)} : view,
  );
}

function toggle(
  each: FormField,
  shown: boolean,
  form: FormController,
  {t}: ScreenTools,
): TemplateResult {
  const {label} = each;
  return html`<button
    class="toggle"
    type="button"
    aria-label=${t(shown ? 'credentials.hide.label' : 'credentials.show.label', {label})}
    @click=${() => (shown ? form.hide() : form.reveal(each))}
  >
    ${t(shown ? 'credentials.hide' : 'credentials.show')}
  </button>`;
}

function choice(each: FormField, error: string | undefined, form: FormController): TemplateResult {
  const choose = (event: Event) => {
    if (event.target instanceof HTMLSelectElement) form.choose(each, event.target.value);
  };
  const chosen = form.chosen(each);
  return html`<div class="field" part="field">
    <label for=${each.name} part="label">${each.label}</label>
    <div class="control">
      <select
        id=${each.name}
        part="input"
        name=${each.name}
        aria-invalid=${error ? 'true' : 'false'}
        aria-describedby=${error ? `${each.name}-error` : nothing}
        @change=${choose}
      >
        ${each.options.map(
          ({code, label}) =>
            html`<option value=${code} .selected=${code === chosen}>${label}</option>`,
        )}
      </select>
      ${icon(icons.chevron, 20)}
    </div>
    ${fieldError(each.name, error)}
  </div>`;
}

function autocomplete({name, type}: FormField): FieldView['autocomplete'] {
  if (name === 'username') return 'username';
  if (name === 'token') return 'one-time-code';
  return type === 'password' ? 'current-password' : 'off';
}

function focusFirstWrong(
  target: HTMLFormElement,
  form: FormController,
  attempt: Attempt,
  {t, say}: ScreenTools,
): void {
  const wrong = attempt.fields.find((each) => form.errorOf(each) !== undefined);
  const control = wrong && target.querySelector<HTMLElement>(`#${CSS.escape(wrong.name)}`);
  control?.focus();
  if (form.errorCount > 1) say(t('credentials.summary', {count: form.errorCount}));
}

export const credentialsStyles = css`
  .credentials p {
    margin-block-end: 24px;
  }
  .credentials .fine {
    margin-block-end: 4px;
  }
`;
