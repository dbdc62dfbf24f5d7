/** What is remembered of a request. No body, no header, no value of a query: nothing that a person typed. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  /** Names of the query parameters. */
  readonly query: readonly string[];
  /** Null when the connection was cut before an answer. */
  readonly status: number | null;
  readonly auth: 'none' | 'basic' | 'bearer';
  readonly request_id: string;
  /** Milliseconds since 1970, by the sandbox's clock. */
  readonly at: number;
}

/** Requests kept; older ones are forgotten. */
const capacity = 1000;

/** The last requests to the API. */
export class RequestLog {
  #entries: LoggedRequest[] = [];

  get entries(): readonly LoggedRequest[] {
    return this.#entries;
  }

  add(entry: LoggedRequest): void {
    this.#entries.push(entry);
    if (this.#entries.length > capacity) this.#entries.shift();
  }

  clear(): void {
    this.#entries = [];
  }
}
