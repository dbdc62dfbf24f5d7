import {css, html, nothing, type TemplateResult} from 'lit';
import {secondaryButton} from '../fragments/button.js';
import {heading} from '../fragments/heading.js';
import {icon, icons} from '../fragments/icon.js';
import {logo} from '../fragments/logo.js';
import {skeletonRows} from '../fragments/skeleton.js';
import {countriesIn, kindsIn, visibleInstitutions} from '../flow/institution-list.js';
import type {Institutions} from '../flow/state.js';
import {countInstitutions} from '../i18n/translate.js';
import type {Institution} from '../model.js';
import type {ScreenTools} from './tools.js';

/** The list to choose from, with a search and, where there is more than one, kinds and countries. */
export function institutions(state: Institutions, tools: ScreenTools): TemplateResult {
  const {t} = tools;
  const {list} = state.session;
  const rows = visibleInstitutions(state.session);
  const waiting = list.status === 'loading' && list.items.length === 0;
  return html`<div class="screen institutions">
    <div class="top">
      ${heading(t('institutions.title'))} ${search(state, tools, rows.length)}
      ${filters(state, tools)}
    </div>
    <div class="body" part="body" aria-busy=${waiting ? 'true' : 'false'}>
      ${
        waiting
          ? skeletonRows(6)
          : html`${rows.length === 0 ? nothingFound(state, tools) : nothing}
              <ul aria-label=${t('institutions.list')}>
                ${rows.map((item) => row(item, rows, state, tools))} ${missingRow(state, tools)}
              </ul>`
      }
    </div>
  </div>`;
}

function search(state: Institutions, tools: ScreenTools, found: number): TemplateResult {
  const {t, send, say} = tools;
  const {query} = state.session;
  const type = (event: Event) => {
    if (event.target instanceof HTMLInputElement) send({type: 'search', query: event.target.value});
  };
  const clear = (event: Event) => {
    send({type: 'search', query: ''});
    const field = event.currentTarget;
    if (field instanceof Element) field.closest('.search')?.querySelector('input')?.focus();
  };
  // Said after every change of the words; the live region stays silent while its text stays the same.
  if (query) say(countInstitutions(t, found));
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
    ${
      query
        ? html`<button
            class="icon-button"
            type="button"
            aria-label=${t('institutions.clear')}
            @click=${clear}
          >
            ${icon(icons.close, 18)}
          </button>`
        : nothing
    }
  </div>`;
}

function filters({session}: Institutions, {t, send}: ScreenTools): TemplateResult {
  const kinds = kindsIn(session.list.items);
  const countries = countriesIn(session.list.items);
  return html`${
    kinds.length > 1
      ? html`<div class="chips" role="group" aria-label=${t('institutions.kinds')}>
          ${chip(t('institutions.all'), session.kind === null, () => send({type: 'chooseKind', kind: null}))}
          ${kinds.map((kind) =>
            chip(t(`kind.${kind}`), session.kind === kind, () => send({type: 'chooseKind', kind})),
          )}
        </div>`
      : nothing
  }
  ${
    countries.length > 1
      ? html`<div class="chips" role="group" aria-label=${t('institutions.countries')}>
          ${chip(t('institutions.everywhere'), session.country === null, () =>
            send({type: 'chooseCountry', country: null}),
          )}
          ${countries.map((country) =>
            chip(t(`country.${country}`), session.country === country, () =>
              send({type: 'chooseCountry', country}),
            ),
          )}
        </div>`
      : nothing
  }`;
}

function chip(label: string, chosen: boolean, click: () => void): TemplateResult {
  return html`<button
    class="chip"
    type="button"
    aria-pressed=${chosen ? 'true' : 'false'}
    @click=${click}
  >
    ${label}
  </button>`;
}

function row(
  item: Institution,
  rows: readonly Institution[],
  {session}: Institutions,
  {t, send}: ScreenTools,
): TemplateResult {
  const kind = t(`kind.${item.kind}`);
  const abroad = session.country === null && hasCountries(rows) ? item.country : null;
  const detail = abroad ? `${kind} · ${t(`country.${abroad}`)}` : kind;
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

function missingRow({session}: Institutions, {t, send}: ScreenTools): TemplateResult {
  return html`<li>
    <button
      class="row"
      part="institution"
      type="button"
      aria-disabled=${session.reportedMissing ? 'true' : 'false'}
      @click=${() => send({type: 'reportMissing'})}
    >
      <span class="logo unknown" aria-hidden="true">${icon(icons.missing, 22)}</span>
      <span class="text" role="status"
        ><bdi>${t('institutions.missing')}</bdi
        ><small
          >${t(session.reportedMissing ? 'institutions.missing.thanks' : 'institutions.missing.text')}</small
        ></span
      >
      ${session.reportedMissing ? icon(icons.check, 20) : icon(icons.chevron, 20)}
    </button>
  </li>`;
}

function nothingFound({session}: Institutions, {t, send}: ScreenTools): TemplateResult {
  const clear = () => {
    send({type: 'search', query: ''});
    send({type: 'chooseKind', kind: null});
    send({type: 'chooseCountry', country: null});
  };
  return html`<div class="empty">
    <p class="what">
      ${session.query ? t('institutions.empty', {query: session.query}) : t('institutions.empty.filters')}
    </p>
    <p>${t('institutions.empty.text')}</p>
    ${secondaryButton(t('institutions.clear'), clear)}
  </div>`;
}

function hasCountries(rows: readonly Institution[]): boolean {
  return rows.some((item) => item.country !== rows[0]?.country);
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
    .search .icon-button {
      position: absolute;
      inset-inline-end: 2px;
    }
    .chips {
      display: flex;
      gap: 8px;
      margin: 12px calc(var(--_gutter) * -1) 0;
      padding: 2px var(--_gutter);
      overflow: auto hidden;
      scrollbar-width: none;
    }
    .chip {
      flex: none;
      min-block-size: 32px;
      padding: 0 14px;
      border: 0;
      border-radius: 16px;
      background: none;
      box-shadow: inset 0 0 0 1px var(--_line);
      color: var(--_muted);
      font-size: 0.9334em;
      font-weight: 550;
      white-space: nowrap;
      cursor: pointer;
    }
    .chip:hover {
      color: var(--_text);
    }
    .chip[aria-pressed='true'] {
      background: var(--_accent-soft);
      color: var(--_accent);
      box-shadow: none;
    }
    ul {
      list-style: none;
      margin: 4px 0 0;
      padding: 0;
    }
    .row {
      display: flex;
      align-items: center;
      gap: 14px;
      inline-size: calc(100% + 24px);
      min-block-size: 64px;
      margin-inline: -12px;
      padding: 8px 12px;
      border: 0;
      border-radius: var(--_radius);
      background: none;
      text-align: start;
      cursor: pointer;
      transition: background 0.15s ease-out;
    }
    .row:hover,
    .row:active {
      background: var(--_raised);
    }
    .row:active {
      background: var(--_accent-soft);
      transition: none;
    }
    .row:focus-visible {
      outline-offset: -2px;
    }
    .row > svg {
      color: var(--_line-strong);
    }
    .text {
      flex: 1;
      min-inline-size: 0;
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
    .unknown {
      background: var(--_raised);
      color: var(--_muted);
    }
    .empty {
      padding-block: 24px 8px;
      text-align: center;
    }
    .empty p {
      margin-block-end: 4px;
    }
    .what {
      color: var(--_text);
      font-size: 1.0667em;
      font-weight: 600;
    }
    @media (forced-colors: active) {
      input,
      .chip {
        border: 1px solid ButtonText;
      }
      .chip[aria-pressed='true'] {
        forced-color-adjust: none;
        background: Highlight;
        color: HighlightText;
      }
    }
  }
`;
