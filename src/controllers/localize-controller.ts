import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Locale} from '../config.js';
import {es} from '../i18n/es.js';
import type {MessageOverrides, Messages} from '../i18n/messages.js';
import {createTranslate, type Translate} from '../i18n/translate.js';

/** Languages that are fetched when they are needed. */
const others: Record<Exclude<Locale, 'es'>, () => Promise<Messages>> = {
  en: async () => (await import('../i18n/en.js')).en,
  pt: async () => (await import('../i18n/pt.js')).pt,
};

/** The element's language: one per element, changeable while it is open. */
export class LocalizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #loaded = new Map<Locale, Messages>([['es', es]]);
  #wanted: Locale = 'es';
  #translate = createTranslate('es', es);
  #overrides: MessageOverrides | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Texts in the current language. */
  get t(): Translate {
    return this.#translate;
  }

  /** False while a language is on its way. */
  get ready(): boolean {
    return this.#loaded.has(this.#wanted);
  }

  /** Chooses a language, or the page's when null, and the page's own texts. */
  use(locale: Locale | null, overrides: MessageOverrides | undefined): void {
    const wanted = locale ?? pageLocale(this.#host);
    if (wanted === this.#wanted && overrides === this.#overrides) return;
    this.#wanted = wanted;
    this.#overrides = overrides;
    this.#update();
    if (wanted !== 'es' && !this.#loaded.has(wanted)) void this.#load(wanted);
  }

  async #load(locale: Exclude<Locale, 'es'>): Promise<void> {
    try {
      this.#loaded.set(locale, await others[locale]());
    } catch {
      // Better in Spanish than not at all.
      this.#loaded.set(locale, es);
    }
    this.#update();
    this.#host.requestUpdate();
  }

  #update(): void {
    const messages = this.#loaded.get(this.#wanted);
    if (messages) this.#translate = createTranslate(this.#wanted, messages, this.#overrides);
  }
}

/** The language of the text around the element, else of the browser; Spanish when it is none of ours. */
function pageLocale(element: Element): Locale {
  const around = element.closest?.('[lang]')?.getAttribute('lang');
  const language = around ?? (typeof navigator === 'object' ? navigator.language : 'es');
  const code = language.slice(0, 2).toLowerCase();
  return code === 'pt' || code === 'en' ? code : 'es';
}
