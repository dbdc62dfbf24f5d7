import type {WirePage} from '../api/contract.js';
import {problem} from './problems.js';
import type {Condition, Query} from './query.js';
import type {Found} from './store.js';

/** Institutions on one page. Belvo's reference gives 100 as default. */
export const institutionPageSize = 100;
/** Links and data on one page. Belvo's sandbox gives ten, so that a client's paging is exercised. */
export const dataPageSize = 10;
const largestPageSize = 1000;

/** Where in a list a request is. */
export interface Position {
  readonly page: number;
  readonly size: number;
}

/** Page and size a query asks for. A size that is no number is ignored, as the API does; a page is not. */
export function positionOf(query: URLSearchParams, defaultSize: number): Position {
  const size = query.get('page_size') ?? '';
  const page = query.get('page') ?? '1';
  if (!/^[1-9]\d{0,8}$/.test(page)) throw problem('not_found', {message: 'Invalid page.'});
  const asked = /^[1-9]\d{0,8}$/.test(size) ? Number(size) : defaultSize;
  return {page: Number(page), size: Math.min(asked, largestPageSize)};
}

/** What to ask a store for to fill one page. */
export function queryFor(conditions: readonly Condition[], position: Position): Query {
  return {conditions, offset: (position.page - 1) * position.size, limit: position.size};
}

function urlOfPage(url: URL, page: number): string {
  const other = new URL(url);
  other.searchParams.set('page', String(page));
  return other.href;
}

/** The envelope of a list, with neighbours as addresses on the host that was called. */
export function pageOf<T, R>(
  url: URL,
  position: Position,
  found: Found<T>,
  show: (item: T) => R,
): WirePage<R> {
  const last = Math.max(1, Math.ceil(found.count / position.size));
  if (position.page > last) throw problem('not_found', {message: 'Invalid page.'});
  return {
    count: found.count,
    next: position.page < last ? urlOfPage(url, position.page + 1) : null,
    previous: position.page > 1 ? urlOfPage(url, position.page - 1) : null,
    results: found.items.map(show),
  };
}

/** Keeps the members named by `fields` and drops those named by `omit`, at the top of an object. */
export function projection(query: URLSearchParams): (item: object) => object {
  const names = (parameter: string): Set<string> | null => {
    const raw = query.get(parameter);
    return raw ? new Set(raw.split(',').map((name) => name.trim())) : null;
  };
  const fields = names('fields');
  const omit = names('omit');
  if (!fields && !omit) return (item) => item;
  return (item) =>
    Object.fromEntries(
      Object.entries(item).filter(
        ([name]) => (!fields || fields.has(name)) && (!omit || !omit.has(name)),
      ),
    );
}
