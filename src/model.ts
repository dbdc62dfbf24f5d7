/** Country codes the API serves. */
export type CountryCode = 'MX' | 'CO' | 'BR';

/** Who an institution serves: people, companies, the tax authority, employment records, gig platforms. */
export type InstitutionKind = 'retail' | 'business' | 'fiscal' | 'employment' | 'gig';

/** An institution as the list shows it. */
export interface Institution {
  readonly id: number;
  /** Stable name, for example `erebor_mx_retail`. */
  readonly name: string;
  readonly displayName: string;
  readonly country: CountryCode | null;
  readonly kind: InstitutionKind;
  /** `#rrggbb`, or null when the API sent none or nonsense. */
  readonly color: string | null;
  /** https URL (http on loopback), or null. */
  readonly logo: string | null;
  readonly website: string | null;
  /** False when the API says that it is down. */
  readonly healthy: boolean;
  readonly integration: 'credentials' | 'openfinance';
}

/** One choice of a {@link FormField} of type `select`. */
export interface FieldOption {
  readonly code: string;
  readonly label: string;
  /** Rules that replace those of the `username` field while this option is chosen. */
  readonly validation: string | null;
  readonly validationMessage: string | null;
  readonly placeholder: string | null;
}

/** One input of an institution's sign-in form. */
export interface FormField {
  /** `username`, `password`, `username_type`, …: the name it is sent under. */
  readonly name: string;
  readonly type: 'text' | 'number' | 'password' | 'select' | 'hidden';
  readonly label: string;
  readonly placeholder: string | null;
  /** Regular expression for the whole value, or null when there is none or it is not usable. */
  readonly validation: string | null;
  readonly validationMessage: string | null;
  readonly length: number | null;
  readonly optional: boolean;
  /** Fixed value of a `hidden` field. */
  readonly value: string | null;
  readonly options: readonly FieldOption[];
  /** Index into `options` of the one chosen at first. */
  readonly preselected: number;
}

/** What the bank asks for as a second factor. `session` and `link` go back with the answer. */
export interface Challenge {
  readonly session: string;
  readonly link: string;
  /** Moment the session ends, in milliseconds of the services' clock; null when the API did not say. */
  readonly expiresAt: number | null;
  /**
   * `code`: a one-time code; `numeric`: a number to type into a token device; `qr`: an image to scan;
   * `text`: a question; `confirm`: nothing to type, the person approves elsewhere.
   */
  readonly kind: 'code' | 'numeric' | 'qr' | 'text' | 'confirm';
  readonly instructions: string | null;
  /** The number to read, or the image's address (`data:` or https). */
  readonly value: string | null;
  /** False when the person approves elsewhere and types nothing here. */
  readonly expectsInput: boolean;
}

/** A connected account. */
export interface Link {
  readonly id: string;
  readonly institution: string;
}

/** Branding a company set in the token call or by attributes. */
export interface Branding {
  readonly companyName: string | null;
  readonly companyIcon: string | null;
  readonly companyLogo: string | null;
  readonly benefitHeader: string | null;
  readonly benefitContent: string | null;
  readonly opportunityLoss: string | null;
  readonly termsUrl: string | null;
  /** `#rrggbb`. */
  readonly overlayColor: string | null;
  readonly socialProof: boolean;
}

/** What the widget reads from an access token. */
export interface TokenInfo {
  readonly scopes: readonly string[];
  /** Seconds since 1970; null when the token does not say. */
  readonly expires: number | null;
  readonly environment: string | null;
  /** The link to repair, when the token was made for one. */
  readonly link: {
    readonly id: string;
    readonly status: string;
    readonly institution: string;
  } | null;
  readonly branding: Partial<Branding>;
  readonly colorScheme: 'light' | 'dark' | null;
}

/** How the list is narrowed; null means no limit. */
export interface InstitutionFilter {
  readonly names: readonly string[] | null;
  readonly kinds: readonly InstitutionKind[] | null;
  readonly countries: readonly CountryCode[] | null;
  readonly resources: readonly string[] | null;
  readonly integration: 'openfinance' | null;
}

/** What the flow needs to know of the element's properties. */
export interface FlowConfig {
  /** Starts on this institution's sign-in form. */
  readonly institution: string | null;
  readonly filter: InstitutionFilter;
  readonly accessMode: 'recurrent' | 'single';
  readonly externalId: string | null;
  readonly closeDialog: boolean;
  readonly abandonSurvey: boolean;
}
