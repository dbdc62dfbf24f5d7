import {html, type TemplateResult} from 'lit';
import type {Success} from '../flow/state.js';
import {companyLogo} from '../fragments/company-logo.js';
import {primaryButton} from '../fragments/button.js';
import {heading} from '../fragments/heading.js';
import {icon, icons} from '../fragments/icon.js';
import {companyText, type ScreenTools} from './tools.js';

/** The account is connected; the page has heard of it already. */
export function success(state: Success, tools: ScreenTools): TemplateResult {
  const bank = state.institution.displayName;
  return html`<div class="screen">
    <div class="body center" part="body">
      ${companyLogo(tools.branding)}
      <div class="disc success" aria-hidden="true">${icon(icons.check, 36)}</div>
      ${heading(tools.t('success.title'))}
      <p>${companyText(tools, 'success.text', {bank})}</p>
    </div>
    <div class="footer" part="footer">
      ${primaryButton(
        companyText(tools, tools.branding.companyName ? 'success.done' : 'success.done.anonymous'),
        () => tools.send({type: 'close'}),
      )}
    </div>
  </div>`;
}
