import {fail, type ConnectError, type FailureCode} from '../errors.js';
import {isRecord} from './late-values.js';
import {readRetryAfter} from './retry.js';
import {listOf, matchOf} from './values.js';

/**
 * What an answer that is not the wanted one means. Accepts every error body seen: an array of errors, one error,
 * `{detail}`, and things that are no JSON at all (`body` undefined). Of the server's text nothing is kept but codes.
 */
export function failAnswer(
  status: number,
  body: unknown,
  retryAfter: number | null = null,
): ConnectError {
  const entry = (isRecord(body) ? body : listOf(body).find(isRecord)) ?? {};
  const apiCode = matchOf(entry['code'], /^[a-z_]{1,40}$/);
  const field = matchOf(entry['field'], /^[a-z]\w{0,39}$/i);
  const code =
    (apiCode ? codeOf(apiCode, field, spoken(entry), status) : null) ??
    codeOfStatus(status, apiCode, body);
  return fail(code, {
    apiCode,
    requestId: matchOf(entry['request_id'], /^[\da-f]{32}$/),
    status,
    field,
    retryAfter,
  });
}

/** The same with what its headers say. `now` is the moment a date in `Retry-After` counts from. */
export function failResponse({status, headers}: Response, body: unknown, now: number) {
  return failAnswer(status, body, readRetryAfter(headers.get('retry-after'), now));
}

function codeOf(
  apiCode: string,
  field: string | null,
  said: string,
  status: number,
): FailureCode | null {
  switch (apiCode) {
    case 'institution_down':
    case 'institution_unavailable':
    case 'institution_inactive':
    case 'unsupported_operation':
    case 'session_expired':
    case 'too_many_sessions':
    case 'activation_required':
      return apiCode;
    case 'consent_without_accounts':
      return 'unsupported_operation';
    case 'session_expired_ob':
      return 'session_expired';
    case 'activation_failed':
      return 'activation_required';
    case 'duplicated':
    case 'already_exists':
      return 'already_linked';
    case 'request_timeout':
      return 'timeout';
    case 'quota_limit_reached':
    case 'operational_limits_reached':
      return 'rate_limited';
    case 'access_to_production_denied':
      return 'token_rejected';
    case 'login_error':
      return /\blocked\b|bloquead/i.test(said) ? 'account_locked' : 'credentials_rejected';
    case 'token_not_valid':
      // A token makes one link. If it is used up, an earlier copy of this very request may have made it: browsers send
      // one again by themselves when a connection breaks that had been used before.
      if (/already used/i.test(said)) return 'outcome_unknown';
      return /expired/i.test(said) ? 'token_expired' : 'token_rejected';
    case 'token_required':
      return status === 428 ? 'bad_response' : 'mfa_rejected';
  }
  if (apiCode === 'invalid' && /already exists/i.test(said)) return 'already_linked';
  return status === 400 && field ? codeOfField(field) : null;
}

/** The institution and the session are not typed by anybody, so that no field of a form can be marked for them. */
function codeOfField(field: string): FailureCode {
  if (field === 'institution') return 'institution_unavailable';
  return field === 'session' ? 'session_expired' : 'invalid_field';
}

function codeOfStatus(status: number, apiCode: string | null, body: unknown): FailureCode {
  if (status >= 500) return 'server_error';
  if (status === 401) return 'token_rejected';
  // Too many requests from one address meet a firewall that answers 403 with a page.
  if (status === 403) return body === undefined ? 'rate_limited' : 'missing_scope';
  if (status === 408) return 'timeout';
  if (status === 409 && !apiCode) return 'already_linked';
  return status === 429 ? 'rate_limited' : 'bad_response';
}

/** The human text of an error, only ever searched for words. */
function spoken(entry: Readonly<Record<string, unknown>>): string {
  const nested = listOf(entry['messages']).map((item) => isRecord(item) && item['message']);
  return [entry['message'], entry['detail'], ...nested]
    .filter((text) => typeof text === 'string')
    .join(' ');
}
