import {html, type TemplateResult} from 'lit';

/** The shape of rows that are on their way. */
export function skeletonRows(count: number): TemplateResult {
  return html`<div class="skeletons" aria-hidden="true">
    ${Array.from(
      {length: count},
      () =>
        html`<div class="skeleton-row">
          <span class="skeleton mark"></span>
          <span class="skeleton line"></span>
        </div>`,
    )}
  </div>`;
}

/** The shape of a form that is on its way. */
export function skeletonForm(): TemplateResult {
  return html`<div class="skeletons" aria-hidden="true">
    <span class="skeleton title"></span>
    <span class="skeleton line"></span>
    <span class="skeleton input"></span>
    <span class="skeleton input"></span>
  </div>`;
}
