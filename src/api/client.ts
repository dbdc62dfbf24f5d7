import {fail} from '../errors.js';
import type {Challenge, FormField, Institution, InstitutionFilter, Link} from '../model.js';
import {decodePage} from './decode.js';
import type {InstitutionPage} from './decode.js';
import {createRequest} from './request.js';
import type {Answer, ApiFetch, Clock, Perform} from './request.js';
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

/** What a person typed, by field name. Held only as long as the request takes. */
export type Credentials = Readonly<Record<string, string>>;

/** How a link is asked for. */
export interface LinkRequest {
  readonly institution: string;
  readonly credentials: Credentials;
  readonly accessMode: 'recurrent' | 'single';
  readonly externalId: string | null;
}

/** A link, or the second factor that stands before it. */
export type LinkOutcome =
  | {readonly type: 'linked'; readonly link: Link}
  | {readonly type: 'challenged'; readonly challenge: Challenge};

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

const listFields =
  'id,name,display_name,country_code,country_codes,primary_color,icon_logo,logo,website,type,status,integration_type';

const institutionsPath = '/api/institutions/';

/** A list longer than this is taken for one without an end. */
const maxPages = 200;

/**
 * The API over one `fetch`. Throws a `ConnectError` with code `config_error` when `apiUrl` is not an `https:` URL
 * (`http:` on a loopback host).
 */
export function createClient(options: ClientOptions): Client {
  const apiUrl = urlOf(options.apiUrl)?.replace(/\/+$/, '');
  if (!apiUrl) {
    throw fail('config_error', {mistake: 'no_api_url'});
  }
  return new HttpClient(apiUrl, createRequest({...options, apiUrl}), options.clock);
}

class HttpClient implements Client {
  readonly #apiUrl: string;
  readonly #perform: Perform;
  readonly #clock: Clock;

  constructor(apiUrl: string, perform: Perform, clock: Clock) {
    this.#apiUrl = apiUrl;
    this.#perform = perform;
    this.#clock = clock;
  }

  async *listInstitutions(filter: InstitutionFilter, signal: AbortSignal) {
    const isNew = newcomers();
    const visited = new Set<string>();
    let url: string | null = this.#listUrl(filter, {page_size: '50'});
    for (let pages = 0; url && pages < maxPages; pages++) {
      const page: InstitutionPage = await decodePage(await this.#get(url, signal));
      const fresh = page.institutions.filter((each) => wanted(each, filter) && isNew(each));
      if (pages === 0 || fresh.length > 0) yield fresh;
      // Pages of another size count differently: the long ones start over, and what came before is left out.
      if (pages > 0) url = this.#follow(page.next, visited);
      else url = page.next && this.#listUrl(filter, {page: '1', page_size: '1000'});
    }
  }

  async findInstitution(name: string, signal: AbortSignal) {
    const query = new URLSearchParams({name, fields: `${listFields},form_fields`});
    const answer = await this.#get(`${this.#apiUrl}${institutionsPath}?${query}`, signal);
    const {decodeNamed} = await import('./links.js');
    return decodeNamed(answer, name);
  }

  async createLink(request: LinkRequest, signal: AbortSignal) {
    const {bodyOf} = await import('./links.js');
    return this.#write('POST', bodyOf(request), signal);
  }

  resumeLink({session, link}: Challenge, token: string | null, signal: AbortSignal) {
    return this.#write('PATCH', {session, link, ...(token !== null && {token})}, signal);
  }

  async #write(method: 'POST' | 'PATCH', body: unknown, signal: AbortSignal) {
    const {decodeOutcome} = await import('./links.js');
    const url = `${this.#apiUrl}/api/links/`;
    return decodeOutcome(await this.#perform({method, url, body, signal}), this.#clock.now());
  }

  #get(url: string, signal: AbortSignal): Promise<Answer> {
    return this.#perform({method: 'GET', url, signal});
  }

  #listUrl(filter: InstitutionFilter, page: Record<string, string>): string {
    const query = new URLSearchParams({fields: listFields, ...listQuery(filter), ...page});
    return `${this.#apiUrl}${institutionsPath}?${query}`;
  }

  /** The address of the next page when the token may go there and it was not read before. */
  #follow(next: string | null, visited: Set<string>): string | null {
    const url = urlOf(next);
    if (!url || visited.has(url) || new URL(url).origin !== new URL(this.#apiUrl).origin)
      return null;
    visited.add(url);
    return url;
  }
}

/** A test that each institution passes once. */
function newcomers(): (institution: Institution) => boolean {
  const seen = new Set<string | number>();
  return ({id, name}) => {
    const isNew = !seen.has(id) && !seen.has(name);
    seen.add(id).add(name);
    return isNew;
  };
}

/** What the API can filter by. It knows banks only as such: whom they serve is sorted out in {@link wanted}. */
function listQuery({names, kinds, countries, resources}: InstitutionFilter) {
  const types = kinds?.map((kind) => (kind === 'retail' || kind === 'business' ? 'bank' : kind));
  const lists = {
    name__in: names,
    type__in: types && [...new Set(types)],
    country_code__in: countries,
    resources__allin: resources,
  };
  return Object.fromEntries(
    Object.entries(lists).flatMap(([key, list]) => (list?.length ? [[key, list.join()]] : [])),
  );
}

function wanted({kind, integration}: Institution, filter: InstitutionFilter): boolean {
  const kindFits = filter.kinds?.length ? filter.kinds.includes(kind) : kind !== 'employment';
  return kindFits && (!filter.integration || filter.integration === integration);
}
