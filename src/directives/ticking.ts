import {noChange} from 'lit';
import {AsyncDirective, directive} from 'lit/async-directive.js';
import type {Clock} from '../api/request.js';

/** Draws a value again every second; `now` and `since`, when it first appeared, in milliseconds of the clock. */
type Draw = (now: number, since: number) => unknown;

class Ticking extends AsyncDirective {
  #clock: Clock | undefined;
  #draw: Draw = () => noChange;
  #since: number | undefined;
  #stop: AbortController | undefined;

  render(clock: Clock, draw: Draw): unknown {
    this.#clock = clock;
    this.#draw = draw;
    if (this.isConnected && !this.#stop) this.#start();
    return this.#value(clock);
  }

  protected override disconnected(): void {
    this.#stop?.abort();
    this.#stop = undefined;
  }

  protected override reconnected(): void {
    this.#start();
  }

  #value(clock: Clock): unknown {
    const now = clock.now();
    this.#since ??= now;
    return this.#draw(now, this.#since);
  }

  #start(): void {
    this.#stop = new AbortController();
    void this.#run(this.#stop.signal);
  }

  async #run(signal: AbortSignal): Promise<void> {
    const clock = this.#clock;
    while (clock && !signal.aborted) {
      try {
        await clock.wait(1000 - (clock.now() % 1000), signal);
      } catch {
        return;
      }
      if (!signal.aborted) this.setValue(this.#value(clock));
    }
  }
}

/** A part of a template that follows the clock, second by second, for as long as it is on the page. */
export const ticking = directive(Ticking);
