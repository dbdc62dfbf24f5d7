import {isOffline, type ApiFetch} from '../api/request.js';
import type {TokenSource} from '../api/token-source.js';
import {recordOf} from '../api/values.js';
import {fail, isConnectError, type Known, type MistakeCode} from '../errors.js';

/** Gives an access token; `why` says whether it is the first one or another after the last one expired. */
export type TokenProvider = (why: 'open' | 'expired') => Promise<string>;

/** The three ways in which a page can give the access token, in the order in which they are tried. */
export interface PageToken {
  readonly token?: string | undefined;
  readonly tokenProvider?: TokenProvider | undefined;
  /** The page's own endpoint: POST, answered with `{"access": "…"}`. */
  readonly tokenUrl?: string | null | undefined;
}

/** Where the API client gets its token: from the page, by property, function or endpoint, as they are when it asks. */
export function createPageToken(page: PageToken, fetch: ApiFetch): TokenSource {
  let last: string | null | undefined;

  const ask = async (why: 'open' | 'expired', signal?: AbortSignal): Promise<string | null> => {
    const {tokenProvider, tokenUrl} = page;
    if (tokenProvider) return fromProvider(tokenProvider, why);
    return tokenUrl ? fromEndpoint(tokenUrl, fetch, signal) : null;
  };

  return {
    async get(signal) {
      last ??= page.token ?? (await ask('open', signal));
      if (last === null) throw fail('config_error', {mistake: 'no_token'});
      return last;
    },
    async renew(stale, signal) {
      const {token} = page;
      // The page may have set a fresh one in the meantime.
      const fresh = token !== undefined && token !== stale ? token : await ask('expired', signal);
      if (fresh === null || fresh === stale) return null;
      last = fresh;
      return fresh;
    },
  };
}

async function fromProvider(provider: TokenProvider, why: 'open' | 'expired'): Promise<string> {
  try {
    return await provider(why);
  } catch (error) {
    if (isConnectError(error)) throw error;
    // Without the cause: whatever the page threw may hold a token.
    throw refuse('provider_rejected');
  }
}

async function fromEndpoint(url: string, fetch: ApiFetch, signal?: AbortSignal): Promise<string> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: {'content-type': 'application/json', accept: 'application/json'},
      body: '{}',
      cache: 'no-store',
      redirect: 'error',
      signal: signal ?? null,
    });
  } catch {
    signal?.throwIfAborted();
    throw isOffline() ? fail('offline') : refuse('token_url_unreachable');
  }
  const {ok, status} = response;
  if (!ok) throw refuse('token_url_status', {status});
  const {access} = recordOf(await response.json().catch(() => null));
  if (typeof access !== 'string') throw refuse('token_url_body');
  return access;
}

function refuse(mistake: MistakeCode, known?: Known) {
  return fail('token_rejected', {mistake, ...known});
}
