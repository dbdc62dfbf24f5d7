import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Whether the person's system asks for dark colours, followed while the element is on the page. */
export class SchemeController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #query: MediaQueryList | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get dark(): boolean {
    return this.#query?.matches ?? false;
  }

  hostConnected(): void {
    this.#query = globalThis.matchMedia?.('(prefers-color-scheme: dark)');
    this.#query?.addEventListener('change', this.#changed);
  }

  hostDisconnected(): void {
    this.#query?.removeEventListener('change', this.#changed);
  }

  readonly #changed = (): void => this.#host.requestUpdate();
}
