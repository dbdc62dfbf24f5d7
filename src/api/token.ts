import type {TokenInfo} from '../model.js';
import {loadLate} from './load.js';
import {matchOf, recordOf, textOf} from './values.js';

/** The API base a token is for, by its `environment` or `iss` claim; null when it is none of Belvo's. */
export function apiUrlFor(environment: string | null): string | null {
  // A token cannot name any other host.
  const name = environment?.replace(/\.belvo\.com$/, '').replace('production', 'api');
  const host = matchOf(name, /^(sandbox|development|api)$/);
  return host && `https://${host}.belvo.com`;
}

/**
 * Reads an access token without verifying it, which only the API can. `now` is in milliseconds since 1970. Rejects with
 * a `ConnectError` that never quotes the token: `token_rejected`, `token_expired` or `missing_scope`.
 */
export async function readToken(token: string, now: number): Promise<TokenInfo> {
  const claims = decodeClaims(token);
  const {exp, environment, iss, scopes: names, token_type: type, link, widget} = claims;
  // An array of names and one text of them look alike as JSON.
  const scopes: string[] = JSON.stringify(names)?.match(/[\w:.-]+/g) ?? [];
  const info: TokenInfo = {
    scopes,
    expires: typeof exp === 'number' ? exp : null,
    environment: textOf(environment ?? iss, 100),
    link: null,
    branding: {},
    colorScheme: null,
  };
  const isPlain =
    !link &&
    !widget &&
    type !== 'refresh' &&
    (info.expires ?? 0) * 1000 > now &&
    scopes.includes('read_institutions') &&
    scopes.includes('write_links');
  return isPlain ? info : {...info, ...(await loadLate()).readClaims(token, claims, scopes, now)};
}

/** The claims of the token; none when it has no such thing. */
function decodeClaims(token: string): Readonly<Record<string, unknown>> {
  try {
    const [, payload = ''] = /^[^.]+\.([^.]+)\.[^.]*$/.exec(token) ?? [];
    const bytes = atob(payload.replace(/-/g, '+').replace(/_/g, '/'));
    const text = new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
    return recordOf(JSON.parse(text));
  } catch {
    return {};
  }
}
