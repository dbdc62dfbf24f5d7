import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** How many open modals hold the page's scroll, by document, and what its style was before the first. */
const locks = new WeakMap<Document, {count: number; overflow: string}>();

/** Shows the element's dialog in the top layer for as long as it is drawn, and gives the page back as it was. */
export class ModalController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #dialog: HTMLDialogElement | null = null;
  #opener: Element | null = null;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const dialog = this.#host.shadowRoot?.querySelector('dialog') ?? null;
    if (dialog === this.#dialog) return;
    this.#dialog = dialog;
    if (dialog) this.#show(dialog);
    else this.#restore();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      // A dialog that was moved in the document has lost its place in the top layer.
      if (this.#host.isConnected && this.#dialog) this.#reshow(this.#dialog);
      else if (this.#dialog) this.#restore();
    });
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  #show(dialog: HTMLDialogElement): void {
    this.#opener = deepActiveElement(this.#host.ownerDocument);
    hold(this.#host.ownerDocument);
    dialog.showModal();
  }

  #reshow(dialog: HTMLDialogElement): void {
    dialog.removeAttribute('open');
    dialog.showModal();
  }

  #restore(): void {
    release(this.#host.ownerDocument);
    this.#dialog = null;
    const opener = this.#opener;
    this.#opener = null;
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus({preventScroll: true});
  }
}

function hold(document: Document): void {
  const {style} = document.documentElement;
  const lock = locks.get(document) ?? {count: 0, overflow: style.overflow};
  locks.set(document, {...lock, count: lock.count + 1});
  style.overflow = 'hidden';
}

function release(document: Document): void {
  const lock = locks.get(document);
  if (!lock) return;
  if (lock.count > 1) {
    locks.set(document, {...lock, count: lock.count - 1});
    return;
  }
  locks.delete(document);
  document.documentElement.style.overflow = lock.overflow;
}

function deepActiveElement(document: Document): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active === document.body ? null : active;
}
