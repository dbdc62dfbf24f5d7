import {html, type TemplateResult} from 'lit';

/** The one main action of a screen. Without `click` it submits the form around it. */
export function primaryButton(label: string, click?: () => void): TemplateResult {
  return html`<button
    class="button"
    part="primary-button"
    type=${click ? 'button' : 'submit'}
    @click=${click}
  >
    ${label}
  </button>`;
}

/** The other way out, as plain text under the main action. */
export function secondaryButton(label: string, click: () => void): TemplateResult {
  return html`<button
    class="button secondary"
    part="secondary-button"
    type="button"
    @click=${click}
  >
    ${label}
  </button>`;
}
