import {html, type nothing, type TemplateResult} from 'lit';
import type {Shown} from '../flow/state.js';
import type {Translate} from '../i18n/translate.js';
import type {Intent} from '../flow/inputs.js';
import {icon, icons} from '../fragments/icon.js';

/** What the header may use. */
interface HeaderTools {
  readonly t: Translate;
  readonly send: (intent: Intent) => void;
  readonly close: () => void;
}

/** Back, `subject` (whose form this is) and close, in this order on screen and for the keyboard. */
export function header(
  shown: Shown,
  {t, send, close}: HeaderTools,
  subject: TemplateResult | typeof nothing | undefined,
): TemplateResult {
  const back = canGoBack(shown);
  return html`<div class="header" part="header">
    ${
      back
        ? iconButton(icons.back, t('common.back'), 'back-button', () => send({type: 'back'}))
        : html`<span class="spacer"></span>`
    }
    <div class="middle">${subject}</div>
    ${iconButton(icons.close, t('common.close'), 'close-button', close)}
  </div>`;
}

/** Whether there is a step to go back to: none before a form that the page chose. */
function canGoBack({step, session}: Shown): boolean {
  if (step === 'credentials') return session.config.institution === null;
  return step === 'institutions' || step === 'mfa';
}

function iconButton(path: string, label: string, part: string, click: () => void): TemplateResult {
  return html`<button
    class="icon-button"
    part=${part}
    type="button"
    aria-label=${label}
    @click=${click}
  >
    ${icon(path)}
  </button>`;
}
