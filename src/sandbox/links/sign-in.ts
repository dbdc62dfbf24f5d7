import {problem} from '../problems.js';
import {scenarios} from '../scenarios.js';
import type {CatalogEntry} from '../data/institutions.js';
import type {ProblemCode} from '../problems.js';
import type {Scenario} from '../scenarios.js';
import type {ChallengeKind, DataSet} from '../store.js';
import type {Credentials} from './credentials.js';

/** What a bank makes of good credentials. */
export interface SignIn {
  readonly dataSet: DataSet;
  readonly challenge: ChallengeKind | null;
}

/** Why a bank does not let somebody in, as refusals of the API. */
const refusals: Record<string, ProblemCode> = {
  login_error: 'login_error',
  institution_down: 'institution_down',
  institution_unavailable: 'institution_unavailable',
  institution_inactive: 'institution_inactive',
  too_many_sessions: 'too_many_sessions',
  request_timeout: 'request_timeout',
  unexpected_error: 'unexpected_error',
  unsupported_operation: 'unsupported_operation',
};

function applies(
  scenario: Scenario,
  entry: CatalogEntry,
  {username, password}: Credentials,
): boolean {
  const {at, result} = scenario;
  if (scenario.username !== username) return false;
  if (at === 'challenge') return entry.challenges;
  if (at !== 'any' && at !== entry.institution.type) return false;
  // A data set needs its password too; a failure or a second factor comes with any.
  return result.type !== 'link' || scenario.password === password;
}

/** The refusal of a password that is documented as wrong. */
export function isKnownWrong(credentials: Credentials): boolean {
  const {password, password2, username, username2, username_type: type} = credentials;
  return (
    password === 'pass_invalid' ||
    password2 === 'invalid' ||
    username2 === 'invalid' ||
    username === 'adv_invalid' ||
    type === '999'
  );
}

/** Signs in at the make-believe bank. Throws what the bank answers when it does not let the person in. */
export function signIn(entry: CatalogEntry, credentials: Credentials): SignIn {
  if (entry.institution.status === 'down') throw problem('institution_down');
  if (isKnownWrong(credentials)) throw problem('login_error');
  const scenario = scenarios.find((candidate) => applies(candidate, entry, credentials));
  const result = scenario?.result;
  switch (result?.type) {
    case 'refusal':
      throw problem(
        refusals[result.code] ?? 'unexpected_error',
        result.message ? {message: result.message} : {},
      );
    case 'challenge':
      return {dataSet: 'full', challenge: result.kind};
    case 'link':
      return {dataSet: result.dataSet, challenge: null};
    case undefined:
      return {dataSet: 'full', challenge: null};
  }
}
