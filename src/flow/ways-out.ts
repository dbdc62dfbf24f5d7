import type {FailureCode} from '../errors.js';
import {soleInstitution} from './list-order.js';
import type {FailureShown} from './state.js';

/** What a person can do about a failure. */
export type Way = 'retry' | 'chooseAnother' | 'leave';

/** The ways out of each failure, the best first. */
const ways: Record<FailureCode, readonly Way[]> = {
  offline: ['retry', 'leave'],
  network: ['retry', 'leave'],
  timeout: ['retry', 'chooseAnother'],
  blocked: ['leave', 'retry'],
  rate_limited: ['retry', 'leave'],
  server_error: ['retry', 'chooseAnother'],
  bad_response: ['retry', 'chooseAnother'],
  token_expired: ['retry', 'leave'],
  token_rejected: ['leave', 'retry'],
  missing_scope: ['leave', 'retry'],
  institution_down: ['chooseAnother', 'retry'],
  institution_unavailable: ['chooseAnother', 'retry'],
  institution_inactive: ['chooseAnother', 'leave'],
  unsupported_operation: ['chooseAnother', 'leave'],
  credentials_rejected: ['retry', 'chooseAnother'],
  account_locked: ['chooseAnother', 'retry'],
  invalid_field: ['retry', 'chooseAnother'],
  mfa_rejected: ['retry', 'chooseAnother'],
  session_expired: ['retry', 'leave'],
  too_many_sessions: ['retry', 'chooseAnother'],
  already_linked: ['chooseAnother', 'leave'],
  activation_required: ['retry', 'chooseAnother'],
  outcome_unknown: ['leave', 'retry'],
  no_institutions: ['leave'],
  config_error: ['leave'],
};

/** The ways that are open where a failure is shown; never none. */
export function waysOut(state: FailureShown): readonly Way[] {
  const open = ways[state.failure.code].filter(
    (way) => way !== 'chooseAnother' || canChooseAnother(state),
  );
  return open.includes('leave') || open.length > 1 ? open : [...open, 'leave'];
}

/** Whether there is a list with another institution on it. */
export function canChooseAnother({session, part}: FailureShown): boolean {
  return (
    session.config.institution === null &&
    part !== 'token' &&
    part !== 'institutions' &&
    soleInstitution(session) === null
  );
}

/** Whether trying again is one of the ways out. */
export function canRetry(state: FailureShown): boolean {
  return waysOut(state).includes('retry');
}
