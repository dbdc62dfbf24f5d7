import type {en} from './en.js';

/** Name of a text, `step.thing`. */
export type MessageKey = keyof typeof en;

/**
 * All texts of a language. Words in braces, such as `{bank}`, are replaced; what stands between `<` and `>` becomes a
 * link. Plain text: nothing in a message is ever read as HTML.
 */
export type Messages = Readonly<Record<MessageKey, string>>;

/** Texts of a page that replace the widget's own, key by key. */
export type MessageOverrides = Readonly<Partial<Record<MessageKey, string>>>;
