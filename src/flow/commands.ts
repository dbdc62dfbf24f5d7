import type {Challenge, InstitutionFilter} from '../model.js';

/** `detail` of `belvo-success`. */
export interface SuccessDetail {
  /** Id of the link: send it to your server, which reads the data with it. */
  readonly link: string;
  /** Name of the institution, for example `erebor_mx_retail`. */
  readonly institution: string;
}

/** `detail` of `belvo-exit`. */
export interface ExitDetail {
  /** The last thing that went wrong in this session, or null. */
  readonly last_encountered_error: {readonly message: string; readonly code: string} | null;
  readonly meta_data: {
    /** Null before an institution was chosen. */
    readonly institution_name: string | null;
    /** The step the person left from, as in the element's `step`. */
    readonly step: string;
  };
}

/**
 * Names of `belvo-event`. `PAGE_LOAD`, `ERROR` and `WARNING` are Belvo's; the rest is ours, and the list is closed:
 * `CONSENT` accepted the first screen, `INSTITUTION_SELECT` chose an institution, `INSTITUTION_MISSING` said that it is
 * not listed, `CREDENTIALS_SUBMIT` sent the sign-in form, `MFA_REQUEST` the bank asked for a second factor, `MFA_SUBMIT`
 * answered it, `SURVEY` answered why they left, `CLOSE` the widget has closed, after success or exit.
 */
export type EventName =
  | 'PAGE_LOAD'
  | 'ERROR'
  | 'WARNING'
  | 'CONSENT'
  | 'INSTITUTION_SELECT'
  | 'INSTITUTION_MISSING'
  | 'CREDENTIALS_SUBMIT'
  | 'MFA_REQUEST'
  | 'MFA_SUBMIT'
  | 'SURVEY'
  | 'CLOSE';

/** `detail` of `belvo-event`. */
export interface ConnectEventDetail {
  readonly eventName: EventName;
  /** The API's request id, 32 hexadecimal characters; with errors that came from the API. */
  readonly request_id?: string;
  /** Names and codes only. `ERROR` and `WARNING` carry `timestamp`, ISO 8601 in UTC. */
  readonly meta_data: Readonly<Record<string, string | number | null>>;
}

/** What the page hears. */
export type PublicEvent =
  | {readonly type: 'success'; readonly detail: SuccessDetail}
  | {readonly type: 'exit'; readonly detail: ExitDetail}
  | {readonly type: 'event'; readonly detail: ConnectEventDetail};

/** What the flow wants done. The controller carries it out and answers with an outcome. */
export type Command =
  /** Get the access token and read it. */
  | {readonly type: 'readToken'}
  | {readonly type: 'listInstitutions'; readonly filter: InstitutionFilter}
  | {readonly type: 'fetchForm'; readonly name: string}
  | {
      readonly type: 'createLink';
      readonly institution: string;
      readonly credentials: Readonly<Record<string, string>>;
      readonly accessMode: 'recurrent' | 'single';
      readonly externalId: string | null;
    }
  | {readonly type: 'resumeLink'; readonly challenge: Challenge; readonly token: string | null}
  /** Say `challengeExpired` at this moment of the clock, in milliseconds, unless the step has changed by then. */
  | {readonly type: 'expireAt'; readonly at: number}
  | {readonly type: 'announce'; readonly event: PublicEvent};
