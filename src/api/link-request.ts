import type {Challenge, Link} from '../model.js';

/** What a person typed, by field name. Held only as long as the request takes. */
export type Credentials = Readonly<Record<string, string>>;

/** How a link is asked for. */
export interface LinkRequest {
  readonly institution: string;
  readonly credentials: Credentials;
  readonly accessMode: 'recurrent' | 'single';
  readonly externalId: string | null;
}

/** A link, or the second factor that stands before it. */
export type LinkOutcome =
  | {readonly type: 'linked'; readonly link: Link}
  | {readonly type: 'challenged'; readonly challenge: Challenge};
