import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import type {Transaction} from '../belvo-data.js';
import {money, shortDay, transactionCategory} from './format.js';
import {iconArrowIn, iconArrowOut} from './icons.js';

/** The latest transactions, newest first, `shown` of them. */
export function transactionTable(
  transactions: readonly Transaction[],
  shown: number,
  showMore: () => void,
): TemplateResult {
  return html`
    <section aria-labelledby="transactions-title">
      <header class="section-head">
        <h3 id="transactions-title">Últimos movimientos</h3>
        <p class="muted small">
          ${Math.min(shown, transactions.length)} de ${transactions.length} en 90 días
        </p>
      </header>
      <div class="card table-card">
        <table class="transactions" aria-labelledby="transactions-title">
          <thead>
            <tr>
              <th scope="col" class="wide-only">Fecha</th>
              <th scope="col">Descripción</th>
              <th scope="col" class="wide-only">Categoría</th>
              <th scope="col" class="amount">Monto</th>
            </tr>
          </thead>
          <tbody>
            ${transactions.slice(0, shown).map(transactionRow)}
          </tbody>
        </table>
        ${
          shown < transactions.length
            ? html`<button class="more" type="button" @click=${showMore}>
                Ver más movimientos
              </button>`
            : nothing
        }
      </div>
    </section>
  `;
}

function transactionRow(transaction: Transaction): TemplateResult {
  const {amount, category, currency, description, status, type, value_date: day} = transaction;
  const isInflow = type === 'INFLOW';
  return html`
    <tr>
      <td class="day wide-only"><time datetime=${day}>${shortDay(day)}</time></td>
      <td class="description">
        <span class="description-line">
          <span class="direction ${isInflow ? 'in' : 'out'}">
            ${isInflow ? iconArrowIn : iconArrowOut}
          </span>
          <span class="description-text">
            <span>${description ?? 'Sin descripción'}</span>
            ${status === 'PENDING' ? html`<span class="badge">Pendiente</span>` : nothing}
            <span class="narrow-only muted small"
              >${shortDay(day)} · ${transactionCategory(category)}</span
            >
          </span>
        </span>
      </td>
      <td class="wide-only muted">${transactionCategory(category)}</td>
      <td class="amount ${isInflow ? 'in' : 'out'}">
        <span class="off-screen">${isInflow ? 'Entró' : 'Salió'}</span>
        ${isInflow ? '+' : '−'}${money(amount, currency)}
      </td>
    </tr>
  `;
}
