/** Something that is to go wrong, by route and count. */
export interface Fault {
  readonly method?: string | undefined;
  /** Exact path, or everything below it when it ends in `*`. */
  readonly path: string;
  /** Status to answer with instead of carrying the request out. */
  readonly status?: number | undefined;
  /** Body to answer with: text as it is, anything else as JSON. */
  readonly body?: unknown;
  /** Milliseconds before the answer. */
  readonly latency?: number | undefined;
  /** Cuts the connection before or after the request took effect. */
  readonly drop?: 'before' | 'after' | undefined;
  /** Value of the `Retry-After` header. */
  readonly retryAfter?: string | number | undefined;
  /** How many requests it hits; all when absent. */
  readonly times?: number | undefined;
}

/** Thrown by `fetch` when a fault cuts the connection. A server destroys the socket; a caller sees a network error. */
export class DroppedConnectionError extends TypeError {
  override readonly name = 'DroppedConnectionError';

  constructor() {
    super('Failed to fetch: the sandbox dropped the connection.');
  }
}

/** The faults in force. */
export class Faults {
  #faults: {fault: Fault; left: number}[] = [];

  /** Replaces all faults. */
  set(faults: readonly Fault[]): void {
    this.#faults = faults.map((fault) => ({fault, left: fault.times ?? Infinity}));
  }

  /** The first fault that is meant for a request; counts as used. */
  take(method: string, path: string): Fault | null {
    const found = this.#faults.find(({fault, left}) => left > 0 && isMeant(fault, method, path));
    if (!found) return null;
    found.left -= 1;
    return found.fault;
  }
}

function isMeant(fault: Fault, method: string, path: string): boolean {
  if (fault.method && fault.method.toUpperCase() !== method) return false;
  return fault.path.endsWith('*') ? path.startsWith(fault.path.slice(0, -1)) : path === fault.path;
}
