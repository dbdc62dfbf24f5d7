import type {ConnectEventDetail, EventName, ExitDetail, SuccessDetail} from '../../src/index.js';

/** What a page hears of a widget, in order. */
export class EventLog {
  readonly successes: SuccessDetail[] = [];
  readonly exits: ExitDetail[] = [];
  readonly events: ConnectEventDetail[] = [];
  /** All of them by name: `belvo-success`, `belvo-exit`, and of `belvo-event` its `eventName`. */
  readonly names: string[] = [];

  constructor(target: HTMLElement) {
    target.addEventListener('belvo-success', ({detail}) => {
      this.successes.push(detail);
      this.names.push('belvo-success');
    });
    target.addEventListener('belvo-exit', ({detail}) => {
      this.exits.push(detail);
      this.names.push('belvo-exit');
    });
    target.addEventListener('belvo-event', ({detail}) => {
      this.events.push(detail);
      this.names.push(detail.eventName);
    });
  }

  /** The `belvo-event` details of one name. */
  named(eventName: EventName): ConnectEventDetail[] {
    return this.events.filter((detail) => detail.eventName === eventName);
  }

  /** The paths of the screens that appeared, in order. */
  get pages(): unknown[] {
    return this.named('PAGE_LOAD').map(({meta_data}) => meta_data['page']);
  }

  /** Everything heard, as the page would send it to its server. */
  toString(): string {
    return JSON.stringify([this.successes, this.exits, this.events]);
  }
}

type Level = 'error' | 'warn' | 'log' | 'info' | 'debug';

const levels: readonly Level[] = ['error', 'warn', 'log', 'info', 'debug'];

/**
 * The browser's console, which is quiet unless the page has a mistake to mend. Lines that no test asked for fail the
 * test that caused them.
 */
export class ConsoleLog {
  #lines: string[] = [];
  readonly #target: Record<Level, (...data: unknown[]) => void>;
  readonly #original: Record<Level, (...data: unknown[]) => void>;

  constructor(target: Record<Level, (...data: unknown[]) => void>) {
    this.#target = target;
    this.#original = {...target};
    for (const level of levels) {
      target[level] = (...data) => {
        const line = data.map(text).join(' ');
        if (line.startsWith('<belvo-connect>')) this.#lines.push(line);
        else this.#original[level].apply(target, data);
      };
    }
  }

  /** The widget's own lines so far, which from now on count as expected. */
  take(): string[] {
    return this.#lines.splice(0);
  }

  /** Resolves with the widget's next line. Rejects when none comes, or several. */
  async line(): Promise<string> {
    const end = performance.now() + 5000;
    while (this.#lines.length === 0) {
      if (performance.now() > end) throw new Error('The widget wrote nothing to the console.');
      await turn(10);
    }
    // A second line would come with the first.
    await turn(0);
    const [line = '', ...more] = this.take();
    if (more.length === 0) return line;
    throw new Error(`The widget wrote more than one line: ${[line, ...more].join(' | ')}`);
  }

  /** Gives the console back as it was. */
  restore(): void {
    Object.assign(this.#target, this.#original);
  }
}

async function turn(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

function text(value: unknown): string {
  if (value instanceof Error) return `${value.name}: ${value.message} ${value.stack ?? ''}`;
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}
