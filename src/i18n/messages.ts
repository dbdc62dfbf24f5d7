import type {enLate} from './en-late.js';
import type {en} from './en.js';

/** The texts up to the list of institutions, which load with the element. */
export type FirstMessages = Readonly<Record<keyof typeof en, string>>;

/** The texts after the list, which load behind it. */
export type LateMessages = Readonly<Record<keyof typeof enLate, string>>;

/**
 * All texts of a language, by `step.thing`. Words in braces, such as `{bank}`, are replaced; what stands between `<`
 * and `>` becomes a link. Plain text: nothing in a message is ever read as HTML.
 */
export type Messages = FirstMessages & LateMessages;

/** Name of a text. */
export type MessageKey = keyof Messages;

/** Texts of a page that replace the widget's own, key by key. */
export type MessageOverrides = Readonly<Partial<Record<MessageKey, string>>>;
