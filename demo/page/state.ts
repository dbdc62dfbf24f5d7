import type {Link, LinkData} from '../belvo-data.js';

/** What the page knows about the link it shows. */
export type Reading =
  | {readonly status: 'loading'; readonly link: string}
  | {readonly status: 'failed'; readonly link: string}
  | {readonly status: 'read'; readonly link: string; readonly data: LinkData};

/** One event of the element, as the developer panel lists it. */
export interface LogEntry {
  readonly at: Date;
  readonly name: string;
  readonly detail: unknown;
}

/** Attributes of the element that the developer panel changes. */
export interface Settings {
  readonly presentation: string;
  readonly locale: string;
  readonly accessMode: string;
  readonly colorScheme: string;
}

/** Everything the page draws. */
export interface PageState {
  readonly links: readonly Link[];
  /** The link on show, or null while nothing is connected. */
  readonly reading: Reading | null;
  /** True while a person is in the widget. */
  readonly isConnecting: boolean;
  /** Id of the link that is being removed. */
  readonly removing: string | null;
  /** A problem outside the data on show, in words for the person. */
  readonly notice: string | null;
  /** How many transactions are listed. */
  readonly shown: number;
  readonly log: readonly LogEntry[];
  readonly settings: Settings;
  /** Whether the developer panel is unfolded; only small screens fold it. */
  readonly isPanelOpen: boolean;
  /** What was copied last: the button says so for a moment. */
  readonly copied: string | null;
  /** What assistive technology is told. */
  readonly announcement: string;
}

/** How many transactions a list starts with, and how many more a press adds. */
export const PAGE_OF_TRANSACTIONS = 10;

/** The page as it opens. */
export const initialState: PageState = {
  links: [],
  reading: null,
  isConnecting: false,
  removing: null,
  notice: null,
  shown: PAGE_OF_TRANSACTIONS,
  log: [],
  settings: {presentation: 'modal', locale: 'es', accessMode: 'recurrent', colorScheme: 'auto'},
  isPanelOpen: false,
  copied: null,
  announcement: '',
};

/** What a person can ask of the page. */
export interface Actions {
  readonly connect: () => void;
  readonly show: (link: string) => void;
  readonly remove: (link: Link) => void;
  readonly showMore: () => void;
  readonly dismissNotice: () => void;
  readonly changeSettings: (change: Partial<Settings>) => void;
  readonly clearLog: () => void;
  readonly togglePanel: () => void;
  readonly copy: (text: string, key: string) => void;
}
