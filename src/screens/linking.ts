import {css, html, type TemplateResult} from 'lit';
import type {Linking} from '../flow/state.js';
import {companyLogo} from '../fragments/company-logo.js';
import {heading} from '../fragments/heading.js';
import {logo} from '../fragments/logo.js';
import type {MessageKey} from '../i18n/messages.js';
import type {ScreenTools} from './tools.js';

/** What is said after so many seconds of waiting, the last first. Only what is known: there is no progress to measure. */
const stages: readonly (readonly [number, MessageKey])[] = [
  [60, 'linking.long'],
  [10, 'linking.wait'],
];

/** The API is signing in at the bank. */
export function linking(
  state: Linking,
  {t, branding, now, since, say}: ScreenTools,
): TemplateResult {
  const {institution} = state.attempt;
  const bank = institution.displayName;
  const stage = stages.find(([after]) => (now - since) / 1000 >= after)?.[1];
  const text = t(stage ?? 'linking.start', {bank});
  if (stage) say(text);
  return html`<div class="screen linking">
    <div class="body center" part="body">
      ${companyLogo(branding)}
      <div class="ring" part="progress">${logo(institution, 'large')}</div>
      ${heading(t(state.challenge ? 'linking.code' : 'linking.title', {bank}))}
      <p>${text}</p>
    </div>
  </div>`;
}

export const linkingStyles = css`
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  .ring {
    position: relative;
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 72px;
    block-size: 72px;
    margin: 10px 0 34px;
  }
  .ring::before {
    content: '';
    position: absolute;
    inset: -10px;
    border: 3px solid var(--_line);
    border-block-start-color: var(--_accent);
    border-radius: 50%;
    animation: turn 1s linear infinite;
  }
  @media (forced-colors: active) {
    .ring::before {
      forced-color-adjust: none;
      border-color: GrayText;
      border-block-start-color: Highlight;
    }
  }
`;
