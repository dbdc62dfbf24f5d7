import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * Moves the focus to the heading of a screen that has just appeared, if the focus was ours: a person at work elsewhere
 * on the page is left alone. Behind the leave question, it comes back to where it was.
 */
export class FocusController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #screen: () => {readonly key: string; readonly over: boolean};
  #shown = {key: '', over: false};
  #ours = false;
  #before: Element | null = null;

  /** `screen` names what is shown: another key is another screen, `over` the leave question above it. */
  constructor(
    host: ReactiveControllerHost & Element,
    screen: () => {readonly key: string; readonly over: boolean},
  ) {
    this.#host = host;
    this.#screen = screen;
    host.addController(this);
  }

  /** The next screen takes the focus, wherever it is now: the person has just opened the widget. */
  claim(): void {
    this.#ours = true;
  }

  hostUpdate(): void {
    const active = this.#host.shadowRoot?.activeElement ?? null;
    if (active) this.#ours = true;
    if (this.#screen().over && !this.#shown.over) this.#before = active;
  }

  hostUpdated(): void {
    const last = this.#shown;
    const now = this.#screen();
    this.#shown = now;
    if (now.key === '' || (now.key === last.key && now.over === last.over)) {
      if (now.key === '') this.#ours = false;
      return;
    }
    if (this.#ours) this.#move(now.over, last.over && now.key === last.key);
    this.#ours = false;
  }

  #move(over: boolean, returned: boolean): void {
    const root = this.#host.shadowRoot;
    const heading = root?.querySelector<HTMLElement>(over ? '#leave-heading' : '#heading');
    const target = returned && this.#before?.isConnected ? this.#before : heading;
    if (target instanceof HTMLElement) target.focus({preventScroll: true});
  }
}
