import {css, html, nothing, type TemplateResult} from 'lit';
import {primaryButton, secondaryButton} from '../fragments/button.js';
import {heading} from '../fragments/heading.js';
import {icon} from '../fragments/icon.js';
import {waysOut} from '../flow/ways-out.js';
import type {FailureShown} from '../flow/state.js';
import type {ScreenTools} from './tools.js';

/** What happened, whose side it is on, what to do about it. */
export function failureScreen(state: FailureShown, tools: ScreenTools): TemplateResult {
  const {t, send, branding} = tools;
  const {code, requestId} = state.failure;
  const words = {
    bank: state.institution?.displayName ?? t('failure.bank'),
    company: branding.companyName ?? t('failure.company'),
  };
  const [first = 'leave', second] = waysOut(state);
  return html`<div class="screen failure">
    <div class="body center" part="body">
      <div class="disc danger" aria-hidden="true">${icon('warning', 34)}</div>
      ${heading(t(`failure.${code}`, words))}
      <p>${t(`failure.${code}.text`, words)}</p>
      ${requestId ? folio(requestId, tools) : nothing}
    </div>
    <div class="footer" part="footer">
      ${primaryButton(t(`way.${first}`), () => send({type: first}))}
      ${second ? secondaryButton(t(`way.${second}`), () => send({type: second})) : nothing}
    </div>
  </div>`;
}

/** The request's id, for whoever the person asks for help. */
function folio(id: string, {t, say}: ScreenTools): TemplateResult {
  const copy = () =>
    navigator.clipboard?.writeText(id).then(
      () => say(t('failure.copied')),
      // Without the permission the id can still be selected by hand.
      () => {},
    );
  return html`<div class="folio">
    <span>${t('failure.folio', {id: `${id.slice(0, 4)}…${id.slice(-4)}`})}</span>
    <button class="icon-button" type="button" aria-label=${t('failure.copy')} @click=${copy}>
      ${icon('copy', 16)}
    </button>
  </div>`;
}

export const endStyles = css`
  .disc {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 72px;
    block-size: 72px;
    margin-block-end: 20px;
    border-radius: 50%;
  }
  .disc.success {
    background: var(--_success-soft);
    color: var(--_success);
  }
  .disc.danger {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .folio {
    display: flex;
    align-items: center;
    color: var(--_muted);
    font:
      12px/1.4 ui-monospace,
      monospace;
  }
`;
