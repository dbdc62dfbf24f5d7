import {css, html, type TemplateResult} from 'lit';
import {icon} from './icon.js';
import {lateIcons} from './late-icons.js';

/** An error where the eye already is: what happened, then what to do. */
export function notice(title: string, text: string): TemplateResult {
  return html`<div class="notice" part="notice">
    ${icon(lateIcons.warning, 20)}
    <div><strong>${title}</strong>${text}</div>
  </div>`;
}

/** Something to know that is nobody's mistake. */
export function hintNotice(text: string): TemplateResult {
  return html`<div class="notice info" part="notice">
    ${icon(lateIcons.info, 20)}
    <div>${text}</div>
  </div>`;
}

export const noticeStyles = css`
  .notice {
    display: grid;
    grid-template-columns: 20px 1fr;
    gap: 12px;
    flex: none;
    margin: 0 0 20px;
    padding: 14px 16px;
    border-radius: var(--_radius);
    background: var(--_danger-soft);
    font-size: 0.9334em;
    line-height: 1.43;
  }
  .notice svg,
  .notice strong {
    color: var(--_danger);
  }
  .notice.info {
    background: var(--_accent-soft);
  }
  .notice.info svg {
    color: var(--_accent);
  }
  .notice strong {
    display: block;
  }
`;
