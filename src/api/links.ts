/** The requests that come after the first page of the list. */
import type {Challenge, Institution} from '../model.js';
import type {LinkOutcome, LinkRequest} from './link-request.js';
import {decodeNamed, type NamedInstitution} from './decode-form.js';
import {decodeOutcome} from './decode-link.js';
import {decodePage, listFields, type InstitutionPage} from './decode.js';
import {perform, recover} from './exchange.js';
import {failAnswer} from './failure.js';
import {institutionsUrl, type Answer, type Origin} from './request.js';
import {urlOf} from './values.js';

/** A list longer than this is taken for one without an end. */
const maxPages = 200;

/** Reads the page at `url` all the same after a first attempt that went wrong. */
export async function recoverPage(...call: Parameters<typeof recover>): Promise<InstitutionPage> {
  return pageOf(await recover(...call));
}

/**
 * What is wanted of the list behind its short first page at `url`. Pages of another size count differently: the long
 * ones start over. Each is read once, and only from where the token may go.
 */
export async function* listRest(
  origin: Origin,
  url: string,
  isWanted: (institution: Institution) => boolean,
  signal: AbortSignal,
): AsyncGenerator<readonly Institution[]> {
  const visited = new Set<string>();
  let next: string | null = lengthen(url);
  while (next && visited.size < maxPages - 1) {
    visited.add(next);
    const page = pageOf(await perform(origin, {method: 'GET', url: next, signal}));
    const wanted = page.institutions.filter(isWanted);
    if (wanted.length > 0) yield wanted;
    next = urlOf(page.next);
    if (next && (visited.has(next) || !isSameOrigin(next, url))) return;
  }
}

function pageOf({status, body}: Answer): InstitutionPage {
  const page = decodePage(body);
  if (!page) throw failAnswer(status, body);
  return page;
}

function lengthen(url: string): string {
  const long = new URL(url);
  long.searchParams.delete('page_size');
  long.searchParams.append('page', '1');
  long.searchParams.append('page_size', '1000');
  return long.href;
}

/** One institution by its name; null when there is none of that name. */
export async function findInstitution(
  origin: Origin,
  name: string,
  signal: AbortSignal,
): Promise<NamedInstitution | null> {
  const url = institutionsUrl(origin, {name, fields: `${listFields},form_fields`});
  return decodeNamed(await perform(origin, {method: 'GET', url, signal}), name);
}

/** Asks for a link. */
export function createLink(
  origin: Origin,
  {institution, credentials, accessMode, externalId}: LinkRequest,
  signal: AbortSignal,
): Promise<LinkOutcome> {
  const known = {institution, access_mode: accessMode};
  const body = {...credentials, ...known, ...(externalId && {external_id: externalId})};
  return write(origin, 'POST', body, signal);
}

/** Answers a second factor; `token` is null when the person confirmed elsewhere. */
export function resumeLink(
  origin: Origin,
  {session, link}: Challenge,
  token: string | null,
  signal: AbortSignal,
): Promise<LinkOutcome> {
  return write(origin, 'PATCH', {session, link, ...(token !== null && {token})}, signal);
}

async function write(origin: Origin, method: 'POST' | 'PATCH', body: unknown, signal: AbortSignal) {
  const url = `${origin.apiUrl}/api/links/`;
  return decodeOutcome(await perform(origin, {method, url, body, signal}), origin.clock.now());
}

function isSameOrigin(one: string, other: string): boolean {
  return new URL(one).origin === new URL(other).origin;
}
