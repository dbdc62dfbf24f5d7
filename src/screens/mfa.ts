import {css, html, nothing, type TemplateResult} from 'lit';
import type {FormController} from '../controllers/form-controller.js';
import type {Mfa} from '../flow/state.js';
import {primaryButton, secondaryButton} from '../fragments/button.js';
import {field} from '../fragments/field.js';
import {heading} from '../fragments/heading.js';
import {hintNotice} from '../fragments/notice.js';
import {titleAndText} from './texts.js';
import type {ScreenTools} from './tools.js';

/** The second factor: what the bank shows, what it wants back, and how long it waits for it. */
export function mfa(state: Mfa, tools: ScreenTools, form: FormController): TemplateResult {
  const {challenge, attempt} = state;
  const {t, send} = tools;
  const {kind, expectsInput} = challenge;
  const bank = attempt.institution.displayName;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    if (!expectsInput) return send({type: 'submitCode', code: null});
    const input = event.currentTarget.querySelector('input');
    const code = input?.value.trim() ?? '';
    if (code) return send({type: 'submitCode', code});
    input?.focus();
    form.miss(challenge.session);
    tools.say(emptyText(state, tools));
  };
  const [title, text] = titleAndText(t(`mfa.${kind}`, {bank}));
  return html`<form class="screen mfa" novalidate @submit=${submit}>
    <div class="body" part="body">
      ${heading(title)}
      <p class="instructions">${challenge.instructions ?? text}</p>
      ${shown(state, tools)}
      ${state.rejected && !expectsInput ? hintNotice(mfaAlert(state, tools)) : nothing}
      ${
        expectsInput
          ? answer(state, tools, form)
          : html`<div class="hint" part="hint">${timeLeft(state, tools)}</div>`
      }
    </div>
    <div class="footer" part="footer">
      ${primaryButton(t(expectsInput ? 'mfa.submit' : 'mfa.submit.confirm'))}
      ${secondaryButton(t('mfa.restart'), () => send({type: 'back'}))}
    </div>
  </form>`;
}

/** What is said about an answer that was refused. */
export function mfaAlert({challenge}: Mfa, {t}: ScreenTools): string {
  if (!challenge.expectsInput) return t('mfa.unconfirmed');
  return t(challenge.kind === 'text' ? 'mfa.wrong.text' : 'mfa.wrong');
}

function emptyText({challenge}: Mfa, {t}: ScreenTools): string {
  return t(challenge.kind === 'text' ? 'mfa.required.text' : 'mfa.required');
}

/** The number to read or the image to scan. */
function shown({challenge, attempt}: Mfa, {t}: ScreenTools): TemplateResult | typeof nothing {
  const {kind, value} = challenge;
  if (value === null) return nothing;
  if (kind === 'numeric') {
    return html`<div class="shown">
      <span class="visually-hidden">${t('mfa.numeric.value')}</span>
      <span class="number">${value}</span>
    </div>`;
  }
  if (kind !== 'qr') return nothing;
  const bank = attempt.institution.displayName;
  return html`<div class="shown">
    <img src=${value} alt=${t('mfa.qr.image', {bank})} width="200" height="200" />
  </div>`;
}

function answer(state: Mfa, tools: ScreenTools, form: FormController): TemplateResult {
  const {t} = tools;
  const question = state.challenge.kind === 'text';
  return field({
    name: 'token',
    label: t(question ? 'mfa.answer' : 'mfa.label'),
    type: 'text',
    value: '',
    placeholder: null,
    error: form.isMissing(state.challenge.session)
      ? emptyText(state, tools)
      : state.rejected
        ? mfaAlert(state, tools)
        : undefined,
    hint: timeLeft(state, tools),
    autocomplete: question ? 'off' : 'one-time-code',
    inputmode: question ? 'text' : 'numeric',
    maxlength: question ? 120 : 16,
    required: true,
    large: !question,
  });
}

/** Seconds left at which the time is also said aloud. */
const spoken = new Set([120, 60, 30, 10]);

function timeLeft({challenge}: Mfa, {t, now, say}: ScreenTools): string {
  const {expiresAt} = challenge;
  if (expiresAt === null) return '';
  const seconds = Math.max(0, Math.round((expiresAt - now) / 1000));
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  if (spoken.has(seconds)) say(t('mfa.expires.spoken', {time}));
  return t('mfa.expires', {time});
}

export const mfaStyles = css`
  .mfa {
    .instructions {
      white-space: pre-line;
    }
    .shown {
      flex: none;
      margin-block-end: 18px;
      padding: 18px;
      border-radius: var(--_radius);
      background: var(--_raised);
      text-align: center;
    }
    .number {
      font:
        650 34px/1.2 ui-monospace,
        'SF Mono',
        Menlo,
        monospace;
      letter-spacing: 0.24em;
      margin-inline-end: -0.24em;
      overflow-wrap: anywhere;
      user-select: all;
    }
    img {
      display: block;
      inline-size: min(200px, 100%);
      block-size: auto;
      aspect-ratio: 1;
      margin-inline: auto;
      padding: 10px;
      border-radius: 12px;
      background: #fff;
      image-rendering: pixelated;
    }
  }
`;
