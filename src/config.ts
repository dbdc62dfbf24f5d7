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

/** A property with a value that cannot be used. The default stands in for it. */
export interface ConfigProblem {
  /** The attribute's name. */
  readonly attribute: string;
  /** What is accepted, as a sentence. Never the value: it might be a secret in the wrong place. */
  readonly message: string;
}

/** Reads the properties; each problem names the attribute and what is accepted. */
export function readConfig(given: ConnectProperties): {
  config: Config;
  problems: readonly ConfigProblem[];
} {
  const problems: ConfigProblem[] = [];
  const reader = createReader((attribute, message) => problems.push({attribute, message}));
  const config: Config = {
    flow: {
      institution: reader.pattern(
        'institution',
        given.institution,
        /^\w{3,80}$/,
        'an institution name such as erebor_mx_retail',
      ),
      filter: {
        names: reader.list('institutions', given.institutions, /^\w{3,80}$/, 'institution names'),
        kinds: reader.oneOfEach('institution-types', given.institutionTypes, kinds),
        countries: reader.oneOfEach('country-codes', given.countryCodes, countries, (code) =>
          code.toUpperCase(),
        ),
        resources: reader.list(
          'resources',
          given.resources,
          /^[A-Z_]{3,40}$/,
          'API resource names such as ACCOUNTS',
        ),
        integration:
          reader.choice('integration-type', given.integrationType, ['openfinance']) ?? null,
      },
      accessMode:
        reader.choice('access-mode', given.accessMode, ['recurrent', 'single']) ?? 'recurrent',
      externalId: reader.pattern(
        'external-id',
        given.externalId,
        /^[\w-]{3,}$/,
        'three or more letters, digits, "-" or "_"',
      ),
      closeDialog: !given.hideCloseDialog,
      abandonSurvey: !given.hideAbandonSurvey,
    },
    locale: locale(reader.choice('locale', given.locale, ['es', 'pt', 'en', 'auto'])),
    apiUrl: reader.url('api-url', given.apiUrl)?.replace(/\/+$/, '') ?? null,
    tokenUrl: given.tokenUrl?.trim() || null,
    presentation:
      reader.choice('presentation', given.presentation, ['inline', 'modal']) ?? 'inline',
    colorScheme:
      reader.choice('color-scheme', given.colorScheme, ['auto', 'light', 'dark']) ?? 'auto',
    branding: {
      companyName: given.companyName?.trim() || null,
      companyIcon: reader.url('company-icon', given.companyIcon),
      companyLogo: reader.url('company-logo', given.companyLogo),
      benefitHeader: given.companyBenefitHeader?.trim() || null,
      benefitContent: given.companyBenefitContent?.trim() || null,
      opportunityLoss: given.opportunityLoss?.trim() || null,
      termsUrl: reader.url('company-terms-url', given.companyTermsUrl),
      overlayColor: reader.pattern(
        'overlay-background-color',
        given.overlayBackgroundColor,
        /^#[\da-f]{6}$/i,
        'a colour as #RRGGBB',
      ),
      socialProof: !given.hideSocialProof,
    },
  };
  return {config, problems};
}

const kinds: readonly InstitutionKind[] = ['retail', 'business', 'fiscal', 'employment', 'gig'];
const countries: readonly CountryCode[] = ['MX', 'CO', 'BR'];

function locale(value: Locale | 'auto' | undefined): Locale | null {
  return value === 'auto' ? null : (value ?? 'es');
}

/** Small parsers that share one way to complain. */
function createReader(complain: (attribute: string, accepted: string) => void) {
  const accepts = (attribute: string, what: string) =>
    complain(attribute, `${attribute} accepts ${what}; the default is used instead.`);

  const items = (value: ListValue | undefined): string[] =>
    (typeof value === 'string' ? value.split(/[\s,]+/) : [...(value ?? [])]).filter(Boolean);

  return {
    choice<const T extends string>(
      attribute: string,
      value: string | undefined,
      values: readonly T[],
    ): T | undefined {
      const found = values.find((each) => each === value?.trim().toLowerCase());
      if (value !== undefined && found === undefined) accepts(attribute, values.join(', '));
      return found;
    },
    pattern(
      attribute: string,
      value: string | undefined,
      pattern: RegExp,
      what: string,
    ): string | null {
      const text = value?.trim();
      if (!text) return null;
      if (pattern.test(text)) return text;
      accepts(attribute, what);
      return null;
    },
    list(
      attribute: string,
      value: ListValue | undefined,
      pattern: RegExp,
      what: string,
    ): readonly string[] | null {
      const all = items(value);
      const good = all.filter((item) => pattern.test(item));
      if (good.length < all.length) accepts(attribute, `${what}, separated by commas or spaces`);
      return good.length > 0 ? good : null;
    },
    oneOfEach<T extends string>(
      attribute: string,
      value: ListValue | undefined,
      values: readonly T[],
      shape: (item: string) => string = (item) => item.toLowerCase(),
    ): readonly T[] | null {
      const all = items(value).map(shape);
      const good = values.filter((each) => all.includes(each));
      if (good.length < new Set(all).size)
        accepts(attribute, `${values.join(', ')}, separated by commas or spaces`);
      return good.length > 0 ? good : null;
    },
    url(attribute: string, value: string | undefined): string | null {
      if (!value?.trim()) return null;
      const url = URL.canParse(value) ? new URL(value) : null;
      if (url && isTrusted(url)) return url.href;
      accepts(attribute, 'an absolute https: URL (http: on localhost)');
      return null;
    },
  };
}

function isTrusted(url: URL): boolean {
  if (url.username || url.password) return false;
  return (
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname))
  );
}
