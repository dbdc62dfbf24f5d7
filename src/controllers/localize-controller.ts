import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Locale} from '../config.js';
import {es} from '../i18n/es.js';
import type {MessageOverrides, Messages} from '../i18n/messages.js';
import {createTranslate, type Translate} from '../i18n/translate.js';

type Part = () => Promise<Partial<Messages>>;

/** The texts up to the list, and those after it. Spanish comes with the element. */
const first: Record<Locale, Part> = {
  es: async () => es,
  en: async () => (await import('../i18n/en.js')).en,
  pt: async () => (await import('../i18n/pt.js')).pt,
};
const late: Record<Locale, Part> = {
  es: async () => (await import('../i18n/es-late.js')).esLate,
  en: async () => (await import('../i18n/en-late.js')).enLate,
  pt: async () => (await import('../i18n/pt-late.js')).ptLate,
};

/** The element's language: one per element, changeable while it is open. */
export class LocalizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #locale: Locale = 'es';
  #messages: Partial<Messages> | null = es;
  #overrides: MessageOverrides | undefined;
  #needsLate = false;

  /** Texts in the current language; those of the last one while another is on its way. */
  t: Translate = createTranslate('es', es);

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** False while a language is on its way. */
  get ready(): boolean {
    return this.#messages !== null;
  }

  /** Chooses a language, or the page's when null, and the page's own texts. */
  use(locale: Locale | null, overrides: MessageOverrides | undefined): void {
    const wanted = locale ?? pageLocale(this.#host);
    const other = wanted !== this.#locale;
    if (!other && overrides === this.#overrides) return;
    this.#locale = wanted;
    this.#overrides = overrides;
    if (!other) return this.#show(this.#messages);
    this.#messages = null;
    void this.#load(wanted);
  }

  /** Fetches the texts of the later screens, too, now and with every other language. Rejects when they do not come. */
  async loadLate(): Promise<void> {
    this.#needsLate = true;
    const locale = this.#locale;
    const texts = await late[locale]();
    if (locale === this.#locale) this.#show({...this.#messages, ...texts});
  }

  async #load(locale: Locale): Promise<void> {
    let messages: Partial<Messages>;
    try {
      messages = await first[locale]();
      if (this.#needsLate) messages = {...messages, ...(await late[locale]())};
    } catch {
      // Better in Spanish than not at all.
      messages = es;
    }
    if (locale === this.#locale) this.#show({...messages, ...this.#messages});
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
