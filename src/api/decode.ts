import type {CountryCode, Institution, InstitutionKind} from '../model.js';
import {fail} from '../errors.js';
import {refusal, type Answer} from './request.js';
import {colorOf, isRecord, listOf, matchOf, textOf, urlOf} from './values.js';

/** One page of the list of institutions. */
export interface InstitutionPage {
  readonly institutions: readonly Institution[];
  /** Where the API says that the next page is. Not yet known to be a place the token may be sent to. */
  readonly next: string | null;
}

/** Entries that are broken are left out; throws a `ConnectError` when all are, or when this is no page. */
export async function decodePage(answer: Answer): Promise<InstitutionPage> {
  const entries = await decodeEntries(answer);
  const institutions = entries.flatMap((entry) => decodeInstitution(entry) ?? []);
  if (entries.length > 0 && institutions.length === 0) {
    throw fail('bad_response', {status: answer.status});
  }
  const next = isRecord(answer.body) ? answer.body['next'] : null;
  return {institutions, next: typeof next === 'string' && next ? next : null};
}

/** The entries of a page, whatever they are. */
export async function decodeEntries(answer: Answer): Promise<readonly unknown[]> {
  const results = isRecord(answer.body) ? answer.body['results'] : null;
  if (!Array.isArray(results)) throw await refusal(answer);
  return results;
}

/** One institution; null when it has no usable id or name. Whatever else is broken becomes null or the usual value. */
export function decodeInstitution(value: unknown): Institution | null {
  if (!isRecord(value)) return null;
  const {id} = value;
  const name = textOf(value['name'], 200);
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || !name) return null;
  return {
    id,
    name,
    displayName: textOf(value['display_name'], 200) ?? name,
    country: [value['country_code'], ...listOf(value['country_codes'])].find(isCountry) ?? null,
    kind: decodeKind(name, value['type']),
    color: colorOf(value['primary_color']),
    logo: urlOf(value['icon_logo']) ?? urlOf(value['logo']),
    website: urlOf(value['website']),
    healthy: value['status'] !== 'down',
    integration: matchOf(value['integration_type'], /^open/) ? 'openfinance' : 'credentials',
  };
}

function isCountry(value: unknown): value is CountryCode {
  return value === 'MX' || value === 'CO' || value === 'BR';
}

function isKind(value: unknown): value is InstitutionKind {
  return matchOf(value, /^(retail|business|fiscal|employment|gig)$/) !== null;
}

/** The name tells more than the type, which calls all banks alike. */
function decodeKind(name: string, type: unknown): InstitutionKind {
  return [name.slice(name.lastIndexOf('_') + 1), type].find(isKind) ?? 'retail';
}
