import type {Translate} from '../i18n/translate.js';

/** A title and its explanation: what stands before and after the line break of a text. */
export function titleAndText(message: string): readonly [title: string, text: string] {
  const [title = '', text = ''] = message.split('\n');
  return [title, text];
}

/** How many institutions there are, in the plural form of the language. */
export function countInstitutions(t: Translate, count: number): string {
  const one = new Intl.PluralRules(t.locale).select(count) === 'one';
  return t(one ? 'institutions.count.one' : 'institutions.count.other', {count});
}
