import {css, html, nothing, type TemplateResult} from 'lit';
import type {Shown} from '../flow/state.js';
import type {Institution} from '../model.js';
import {logo} from '../fragments/logo.js';

/** Whose form it is, for the header. */
export function subject(shown: Shown): TemplateResult | typeof nothing {
  const institution = institutionIn(shown);
  return institution
    ? html`${logo(institution, 'small')}<bdi>${institution.displayName}</bdi>`
    : nothing;
}

function institutionIn(shown: Shown): Institution | null {
  if ('attempt' in shown && shown.attempt) return shown.attempt.institution;
  return 'institution' in shown && typeof shown.institution === 'object' ? shown.institution : null;
}

export const subjectStyles = css`
  .middle bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .logo.small {
    inline-size: 24px;
    block-size: 24px;
    border-radius: 7px;
    font-size: 10px;
  }
`;
