import {createRandom, hexFrom, uuidFrom} from '../random.js';
import {timestamp} from '../core.js';
import {accountOf, money} from './accounts.js';
import {effectOf} from './ledger.js';
import {personFrom} from './people.js';
import type {WireAccount, WireOwner, WireTransaction} from '../../api/contract.js';
import type {StoredDocument} from '../store.js';
import type {AccountKey, Movement} from './ledger.js';
import type {Portfolio} from './portfolio.js';

function kept<T extends {id: string}>(
  {link}: Portfolio,
  bodies: readonly T[],
  position: (body: T, index: number) => number = (_body, index) => index,
): {id: string; link: string; position: number; body: T}[] {
  return bodies.map((body, index) => ({
    id: body.id,
    link: link.id,
    position: position(body, index),
    body,
  }));
}

/** The accounts behind a link. */
export function accountsFor(portfolio: Portfolio): StoredDocument<'accounts'>[] {
  return kept(
    portfolio,
    portfolio.keys.map((key) => accountOf(portfolio, key)),
  );
}

/** Whose accounts they are: nobody where there is no data. */
export function ownersFor(portfolio: Portfolio): StoredDocument<'owners'>[] {
  const {link, country, company, seed, now} = portfolio;
  if (link.dataSet === 'nodata') return [];
  const person = personFrom(country, company, createRandom(`${seed}|owner`));
  const owner: WireOwner = {
    id: uuidFrom(`${link.id}|owner`),
    link: link.id,
    internal_identification: hexFrom(`${seed}|owner`).slice(0, 10),
    collected_at: timestamp(now),
    created_at: link.created_at,
    display_name: person.name,
    email: person.email,
    phone_number: person.phone,
    address: person.address,
    document_id: person.document,
    business_name: null,
    first_name: null,
    last_name: null,
    second_last_name: null,
  };
  return kept(portfolio, [owner]);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun'].concat([
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
]);

function billOf(portfolio: Portfolio, day: string): WireTransaction['credit_card_data'] {
  const {today, now} = portfolio;
  return {
    collected_at: timestamp(now),
    bill_name: `${months[Number(day.slice(5, 7)) - 1]}-${day.slice(0, 4)}`,
    bill_status: day.slice(0, 7) === today.slice(0, 7) ? 'OPEN' : 'PAID',
    bill_amount: null,
    previous_bill_total: null,
  };
}

function transactionOf(
  portfolio: Portfolio,
  movement: Movement,
  account: WireAccount,
  seed: string,
  balance: number,
): WireTransaction {
  const {today, now, link} = portfolio;
  const {day, merchant} = movement;
  const isPending = day === today;
  return {
    id: uuidFrom(seed),
    internal_identification: hexFrom(seed).slice(0, 10),
    account,
    collected_at: timestamp(now),
    created_at: link.created_at,
    value_date: day,
    accounting_date: isPending ? null : `${day}T00:00:00.000000Z`,
    amount: money(movement.amount),
    balance: movement.account === 'card' ? null : money(balance),
    currency: account.currency,
    description: movement.description,
    observations: null,
    merchant: merchant === null ? null : {logo: null, website: null, merchant_name: merchant},
    category: movement.category,
    subcategory: movement.subcategory,
    reference: createRandom(seed).digits(18),
    type: movement.type,
    status: isPending ? 'PENDING' : 'PROCESSED',
    credit_card_data: movement.account === 'card' ? billOf(portfolio, day) : null,
  };
}

/** Which transactions are wanted; days are included. */
export interface Period {
  readonly from: string;
  readonly to: string;
  /** Id of one account. */
  readonly account: string | null;
}

/** The transactions behind a link in a period, newest first. */
export function transactionsFor(
  portfolio: Portfolio,
  period: Period,
): StoredDocument<'transactions'>[] {
  const accounts = new Map<AccountKey, WireAccount>(
    portfolio.keys.map((key) => [key, accountOf(portfolio, key)]),
  );
  const balances = {...portfolio.openings};
  const documents: StoredDocument<'transactions'>[] = [];
  portfolio.movements.forEach((movement, index) => {
    balances[movement.account] += effectOf(movement);
    const account = accounts.get(movement.account);
    const {day} = movement;
    if (!account || day < period.from || day > period.to) return;
    if (period.account !== null && account.id !== period.account) return;
    // The running number is stable: movements are only ever added at the end.
    const seed = `${portfolio.link.id}|transaction|${index}`;
    const body = transactionOf(portfolio, movement, account, seed, balances[movement.account]);
    documents.push({id: body.id, link: portfolio.link.id, position: -index, body});
  });
  return documents.reverse();
}
