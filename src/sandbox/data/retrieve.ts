import {problem} from '../problems.js';
import {accountsFor, ownersFor, transactionsFor} from './generate.js';
import {dayLength, dayOf, shiftDay} from './days.js';
import {historyDays, portfolioOf} from './portfolio.js';
import type {Core} from '../core.js';
import type {Collection, Documents, StoredLink} from '../store.js';
import type {Period} from './generate.js';

/** Hours by which the calendar of the first time zone is ahead of UTC: "today" there is not in the future. */
const earliestZone = 14;

/** A period the API accepts: in order, not in the future, at most a year back. */
export function checkedPeriod(
  core: Core,
  from: string,
  to: string,
  account: string | null,
): Period {
  const latest = dayOf(core.now() + (earliestZone / 24) * dayLength);
  const earliest = shiftDay(dayOf(core.now()), -historyDays - 1);
  const refuse = (field: string, message: string): Error => problem('invalid', {field, message});
  if (from > to) throw refuse('date_from', 'date_from must not be after date_to.');
  if (to > latest) throw refuse('date_to', 'date_to must not be in the future.');
  if (from < earliest) {
    throw refuse('date_from', `date_from must not be more than ${historyDays} days ago.`);
  }
  return {from, to, account};
}

/** Reads a collection from the make-believe bank and keeps it when asked to. */
export async function retrieve(
  core: Core,
  link: StoredLink,
  collection: Collection,
  period: Period | null,
  save: boolean,
): Promise<Documents[Collection][]> {
  const portfolio = portfolioOf(core, link);
  if (!portfolio.institution.resources.includes(collection.toUpperCase())) {
    throw problem('unsupported_operation');
  }
  const {store} = core;
  switch (collection) {
    case 'accounts': {
      const documents = accountsFor(portfolio);
      if (save) await store.saveDocuments(link.owner, collection, documents);
      return documents.map(({body}) => body);
    }
    case 'owners': {
      const documents = ownersFor(portfolio);
      if (save) await store.saveDocuments(link.owner, collection, documents);
      return documents.map(({body}) => body);
    }
    case 'transactions': {
      const all = period ?? {from: portfolio.anchor, to: portfolio.today, account: null};
      const documents = transactionsFor(portfolio, all);
      if (save) await store.saveDocuments(link.owner, collection, documents);
      return documents.map(({body}) => body);
    }
  }
}
