import type {en} from './en.js';

/**
 * All texts of a language, by `step.thing`. Words in braces, such as `{bank}`, are replaced; what stands between `<`
 * and `>` becomes a link. Plain text: nothing in a message is ever read as HTML.
 */
export type Messages = Readonly<Record<keyof typeof en, string>>;

/** Name of a text. */
export type MessageKey = keyof Messages;

/** Texts of a page that replace the widget's own, key by key. */
export type MessageOverrides = Readonly<Partial<Record<MessageKey, string>>>;
