import {css, html, nothing, type TemplateResult} from 'lit';
import {heading} from '../fragments/heading.js';
import {icon, icons} from '../fragments/icon.js';
import {logo} from '../fragments/logo.js';
import {skeletonRows} from '../fragments/skeleton.js';
import type {Institutions, Session} from '../flow/state.js';
import type {Institution} from '../model.js';
import type {ScreenTools} from './tools.js';

/** What narrows the list and tells what that left, once its code has come. */
export interface Narrowing {
  /** What the search and the filters leave. */
  readonly rows: (session: Session) => readonly Institution[];
  /** The button that empties the search field. */
  readonly clear: (tools: ScreenTools) => TemplateResult;
  /** Kinds and countries, where there is more than one. Says how many institutions a search has found. */
  readonly filters: (state: Institutions, tools: ScreenTools, found: number) => TemplateResult;
  /** The last row, for those whose institution is not there. */
  readonly missing: (state: Institutions, tools: ScreenTools) => TemplateResult;
  /** In place of rows, when none is left. */
  readonly nothingFound: (state: Institutions, tools: ScreenTools) => TemplateResult;
}

/** The list to choose from, with a search. */
export function institutions(
  state: Institutions,
  tools: ScreenTools,
  narrowing: Narrowing | undefined,
): TemplateResult {
  const {t} = tools;
  const {list} = state.session;
  const rows = narrowing?.rows(state.session) ?? list.items;
  const mixed = rows.some(({country}) => country !== rows[0]?.country);
  const waiting = list.status === 'loading' && list.items.length === 0;
  return html`<div class="screen institutions">
    <div class="top">
      ${heading(t('institutions.title'))} ${search(state, tools, narrowing)}
      ${narrowing?.filters(state, tools, rows.length)}
    </div>
    <div class="body" part="body" aria-busy=${waiting ? 'true' : 'false'}>
      ${
        waiting
          ? skeletonRows(6)
          : html`${rows.length === 0 ? narrowing?.nothingFound(state, tools) : nothing}
              <ul aria-label=${t('institutions.list')}>
                ${rows.map((item) => row(item, mixed, tools))} ${narrowing?.missing(state, tools)}
              </ul>`
      }
    </div>
  </div>`;
}

function search(
  {session}: Institutions,
  tools: ScreenTools,
  narrowing: Narrowing | undefined,
): TemplateResult {
  const {t, send} = tools;
  const {query} = session;
  const type = (event: Event) => {
    if (event.target instanceof HTMLInputElement) send({type: 'search', query: event.target.value});
  };
  return html`<div class="search">
    ${icon(icons.search, 20)}
    <input
      part="search"
      type="search"
      name="search"
      autocomplete="off"
      autocapitalize="off"
      autocorrect="off"
      spellcheck="false"
      enterkeyhint="search"
      maxlength="80"
      aria-label=${t('institutions.search')}
      placeholder=${t('institutions.search')}
      .value=${query}
      @input=${type}
    />
    ${query ? narrowing?.clear(tools) : nothing}
  </div>`;
}

/** `mixed`: not all rows are of one country, so that each names its own. */
function row(item: Institution, mixed: boolean, {t, send}: ScreenTools): TemplateResult {
  const kind = t(`kind.${item.kind}`);
  const detail = mixed && item.country ? `${kind} · ${t(`country.${item.country}`)}` : kind;
  return html`<li>
    <button
      class="row"
      part="institution"
      type="button"
      data-name=${item.name}
      @click=${() => send({type: 'pickInstitution', institution: item})}
    >
      ${logo(item)}
      <span class="text"><bdi>${item.displayName}</bdi><small>${detail}</small></span>
      ${
        item.healthy
          ? icon(icons.chevron, 20)
          : html`<span class="tag">${t('institutions.down')}</span>`
      }
    </button>
  </li>`;
}

export const institutionsStyles = css`
  .institutions {
    .top {
      flex: none;
      padding: 16px var(--_gutter) 4px;
    }
    h2 {
      margin-block-end: 12px;
    }
    .body {
      padding-block: 4px 24px;
    }
    .search {
      position: relative;
      display: flex;
      align-items: center;
    }
    .search > svg {
      position: absolute;
      inset-inline-start: 14px;
      color: var(--_muted);
      pointer-events: none;
    }
    input {
      flex: 1;
      min-inline-size: 0;
      min-block-size: 48px;
      padding: 8px 44px;
      border: 0;
      border-radius: var(--_radius);
      background: var(--_raised);
      box-shadow: inset 0 0 0 1px var(--_line-strong);
      font-size: 1.0667em;
      appearance: none;
    }
    input::placeholder {
      color: var(--_muted);
      opacity: 1;
    }
    input::-webkit-search-cancel-button {
      display: none;
    }
    input:focus {
      outline: 2px solid transparent;
      background: var(--_bg);
      box-shadow: inset 0 0 0 2px var(--_accent);
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 14px;
      inline-size: calc(100% + 24px);
      min-block-size: 64px;
      margin-inline: -12px;
      padding: 8px 12px;
      border: 0;
      border-radius: var(--_radius);
      background: none;
      text-align: start;
      cursor: pointer;
    }
    .row:focus-visible {
      outline-offset: -2px;
    }
    .row > svg {
      color: var(--_line-strong);
    }
    /* Enlarged, the name keeps its room beside the logo and what follows it goes to a line of its own. */
    .text {
      flex: 1 1 7em;
      min-inline-size: min(7em, 100% - 58px);
    }
    .text bdi {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      line-clamp: 2;
      overflow: hidden;
      font-size: 1.0667em;
      font-weight: 550;
      line-height: 1.3;
    }
    small {
      display: block;
      font-size: 0.8667em;
      color: var(--_muted);
    }
    .tag {
      flex: none;
      padding: 2px 8px;
      border-radius: 8px;
      background: var(--_warning-soft);
      color: var(--_warning);
      font-size: 0.8em;
      font-weight: 600;
    }
    @media (forced-colors: active) {
      input {
        border: 1px solid ButtonText;
      }
    }
  }
`;
