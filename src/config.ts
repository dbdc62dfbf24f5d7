import {urlOf} from './api/values.js';
import type {accepted} from './doctor.js';
import type {Branding, CountryCode, FlowConfig, InstitutionKind} from './model.js';

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

/** Reads the properties. Where a value cannot be used its default stands in, and `wrong` names the property. */
export function readConfig(given: ConnectProperties): {
  config: Config;
  wrong: readonly CheckedProperty[];
} {
  const wrong: CheckedProperty[] = [];

  const check = <T>(
    property: CheckedProperty,
    value: T | null | undefined,
    ok: boolean,
  ): T | null => {
    if (!ok) wrong.push(property);
    return value ?? null;
  };
  const text = (value: string | undefined) => value?.trim() || null;
  const choice = <const T extends string>(
    property: CheckedProperty,
    value: string | undefined,
    ...values: readonly T[]
  ): T | null => {
    const found = values.find((each) => each === value?.trim().toLowerCase());
    return check(property, found, found !== undefined || !value);
  };
  const pattern = (property: CheckedProperty, value: string | undefined, shape: RegExp) => {
    const given = text(value);
    const good = given !== null && shape.test(given);
    return check(property, good ? given : null, good || given === null);
  };
  const list = <T extends string>(
    property: CheckedProperty,
    value: ListValue | undefined,
    accepts: (item: string) => item is T,
    change: (item: string) => string = (item) => item,
  ): readonly T[] | null => {
    const all = (typeof value === 'string' ? value.split(/[\s,]+/) : [...(value ?? [])])
      .filter(Boolean)
      .map(change);
    const good = all.filter(accepts);
    return check(property, good.length > 0 ? good : null, good.length === all.length);
  };
  const url = (property: CheckedProperty, value: string | undefined) =>
    check(property, urlOf(value), urlOf(value) !== null || !value?.trim());

  const language = choice('locale', given.locale, 'es', 'pt', 'en', 'auto') ?? 'es';
  const config: Config = {
    flow: {
      institution: pattern('institution', given.institution, name),
      filter: {
        names: list('institutions', given.institutions, isName),
        kinds: list('institutionTypes', given.institutionTypes, isKind, (kind) =>
          kind.toLowerCase(),
        ),
        countries: list('countryCodes', given.countryCodes, isCountry, (code) =>
          code.toUpperCase(),
        ),
        resources: list('resources', given.resources, isResource, (item) => item.toUpperCase()),
        integration: choice('integrationType', given.integrationType, 'openfinance'),
      },
      accessMode: choice('accessMode', given.accessMode, 'recurrent', 'single') ?? 'recurrent',
      externalId: pattern('externalId', given.externalId, /^[\w-]{3,}$/),
      closeDialog: !given.hideCloseDialog,
      abandonSurvey: !given.hideAbandonSurvey,
    },
    locale: language === 'auto' ? null : language,
    apiUrl: url('apiUrl', given.apiUrl)?.replace(/\/+$/, '') ?? null,
    tokenUrl: text(given.tokenUrl),
    presentation: choice('presentation', given.presentation, 'inline', 'modal') ?? 'inline',
    colorScheme: choice('colorScheme', given.colorScheme, 'auto', 'light', 'dark') ?? 'auto',
    branding: {
      companyName: text(given.companyName),
      companyIcon: url('companyIcon', given.companyIcon),
      companyLogo: url('companyLogo', given.companyLogo),
      benefitHeader: text(given.companyBenefitHeader),
      benefitContent: text(given.companyBenefitContent),
      opportunityLoss: text(given.opportunityLoss),
      termsUrl: url('companyTermsUrl', given.companyTermsUrl),
      overlayColor: pattern(
        'overlayBackgroundColor',
        given.overlayBackgroundColor,
        /^#[\da-f]{6}$/i,
      ),
      socialProof: !given.hideSocialProof,
    },
  };
  return {config, wrong};
}

const name = /^\w{3,80}$/;

function isName(item: string): item is string {
  return name.test(item);
}

function isResource(item: string): item is string {
  return /^[A-Z_]{3,40}$/.test(item);
}

function isKind(item: string): item is InstitutionKind {
  return /^(retail|business|fiscal|employment|gig)$/.test(item);
}

function isCountry(item: string): item is CountryCode {
  return /^(MX|CO|BR)$/.test(item);
}
