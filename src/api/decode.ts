import type {CountryCode, Institution, InstitutionKind} from '../model.js';
import {colorOf, listOf, matchOf, recordOf, textOf, urlOf} from './values.js';

/** What is asked for of each institution: no more than {@link decodeInstitution} reads. */
export const listFields =
  'id,name,display_name,country_code,country_codes,primary_color,icon_logo,logo,website,type,status,integration_type';

/** One page of the list of institutions. */
export interface InstitutionPage {
  readonly institutions: readonly Institution[];
  /** Whether there are more, and where if it is a text. Not yet known to be a place the token may be sent to. */
  readonly next: unknown;
}

/** Entries that are broken are left out; null when all are, or when this is no page. */
export function decodePage(body: unknown): InstitutionPage | null {
  const {results, next} = recordOf(body);
  if (!Array.isArray(results)) return null;
  const institutions = results.flatMap((entry) => decodeInstitution(entry) ?? []);
  return results.length > 0 && !institutions[0] ? null : {institutions, next};
}

/** One institution; null when it has no usable id or name. Whatever else is broken becomes null or the usual value. */
export function decodeInstitution(value: unknown): Institution | null {
  const entry = recordOf(value);
  const {id} = entry;
  const name = textOf(entry['name'], 200);
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || !name) return null;
  return {
    id,
    name,
    displayName: textOf(entry['display_name'], 200) ?? name,
    country: [entry['country_code'], ...listOf(entry['country_codes'])].find(isCountry) ?? null,
    // The name tells more than the type, which calls all banks alike.
    kind: [name.split('_').at(-1), entry['type']].find(isKind) ?? 'retail',
    color: colorOf(entry['primary_color']),
    logo: urlOf(entry['icon_logo']) ?? urlOf(entry['logo']),
    website: urlOf(entry['website']),
    healthy: entry['status'] !== 'down',
    integration: matchOf(entry['integration_type'], /^open/) ? 'openfinance' : 'credentials',
  };
}

function isCountry(value: unknown): value is CountryCode {
  return value === 'MX' || value === 'CO' || value === 'BR';
}

function isKind(value: unknown): value is InstitutionKind {
  return matchOf(value, /^(retail|business|fiscal|employment|gig)$/) !== null;
}
