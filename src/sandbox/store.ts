import type {WireAccount, WireLink, WireOwner, WireTransaction} from '../api/contract.js';
import type {Query} from './query.js';

/** Which data a link shows: decided by the test user it was created with. */
export type DataSet = 'full' | 'nodata' | 'low' | 'negative';

/** How the bank of a link asks for a second factor. */
export type ChallengeKind = 'otp' | 'numeric' | 'qr' | 'question' | 'push';

/** A link as it is kept: what the API shows and what only the sandbox knows. No credential is in it. */
export interface StoredLink extends WireLink {
  /** Secret id of the account the link belongs to. */
  readonly owner: string;
  /** Keyed hash of institution and user. Unique among the links of an owner. */
  readonly userKey: string;
  /** Widget session that created the link; null when a server did. */
  readonly creator: string | null;
  readonly dataSet: DataSet;
  /** Second factor the bank asks for at every sign-in; null when it asks for none. */
  readonly challenge: ChallengeKind | null;
  /** Refused attempts to renew the credentials since the last good one. */
  readonly failedAttempts: number;
}

/** What of a link may change after its creation. */
export type LinkChange = Partial<Omit<StoredLink, 'owner' | 'id' | 'userKey' | 'institution'>>;

/** An open question of a bank: what was asked, for which link, until when. */
export interface StoredSession {
  readonly owner: string;
  /** 32 hexadecimal characters. */
  readonly id: string;
  readonly link: string;
  /** The collection whose PATCH answers it. */
  readonly purpose: 'links' | Collection;
  readonly challenge: ChallengeKind;
  /** Wrong answers given so far, over all sessions of this sign-in. */
  readonly attempts: number;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** What a data request asked for, to carry it out after the answer. */
  readonly request: Readonly<Record<string, string>> | null;
}

/** The wire shape of each collection of data. */
export interface Documents {
  accounts: WireAccount;
  owners: WireOwner;
  transactions: WireTransaction;
}

/** Name of a collection of data. */
export type Collection = keyof Documents;

/** One object of a collection as it is kept. */
export interface StoredDocument<K extends Collection = Collection> {
  readonly id: string;
  readonly link: string;
  /** Lists are in ascending order of this, then of the id. */
  readonly position: number;
  readonly body: Documents[K];
}

/** One page of what a query matches. */
export interface Found<T> {
  /** Matches on all pages. */
  readonly count: number;
  readonly items: readonly T[];
}

/**
 * Where the sandbox keeps its state. Each method is one atomic step, so that several processes may share a store:
 * what must be unique is decided inside it, never by a look before a write.
 */
export interface Store {
  /** Short name for the health route. */
  readonly kind: string;
  /** Adds a link. Answers with the link that has the same owner and `userKey` instead, if there is one. */
  insertLink(link: StoredLink): Promise<StoredLink | null>;
  /** Changes a link and answers with the result; null when there is none. */
  updateLink(owner: string, id: string, change: LinkChange): Promise<StoredLink | null>;
  findLink(owner: string, id: string): Promise<StoredLink | null>;
  /** Links that match, newest first. */
  listLinks(owner: string, query: Query): Promise<Found<StoredLink>>;
  /** Removes a link with its data and sessions. False when there was none. */
  deleteLink(owner: string, id: string): Promise<boolean>;

  insertSession(session: StoredSession): Promise<void>;
  findSession(owner: string, id: string): Promise<StoredSession | null>;
  /** Removes a session and answers with it. Of several callers one gets it, the others null. */
  takeSession(owner: string, id: string): Promise<StoredSession | null>;

  /** Notes that a widget session created its link. False when it had created one before. */
  spendToken(owner: string, widgetSession: string): Promise<boolean>;
  isTokenSpent(owner: string, widgetSession: string): Promise<boolean>;

  /** Adds documents or replaces those with the same id. Without their link nothing is kept. */
  saveDocuments<K extends Collection>(
    owner: string,
    collection: K,
    documents: readonly StoredDocument<K>[],
  ): Promise<void>;
  findDocument<K extends Collection>(
    owner: string,
    collection: K,
    id: string,
  ): Promise<Documents[K] | null>;
  listDocuments<K extends Collection>(
    owner: string,
    collection: K,
    query: Query,
  ): Promise<Found<Documents[K]>>;
  deleteDocument(owner: string, collection: Collection, id: string): Promise<boolean>;

  /** Forgets everything. */
  clear(): Promise<void>;
  /** Lets go of files and connections. */
  close(): Promise<void>;
}
