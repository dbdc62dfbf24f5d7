import {createRandom} from '../random.js';
import {findInstitution} from './institutions.js';
import {countryOf} from './countries.js';
import {dayOf, shiftDay} from './days.js';
import {effectOf, movementsOf} from './ledger.js';
import type {WireInstitution} from '../../api/contract.js';
import type {Core} from '../core.js';
import type {DataSet, StoredLink} from '../store.js';
import type {Country} from './countries.js';
import type {AccountKey, LedgerSetup, Movement} from './ledger.js';

/** Days of history before a link was created. */
export const historyDays = 365;

/** Everything that is true of the money behind one link at one time. */
export interface Portfolio {
  readonly link: StoredLink;
  readonly institution: WireInstitution;
  readonly country: Country;
  readonly company: boolean;
  readonly seed: string;
  readonly now: number;
  readonly today: string;
  /** First day of the history. */
  readonly anchor: string;
  readonly keys: readonly AccountKey[];
  readonly movements: readonly Movement[];
  /** Balances at the start of the history, in hundredths. */
  readonly openings: Readonly<Record<AccountKey, number>>;
  readonly cardLimit: number;
  readonly loanAmount: number;
  readonly contract: string;
}

const accountsOf: Record<DataSet, readonly AccountKey[]> = {
  full: ['checking', 'savings', 'card', 'loan'],
  nodata: [],
  low: ['checking'],
  negative: ['checking', 'card'],
};

/** Lowest and last running total of an account's movements up to a day. */
function extremes(
  movements: readonly Movement[],
  key: AccountKey,
  until: string,
): [number, number] {
  let [lowest, total] = [0, 0];
  for (const movement of movements) {
    if (movement.account !== key || movement.day > until) continue;
    total += effectOf(movement);
    lowest = Math.min(lowest, total);
  }
  return [lowest, total];
}

/**
 * Balances to begin with. They follow from the year before the link and never change after it: an ordinary account
 * never falls below a cushion, an overdrawn one ends that year in the red.
 */
function openingsOf(
  movements: readonly Movement[],
  created: string,
  {dataSet, country, seed}: LedgerSetup,
): Record<AccountKey, number> {
  const random = createRandom(`${seed}|openings`);
  const amount = (least: number, most: number): number =>
    Math.round((random.int(least, most) * country.unit * 100) / country.step) * country.step;
  const [lowest, total] = extremes(movements, 'checking', created);
  const [lowestCard] = extremes(movements, 'card', created);
  const checking =
    dataSet === 'negative' ? -amount(1200, 4800) - total : amount(900, 4200) - lowest;
  return {
    checking,
    savings: amount(12_000, 48_000),
    card: Math.max(amount(300, 1800), -lowestCard),
    loan: amount(90_000, 140_000),
  };
}

function cardLimitOf(movements: readonly Movement[], created: string, setup: LedgerSetup): number {
  const {country, dataSet} = setup;
  const round = Math.round(country.unit * 100_000);
  const [, owed] = extremes(movements, 'card', created);
  // Overdrawn people are beyond their limit too.
  return dataSet === 'negative' ? Math.floor((owed * 0.8) / round) * round : 40 * round;
}

/** Puts together what is behind a link, the same for the same seed, link and time. */
export function portfolioOf(core: Core, link: StoredLink): Portfolio {
  const institution = findInstitution(link.institution)?.institution;
  if (!institution) throw new RangeError(`Unknown institution ${link.institution}.`);
  const country = countryOf(institution.country_code);
  const company = institution.name.endsWith('_business');
  const {dataSet} = link;
  const seed = [core.settings.seed, link.owner, link.institution, link.userKey, dataSet].join('|');
  const created = dayOf(Date.parse(link.created_at));
  const [now, anchor] = [core.now(), shiftDay(created, -historyDays)];
  const today = dayOf(now);
  const setup: LedgerSetup = {seed, country, dataSet, company};
  const movements = movementsOf(setup, anchor, today);
  const openings = openingsOf(movements, created, setup);
  return {
    link,
    institution,
    country,
    company,
    seed,
    now,
    today,
    anchor,
    keys: accountsOf[dataSet],
    movements,
    openings,
    cardLimit: cardLimitOf(movements, created, setup),
    loanAmount: openings.loan,
    contract: createRandom(`${seed}|contract`).digits(12),
  };
}
