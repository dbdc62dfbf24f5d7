import type {WireError} from '../api/contract.js';

/** One entry of an error body before it gets its request id. */
export type ProblemEntry = Omit<WireError, 'request_id'> & Readonly<Record<string, unknown>>;

/** Status and default text of every code the sandbox answers with. Texts that Belvo's guide quotes are kept. */
const catalog = {
  required: [400, 'This field is required.'],
  null: [400, 'This field may not be null.'],
  blank: [400, 'This field may not be blank.'],
  does_not_exist: [400, 'The object does not exist.'],
  invalid: [400, 'This value is not valid.'],
  invalid_choice: [400, 'This is not a valid choice.'],
  not_a_list: [400, 'Expected a list of items.'],
  parse_error: [400, 'The body is not valid JSON.'],
  validation_error: [400, 'Bad request'],
  invalid_credentials_storage: [
    400,
    'Use store, nostore or a number of days from 1d to 365d as credentials storage.',
  ],
  invalid_fetch_resources: [400, 'The institution does not offer one of these resources.'],
  invalid_access_mode_switch: [
    400,
    'A link without stored credentials cannot become a recurrent one.',
  ],
  invalid_link: [400, 'The credentials of this link no longer work and must be updated.'],
  unconfirmed_link: [400, 'The creation of this link was never confirmed.'],
  unsupported_operation: [400, 'The institution does not offer this resource.'],
  login_error: [400, 'The institution refused these credentials.'],
  duplicated: [400, 'Link already exists'],
  institution_down: [400, 'The site of the institution is down. Try again later.'],
  institution_unavailable: [400, 'The institution cannot be reached at the moment.'],
  institution_inactive: [400, 'The institution was switched off.'],
  too_many_sessions: [400, 'Another session of this user is open at the institution.'],
  session_expired: [400, 'The session expired. Start again.'],
  authentication_failed: [401, 'Invalid Secret Keys'],
  token_not_valid: [401, 'Token is invalid or expired'],
  permission_denied: [403, 'You do not have permission to perform this action.'],
  not_found: [404, 'Not found'],
  method_not_allowed: [405, 'Method not allowed.'],
  request_timeout: [408, 'The institution took too long. Ask for less data.'],
  link_refreshed: [409, 'The link was refreshed less than ten minutes ago.'],
  payload_too_large: [413, 'The body is too large.'],
  unsupported_media_type: [415, 'Send the body as application/json.'],
  token_required: [428, 'The institution wants a second factor to sign in.'],
  unexpected_error: [500, 'Something unexpected happened.'],
} as const satisfies Record<string, readonly [status: number, message: string]>;

/** Codes of section "Errors" of Belvo's documentation that the sandbox can produce. */
export type ProblemCode = keyof typeof catalog;

/** A refusal: an HTTP status and the entries of the error body. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    readonly entries: readonly ProblemEntry[],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(entries.map((entry) => entry.code).join(', '));
  }
}

/** An entry for a body with several, for example one for each field. */
export function entryOf(
  code: ProblemCode,
  known: {message?: string; field?: string} & Record<string, unknown> = {},
): ProblemEntry {
  return {code, message: catalog[code][1], ...known};
}

/** A refusal with one entry. `known` replaces the default text and adds members such as `field`. */
export function problem(
  code: ProblemCode,
  known: {message?: string; field?: string} & Record<string, unknown> = {},
  headers: Record<string, string> = {},
): ApiProblem {
  return new ApiProblem(catalog[code][0], [entryOf(code, known)], headers);
}

/** What clients sent, short enough to be quoted in a message. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
