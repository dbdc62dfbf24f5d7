import {html, nothing, type TemplateResult} from 'lit';
import type {Institution} from '../model.js';
import type {Translate} from '../i18n/translate.js';
import {icon} from './icon.js';
import {logo} from './logo.js';

/** The header's content: what is around every screen. */
export interface HeaderView {
  readonly t: Translate;
  readonly institution: Institution | null;
  /** Goes one step back; null where there is nothing to go back to. */
  readonly back: (() => void) | null;
  readonly close: () => void;
}

/** Back, whose form this is, and close, in this order on screen and for the keyboard. */
export function header({t, institution, back, close}: HeaderView): TemplateResult {
  return html`<div class="header" part="header">
    ${
      back
        ? iconButton('back', t('common.back'), 'back-button', back)
        : html`<span class="spacer"></span>`
    }
    <div class="middle">
      ${
        institution
          ? html`${logo(institution, 'small')}<bdi>${institution.displayName}</bdi>`
          : nothing
      }
    </div>
    ${iconButton('close', t('common.close'), 'close-button', close)}
  </div>`;
}

function iconButton(
  name: 'back' | 'close',
  label: string,
  part: string,
  click: () => void,
): TemplateResult {
  return html`<button
    class="icon-button"
    part=${part}
    type="button"
    aria-label=${label}
    @click=${click}
  >
    ${icon(name)}
  </button>`;
}
