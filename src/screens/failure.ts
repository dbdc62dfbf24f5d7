import {css, html, nothing, type TemplateResult} from 'lit';
import {primaryButton, secondaryButton} from '../fragments/button.js';
import {heading} from '../fragments/heading.js';
import {icon} from '../fragments/icon.js';
import {lateIcons} from '../fragments/late-icons.js';
import {waysOut} from '../flow/ways-out.js';
import type {FailureShown} from '../flow/state.js';
import type {FailureCode} from '../errors.js';
import type {MessageKey} from '../i18n/messages.js';
import {titleAndText} from './texts.js';
import {companyText, type ScreenTools} from './tools.js';

/** The text of each failure. All that the page has to mend reads the same to a person. */
const texts: Record<FailureCode, MessageKey> = {
  offline: 'failure.offline',
  network: 'failure.network',
  timeout: 'failure.timeout',
  blocked: 'failure.page',
  rate_limited: 'failure.rate_limited',
  server_error: 'failure.server_error',
  bad_response: 'failure.server_error',
  token_expired: 'failure.token_expired',
  token_rejected: 'failure.page',
  missing_scope: 'failure.page',
  institution_down: 'failure.institution_down',
  institution_unavailable: 'failure.institution_unavailable',
  institution_inactive: 'failure.institution_inactive',
  unsupported_operation: 'failure.unsupported_operation',
  credentials_rejected: 'credentials.rejected',
  account_locked: 'failure.account_locked',
  invalid_field: 'credentials.refused',
  mfa_rejected: 'failure.mfa_rejected',
  session_expired: 'failure.session_expired',
  too_many_sessions: 'failure.too_many_sessions',
  already_linked: 'failure.already_linked',
  activation_required: 'failure.activation_required',
  outcome_unknown: 'failure.outcome_unknown',
  no_institutions: 'failure.page',
  config_error: 'failure.page',
};

/** What happened, whose side it is on, what to do about it. */
export function failureScreen(state: FailureShown, tools: ScreenTools): TemplateResult {
  const {t, send} = tools;
  const {code, requestId} = state.failure;
  const bank = state.institution?.displayName ?? t('common.bank');
  const [title, text] = titleAndText(companyText(tools, texts[code], {bank}));
  const ways = waysOut(state);
  const [first = 'leave', second] = ways;
  const calm = code === 'already_linked';
  return html`<div class="screen failure">
    <div class="body center" part="body">
      <div class="disc ${calm ? 'calm' : 'danger'}" aria-hidden="true">
        ${icon(calm ? lateIcons.info : lateIcons.warning, 34)}
      </div>
      ${heading(title)}
      <p>${text} ${ways.includes('chooseAnother') ? t('failure.another') : nothing}</p>
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
      () => say(t('folio.copied')),
      // Without the permission the id can still be selected by hand.
      () => {},
    );
  return html`<div class="folio">
    <span>${t('folio.id', {id: `${id.slice(0, 4)}…${id.slice(-4)}`})}</span>
    <button class="icon-button" type="button" aria-label=${t('folio.copy')} @click=${copy}>
      ${icon(lateIcons.copy, 16)}
    </button>
  </div>`;
}

export const endStyles = css`
  .center {
    align-items: center;
    justify-content: safe center;
    text-align: center;
  }
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
  .disc.calm {
    background: var(--_accent-soft);
    color: var(--_accent);
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
