import {css, html, nothing, type TemplateResult} from 'lit';
import {primaryButton} from '../fragments/button.js';
import {heading} from '../fragments/heading.js';
import {icon, icons} from '../fragments/icon.js';
import {linkedText} from '../fragments/linked-text.js';
import {logo} from '../fragments/logo.js';
import type {Intro} from '../flow/state.js';
import {companyText, type ScreenTools} from './tools.js';

/** Who asks, for what, how it can be undone; nothing is sent before the person goes on. */
export function intro(_state: Intro, tools: ScreenTools): TemplateResult {
  const {t, branding, send} = tools;
  return html`<div class="screen intro">
    <div class="body" part="body">
      ${marks(tools)}
      ${heading(companyText(tools, branding.companyName ? 'intro.title' : 'intro.title.anonymous'))}
      ${branding.benefitHeader && html`<p class="benefit">${branding.benefitHeader}</p>`}
      <p>${branding.benefitContent ?? t('intro.lead')}</p>
      <ul>
        ${point(icons.eye, t('intro.read'), t('intro.read.text'))}
        ${point(icons.check, t('intro.choice'), t('intro.choice.text'))}
        ${point(icons.undo, t('intro.undo'), companyText(tools, 'intro.undo.text'))}
      </ul>
      ${branding.socialProof ? html`<p class="proof">${t('intro.proof')}</p>` : nothing}
    </div>
    <div class="footer" part="footer">
      ${
        branding.termsUrl &&
        html`<p class="fine">${linkedText(t('intro.terms'), branding.termsUrl)}</p>`
      }
      ${primaryButton(t('intro.continue'), () => send({type: 'consent'}))}
    </div>
  </div>`;
}

/** The company's mark beside the sign of the connection. */
function marks({branding}: ScreenTools): TemplateResult {
  const {companyName, companyIcon} = branding;
  const company = (companyName ?? companyIcon) && {
    displayName: companyName ?? '',
    logo: companyIcon,
    color: null,
  };
  return html`<div class="marks">
    ${company && logo(company, 'large')}
    <span class="logo large sign" aria-hidden="true">${icon(icons.link, 28)}</span>
  </div>`;
}

function point(path: string, title: string, text: string): TemplateResult {
  return html`<li>
    ${icon(path)}
    <div><strong>${title}</strong><span>${text}</span></div>
  </li>`;
}

export const introStyles = css`
  .intro {
    .body {
      padding-block-start: 0;
    }
    .marks {
      display: flex;
      flex: none;
      gap: 8px;
      margin: 4px 0 20px;
    }
    .sign {
      background: var(--_accent);
      color: var(--_on-accent);
    }
    .benefit {
      margin-block-end: 4px;
      color: var(--_text);
      font-weight: 600;
    }
    ul {
      margin-block-start: 8px;
      display: grid;
      gap: 16px;
    }
    li {
      display: grid;
      grid-template-columns: 24px 1fr;
      gap: 12px;
    }
    li svg {
      color: var(--_accent);
    }
    strong {
      display: block;
      font-weight: 600;
    }
    li span {
      color: var(--_muted);
      font-size: 0.9334em;
    }
    .proof {
      margin: 20px 0 0;
      font-size: 0.8667em;
    }
  }
`;
