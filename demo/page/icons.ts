import {svg} from 'lit';
import type {SVGTemplateResult} from 'lit';

// One set, drawn on a 24-unit grid with round strokes; always beside words, so hidden from assistive technology.
const icon = (paths: SVGTemplateResult): SVGTemplateResult =>
  svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${paths}</svg>`;

export const iconArrowIn = icon(svg`<path d="M17 7 7 17M7 9v8h8" />`);
export const iconArrowOut = icon(svg`<path d="M7 17 17 7M9 7h8v8" />`);
export const iconBank = icon(
  svg`<path d="m4 10 8-5 8 5M6 10v8M10 10v8M14 10v8M18 10v8M4 19h16" />`,
);
export const iconCard = icon(
  svg`<path d="M5 6h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2ZM3 10h18M7 15h3" />`,
);
export const iconCheck = icon(svg`<path d="m5 12.5 4.5 4.5L19 7.5" />`);
export const iconChevron = icon(svg`<path d="m6 9 6 6 6-6" />`);
export const iconInbox = icon(
  svg`<path d="M4 13h4l1.5 3h5L16 13h4M4 13l3-8h10l3 8v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1Z" />`,
);
export const iconWarning = icon(svg`<path d="M12 4.5 21 19.5H3ZM12 10v4M12 16.8v.1" />`);
