import type {Intent} from '../flow/inputs.js';
import type {MessageKey} from '../i18n/messages.js';
import type {Params, Translate} from '../i18n/translate.js';
import type {Branding} from '../model.js';

/** What a screen may use besides its state. */
export interface ScreenTools {
  readonly t: Translate;
  readonly branding: Branding;
  /** The time, in milliseconds of the clock. Screens that show it are drawn again every second. */
  readonly now: number;
  /** When such a screen appeared. */
  readonly since: number;
  /** The person wishes to close, or to stay after all. */
  readonly close: () => void;
  /** Tells the flow what the person asked for. */
  readonly send: (intent: Intent) => void;
  /** Has a text read out when the screen reader is free. */
  readonly say: (text: string) => void;
}

/** A text that may name the company, or `this site` when the company gave no name. */
export function companyText({t, branding}: ScreenTools, key: MessageKey, params?: Params): string {
  return t(key, {...params, company: branding.companyName ?? t('common.company')});
}
