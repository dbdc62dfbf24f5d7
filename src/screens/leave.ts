import {css, html, type TemplateResult} from 'lit';
import {primaryButton, secondaryButton} from '../fragments/button.js';
import {companyLogo} from '../fragments/company-logo.js';
import {heading} from '../fragments/heading.js';
import type {ScreenTools} from './tools.js';

/** "Leave without connecting?", over the screen it is about. Staying and leaving are equally easy to find. */
export function leaveQuestion(tools: ScreenTools): TemplateResult {
  const {t, branding, send} = tools;
  const veil = (event: Event) => {
    if (event.target === event.currentTarget) send({type: 'stay'});
  };
  return html`<div class="veil" @click=${veil}>
    <div
      class="question"
      role="alertdialog"
      aria-modal="true"
      aria-labelledby="leave-heading"
      aria-describedby="leave-text"
    >
      ${companyLogo(branding)} ${heading(t('leave.title'), 'leave-heading')}
      <p id="leave-text">${branding.opportunityLoss ?? t('leave.text')}</p>
      ${primaryButton(t('leave.stay'), () => send({type: 'stay'}))}
      ${secondaryButton(t('leave.leave'), () => send({type: 'leave'}))}
    </div>
  </div>`;
}

export const leaveStyles = css`
  .veil {
    position: absolute;
    inset: 0;
    z-index: 1;
    display: flex;
    align-items: end;
    background: rgb(9 18 32 / 0.55);
    animation: veil 0.18s ease-out;
  }
  .question {
    inline-size: 100%;
    max-block-size: 100%;
    overflow: auto;
    padding: 24px;
    border-radius: var(--_radius-frame) var(--_radius-frame) 0 0;
    background: var(--_sheet);
    animation: sheet 0.2s ease-out;
  }
  @media (forced-colors: active) {
    .question {
      border-block-start: 2px solid CanvasText;
    }
  }
  .question .secondary {
    margin-block-start: 8px;
  }
`;
