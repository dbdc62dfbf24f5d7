/**
 * Everything that can end or interrupt a session, as one closed list. The widget's texts and ways out are tables over
 * it, so that a new code does not compile until both exist.
 *
 * - `offline`, `network`, `timeout`, `blocked`: no usable answer came; `blocked` is an answer the browser withheld
 *   (origin not allowed, content security policy).
 * - `rate_limited`, `server_error`, `bad_response`: the API answered, but not with what was asked for.
 * - `token_expired`, `token_rejected`, `missing_scope`: the access token does not open this door (any more).
 * - `institution_down`, `institution_unavailable`, `institution_inactive`, `unsupported_operation`: the institution
 *   cannot be connected at the moment.
 * - `credentials_rejected`, `account_locked`, `invalid_field`, `mfa_rejected`, `session_expired`,
 *   `too_many_sessions`, `already_linked`, `activation_required`: about this person's account.
 * - `outcome_unknown`: the request may have been carried out; nobody can tell from here.
 * - `no_institutions`: the configuration leaves nothing to choose from.
 * - `config_error`: the page uses the element wrongly; the console says how.
 */
export type FailureCode =
  | 'offline'
  | 'network'
  | 'timeout'
  | 'blocked'
  | 'rate_limited'
  | 'server_error'
  | 'bad_response'
  | 'token_expired'
  | 'token_rejected'
  | 'missing_scope'
  | 'institution_down'
  | 'institution_unavailable'
  | 'institution_inactive'
  | 'unsupported_operation'
  | 'credentials_rejected'
  | 'account_locked'
  | 'invalid_field'
  | 'mfa_rejected'
  | 'session_expired'
  | 'too_many_sessions'
  | 'already_linked'
  | 'activation_required'
  | 'outcome_unknown'
  | 'no_institutions'
  | 'config_error';

/** What exactly the page did wrong, where the code alone would leave its developer guessing. */
export type MistakeCode =
  | 'not_in_document'
  | 'no_token'
  | 'provider_rejected'
  | 'token_url_unreachable'
  | 'token_url_status'
  | 'token_url_body'
  | 'token_empty'
  | 'token_is_secret'
  | 'token_not_jwt'
  | 'token_is_refresh'
  | 'token_claims'
  | 'token_scopes'
  | 'no_api_url'
  | 'unknown_institution';

/** What is known about a failure. Plain data: it travels through the flow and never holds anything that was typed. */
export interface Failure {
  readonly code: FailureCode;
  /** The API's own code when it sent one (`login_error`, `institution_down`, …), else null. */
  readonly apiCode: string | null;
  /** What the page did wrong, if that is the cause. */
  readonly mistake: MistakeCode | null;
  /** The API's id of the request, 32 hexadecimal characters, when it sent one. */
  readonly requestId: string | null;
  /** HTTP status, when there was an answer. */
  readonly status: number | null;
  /** The form field that was refused, when the API named one. */
  readonly field: string | null;
  /** Seconds to wait before trying again, when the API asked for that. */
  readonly retryAfter: number | null;
}

/** What may be known besides the code. */
export type Known = Partial<Omit<Failure, 'code'>>;

const brand = Symbol.for('belvo-connect.error');

/** The error all parts of this package throw. Its `failure` says what happened. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError';
  readonly [brand] = true;

  constructor(readonly failure: Failure) {
    super(failure.mistake ?? failure.code);
  }

  /** Shorthand for `failure.code`. */
  get code(): FailureCode {
    return this.failure.code;
  }
}

/** Whether a value is a {@link ConnectError}, also one thrown by a second copy of this package on the page. */
export function isConnectError(value: unknown): value is ConnectError {
  return typeof value === 'object' && value !== null && brand in value;
}

/** A failure with only what is known filled in. */
export function failure(code: FailureCode, known?: Known): Failure {
  return {
    code,
    apiCode: null,
    mistake: null,
    requestId: null,
    status: null,
    field: null,
    retryAfter: null,
    ...known,
  };
}

/** The error of a {@link failure}. Without a cause: those of fetch and JSON may quote what was sent. */
export function fail(code: FailureCode, known?: Known): ConnectError {
  return new ConnectError(failure(code, known));
}
