import {colorOf, matchOf, urlOf} from './api/values.js';
import type {accepted} from './doctor.js';
import type {Branding, FlowConfig} from './model.js';

/** Languages the widget speaks. */
export type Locale = 'es' | 'pt' | 'en';

/** A list as an attribute (commas or spaces between) or as an array. */
export type ListValue = string | readonly string[];

/** The element's properties as they were set, before anything is checked. */
export interface ConnectProperties {
  locale?: string | undefined;
  apiUrl?: string | undefined;
  tokenUrl?: string | undefined;
  countryCodes?: ListValue | undefined;
  accessMode?: string | undefined;
  institution?: string | undefined;
  institutions?: ListValue | undefined;
  institutionTypes?: ListValue | undefined;
  resources?: ListValue | undefined;
  integrationType?: string | undefined;
  externalId?: string | undefined;
  presentation?: string | undefined;
  colorScheme?: string | undefined;
  hideCloseDialog?: boolean | undefined;
  hideAbandonSurvey?: boolean | undefined;
  companyName?: string | undefined;
  companyIcon?: string | undefined;
  companyLogo?: string | undefined;
  companyBenefitHeader?: string | undefined;
  companyBenefitContent?: string | undefined;
  opportunityLoss?: string | undefined;
  companyTermsUrl?: string | undefined;
  overlayBackgroundColor?: string | undefined;
  hideSocialProof?: boolean | undefined;
}

/** What the properties mean. */
export interface Config {
  readonly flow: FlowConfig;
  /** Null: follow the page. */
  readonly locale: Locale | null;
  /** API base without a trailing slash; null: the one that the token's environment stands for. */
  readonly apiUrl: string | null;
  readonly tokenUrl: string | null;
  readonly presentation: 'inline' | 'modal';
  readonly colorScheme: 'auto' | 'light' | 'dark';
  readonly branding: Branding;
}

/** A property that may hold something unusable. */
export type CheckedProperty = keyof typeof accepted;

type Property<Value> = {
  [Key in keyof ConnectProperties]-?: ConnectProperties[Key] extends Value ? Key : never;
}[keyof ConnectProperties];
type TextProperty = Property<string | undefined>;
type ListProperty = Exclude<Property<ListValue | undefined>, TextProperty>;

/** What a value means; null when it cannot be used. */
type Read<T> = (value: string) => T | null;

/** Reads the properties. Where a value cannot be used its default stands in, and `wrong` names the property. */
export function readConfig(given: ConnectProperties): {
  config: Config;
  wrong: CheckedProperty[];
} {
  const wrong: CheckedProperty[] = [];

  const text = (property: TextProperty) => given[property]?.trim() || null;
  const one = <T>(property: TextProperty & CheckedProperty, read: Read<T>): T | null => {
    const value = text(property);
    const good = value && read(value);
    if (value && good === null) wrong.push(property);
    return good || null;
  };
  const list = <T>(property: ListProperty & CheckedProperty, read: Read<T>) => {
    const value = given[property] ?? [];
    const all = (typeof value === 'string' ? value.split(/[\s,]+/) : value).filter(Boolean);
    const good = all.flatMap((item) => read(item) ?? []);
    if (good.length < all.length) wrong.push(property);
    return good.length > 0 ? good : null;
  };

  const language = one('locale', oneOf('es', 'pt', 'en', 'auto')) ?? 'es';
  const config: Config = {
    flow: {
      institution: one('institution', name),
      filter: {
        names: list('institutions', name),
        kinds: list('institutionTypes', oneOf('retail', 'business', 'fiscal', 'employment', 'gig')),
        countries: list('countryCodes', oneOf('MX', 'CO', 'BR')),
        resources: list('resources', (item) => matchOf(item.toUpperCase(), /^[A-Z_]{3,40}$/)),
        integration: one('integrationType', oneOf('openfinance')),
      },
      accessMode: one('accessMode', oneOf('recurrent', 'single')) ?? 'recurrent',
      externalId: one('externalId', (value) => matchOf(value, /^[\w-]{3,}$/)),
      closeDialog: !given.hideCloseDialog,
      abandonSurvey: !given.hideAbandonSurvey,
    },
    locale: language === 'auto' ? null : language,
    apiUrl: one('apiUrl', urlOf)?.replace(/\/+$/, '') ?? null,
    tokenUrl: text('tokenUrl'),
    presentation: one('presentation', oneOf('inline', 'modal')) ?? 'inline',
    colorScheme: one('colorScheme', oneOf('auto', 'light', 'dark')) ?? 'auto',
    branding: {
      companyName: text('companyName'),
      companyIcon: one('companyIcon', urlOf),
      companyLogo: one('companyLogo', urlOf),
      benefitHeader: text('companyBenefitHeader'),
      benefitContent: text('companyBenefitContent'),
      opportunityLoss: text('opportunityLoss'),
      termsUrl: one('companyTermsUrl', urlOf),
      overlayColor: one('overlayBackgroundColor', colorOf),
      socialProof: !given.hideSocialProof,
    },
  };
  return {config, wrong};
}

function oneOf<const T extends string>(...values: readonly T[]): Read<T> {
  return (value) => values.find((each) => each.toLowerCase() === value.toLowerCase()) ?? null;
}

function name(value: string): string | null {
  return matchOf(value, /^\w{3,80}$/);
}
