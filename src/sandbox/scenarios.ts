import type {ChallengeKind, DataSet} from './store.js';

/** What happens when a test user signs in. */
export type ScenarioResult =
  | {readonly type: 'link'; readonly dataSet: DataSet}
  | {readonly type: 'challenge'; readonly kind: ChallengeKind}
  | {readonly type: 'refusal'; readonly code: string; readonly message?: string};

/** One documented test user. */
export interface Scenario {
  /** Kinds of institutions it works at; `challenge` are the banks that ask for a second factor. */
  readonly at: 'any' | 'bank' | 'gig' | 'fiscal' | 'challenge';
  readonly username: string;
  /** Null: whatever is typed. */
  readonly password: string | null;
  readonly result: ScenarioResult;
  /** What the person sees, for the documentation. */
  readonly shows: string;
}

function data(
  at: Scenario['at'],
  username: string,
  dataSet: DataSet,
  shows: string,
  password: string = dataSet,
): Scenario {
  return {at, username, password, result: {type: 'link', dataSet}, shows};
}

function challenge(
  username: string,
  kind: ChallengeKind,
  password: string | null,
  shows: string,
): Scenario {
  return {at: 'challenge', username, password, result: {type: 'challenge', kind}, shows};
}

function refusal(username: string, code: string, shows: string, message?: string): Scenario {
  const result: ScenarioResult = {type: 'refusal', code, ...(message && {message})};
  return {at: 'any', username, password: null, result, shows};
}

/**
 * The test users. Any other pair is accepted and shows full data, and the password `pass_invalid` is always refused.
 * `bnk…`, `fiscal…`, `gig…`, `PFIS…`, `PMO…`, `user_…`, and `mfa_default`, `mfa_qr` and `mfa_numeric` are those of
 * Belvo's documentation; the others are ours, for the failures a widget has to show.
 */
export const scenarios: readonly Scenario[] = [
  data('bank', 'bnk100', 'full', 'Accounts, owners and a year of transactions'),
  data('bank', 'bnk101', 'nodata', 'A link without any data'),
  data('bank', 'bnk102', 'low', 'One account and a few transactions'),
  data('bank', 'bnk103', 'negative', 'Overdrawn accounts'),
  data('gig', 'gig100', 'full', 'Accounts, owners and a year of transactions'),
  data('gig', 'gig101', 'nodata', 'A link without any data'),
  data('gig', 'gig102', 'low', 'One account and a few transactions'),
  data('gig', 'gig103', 'negative', 'Overdrawn accounts'),
  data('fiscal', 'fiscal100', 'full', 'A fiscal link'),
  data('fiscal', 'fiscal101', 'nodata', 'A fiscal link without data'),
  data('fiscal', 'fiscal102', 'low', 'A fiscal link with little data'),
  data('fiscal', 'PFIS010101000', 'full', 'An individual taxpayer', 'individual'),
  data('fiscal', 'PMO010101000', 'full', 'A company', 'business'),
  data('any', 'user_valid', 'full', 'A link with full data', 'pass_valid'),
  refusal('user_invalid', 'login_error', 'Wrong user or password'),
  challenge('mfa_default', 'otp', 'pass_valid', 'A plain one-time code'),
  challenge('mfa_qr', 'qr', 'qr_code', 'A QR code to scan, then a code'),
  challenge('mfa_numeric', 'numeric', 'numeric_code', 'A number for the token device, then a code'),
  challenge('mfa_question', 'question', null, 'A question with a free answer'),
  challenge('mfa_push', 'push', null, 'A confirmation on another device; the second try succeeds'),
  refusal('down', 'institution_down', 'The institution is down'),
  refusal('unavailable', 'institution_unavailable', 'The institution cannot be reached'),
  refusal('inactive', 'institution_inactive', 'The institution was switched off'),
  refusal('busy', 'too_many_sessions', 'Somebody is signed in elsewhere'),
  refusal(
    'locked',
    'login_error',
    'The account is locked',
    'The account is locked. The user has to unlock it with the institution.',
  ),
  refusal('slow_timeout', 'request_timeout', 'The institution took too long'),
  refusal('error500', 'unexpected_error', 'An unexpected failure'),
  refusal('unsupported', 'unsupported_operation', 'The institution does not offer this'),
];
