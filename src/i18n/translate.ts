import type {Locale} from '../config.js';
import type {MessageKey, MessageOverrides, Messages} from './messages.js';

/** What stands for the words in braces. */
export type Params = Readonly<Record<string, string | number>>;

/** The text of a key in the widget's language. */
export interface Translate {
  (key: MessageKey, params?: Params): string;
  readonly locale: Locale;
}

/** A translator for one language, with the page's own texts in front. */
export function createTranslate(
  locale: Locale,
  messages: Messages,
  overrides: MessageOverrides = {},
): Translate {
  const translate = (key: MessageKey, params: Params = {}) =>
    (overrides[key] ?? messages[key]).replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(params[name] ?? whole),
    );
  return Object.assign(translate, {locale});
}

/** `institutions.count`-like keys come in plural forms; this is the one for a number. */
export function countInstitutions(t: Translate, count: number): string {
  const one = new Intl.PluralRules(t.locale).select(count) === 'one';
  return t(one ? 'institutions.count.one' : 'institutions.count.other', {count});
}
