import {createRandom} from '../random.js';
import {daysBetween} from './days.js';
import type {Random} from '../random.js';
import type {DataSet} from '../store.js';
import type {Country, Merchant} from './countries.js';

/** The accounts a person may have. */
export type AccountKey = 'checking' | 'savings' | 'card' | 'loan';

/** One movement of money on one account. */
export interface Movement {
  readonly account: AccountKey;
  readonly day: string;
  readonly type: 'INFLOW' | 'OUTFLOW';
  /** Hundredths of the currency; positive. */
  readonly amount: number;
  readonly description: string;
  readonly category: string | null;
  readonly subcategory: string | null;
  readonly merchant: string | null;
}

/** What a movement does to the balance of its account: of a card or loan the balance is what is owed. */
export function effectOf({account, type, amount}: Movement): number {
  const isDebt = account === 'card' || account === 'loan';
  return (type === 'INFLOW') === isDebt ? -amount : amount;
}

/** Whose money moves. */
export interface LedgerSetup {
  readonly seed: string;
  readonly country: Country;
  readonly dataSet: DataSet;
  /** A company is paid by customers, a person by an employer. */
  readonly company: boolean;
}

type Kind = readonly [category: string, subcategory: string | null];

const salary: Kind = ['Income & Payments', 'Salary'];
const freelance: Kind = ['Income & Payments', 'Freelance'];
const transfer: Kind = ['Transfers', null];
const cardKind: Kind = ['Credits & Loans', 'Credit Card'];
const instalmentKind: Kind = ['Credits & Loans', 'Instalment'];

/** Writes movements day by day; remembers what the next bill of the card will be. */
class Bookkeeper {
  readonly movements: Movement[] = [];
  #spentOnCard = 0;

  constructor(private readonly setup: LedgerSetup) {}

  /** People in the red earn less than they spend. */
  get #earnings(): number {
    return this.setup.dataSet === 'negative' ? 0.6 : 1;
  }

  /** An amount between two numbers of base units, in hundredths, as round as the country's prices are. */
  #amount(least: number, most: number, random: Random): number {
    const {unit, step} = this.setup.country;
    const value = (least + random.next() * (most - least)) * unit * 100;
    return Math.max(step, Math.round(value / step) * step);
  }

  #book(
    day: string,
    account: AccountKey,
    type: Movement['type'],
    amount: number,
    description: string,
    [category, subcategory]: Kind,
    merchant: string | null = null,
  ): void {
    this.movements.push({
      account,
      day,
      type,
      amount,
      description,
      category,
      subcategory,
      merchant,
    });
  }

  #purchase(day: string, account: 'checking' | 'card', shop: Merchant, random: Random): void {
    const [name, category, subcategory, least, most] = shop;
    const amount = this.#amount(least, most, random);
    if (account === 'card') this.#spentOnCard += amount;
    this.#book(day, account, 'OUTFLOW', amount, name.toUpperCase(), [category, subcategory], name);
  }

  #income(day: string, date: number, random: Random): void {
    const {country, company, seed} = this.setup;
    const {texts} = country;
    if (date === 15 || date === 30 || (date === 28 && day.slice(5, 7) === '02')) {
      // Salaries do not change from month to month.
      const base = createRandom(`${seed}|salary`).int(12_200, 14_400) * this.#earnings;
      const text = company ? texts.customers : `${texts.salary} ${country.employer}`;
      const kind = company ? freelance : salary;
      this.#book(day, 'checking', 'INFLOW', this.#amount(base, base, random), text, kind);
    }
    if (random.flip(0.03)) {
      const amount = this.#amount(900, 3800, random);
      this.#book(day, 'checking', 'INFLOW', amount, texts.freelance, freelance);
    }
  }

  #bills(day: string, date: number, random: Random): void {
    const {country, seed} = this.setup;
    const {texts} = country;
    const pay = (least: number, most: number, text: string, subcategory: string): void =>
      this.#book(day, 'checking', 'OUTFLOW', this.#amount(least, most, random), text, [
        'Bills & Utilities',
        subcategory,
      ]);
    const rent = createRandom(`${seed}|rent`).int(7800, 10_500);
    if (date === 1) pay(rent, rent, texts.rent, 'Rent');
    if (date === 5) pay(399, 399, texts.phone, 'Telecommunications');
    if (date === 8) pay(549, 549, texts.internet, 'Telecommunications');
    if (date === 11) pay(240, 520, texts.energy, 'Electricity & Energy');
  }

  #savings(day: string, date: number, random: Random): void {
    const {texts} = this.setup.country;
    const keeps = this.setup.dataSet === 'full';
    if (date === 16 && keeps) {
      const amount = this.#amount(1500, 2500, random);
      this.#book(day, 'checking', 'OUTFLOW', amount, texts.toSavings, transfer);
      this.#book(day, 'savings', 'INFLOW', amount, texts.toSavings, [
        'Investments & Savings',
        'Savings',
      ]);
    }
    if (date === 28 && keeps) {
      const amount = this.#amount(35, 80, random);
      this.#book(day, 'savings', 'INFLOW', amount, texts.interest, [
        'Investments & Savings',
        'Interest',
      ]);
    }
    if (date === 28 && !keeps) {
      const amount = this.#amount(90, 260, random);
      this.#book(day, 'checking', 'OUTFLOW', amount, texts.overdraft, [
        'Fees & Charges',
        'Bank Fees',
      ]);
    }
  }

  #debts(day: string, date: number, random: Random): void {
    const {country, dataSet, seed} = this.setup;
    const {texts} = country;
    if (date === 10 && this.#spentOnCard > 0 && dataSet === 'full') {
      const amount = this.#spentOnCard;
      this.#spentOnCard = 0;
      this.#book(day, 'checking', 'OUTFLOW', amount, texts.cardPayment, cardKind);
      this.#book(day, 'card', 'INFLOW', amount, texts.cardPayment, cardKind);
    }
    if (date === 17 && dataSet === 'full') {
      const base = createRandom(`${seed}|loan`).int(1900, 2600);
      const amount = this.#amount(base, base, random);
      this.#book(day, 'checking', 'OUTFLOW', amount, texts.instalment, instalmentKind);
      this.#book(day, 'loan', 'INFLOW', amount, texts.instalment, instalmentKind);
    }
  }

  #everyday(day: string, date: number, random: Random): void {
    const {country} = this.setup;
    const {texts, shops, subscriptions} = country;
    const cash: Kind = ['Withdrawal & ATM', null];
    if (random.flip(0.42)) this.#purchase(day, 'card', random.pick(shops), random);
    if (random.flip(0.28)) this.#purchase(day, 'checking', random.pick(shops), random);
    if (random.flip(0.06)) {
      const amount = this.#amount(500, 1500, random);
      this.#book(day, 'checking', 'OUTFLOW', amount, texts.cash, cash);
    }
    if (random.flip(0.05)) {
      const to = `${texts.transferTo} ${random.pick(country.women)}`;
      this.#book(day, 'checking', 'OUTFLOW', this.#amount(150, 1200, random), to, transfer);
    }
    subscriptions.forEach((subscription, index) => {
      if (date === 3 + index * 6) this.#purchase(day, 'card', subscription, random);
    });
  }

  /** Four times a year something comes in and something goes out: less than a page in a year. */
  #quietDay(day: string, date: number, random: Random): void {
    const {texts} = this.setup.country;
    if (Number(day.slice(5, 7)) % 3 !== 2) return;
    if (date === 3) {
      const amount = this.#amount(2000, 4000, random);
      this.#book(day, 'checking', 'INFLOW', amount, texts.freelance, freelance);
    }
    if (date === 15) {
      const amount = this.#amount(400, 1500, random);
      this.#book(day, 'checking', 'OUTFLOW', amount, texts.cash, ['Withdrawal & ATM', null]);
    }
  }

  write(day: string): void {
    // Seeded by the day, so that what was written stays when the clock moves on.
    const random = createRandom(`${this.setup.seed}|${day}`);
    const date = Number(day.slice(8));
    if (this.setup.dataSet === 'low') return this.#quietDay(day, date, random);
    this.#income(day, date, random);
    this.#bills(day, date, random);
    this.#savings(day, date, random);
    this.#debts(day, date, random);
    this.#everyday(day, date, random);
  }
}

/** All movements from one day to another, in order. */
export function movementsOf(setup: LedgerSetup, first: string, last: string): readonly Movement[] {
  if (setup.dataSet === 'nodata') return [];
  const bookkeeper = new Bookkeeper(setup);
  for (const day of daysBetween(first, last)) bookkeeper.write(day);
  return bookkeeper.movements;
}
