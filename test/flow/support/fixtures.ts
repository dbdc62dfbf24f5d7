import {failure, type Failure, type FailureCode} from '../../../src/errors.js';
import type {
  Challenge,
  FlowConfig,
  FormField,
  Institution,
  InstitutionFilter,
  Link,
  TokenInfo,
} from '../../../src/model.js';

/** A filter that lets everything through. */
export const anything: InstitutionFilter = {
  names: null,
  kinds: null,
  countries: null,
  resources: null,
  integration: null,
};

/** What the page set; by default as little as possible. */
export function config(set: Partial<FlowConfig> = {}): FlowConfig {
  return {
    institution: null,
    filter: anything,
    accessMode: 'recurrent',
    externalId: null,
    closeDialog: true,
    abandonSurvey: true,
    ...set,
  };
}

/** A healthy Mexican bank, but for what is given. */
export function institution(known: Partial<Institution> = {}): Institution {
  return {
    id: 1,
    name: 'erebor_mx_retail',
    displayName: 'Erebor',
    country: 'MX',
    kind: 'retail',
    color: '#056dae',
    logo: null,
    website: null,
    healthy: true,
    integration: 'credentials',
    ...known,
  };
}

export const erebor = institution();
export const gotham = institution({
  id: 2,
  name: 'gotham_co_business',
  displayName: 'Gotham',
  country: 'CO',
  kind: 'business',
});
/** The bank that the API says is down. */
export const moria = institution({
  id: 3,
  name: 'moria_mx_retail',
  displayName: 'Moria',
  healthy: false,
});

/** One text field, but for what is given. */
export function field(known: Partial<FormField> = {}): FormField {
  return {
    name: 'username',
    type: 'text',
    label: 'User',
    placeholder: null,
    validation: null,
    validationMessage: null,
    length: null,
    optional: false,
    value: null,
    options: [],
    preselected: 0,
    ...known,
  };
}

/** A sign-in form with one field of every sort. */
export const fields: readonly FormField[] = [
  field({name: 'username_type', type: 'select'}),
  field(),
  field({name: 'password', type: 'password'}),
  field({name: 'password2', type: 'text'}),
  field({name: 'token', type: 'number', optional: true}),
  field({name: 'channel', type: 'hidden', value: 'web'}),
];

/** What a person types. Each text occurs nowhere else, so that it is found wherever it leaks. */
export const typed = {
  username: 'canary-user-7aX',
  password: 'canary-password-3kQ',
  password2: 'canary-memorable-9zR',
  token: 'canary-form-token-5tW',
  code: 'canary-code-1mJ',
  search: 'canary-search-8hD',
} as const;

/** What may be in no state and no event. */
export const secrets: readonly string[] = [
  typed.password,
  typed.password2,
  typed.token,
  typed.code,
];

/** A filled-in form. */
export const values = {
  username_type: '001',
  username: typed.username,
  password: typed.password,
  password2: typed.password2,
  token: typed.token,
  channel: 'web',
} as const;

/** A one-time code, but for what is given. */
export function challenge(known: Partial<Challenge> = {}): Challenge {
  return {
    session: 'session-1',
    link: 'link-1',
    expiresAt: 60_000,
    kind: 'code',
    instructions: null,
    value: null,
    expectsInput: true,
    ...known,
  };
}

export const link: Link = {id: '5c9b1a6e-0000-4000-8000-000000000001', institution: erebor.name};

/** A token that allows everything and names no link. */
export const token: TokenInfo = {
  scopes: ['read_institutions', 'write_links'],
  expires: 600,
  environment: 'sandbox',
  link: null,
  branding: {},
  colorScheme: null,
};

/** The id that all failures of these tests carry. */
export const requestId = '0123456789abcdef0123456789abcdef';

/** A failure that came from the API. */
export function refusal(code: FailureCode, apiCode: string | null = null): Failure {
  return failure(code, {apiCode, requestId, status: 400});
}

/** All codes; a new one does not compile until it is here. */
export const codes = listed({
  offline: true,
  network: true,
  timeout: true,
  blocked: true,
  rate_limited: true,
  server_error: true,
  bad_response: true,
  token_expired: true,
  token_rejected: true,
  missing_scope: true,
  institution_down: true,
  institution_unavailable: true,
  institution_inactive: true,
  unsupported_operation: true,
  credentials_rejected: true,
  account_locked: true,
  invalid_field: true,
  mfa_rejected: true,
  session_expired: true,
  too_many_sessions: true,
  already_linked: true,
  activation_required: true,
  outcome_unknown: true,
  no_institutions: true,
  config_error: true,
});

function listed(every: Record<FailureCode, true>): readonly FailureCode[] {
  const isCode = (key: string): key is FailureCode => key in every;
  return Object.keys(every).filter(isCode);
}
