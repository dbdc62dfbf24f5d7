import {css, html, nothing, type TemplateResult} from 'lit';
import {countriesIn, kindsIn} from '../flow/institution-list.js';
import type {Institutions} from '../flow/state.js';
import {icon, icons} from '../fragments/icon.js';
import {lateIcons} from '../fragments/late-icons.js';
import {secondaryButton} from '../fragments/button.js';
import {countInstitutions} from './texts.js';
import type {ScreenTools} from './tools.js';

/** The button that empties the search field, and leads back into it. */
export function clear({t, send}: ScreenTools): TemplateResult {
  const empty = (event: Event) => {
    send({type: 'search', query: ''});
    const field = event.currentTarget;
    if (field instanceof Element) field.closest('.search')?.querySelector('input')?.focus();
  };
  return html`<button
    class="icon-button"
    type="button"
    aria-label=${t('institutions.clear')}
    @click=${empty}
  >
    ${icon(icons.close, 18)}
  </button>`;
}

/** Kinds and countries, where there is more than one, and what a search has found. */
export function filters(
  {session}: Institutions,
  {t, send, say}: ScreenTools,
  found: number,
): TemplateResult {
  // Said after every change of the words; the live region stays silent while its text stays the same.
  if (session.query) say(countInstitutions(t, found));
  const {list, kind, country} = session;
  return html`${chips(
    t('institutions.kinds'),
    t('institutions.all'),
    kindsIn(list.items),
    kind,
    (each) => t(`kind.${each}`),
    (each) => send({type: 'chooseKind', kind: each}),
  )}
  ${chips(
    t('institutions.countries'),
    t('institutions.everywhere'),
    countriesIn(list.items),
    country,
    (each) => t(`country.${each}`),
    (each) => send({type: 'chooseCountry', country: each}),
  )}`;
}

function chips<T extends string>(
  label: string,
  all: string,
  values: readonly T[],
  chosen: T | null,
  name: (value: T) => string,
  choose: (value: T | null) => void,
): TemplateResult | typeof nothing {
  if (values.length < 2) return nothing;
  return html`<div class="chips" role="group" aria-label=${label}>
    ${[null, ...values].map((value) =>
      chip(value === null ? all : name(value), value === chosen, () => choose(value)),
    )}
  </div>`;
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

/** In place of rows, when the search and the filters leave none. */
export function nothingFound({session}: Institutions, {t, send}: ScreenTools): TemplateResult {
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

/** The last row, for those whose institution is not there. */
export function missing({session}: Institutions, {t, send}: ScreenTools): TemplateResult {
  return html`<li>
    <button
      class="row"
      part="institution"
      type="button"
      aria-disabled=${session.reportedMissing ? 'true' : 'false'}
      @click=${() => send({type: 'reportMissing'})}
    >
      <span class="logo unknown" aria-hidden="true">${icon(lateIcons.missing, 22)}</span>
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

export const narrowingStyles = css`
  .unknown {
    background: var(--_raised);
    color: var(--_muted);
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
  /* Without a finger to push them aside, none may be out of reach. */
  @media (hover: hover) and (pointer: fine) {
    .chips {
      flex-wrap: wrap;
    }
  }
  .chip[aria-pressed='true'] {
    background: var(--_accent-soft);
    color: var(--_accent);
    box-shadow: none;
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
    .chip {
      border: 1px solid ButtonText;
    }
    .chip[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
