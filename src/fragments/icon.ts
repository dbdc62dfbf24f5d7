import {html, type TemplateResult} from 'lit';

/** The icons up to the list: 24-px grid, 2-px round strokes, in the colour of the text around them. */
export const icons = {
  back: 'M15 5l-7 7 7 7',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  chevron: 'M9 6l6 6-6 6',
  close: 'M6 6l12 12M18 6L6 18',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM9 12a3 3 0 1 0 6 0 3 3 0 1 0-6 0',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1',
  search: 'M4.5 11a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M16 16l4.5 4.5',
  undo: 'M4 12a8 8 0 1 1 2.5 5.8M4 18v-5h5',
} as const;

/** An icon by its path, `size` CSS pixels square. Decoration only: what it says must stand beside it as text. */
export function icon(path: string, size = 24): TemplateResult {
  return html`<svg width=${size} height=${size} viewBox="0 0 24 24" aria-hidden="true">
    <path d=${path} />
  </svg>`;
}
