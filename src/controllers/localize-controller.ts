import type {ReactiveControllerHost} from 'lit';
import type {Locale} from '../config.js';
import {es} from '../i18n/es.js';
import type {MessageOverrides, Messages} from '../i18n/messages.js';
import {createTranslate, type Translate} from '../i18n/translate.js';

/** What is still to be fetched of each language: of Spanish, which comes with the element, the texts after the list. */
const texts: Record<Locale, () => Promise<Partial<Messages>>> = {
  es: async () => (await import('../i18n/es-late.js')).esLate,
  en: async () => (await import('../i18n/en.js')).en,
  pt: async () => (await import('../i18n/pt.js')).pt,
};

/** The element's language: one per element, changeable while it is open. */
export class LocalizeController {
  readonly #host: ReactiveControllerHost & Element;
  #locale: Locale = 'es';
  #messages: Partial<Messages> | null = es;
  #overrides: MessageOverrides | undefined;

  /** Texts in the current language; those of the last one while another is on its way. */
  t: Translate = createTranslate('es', es);

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
  }

  /** False while a language is on its way. */
  get ready(): boolean {
    return this.#messages !== null;
  }

  /**
   * Chooses a language, or the page's when null, and the page's own texts. While the widget is `open`, the last language
   * stays on screen until the other one has come, so that nothing typed is lost.
   */
  use(locale: Locale | null, overrides: MessageOverrides | undefined, open: boolean): void {
    const wanted = locale ?? pageLocale(this.#host);
    const other = wanted !== this.#locale;
    if (!other && overrides === this.#overrides) return;
    this.#locale = wanted;
    this.#overrides = overrides;
    if (!other) return this.#show(this.#messages);
    if (!open) this.#messages = null;
    // Better in Spanish than not at all.
    this.load().catch(() => wanted === this.#locale && this.#show(es));
  }

  /** Fetches all texts of the current language. Rejects when they do not come. */
  async load(): Promise<void> {
    const locale = this.#locale;
    const messages = await texts[locale]();
    if (locale === this.#locale) this.#show({...es, ...messages});
  }

  #show(messages: Partial<Messages> | null): void {
    this.#messages = messages;
    if (messages) this.t = createTranslate(this.#locale, messages, this.#overrides);
    this.#host.requestUpdate();
  }
}

/** The language of the text around the element, else of the browser; Spanish when it is none of ours. */
function pageLocale(element: Element): Locale {
  const around = element.closest?.('[lang]')?.getAttribute('lang');
  const code = (around ?? globalThis.navigator?.language ?? '').slice(0, 2).toLowerCase();
  return code === 'pt' || code === 'en' ? code : 'es';
}
