import type {Failure} from '../errors.js';
import type {
  Challenge,
  CountryCode,
  FlowConfig,
  FormField,
  Institution,
  InstitutionKind,
  Link,
  TokenInfo,
} from '../model.js';

/** Why a person left, as the survey offers it. */
export const surveyReasons = [
  'missing_institution',
  'forgot_credentials',
  'no_trust',
  'later',
  'other',
] as const;

/** One of {@link surveyReasons}. */
export type SurveyReason = (typeof surveyReasons)[number];

/** What the person, or the page for them, asked for. */
export type Intent =
  | {readonly type: 'open'; readonly config: FlowConfig}
  /** Starts over within the session, with the configuration of now: the page's `restart()`. */
  | {readonly type: 'restart'; readonly config: FlowConfig}
  /** Ends the session at once, without questions: the page's `close()`. */
  | {readonly type: 'abandon'}
  /** The cross, Escape or the backdrop. */
  | {readonly type: 'close'}
  | {readonly type: 'back'}
  | {readonly type: 'consent'}
  | {readonly type: 'search'; readonly query: string}
  | {readonly type: 'chooseKind'; readonly kind: InstitutionKind | null}
  | {readonly type: 'chooseCountry'; readonly country: CountryCode | null}
  | {readonly type: 'pickInstitution'; readonly institution: Institution}
  | {readonly type: 'reportMissing'}
  | {readonly type: 'submitCredentials'; readonly values: Readonly<Record<string, string>>}
  /** `code` is null when there is nothing to type. */
  | {readonly type: 'submitCode'; readonly code: string | null}
  | {readonly type: 'retry'}
  | {readonly type: 'chooseAnother'}
  | {readonly type: 'stay'}
  | {readonly type: 'leave'}
  /** `reason` is null when the question was skipped. */
  | {readonly type: 'answerSurvey'; readonly reason: SurveyReason | null};

/** How something that the flow wanted done ended. */
export type Outcome =
  | {readonly type: 'tokenRead'; readonly token: TokenInfo}
  | {readonly type: 'tokenFailed'; readonly failure: Failure}
  | {readonly type: 'institutionsArrived'; readonly items: readonly Institution[]}
  | {readonly type: 'institutionsComplete'}
  | {readonly type: 'institutionsFailed'; readonly failure: Failure}
  | {
      readonly type: 'formArrived';
      readonly institution: Institution;
      readonly fields: readonly FormField[];
    }
  | {readonly type: 'formFailed'; readonly failure: Failure}
  | {readonly type: 'linked'; readonly link: Link}
  | {readonly type: 'challenged'; readonly challenge: Challenge}
  | {readonly type: 'linkFailed'; readonly failure: Failure}
  /** The second factor's session has run out. */
  | {readonly type: 'challengeExpired'};

/** All that can move the flow. */
export type Input = Intent | Outcome;

const intents: ReadonlySet<string> = new Set<Intent['type']>([
  'open',
  'restart',
  'abandon',
  'close',
  'back',
  'consent',
  'search',
  'chooseKind',
  'chooseCountry',
  'pickInstitution',
  'reportMissing',
  'submitCredentials',
  'submitCode',
  'retry',
  'chooseAnother',
  'stay',
  'leave',
  'answerSurvey',
]);

/** Whether an input came from the person or the page, not from something that has ended. */
export function isIntent(input: Input): input is Intent {
  return intents.has(input.type);
}
