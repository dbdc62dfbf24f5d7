import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** How many open modals hold a document's scroll, and what its style was before the first. */
const locks = new WeakMap<Document, {count: number; overflow: string}>();

/** Holds the page still while the element's dialog is open, and gives it back as it was. */
export class ScrollController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #held: Document | null = null;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const open = this.#host.isConnected && this.#host.shadowRoot?.querySelector('dialog');
    if (open && !this.#held) hold((this.#held = this.#host.ownerDocument));
    if (!open) this.#release();
  }

  hostDisconnected(): void {
    this.#release();
  }

  #release(): void {
    if (this.#held) release(this.#held);
    this.#held = null;
  }
}

function hold(document: Document): void {
  const {style} = document.documentElement;
  const {count, overflow} = locks.get(document) ?? {count: 0, overflow: style.overflow};
  locks.set(document, {count: count + 1, overflow});
  style.overflow = 'hidden';
}

function release(document: Document): void {
  const {count = 0, overflow = ''} = locks.get(document) ?? {};
  if (count > 1) {
    locks.set(document, {count: count - 1, overflow});
    return;
  }
  locks.delete(document);
  document.documentElement.style.overflow = overflow;
}
