import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import type {Account, Owner} from '../belvo-data.js';
import {accountCategory, money} from './format.js';
import {iconBank, iconCard} from './icons.js';

/** The person whom the bank names. */
export function ownerLine(owners: readonly Owner[]): TemplateResult | typeof nothing {
  const owner = owners[0];
  if (owner === undefined) return nothing;
  const name = owner.display_name ?? 'Titular sin nombre';
  const contact = [owner.email, owner.phone_number].filter((text) => text !== null && text !== '');
  return html`
    <section class="owner" aria-label="Titular">
      <span class="avatar" aria-hidden="true">${initials(name)}</span>
      <div>
        <p class="owner-name">${name}</p>
        <p class="contact muted small">
          ${
            contact.length > 0
              ? contact.map((text) => html`<span>${text}</span>`)
              : 'Titular de la cuenta'
          }
        </p>
      </div>
    </section>
  `;
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words[1] : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}

/** One card per account: what it is, which one, and how much is in it. */
export function accountCards(accounts: readonly Account[]): TemplateResult {
  return html`
    <section aria-labelledby="accounts-title">
      <h3 id="accounts-title">Cuentas</h3>
      <ul class="accounts">
        ${accounts.map((account) => html`<li class="card account">${accountCard(account)}</li>`)}
      </ul>
    </section>
  `;
}

function accountCard(account: Account): TemplateResult {
  const isDebt = account.balance_type === 'LIABILITY';
  const {available, current} = account.balance;
  return html`
    <div class="account-head">
      <span class="tile ${isDebt ? 'tile-debt' : ''}">${isDebt ? iconCard : iconBank}</span>
      <div class="account-name">
        <p class="truncate" title=${account.name}>${account.name}</p>
        <p class="muted small">
          ${accountCategory(account.category)}${
            account.number === null
              ? nothing
              : html` <span class="digits" aria-label="termina en ${account.number}"
                  >•• ${account.number}</span
                >`
          }
        </p>
      </div>
    </div>
    <p class="account-balance">
      <span class="muted small">${isDebt ? 'Debes' : 'Saldo'}</span>
      <b>${current === null ? 'No disponible' : money(current, account.currency)}</b>
    </p>
    ${
      isDebt && available !== null
        ? html`<p class="muted small account-extra">
            Disponible ${money(available, account.currency)}
          </p>`
        : nothing
    }
  `;
}
