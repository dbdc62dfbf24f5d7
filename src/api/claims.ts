import {fail, type ConnectError, type MistakeCode} from '../errors.js';
import type {Branding, TokenInfo} from '../model.js';
import {numberOf, uuidOf} from './late-values.js';
import {colorOf, recordOf, textOf, urlOf} from './values.js';

type Claims = Readonly<Record<string, unknown>>;

/**
 * Reads of a token what not all have: looks, a link to repair, an end that is missing or written otherwise. Throws a
 * `ConnectError` with what is wrong with it. `claims` are empty when there are none to be read.
 */
export function readClaims(
  token: string,
  claims: Claims,
  scopes: readonly string[],
  now: number,
): Omit<TokenInfo, 'scopes' | 'environment'> {
  // What an array has are numbers, not claims.
  if (Object.keys(claims).every((key) => /^\d+$/.test(key))) throw refuse(explainUnreadable(token));
  if (claims['token_type'] === 'refresh') throw refuse('token_is_refresh');
  const link = readLink(claims['link']);
  const needed = ['write_links', link ? 'read_links' : 'read_institutions'];
  if (!needed.every((scope) => scopes.includes(scope))) {
    throw fail('missing_scope', {mistake: 'token_scopes'});
  }
  const expires = numberOf(claims['exp'], Number.MAX_SAFE_INTEGER);
  if (expires !== null && expires * 1000 <= now) throw fail('token_expired');
  return {expires, link, ...readLooks(claims['widget'])};
}

function explainUnreadable(token: string): MistakeCode {
  // Pages without types may give anything.
  const text = typeof token === 'string' ? token.trim() : '';
  if (!text) return 'token_empty';
  if (uuidOf(text) || /^[\w@#*+/=-]{30,}$/.test(text)) return 'token_is_secret';
  return text.split('.').length === 3 ? 'token_claims' : 'token_not_jwt';
}

function readLink(value: unknown): TokenInfo['link'] {
  if (value === undefined || value === null) return null;
  const claim = recordOf(value);
  const id = uuidOf(claim['id']);
  const institution = textOf(claim['institution'], 200);
  if (!id || !institution) throw refuse('token_claims');
  return {id, institution, status: textOf(claim['status'], 50) ?? 'invalid'};
}

function readLooks(value: unknown): Pick<TokenInfo, 'branding' | 'colorScheme'> {
  const {branding, color_scheme: scheme} = recordOf(value);
  return {
    branding: readBranding(recordOf(branding)),
    colorScheme: scheme === 'DARK' ? 'dark' : scheme === 'LIGHT' ? 'light' : null,
  };
}

function readBranding(claim: Readonly<Record<string, unknown>>): Partial<Branding> {
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

function refuse(mistake: MistakeCode): ConnectError {
  return fail('token_rejected', {mistake});
}
