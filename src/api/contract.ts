/**
 * The wire shapes of Belvo's API, as its documentation and published clients show them. Types only: nothing here
 * reaches the browser. `decode.ts` turns them into the names the widget uses; the sandbox answers with them.
 */

/** Kind of institution, as the API says it. Whether a bank serves people or companies is in its name's suffix. */
export type WireInstitutionType = 'bank' | 'fiscal' | 'employment' | 'gig';

/** One choice of a `select` field. Its `code` is sent; its rules then apply to the `username` field. */
export interface WireFieldOption {
  code: string;
  label: string;
  validation?: string;
  validation_message?: string;
  placeholder?: string;
}

/** One input of an institution's sign-in form. */
export interface WireFormField {
  name: string;
  type: 'text' | 'number' | 'password' | 'select' | 'hidden';
  label: string;
  /** Regular expression, anchored, for the whole value. */
  validation?: string;
  validation_message?: string;
  placeholder?: string;
  /** Number of characters, as a string; on token fields. */
  length?: string;
  /** Absent means required. */
  optional?: boolean;
  /** Fixed value of a `hidden` field. */
  value?: string;
  /** Index into `values`; on `select` fields. */
  pre_selected?: number;
  values?: WireFieldOption[];
}

/** `GET /api/institutions/{id}/`. */
export interface WireInstitution {
  id: number;
  name: string;
  type: WireInstitutionType;
  code: string | null;
  website: string | null;
  display_name: string;
  country_code: string;
  country_codes: string[];
  primary_color: string;
  logo: string | null;
  icon_logo: string | null;
  text_logo: string | null;
  form_fields: WireFormField[];
  features: {name: string; description: string}[];
  integration_type: 'credentials' | 'openfinance';
  status: 'healthy' | 'down';
  resources: string[];
  openbanking_information: {
    description: string;
    participants: string[];
    authorization_server_id: string;
  } | null;
}

/** One page of a list. `next` and `previous` are absolute URLs on the host that was called. */
export interface WirePage<T> {
  count: number;
  next: string | null;
  previous: string | null;
  results: T[];
}

/** State of a link: usable; credentials stopped working; never confirmed; the bank wants a fresh code. */
export type WireLinkStatus = 'valid' | 'invalid' | 'unconfirmed' | 'token_required';

/** `single`: read once; `recurrent`: refreshed by the API. */
export type WireAccessMode = 'single' | 'recurrent';

/** `GET /api/links/{id}/`. */
export interface WireLink {
  id: string;
  institution: string;
  access_mode: WireAccessMode | null;
  status: WireLinkStatus;
  refresh_rate: '6h' | '12h' | '24h' | '7d' | '30d' | null;
  created_by: string;
  last_accessed_at: string;
  external_id: string | null;
  created_at: string;
  institution_user_id: string;
  credentials_storage: string;
  stale_in: string;
  fetch_resources: string[];
}

/** What the bank shows with its second factor. Absent for a plain one-time code. */
export interface WireTokenGenerationData {
  instructions?: string;
  type?: string;
  value?: string;
  expects_user_input?: boolean;
}

/** One entry of an error body. Error bodies are arrays of these. */
export interface WireError {
  code: string;
  message: string;
  /** 32 lower-case hexadecimal characters. */
  request_id: string;
  field?: string;
}

/** What a company may set about the look and texts of the widget, in the token call. */
export interface WireBranding {
  company_icon?: string;
  company_logo?: string;
  company_name?: string;
  company_benefit_header?: string;
  company_benefit_content?: string;
  opportunity_loss?: string;
  company_terms_url?: string;
  /** `#RRGGBB`; the opacity is always 90 %. */
  overlay_background_color?: string;
  social_proof?: boolean;
  show_belvo_middle_logo?: boolean;
}

/** The `widget` member of `POST /api/token/`; it travels in the token's `widget` claim. */
export interface WireWidgetSettings {
  branding?: WireBranding;
  theme?: {css_key: string; value: string}[];
  color_scheme?: 'LIGHT' | 'DARK';
  callback_urls?: {success?: string; exit?: string; event?: string};
  purpose?: string;
  openfinance_feature?: string;
  consent?: Record<string, unknown>;
}

/** Claims of an access token. Names as in belvo-finance/belvo-python pull request 92. */
export interface WireTokenClaims {
  token_type: 'access' | 'refresh';
  exp: number;
  iat: number;
  jti: string;
  user_id: string;
  scopes: string[];
  environment: string;
  iss: string;
  /** Present when the token was made with `link_id`. */
  link?: {id: string; status: WireLinkStatus; institution: string};
  widget?: WireWidgetSettings;
}

/** `POST /api/token/` answers with a pair; the widget takes `access`. */
export interface WireTokenPair {
  access: string;
  refresh: string;
}

/** Money in an account, in the account's currency. */
export interface WireBalance {
  available: number | null;
  current: number | null;
}

/** `GET /api/accounts/{id}/`. */
export interface WireAccount {
  id: string;
  link: string;
  institution: {name: string; type: WireInstitutionType};
  collected_at: string;
  created_at: string;
  last_accessed_at: string | null;
  category: string | null;
  balance_type: 'ASSET' | 'LIABILITY' | null;
  type: string | null;
  name: string;
  number: string | null;
  agency: string | null;
  balance: WireBalance;
  currency: string;
  public_identification_name: string | null;
  public_identification_value: string | null;
  internal_identification: string | null;
  bank_product_id: string | null;
  credit_data: Record<string, unknown> | null;
  loan_data: Record<string, unknown> | null;
  funds_data: Record<string, unknown>[] | null;
  receivables_data: Record<string, unknown> | null;
}

/** `GET /api/transactions/{id}/`. The amount is positive; `type` tells the direction. */
export interface WireTransaction {
  id: string;
  internal_identification: string;
  account: WireAccount;
  collected_at: string;
  created_at: string;
  value_date: string;
  accounting_date: string | null;
  amount: number;
  balance: number | null;
  currency: string;
  description: string;
  observations: string | null;
  merchant: {logo: string | null; website: string | null; merchant_name: string} | null;
  category: string | null;
  subcategory: string | null;
  reference: string | null;
  type: 'INFLOW' | 'OUTFLOW' | null;
  status: 'PENDING' | 'PROCESSED' | 'UNCATEGORIZED' | null;
  credit_card_data: Record<string, unknown> | null;
}

/** `GET /api/owners/{id}/`. */
export interface WireOwner {
  id: string;
  link: string;
  internal_identification: string | null;
  collected_at: string;
  created_at: string;
  display_name: string | null;
  email: string | null;
  phone_number: string | null;
  address: string | null;
  document_id: {document_type: string; document_number: string} | null;
  business_name: null;
  first_name: null;
  last_name: null;
  second_last_name: null;
}
