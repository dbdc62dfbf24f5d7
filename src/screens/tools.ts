import type {TemplateResult} from 'lit';
import type {Clock} from '../api/request.js';
import type {Intent} from '../flow/inputs.js';
import type {MessageKey} from '../i18n/messages.js';
import type {Params, Translate} from '../i18n/translate.js';
import type {Branding} from '../model.js';

/** What a screen may use besides its state. */
export interface ScreenTools {
  readonly t: Translate;
  readonly branding: Branding;
  readonly clock: Clock;
  /** Tells the flow what the person asked for. */
  readonly send: (intent: Intent) => void;
  /** Has a text read out when the screen reader is free. */
  readonly say: (text: string) => void;
}

/** A screen: its state in, its template out. */
export type Screen<S> = (state: S, tools: ScreenTools) => TemplateResult;

/** A text that names the company, or its variant for when the company has no name. */
export function companyText(
  {t, branding}: ScreenTools,
  key: Extract<MessageKey, `${string}.anonymous`> extends `${infer K}.anonymous` ? K : never,
  params: Params = {},
): string {
  const {companyName} = branding;
  return companyName === null
    ? t(`${key}.anonymous`, params)
    : t(key, {...params, company: companyName});
}
