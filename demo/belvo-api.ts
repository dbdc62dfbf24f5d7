import {decodeJwt} from 'jose';
import type {z} from 'zod';
import {
  accountSchema,
  linkSchema,
  ownerSchema,
  pageSchema,
  tokenPairSchema,
  transactionSchema,
} from './belvo-data.js';
import type {Link, LinkData} from './belvo-data.js';

/** Where Belvo's API is and who is asking. The keys stay on the server. */
export interface BelvoApiOptions {
  readonly apiUrl: string;
  readonly secretId: string;
  readonly secretPassword: string;
}

/** The API could not be reached or did not answer as agreed. Its message never holds a key or an answer's text. */
export class BelvoApiError extends Error {
  override readonly name = 'BelvoApiError';
  /** The API's status, or null when no answer came. */
  readonly status: number | null;

  constructor(message: string, status: number | null, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** Long enough for a call that makes the API sign in to a bank. */
const TIMEOUT_MS = 60_000;
const MAX_PAGES = 100;

/** The calls that a company's server makes to Belvo, with the secret keys. */
export class BelvoApi {
  readonly #base: URL;
  readonly #authorization: string;

  constructor({apiUrl, secretId, secretPassword}: BelvoApiOptions) {
    this.#base = new URL(apiUrl);
    this.#authorization = `Basic ${btoa(`${secretId}:${secretPassword}`)}`;
  }

  /**
   * A short-lived token with which the widget may list institutions and create one link, and the seconds it lives.
   * The API also gives a refresh token, good for years; the widget has no use for it, so it is dropped here.
   */
  async createWidgetToken(): Promise<{access: string; expires_in: number}> {
    const scopes = 'read_institutions,write_links';
    const {access} = await read(await this.#call('POST', '/api/token/', {scopes}), tokenPairSchema);
    return {access, expires_in: lifetime(access)};
  }

  /** The link, or null when the API has none of that id. */
  async findLink(id: string): Promise<Link | null> {
    try {
      return await read(await this.#call('GET', `/api/links/${id}/`), linkSchema);
    } catch (error) {
      if (isNotFound(error)) return null;
      throw error;
    }
  }

  /** Removes the link and all that was read with it. Removing one that is gone already is no error. */
  async deleteLink(id: string): Promise<void> {
    try {
      await this.#call('DELETE', `/api/links/${id}/`);
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }

  /**
   * Accounts, owners, and the transactions from `since` (`YYYY-MM-DD`) on, newest first. Of a recurrent link the API
   * has them by itself, soon after it was made, and says so by a webhook; of a single one it has what it was told to
   * fetch.
   */
  async readLink({id, access_mode}: Link, since: string): Promise<LinkData> {
    const data = await this.#readStored(id, since);
    if (access_mode !== 'single' || data.accounts.length > 0) return data;
    await this.#fetchOnce(id, since);
    return this.#readStored(id, since);
  }

  async #readStored(link: string, since: string): Promise<LinkData> {
    const [accounts, owners, transactions] = await Promise.all([
      this.#list('/api/accounts/', {link}, accountSchema),
      this.#list('/api/owners/', {link}, ownerSchema),
      this.#list('/api/transactions/', {link, value_date__gte: since}, transactionSchema),
    ]);
    transactions.sort((a, b) => b.value_date.localeCompare(a.value_date));
    return {accounts, owners, transactions};
  }

  // One after the other: a bank refuses a second session beside the first.
  async #fetchOnce(link: string, since: string): Promise<void> {
    const today = new Date().toISOString().slice(0, 10);
    await this.#call('POST', '/api/accounts/', {link});
    await this.#call('POST', '/api/owners/', {link});
    await this.#call('POST', '/api/transactions/', {link, date_from: since, date_to: today});
  }

  async #list<S extends z.ZodType>(
    path: string,
    filters: Record<string, string>,
    schema: S,
  ): Promise<z.output<S>[]> {
    const items: z.output<S>[] = [];
    let next: string | null = `${path}?${new URLSearchParams(filters)}`;
    for (let page = 0; next !== null; page++) {
      if (page === MAX_PAGES) throw new BelvoApiError(`${path} has more than ${page} pages`, null);
      const answer: z.output<typeof pageSchema> = await read(
        await this.#call('GET', next),
        pageSchema,
      );
      for (const item of answer.results) items.push(parse(item, schema, path));
      next = answer.next;
    }
    return items;
  }

  async #call(method: string, address: string, body?: unknown): Promise<Response> {
    const url = new URL(address, this.#base);
    const what = `${method} ${url.pathname}`;
    // The keys go to the API alone, whatever address a page names as its next.
    if (url.origin !== this.#base.origin) {
      throw new BelvoApiError(`${what} leads away from ${this.#base.origin}`, null);
    }
    let response: Response;
    try {
      response = await fetch(url, {
        method,
        headers: {authorization: this.#authorization, 'content-type': 'application/json'},
        body: body === undefined ? null : JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (cause) {
      throw new BelvoApiError(`${what} got no answer`, null, {cause});
    }
    if (!response.ok) {
      throw new BelvoApiError(`${what} was answered with ${response.status}`, response.status);
    }
    return response;
  }
}

/** Counted from the issue, so that a clock that is off does not matter. */
function lifetime(token: string): number {
  try {
    const {exp = 0, iat = 0} = decodeJwt(token);
    return exp - iat;
  } catch (cause) {
    throw new BelvoApiError('/api/token/ gave no readable token', null, {cause});
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof BelvoApiError && error.status === 404;
}

async function read<S extends z.ZodType>(response: Response, schema: S): Promise<z.output<S>> {
  const what = new URL(response.url).pathname;
  let body: unknown;
  try {
    body = await response.json();
  } catch (cause) {
    throw new BelvoApiError(`${what} did not answer with JSON`, response.status, {cause});
  }
  return parse(body, schema, what);
}

function parse<S extends z.ZodType>(value: unknown, schema: S, what: string): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const where = result.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new BelvoApiError(`${what} answered in an unknown shape (${where})`, null);
}
