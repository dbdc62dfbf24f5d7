import {css, html, nothing, type TemplateResult} from 'lit';
import type {Branding} from '../model.js';

/** The company's logo, if it gave one, on the screens that speak for the company: connecting, the end, leaving. */
export function companyLogo({companyLogo, companyName}: Branding): TemplateResult | typeof nothing {
  if (companyLogo === null) return nothing;
  return html`<img
    class="company"
    part="logo"
    src=${companyLogo}
    alt=${companyName ?? ''}
    referrerpolicy="no-referrer"
  />`;
}

export const companyLogoStyles = css`
  .company {
    flex: none;
    max-block-size: 28px;
    max-inline-size: 160px;
    margin-block-end: 24px;
  }
`;
