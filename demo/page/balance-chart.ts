import {html, svg} from 'lit';
import type {SVGTemplateResult, TemplateResult} from 'lit';
import type {BalanceSeries, DayBalance} from './balance-series.js';
import {longDay, money, roundMoney, shortDay} from './format.js';

const WIDTH = 600;
const HEIGHT = 200;
/** Room for the line's own thickness at both edges. */
const INSET = 6;

/** The balance of the last days as a line over an area, with its key figures and, for those who want it, as a table. */
export function balanceChart(series: BalanceSeries): TemplateResult {
  const {currency, days, inflow, outflow} = series;
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return html``;
  const change = last.balance - first.balance;
  return html`
    <section class="card balance" aria-labelledby="balance-title">
      <header class="balance-head">
        <div>
          <h3 id="balance-title" class="eyebrow">Saldo en tus cuentas</h3>
          <p class="balance-total">${money(last.balance, currency)}</p>
          <p class="muted small">
            ${change === 0 ? 'Sin cambios' : html`<b>${signed(change, currency)}</b>`} en
            ${days.length} días
          </p>
        </div>
        <dl class="figures">
          <div>
            <dt>Entró</dt>
            <dd>${roundMoney(inflow, currency)}</dd>
          </div>
          <div>
            <dt>Salió</dt>
            <dd>${roundMoney(outflow, currency)}</dd>
          </div>
        </dl>
      </header>
      ${plot(series)} ${table(days, currency)}
    </section>
  `;
}

function signed(amount: number, currency: string): string {
  return `${amount > 0 ? '+' : '−'}${money(Math.abs(amount), currency)}`;
}

function plot({currency, days}: BalanceSeries): TemplateResult {
  const balances = days.map((day) => day.balance);
  const labels = scale(Math.min(...balances), Math.max(...balances));
  const high = Math.max(...labels);
  const low = Math.min(...labels);
  const x = (index: number): number => round((index * WIDTH) / Math.max(1, days.length - 1));
  const y = (balance: number): number =>
    round(INSET + ((high - balance) / (high - low)) * (HEIGHT - 2 * INSET));
  const line = balances.map((balance, index) => `${x(index)} ${y(balance)}`).join('L');
  const base = y(Math.max(0, low));
  return html`
    <div class="plot">
      <ol class="scale" aria-hidden="true">
        ${labels.map((label) => html`<li>${roundMoney(label, currency)}</li>`)}
      </ol>
      <svg
        class="plot-line"
        viewBox="0 0 ${WIDTH} ${HEIGHT}"
        preserveAspectRatio="none"
        role="img"
        aria-labelledby="plot-title plot-text"
      >
        <title id="plot-title">Saldo diario de los últimos ${days.length} días</title>
        <desc id="plot-text">${describe(days, currency)}</desc>
        <defs>
          <linearGradient id="plot-fill" x1="0" y1="0" x2="0" y2="1">
            <stop class="fill-from" offset="0" />
            <stop class="fill-to" offset="1" />
          </linearGradient>
        </defs>
        ${labels.map((label) => rule(y(label), 'grid'))} ${low < 0 ? rule(y(0), 'zero') : null}
        <path class="area" d="M${x(0)} ${base}L${line}L${WIDTH} ${base}Z" />
        <path class="line" d="M${line}" />
      </svg>
      <ol class="axis" aria-hidden="true">
        ${[0, 1, 2, 3].map((part) => {
          const day = days[Math.round((part * (days.length - 1)) / 3)]?.day ?? '';
          return html`<li>${shortDay(day)}</li>`;
        })}
      </ol>
    </div>
  `;
}

function rule(y: number, name: string): SVGTemplateResult {
  return svg`<path class=${name} d="M0 ${y}H${WIDTH}" />`;
}

/** Round numbers from above the highest balance to below the lowest, highest first. Zero is among them or not crossed. */
function scale(min: number, max: number): number[] {
  const reach = max - min || Math.abs(max) || 100;
  const power = 10 ** Math.floor(Math.log10(reach / 3));
  const step = [1, 2, 2.5, 5, 10].map((part) => part * power).find((size) => size * 3 >= reach);
  const size = step ?? reach;
  const low = Math.floor(min / size) * size;
  const count = Math.max(1, Math.ceil((max - low) / size));
  return Array.from({length: count + 1}, (_, index) => low + (count - index) * size);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function describe(days: readonly DayBalance[], currency: string): string {
  const sorted = [...days].sort((a, b) => a.balance - b.balance);
  const say = (day: DayBalance | undefined): string =>
    day === undefined ? '' : `${money(day.balance, currency)} el ${longDay(day.day)}`;
  return `Empieza en ${say(days[0])} y termina en ${say(days.at(-1))}. El punto más bajo es ${say(
    sorted[0],
  )}; el más alto, ${say(sorted.at(-1))}.`;
}

function table(days: readonly DayBalance[], currency: string): TemplateResult {
  const weekly = days.filter((_, index) => (days.length - 1 - index) % 7 === 0).reverse();
  return html`
    <details class="chart-table">
      <summary>Ver la gráfica como tabla</summary>
      <table>
        <caption class="off-screen">
          Saldo al final del día, una vez por semana
        </caption>
        <thead>
          <tr>
            <th scope="col">Fecha</th>
            <th scope="col" class="amount">Saldo</th>
          </tr>
        </thead>
        <tbody>
          ${weekly.map(
            ({day, balance}) => html`
              <tr>
                <td>${longDay(day)}</td>
                <td class="amount">${money(balance, currency)}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </details>
  `;
}
