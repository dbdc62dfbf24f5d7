import type {Institution} from '../model.js';
import type {Session} from './state.js';

/** Puts newly arrived institutions among those already there. */
export function mergeInstitutions(
  present: readonly Institution[],
  arrived: readonly Institution[],
): readonly Institution[] {
  return [...present, ...arrived].sort(byName);
}

/** The only institution there is to choose, once it is certain that there are no others. */
export function soleInstitution(session: Session): Institution | null {
  const {status, items} = session.list;
  return (status === 'complete' && items.length === 1 && items[0]) || null;
}

const collator = new Intl.Collator('es', {sensitivity: 'base', numeric: true});

function byName(a: Institution, b: Institution): number {
  return collator.compare(a.displayName, b.displayName) || a.id - b.id;
}
