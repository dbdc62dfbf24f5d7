import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Clock} from '../api/request.js';

/** Redraws the element every second while a screen shows the time. */
export class TickController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #screen: () => string | null;
  readonly #clock: () => Clock;
  #shown: string | null = null;
  #stop = new AbortController();

  /** When the screen that shows the time appeared, in milliseconds of the clock. */
  since = 0;

  /** `screen` names the screen that shows the time; null when none does. */
  constructor(host: ReactiveControllerHost, screen: () => string | null, clock: () => Clock) {
    this.#host = host;
    this.#screen = screen;
    this.#clock = clock;
    host.addController(this);
  }

  hostUpdate(): void {
    const screen = this.#screen();
    if (screen === this.#shown) return;
    this.hostDisconnected();
    this.#shown = screen;
    this.since = this.#clock().now();
    if (screen === null) return;
    this.#stop = new AbortController();
    void this.#run(this.#clock(), this.#stop.signal);
  }

  hostDisconnected(): void {
    this.#stop.abort();
    this.#shown = null;
  }

  async #run(clock: Clock, signal: AbortSignal): Promise<void> {
    try {
      while (!signal.aborted) {
        await clock.wait(1000 - (clock.now() % 1000), signal);
        this.#host.requestUpdate();
      }
    } catch {
      // Aborted: nobody looks any more.
    }
  }
}
