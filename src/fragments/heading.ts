import {html, type TemplateResult} from 'lit';

/** The one heading of a screen. It takes the focus when the screen appears and names the dialog. */
export function heading(text: string, id = 'heading'): TemplateResult {
  return html`<h2 id=${id} part="heading" tabindex="-1">${text}</h2>`;
}
