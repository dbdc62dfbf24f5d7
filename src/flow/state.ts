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

/** Where the person is. The element's `step` property shows it. */
export type Step = State['step'];

/**
 * How far the list of institutions has come. It fills page by page, so `loading` may already have some; `partial` is
 * what came before a later page failed.
 */
export type ListStatus = 'idle' | 'loading' | 'complete' | 'partial' | 'failed';

/** What one session knows, whatever its step. */
export interface Session {
  readonly config: FlowConfig;
  /** Null until the access token has arrived and was read. */
  readonly token: TokenInfo | null;
  /** Whether the person has gone past the first screen. */
  readonly consented: boolean;
  readonly list: {readonly status: ListStatus; readonly items: readonly Institution[]};
  /** What stands in the search field; kept so that coming back finds it unchanged. */
  readonly query: string;
  /** Tab chosen above the list; null shows all. */
  readonly kind: InstitutionKind | null;
  /** Country chosen above the list; null shows all. */
  readonly country: CountryCode | null;
  /** Whether the person has said that their institution is not listed. */
  readonly reportedMissing: boolean;
  /** For `last_encountered_error` of the exit event. */
  readonly lastError: {readonly message: string; readonly code: string} | null;
}

/** The sign-in form of an institution, and what survives a failed attempt. */
export interface Attempt {
  readonly institution: Institution;
  readonly fields: readonly FormField[];
  /** What was typed into fields that are no secret, by field name. */
  readonly kept: Readonly<Record<string, string>>;
}

/** What a retry does after a failure: the part of the journey that failed. */
export type FailedPart = 'token' | 'institutions' | 'form' | 'link';

/** Before a session, and after it. */
export interface Idle {
  readonly step: 'idle';
}

/** Who asks, for what, and how safe it is. */
export interface Intro {
  readonly step: 'intro';
  readonly session: Session;
}

/** The list to choose from. */
export interface Institutions {
  readonly step: 'institutions';
  readonly session: Session;
}

/** The sign-in form. `attempt` is null while its fields are being fetched. */
export interface CredentialsForm {
  readonly step: 'credentials';
  readonly session: Session;
  /** Name of the chosen institution, known before anything else about it. */
  readonly name: string;
  /** The chosen institution as far as the list knows it. */
  readonly institution: Institution | null;
  readonly attempt: Attempt | null;
  readonly rejected: Failure | null;
}

/** The API is signing in. `challenge` is the one being answered, if any. */
export interface Linking {
  readonly step: 'linking';
  readonly session: Session;
  readonly attempt: Attempt;
  readonly challenge: Challenge | null;
}

/** The bank asks for a second factor. */
export interface Mfa {
  readonly step: 'mfa';
  readonly session: Session;
  readonly attempt: Attempt;
  readonly challenge: Challenge;
  /** Whether the last answer was refused. */
  readonly rejected: boolean;
}

/** An account is connected; the page knows already. */
export interface Success {
  readonly step: 'success';
  readonly session: Session;
  readonly institution: Institution;
  readonly link: Link;
}

/** Something went wrong that the form cannot show. */
export interface FailureShown {
  readonly step: 'failure';
  readonly session: Session;
  readonly failure: Failure;
  readonly part: FailedPart;
  /** Name of the institution it is about, also where nothing else is known of it. */
  readonly name: string | null;
  readonly institution: Institution | null;
  /** The form to go back to, when there was one. */
  readonly attempt: Attempt | null;
}

/** A step that can be left, and that stays as it is behind the question whether to leave. */
export type Leavable = Intro | Institutions | CredentialsForm | Linking | Mfa | FailureShown;

/** "Leave without connecting?", drawn over the step it is about. */
export interface Leave {
  readonly step: 'leave';
  readonly session: Session;
  readonly behind: Leavable;
}

/** "Why did you leave?" */
export interface Survey {
  readonly step: 'survey';
  readonly session: Session;
  /** The step the person left from. */
  readonly left: Leavable['step'];
  readonly institution: string | null;
}

/** A state that has a screen of its own. */
export type Shown = Leavable | Success | Survey;

/** The states up to the list. */
export type FirstState = Idle | Intro | Institutions;

/** The states after it. */
export type LateState = Exclude<State, FirstState>;

/** One session of the widget, as a union tagged by where the person is. */
export type State = Idle | Leavable | Success | Leave | Survey;

/** Where every element starts. */
export const idle: Idle = {step: 'idle'};
