import {fail} from '../errors.js';
import type {Challenge, FormField, Institution, InstitutionFilter} from '../model.js';
import {decodePage, listFields} from './decode.js';
import {loadLate} from './load.js';
import {
  headersOf,
  institutionsUrl,
  policy,
  readAttemptTime,
  readBytes,
  readJson,
  readTime,
  within,
} from './request.js';
import type {ApiFetch, Attempt, Clock, Origin} from './request.js';
import type {LinkOutcome, LinkRequest} from './link-request.js';
import type {TokenSource} from './token-source.js';
import {urlOf} from './values.js';

export type {TokenSource};
/** What {@link createClient} needs. */
export interface ClientOptions {
  /** API base, for example `https://sandbox.belvo.com`. */
  readonly apiUrl: string;
  readonly token: TokenSource;
  readonly fetch: ApiFetch;
  readonly clock: Clock;
}

/** The API as the widget uses it. Every call rejects with a `ConnectError`, or with the signal's reason when aborted. */
export interface Client {
  /** The institutions page by page: a short first page so that people can start, then long ones. */
  listInstitutions(
    filter: InstitutionFilter,
    signal: AbortSignal,
  ): AsyncIterable<readonly Institution[]>;
  /** One institution by its name with the fields of its sign-in form; null when there is none of that name. */
  findInstitution(
    name: string,
    signal: AbortSignal,
  ): Promise<{readonly institution: Institution; readonly fields: readonly FormField[]} | null>;
  createLink(request: LinkRequest, signal: AbortSignal): Promise<LinkOutcome>;
  /** Answers a second factor; `token` is null when the person confirmed elsewhere. */
  resumeLink(challenge: Challenge, token: string | null, signal: AbortSignal): Promise<LinkOutcome>;
}

/**
 * The API over one `fetch`. Throws a `ConnectError` with code `config_error` when `apiUrl` is not an `https:` URL
 * (`http:` on a loopback host).
 */
export function createClient(options: ClientOptions): Client {
  const apiUrl = urlOf(options.apiUrl)?.replace(/\/+$/, '');
  if (!apiUrl) throw fail('config_error', {mistake: 'no_api_url'});
  const origin: Origin = {...options, apiUrl, answered: false};
  return {
    listInstitutions: (filter, signal) => list(origin, filter, signal),
    findInstitution: async (...call) => (await loadLate()).findInstitution(origin, ...call),
    createLink: async (...call) => (await loadLate()).createLink(origin, ...call),
    resumeLink: async (...call) => (await loadLate()).resumeLink(origin, ...call),
  };
}

async function* list(origin: Origin, filter: InstitutionFilter, signal: AbortSignal) {
  const seen = new Set<string | number>();
  const isWanted = ({id, name, kind, integration}: Institution) => {
    const fits = filter.kinds?.length ? filter.kinds.includes(kind) : kind !== 'employment';
    const count = seen.size;
    const isNew = seen.add(id).add(name).size === count + 2;
    return fits && isNew && (!filter.integration || filter.integration === integration);
  };
  const url = listUrl(origin, filter);
  const {institutions, next} = await readPage(origin, url, signal);
  yield institutions.filter(isWanted);
  if (next) yield* (await loadLate()).listRest(origin, url, isWanted, signal);
}

/** The first page. The API knows banks only as such: whom they serve is sorted out in {@link list}. */
function listUrl(origin: Origin, {names, kinds, countries, resources}: InstitutionFilter): string {
  const lists = {
    name__in: names,
    type__in: kinds?.map((kind) => (kind === 'retail' || kind === 'business' ? 'bank' : kind)),
    country_code__in: countries,
    resources__allin: resources,
  };
  const query: Record<string, string> = {fields: listFields, page_size: '50'};
  for (const [key, names] of Object.entries(lists)) {
    if (names?.length) query[key] = [...new Set(names)].join();
  }
  return institutionsUrl(origin, query);
}

/** Reads a page at the first attempt; whatever goes wrong is left to code that is fetched then. */
async function readPage(origin: Origin, url: string, signal: AbortSignal) {
  const {clock, fetch, token} = origin;
  const deadline = clock.now() + readTime;
  const access = await within(clock, readTime, signal, (inner) => token.get(inner));
  const attempt: Attempt = {access, deadline};
  try {
    const time = Math.min(readAttemptTime, deadline - clock.now());
    const page = await within(clock, time, signal, async (inner) => {
      const response = await fetch(url, {...policy, headers: headersOf(access), signal: inner});
      attempt.response = response;
      origin.answered = true;
      attempt.body = await readJson(response, readBytes);
      return response.ok && decodePage(attempt.body);
    });
    if (page) return page;
  } catch (error) {
    attempt.error = error;
  }
  signal.throwIfAborted();
  return (await loadLate()).recoverPage(origin, url, signal, attempt);
}
