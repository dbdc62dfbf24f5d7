import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import type {Link, LinkData} from '../belvo-data.js';
import {accountCards, ownerLine} from './accounts.js';
import {balanceChart} from './balance-chart.js';
import {balanceSeries} from './balance-series.js';
import {institutionName, moment} from './format.js';
import {iconInbox, iconWarning} from './icons.js';
import {transactionTable} from './transactions.js';
import type {Actions, PageState} from './state.js';

/** What the company learned from the connected bank; nothing at all before the first connection. */
export function dashboard(state: PageState, actions: Actions): TemplateResult | typeof nothing {
  if (state.reading === null && state.links.length === 0 && state.notice === null) return nothing;
  return html`
    <div class="wrap">
      <header class="dashboard-head">
        <h2 id="dashboard-title" tabindex="-1">Tus finanzas, como las vemos</h2>
        <button class="button secondary" type="button" @click=${actions.connect}>
          Conectar otro banco
        </button>
      </header>
      ${state.notice === null ? nothing : notice(state.notice, actions)} ${linkList(state, actions)}
      <div class="reading" aria-busy=${state.reading?.status === 'loading'}>
        ${reading(state, actions)}
      </div>
    </div>
  `;
}

function notice(text: string, {dismissNotice}: Actions): TemplateResult {
  return html`
    <div class="notice" role="alert">
      ${iconWarning}
      <p>${text}</p>
      <button class="text-button" type="button" @click=${dismissNotice}>Entendido</button>
    </div>
  `;
}

function linkList(state: PageState, actions: Actions): TemplateResult | typeof nothing {
  if (state.links.length === 0) return nothing;
  return html`
    <ul class="links" aria-label="Bancos conectados">
      ${state.links.map((link) => linkItem(link, state, actions))}
    </ul>
  `;
}

function linkItem(link: Link, state: PageState, {show, remove}: Actions): TemplateResult {
  const {title, country} = institutionName(link.institution);
  const isShown = state.reading?.link === link.id;
  const isRemoving = state.removing === link.id;
  return html`
    <li class="link ${isShown ? 'is-shown' : ''}">
      <button
        class="link-show"
        type="button"
        aria-current=${isShown ? 'true' : 'false'}
        @click=${() => show(link.id)}
      >
        <span class="monogram" aria-hidden="true">${title.slice(0, 2)}</span>
        <span class="link-name">
          <b>${title}</b>
          <span class="muted small"
            >${[country, moment(link.created_at)].filter(Boolean).join(' · ')}</span
          >
        </span>
      </button>
      <button
        class="link-remove"
        type="button"
        aria-label="Quitar ${title}"
        aria-disabled=${isRemoving}
        @click=${() => remove(link)}
      >
        ${isRemoving ? 'Quitando…' : 'Quitar'}
      </button>
    </li>
  `;
}

function reading({reading: current, shown}: PageState, actions: Actions): unknown {
  switch (current?.status) {
    case undefined:
      return nothing;
    case 'loading':
      return skeleton();
    case 'failed':
      return message(
        iconWarning,
        'No pudimos leer tu información',
        'Tu banco sigue conectado y tus datos están a salvo. Es un problema nuestro, suele durar poco.',
        html`<button class="button" type="button" @click=${() => actions.show(current.link)}>
          Intentar de nuevo
        </button>`,
      );
    case 'read':
      return isEmpty(current.data)
        ? message(
            iconInbox,
            'Tu banco no nos compartió movimientos',
            'La conexión funciona, pero esta cuenta aún no tiene información. Prueba con la cuenta que más usas.',
            html`<button class="button" type="button" @click=${actions.connect}>
              Conectar otra cuenta
            </button>`,
          )
        : content(current.data, shown, actions);
  }
}

function isEmpty({accounts, transactions}: LinkData): boolean {
  return accounts.length === 0 && transactions.length === 0;
}

function content(data: LinkData, shown: number, {showMore}: Actions): TemplateResult {
  const today = new Date().toISOString().slice(0, 10);
  const series = balanceSeries(data.accounts, data.transactions, today);
  return html`
    ${ownerLine(data.owners)} ${series === null ? nothing : balanceChart(series)}
    ${accountCards(data.accounts)}
    ${
      data.transactions.length === 0
        ? nothing
        : transactionTable(data.transactions, shown, showMore)
    }
  `;
}

function message(
  icon: unknown,
  title: string,
  text: string,
  action: TemplateResult,
): TemplateResult {
  return html`
    <div class="card message">
      <span class="tile">${icon}</span>
      <h3>${title}</h3>
      <p class="muted">${text}</p>
      ${action}
    </div>
  `;
}

/** The shape of what comes, so that nothing jumps when it does. */
function skeleton(): TemplateResult {
  const lines = (count: number): TemplateResult[] =>
    Array.from({length: count}, () => html`<span class="bone bone-row"></span>`);
  return html`
    <p class="off-screen">Leyendo tus cuentas…</p>
    <div class="skeleton" aria-hidden="true">
      <div class="owner">
        <span class="bone bone-round"></span><span class="bone bone-name"></span>
      </div>
      <div class="card balance">
        <span class="bone bone-title"></span><span class="bone bone-plot"></span>
      </div>
      <div class="accounts">
        ${[1, 2, 3].map(() => html`<div class="card account"><span class="bone bone-name"></span><span class="bone bone-title"></span></div>`)}
      </div>
      <div class="card table-card">${lines(6)}</div>
    </div>
  `;
}
