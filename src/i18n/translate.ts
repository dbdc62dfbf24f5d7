import type {Locale} from '../config.js';
import type {MessageKey, MessageOverrides, Messages} from './messages.js';

/** What stands for the words in braces. */
export type Params = Readonly<Record<string, string | number>>;

/** The text of a key in the widget's language. */
export interface Translate {
  (key: MessageKey, params?: Params): string;
  readonly locale: Locale;
}

/** A translator for one language, with the page's own texts in front. A text that has not come yet is empty. */
export function createTranslate(
  locale: Locale,
  messages: Partial<Messages>,
  overrides: MessageOverrides = {},
): Translate {
  const translate = (key: MessageKey, params: Params = {}) =>
    (overrides[key] ?? messages[key] ?? '').replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(params[name] ?? whole),
    );
  return Object.assign(translate, {locale});
}
