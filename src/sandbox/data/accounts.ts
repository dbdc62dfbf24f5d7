import {createRandom, uuidFrom} from '../random.js';
import {timestamp} from '../core.js';
import {shiftDay} from './days.js';
import {clabeFrom} from './documents.js';
import {effectOf} from './ledger.js';
import type {WireAccount} from '../../api/contract.js';
import type {Random} from '../random.js';
import type {AccountKey} from './ledger.js';
import type {Portfolio} from './portfolio.js';

/** Hundredths as the API's decimal number. */
export function money(hundredths: number): number {
  return hundredths / 100;
}

type Identity = Pick<
  WireAccount,
  'number' | 'agency' | 'public_identification_name' | 'public_identification_value'
>;

function identityOf({country}: Portfolio, key: AccountKey, random: Random): Identity {
  if (key === 'card') {
    return {
      number: null,
      agency: null,
      public_identification_name: null,
      public_identification_value: null,
    };
  }
  if (key === 'checking' && country.currency === 'MXN') {
    // 646 is a clearing house, not a bank people have accounts with.
    const clabe = clabeFrom('646', random);
    return {
      number: clabe.slice(6, 17),
      agency: null,
      public_identification_name: 'CLABE',
      public_identification_value: clabe,
    };
  }
  if (country.currency === 'BRL' && key !== 'loan') {
    const [agency, number] = [`000${random.int(1, 9)}`, `${random.digits(7)}-${random.int(0, 9)}`];
    return {
      number,
      agency,
      public_identification_name: 'AGENCY/ACCOUNT',
      public_identification_value: `${agency}/${number}`,
    };
  }
  const number = `5${random.digits(10)}`;
  return {
    number,
    agency: null,
    public_identification_name: 'ACCOUNT_NUMBER',
    public_identification_value: number,
  };
}

function nextMonthly(today: string, date: string): string {
  const thisMonth = today.slice(0, 8) + date;
  return thisMonth >= today ? thisMonth : shiftDay(today.slice(0, 8) + '28', 4).slice(0, 8) + date;
}

function creditData(portfolio: Portfolio, owed: number, at: string): WireAccount['credit_data'] {
  const {today, cardLimit} = portfolio;
  return {
    collected_at: at,
    credit_limit: money(cardLimit),
    cutting_date: nextMonthly(today, '28'),
    next_payment_date: nextMonthly(today, '10'),
    minimum_payment: money(Math.round(owed * 0.05)),
    no_interest_payment: money(owed),
    interest_rate: 4,
    monthly_payment: null,
    last_payment_date: null,
    last_period_balance: null,
    end_date: null,
  };
}

function loanData(portfolio: Portfolio, outstanding: number, at: string): WireAccount['loan_data'] {
  const {loanAmount, anchor, country, movements} = portfolio;
  const instalment = movements.filter(({account}) => account === 'loan').at(-1)?.amount ?? 0;
  const total = instalment > 0 ? Math.ceil(loanAmount / instalment) : 0;
  return {
    collected_at: at,
    loan_type: country.currency === 'BRL' ? 'Consignado' : 'Personal',
    contract_amount: money(loanAmount),
    principal: money(loanAmount),
    outstanding_principal: money(outstanding),
    outstanding_balance: money(outstanding),
    payment_day: '17',
    monthly_payment: money(instalment),
    interest_rates: [{name: 'Nominal', type: 'YEARLY', value: 0}],
    fees: [],
    number_of_installments_total: total,
    number_of_installments_outstanding: instalment > 0 ? Math.ceil(outstanding / instalment) : 0,
    contract_start_date: anchor,
    contract_end_date: shiftDay(anchor, total * 30),
    contract_number: portfolio.contract,
    credit_limit: null,
    last_period_balance: null,
    interest_rate: null,
    limit_day: null,
    cutting_day: null,
    cutting_date: null,
    last_payment_date: null,
    no_interest_payment: null,
  };
}

const categories: Record<AccountKey, string> = {
  checking: 'CHECKING_ACCOUNT',
  savings: 'SAVINGS_ACCOUNT',
  card: 'CREDIT_CARD',
  loan: 'LOAN_ACCOUNT',
};

/** Sum of everything that happened on an account, its opening balance included, in hundredths. */
export function balanceOf(portfolio: Portfolio, key: AccountKey): number {
  return portfolio.movements
    .filter(({account}) => account === key)
    .reduce((sum, movement) => sum + effectOf(movement), portfolio.openings[key]);
}

/** The account as the API shows it now. */
export function accountOf(portfolio: Portfolio, key: AccountKey): WireAccount {
  const {link, institution, country, now} = portfolio;
  const random = createRandom(`${portfolio.seed}|account|${key}`);
  const [type, name] = country.texts[key];
  const current = balanceOf(portfolio, key);
  const at = timestamp(now);
  const identity = identityOf(portfolio, key, random);
  return {
    id: uuidFrom(`${link.id}|${key}`),
    link: link.id,
    institution: {name: institution.name, type: institution.type},
    collected_at: at,
    created_at: link.created_at,
    last_accessed_at: at,
    category: categories[key],
    balance_type: key === 'card' || key === 'loan' ? 'LIABILITY' : 'ASSET',
    type,
    name,
    ...identity,
    balance: {
      available: money(key === 'card' ? portfolio.cardLimit - current : current),
      current: money(current),
    },
    currency: country.currency,
    internal_identification: random.digits(10),
    bank_product_id: null,
    credit_data: key === 'card' ? creditData(portfolio, current, at) : null,
    loan_data: key === 'loan' ? loanData(portfolio, current, at) : null,
    funds_data: null,
    receivables_data: null,
  };
}
