import type {Account, Transaction} from '../belvo-data.js';

/** The money a person had at the end of one day. */
export interface DayBalance {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly balance: number;
}

/** A person's money over time, in the currency most of their accounts are kept in. */
export interface BalanceSeries {
  readonly currency: string;
  /** Oldest first, one entry per day. */
  readonly days: readonly DayBalance[];
  /** Sum of what came in, and of what went out, over these days; both positive. */
  readonly inflow: number;
  readonly outflow: number;
}

const DAY_MS = 86_400_000;

/**
 * Works backwards from what the accounts hold today: the balance of the evening before is today's, less what came in
 * today, plus what went out. Cards and loans are debts and stay out; pending movements are not in the balance yet and
 * stay out too. Null when no account holds money of one's own.
 */
export function balanceSeries(
  accounts: readonly Account[],
  transactions: readonly Transaction[],
  today: string,
  length = 90,
): BalanceSeries | null {
  const own = accounts.filter((account) => account.balance_type !== 'LIABILITY');
  const currency = mostCommon(own.map((account) => account.currency));
  if (currency === undefined) return null;
  const counted = own.filter((account) => account.currency === currency);
  const ids = new Set(counted.map((account) => account.id));
  const net = new Map<string, number>();
  let inflow = 0;
  let outflow = 0;
  const first = addDays(today, 1 - length);
  for (const {account, amount, status, type, value_date: day} of transactions) {
    if (!ids.has(account.id) || status === 'PENDING' || type === null) continue;
    if (day < first || day > today) continue;
    if (type === 'INFLOW') inflow += amount;
    else outflow += amount;
    net.set(day, (net.get(day) ?? 0) + (type === 'INFLOW' ? amount : -amount));
  }
  const days: DayBalance[] = [];
  let balance = counted.reduce((sum, account) => sum + (account.balance.current ?? 0), 0);
  for (let day = today; day >= first; day = addDays(day, -1)) {
    days.unshift({day, balance: Math.round(balance * 100) / 100});
    balance -= net.get(day) ?? 0;
  }
  return {currency, days, inflow, outflow};
}

function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
