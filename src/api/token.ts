import {fail} from '../errors.js';
import type {Branding, TokenInfo} from '../model.js';
import {parse} from './body.js';
import {colorOf, isRecord, listOf, matchOf, numberOf, textOf, urlOf, uuidOf} from './values.js';

type Claims = Readonly<Record<string, unknown>>;

/** API bases by the token's `environment` or `iss` claim. A token cannot name any other host. */
const hosts = new Map([
  ['sandbox', 'https://sandbox.belvo.com'],
  ['development', 'https://development.belvo.com'],
  ['production', 'https://api.belvo.com'],
]);

/** The API base a token is for, by its `environment` or `iss` claim; null when it is none of Belvo's. */
export function apiUrlFor(environment: string | null): string | null {
  const byName = hosts.get(environment ?? '');
  return byName ?? [...hosts.values()].find((url) => url.endsWith(`//${environment}`)) ?? null;
}

/**
 * Reads an access token without verifying it, which only the API can. `now` is in milliseconds since 1970. Throws a
 * `ConnectError` that never quotes the token: `token_rejected`, `token_expired` or `missing_scope`.
 */
export function readToken(token: string, now: number): TokenInfo {
  const claims = readClaims(token);
  if (claims['token_type'] === 'refresh') {
    throw fail('token_rejected', {mistake: 'token_is_refresh'});
  }
  const link = readLink(claims['link']);
  const scopes = readScopes(claims['scopes']);
  const needed = ['write_links', link ? 'read_links' : 'read_institutions'];
  const missing = needed.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) {
    throw fail('missing_scope', {mistake: 'token_scopes'});
  }
  const expires = numberOf(claims['exp'], Number.MAX_SAFE_INTEGER);
  if (expires !== null && expires * 1000 <= now) {
    throw fail('token_expired');
  }
  const environment = textOf(claims['environment'], 100) ?? textOf(claims['iss'], 100);
  return {scopes, expires, environment, link, ...readLooks(claims['widget'])};
}

function readClaims(token: string): Claims {
  const text = typeof token === 'string' ? token.trim() : '';
  if (!text) throw fail('token_rejected', {mistake: 'token_empty'});
  const parts = text.split('.');
  if (uuidOf(text) || /^[\w@#*+/=-]{30,}$/.test(text)) {
    throw fail('token_rejected', {mistake: 'token_is_secret'});
  }
  if (parts.length !== 3) throw fail('token_rejected', {mistake: 'token_not_jwt'});
  const claims = parse(fromBase64Url(parts[1] ?? ''));
  if (!isRecord(claims)) throw fail('token_rejected', {mistake: 'token_claims'});
  return claims;
}

function fromBase64Url(text: string): string {
  try {
    const bytes = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
  } catch {
    return '';
  }
}

function readScopes(value: unknown): string[] {
  const scopes = typeof value === 'string' ? value.split(/[\s,]+/) : listOf(value);
  return scopes.flatMap((scope) => textOf(scope, 50) ?? []);
}

function readLink(value: unknown): TokenInfo['link'] {
  if (value === undefined || value === null) return null;
  const claim = isRecord(value) ? value : {};
  const id = uuidOf(claim['id']);
  const institution = textOf(claim['institution'], 200);
  if (!id || !institution) throw fail('token_rejected', {mistake: 'token_claims'});
  return {id, institution, status: textOf(claim['status'], 50) ?? 'invalid'};
}

function readLooks(value: unknown): Pick<TokenInfo, 'branding' | 'colorScheme'> {
  const widget = isRecord(value) ? value : {};
  const scheme = widget['color_scheme'];
  return {
    branding: readBranding(widget['branding']),
    colorScheme: scheme === 'DARK' ? 'dark' : scheme === 'LIGHT' ? 'light' : null,
  };
}

function readBranding(value: unknown): Partial<Branding> {
  const claim = isRecord(value) ? value : {};
  const text = (key: string) => textOf(claim[key], 300);
  const social = claim['social_proof'];
  const all: {readonly [Key in keyof Branding]: Branding[Key] | null} = {
    companyName: text('company_name'),
    companyIcon: urlOf(claim['company_icon']),
    companyLogo: urlOf(claim['company_logo']),
    benefitHeader: text('company_benefit_header'),
    benefitContent: text('company_benefit_content'),
    opportunityLoss: text('opportunity_loss'),
    termsUrl: urlOf(claim['company_terms_url']),
    overlayColor: colorOf(claim['overlay_background_color']),
    socialProof: typeof social === 'boolean' ? social : null,
  };
  return Object.fromEntries(Object.entries(all).filter(([, each]) => each !== null));
}
