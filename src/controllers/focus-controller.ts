import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** What is on screen: another key is another screen, `over` the leave question above it. */
interface View {
  readonly key: string;
  readonly over: boolean;
  /** Whether the person has gone past the first screen, and so has had the focus here. */
  readonly begun: boolean;
}

/**
 * Moves the focus to the heading of a screen that has just appeared, if the focus was ours: a person at work elsewhere
 * on the page is left alone. From the leave question it comes back to where it was.
 */
export class FocusController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #view: () => View;
  #shown: View;
  #first = true;
  #ours: Element | null = null;
  #before: Element | null = null;

  constructor(host: ReactiveControllerHost & Element, view: () => View) {
    this.#host = host;
    this.#view = view;
    this.#shown = view();
    host.addController(this);
  }

  hostUpdate(): void {
    this.#ours = this.#host.shadowRoot?.activeElement ?? null;
    if (this.#view().over && !this.#shown.over) this.#before = this.#ours;
  }

  hostUpdated(): void {
    const last = this.#shown;
    const now = this.#view();
    this.#shown = now;
    const root = this.#host.shadowRoot;
    // This code came while the first screens were there: the person may have left one without it, and the focus is lost.
    if (this.#first && now.begun && this.#host.ownerDocument.activeElement?.matches('body')) {
      this.#ours = this.#host;
    }
    this.#first = false;
    const same = now.key === last.key && now.over === last.over;
    // Also what comes later to the same screen, such as a form, may replace the node that had the focus.
    if (same && (!this.#ours || root?.activeElement)) return;
    if (!this.#ours && !this.#isModal()) return;
    const back = last.over && now.key === last.key && this.#before?.isConnected;
    const heading = root?.querySelector(now.over ? '#leave-heading' : '#heading');
    const target = back ? this.#before : heading;
    if (target instanceof HTMLElement) target.focus({preventScroll: true});
  }

  /** In a modal nothing else on the page can have the focus. */
  #isModal(): boolean {
    return this.#host.shadowRoot?.querySelector('dialog') !== null;
  }
}
