import {html, type TemplateResult} from 'lit';

/** A text whose part between `<` and `>` leads to a page, opened beside the widget so that nothing typed is lost. */
export function linkedText(text: string, href: string): TemplateResult {
  const parts = text.split(/[<>]/);
  const [before, label, after] = parts.length === 3 ? parts : ['', text, ''];
  return html`${before}<a href=${href} target="_blank" rel="noopener noreferrer">${label}</a
    >${after}`;
}
