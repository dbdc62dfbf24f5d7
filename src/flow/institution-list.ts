import type {CountryCode, Institution, InstitutionKind} from '../model.js';
import type {Session} from './state.js';

/** Text as it is compared in a search: no accents, no case, words apart by one space. */
export function normalize(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The institutions that the search and the filters leave, in alphabetical order. */
export function visibleInstitutions(session: Session): readonly Institution[] {
  const words = normalize(session.query).split(' ');
  // Signs alone name no institution.
  if (words[0] === '' && session.query.trim() !== '') return [];
  return session.list.items.filter(
    (item) =>
      (session.kind === null || item.kind === session.kind) &&
      (session.country === null || item.country === session.country) &&
      matches(item, words),
  );
}

/** The kinds in the list, in the order of the tabs. */
export function kindsIn(items: readonly Institution[]): readonly InstitutionKind[] {
  const order: readonly InstitutionKind[] = ['retail', 'business', 'fiscal', 'employment', 'gig'];
  return order.filter((kind) => items.some((item) => item.kind === kind));
}

/** The countries in the list. */
export function countriesIn(items: readonly Institution[]): readonly CountryCode[] {
  const order: readonly CountryCode[] = ['MX', 'CO', 'BR'];
  return order.filter((country) => items.some((item) => item.country === country));
}

function matches(item: Institution, words: readonly string[]): boolean {
  const text = normalize(`${item.displayName} ${item.name.replace(/_/g, ' ')}`);
  return words.every((word) => text.includes(word));
}
