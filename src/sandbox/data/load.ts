import {dayOf, shiftDay} from './days.js';
import {accountsFor, ownersFor, transactionsFor} from './generate.js';
import {historyDays, portfolioOf} from './portfolio.js';
import type {Core} from '../core.js';
import type {StoredLink} from '../store.js';

/**
 * Reads what a new link was created for, as the API does before its `historical_update`: everything for a recurrent
 * link, what `fetch_resources` names for a single one.
 */
export async function loadForNewLink(core: Core, link: StoredLink): Promise<void> {
  const portfolio = portfolioOf(core, link);
  const offered = portfolio.institution.resources;
  const wants = (resource: string): boolean =>
    offered.includes(resource) &&
    (link.access_mode === 'recurrent' || link.fetch_resources.includes(resource));
  const {owner} = link;
  if (wants('ACCOUNTS')) await core.store.saveDocuments(owner, 'accounts', accountsFor(portfolio));
  if (wants('OWNERS')) await core.store.saveDocuments(owner, 'owners', ownersFor(portfolio));
  if (!wants('TRANSACTIONS')) return;
  const to = dayOf(core.now());
  const period = {from: shiftDay(to, -historyDays), to, account: null};
  await core.store.saveDocuments(owner, 'transactions', transactionsFor(portfolio, period));
}
