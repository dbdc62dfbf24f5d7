/** Objects that outlive a widget. */
function isGlobal(target: unknown): boolean {
  return (
    target === window ||
    target === document ||
    target === window.visualViewport ||
    target instanceof MediaQueryList
  );
}

interface Entry {
  readonly target: EventTarget;
  readonly type: string;
  readonly listener: unknown;
  readonly capture: boolean;
}

type Options = boolean | AddEventListenerOptions | undefined;

/** Counts what listens to the window, the document and media queries, from its start to `stop()`. */
export class ListenerCount {
  #entries: Entry[] = [];
  readonly #add = EventTarget.prototype.addEventListener;
  readonly #remove = EventTarget.prototype.removeEventListener;

  constructor() {
    const note = (entry: Entry, options: Options) => this.#note(entry, options);
    const forget = (entry: Entry) => this.#forget(entry);
    const add = this.#add;
    const remove = this.#remove;
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      const target = this ?? window;
      if (isGlobal(target)) note({target, type, listener, capture: isCapture(options)}, options);
      add.call(target, type, listener, options);
    };
    EventTarget.prototype.removeEventListener = function (type, listener, options) {
      const target = this ?? window;
      if (isGlobal(target)) forget({target, type, listener, capture: isCapture(options)});
      remove.call(target, type, listener, options);
    };
  }

  /** The types of events that are listened to. */
  get types(): readonly string[] {
    return this.#entries.map(({type}) => type);
  }

  /** Gives the browser's own functions back. */
  stop(): void {
    EventTarget.prototype.addEventListener = this.#add;
    EventTarget.prototype.removeEventListener = this.#remove;
  }

  #note(entry: Entry, options: Options): void {
    if (this.#entries.some((each) => isSame(each, entry))) return;
    this.#entries.push(entry);
    if (typeof options !== 'object') return;
    const forget = () => this.#forget(entry);
    if (options.signal) this.#add.call(options.signal, 'abort', forget);
    if (options.once) this.#add.call(entry.target, entry.type, forget, {once: true});
  }

  #forget(entry: Entry): void {
    this.#entries = this.#entries.filter((each) => !isSame(each, entry));
  }
}

function isCapture(options: boolean | EventListenerOptions | undefined): boolean {
  return typeof options === 'object' ? Boolean(options.capture) : Boolean(options);
}

function isSame(a: Entry, b: Entry): boolean {
  return (
    a.target === b.target &&
    a.type === b.type &&
    a.listener === b.listener &&
    a.capture === b.capture
  );
}
