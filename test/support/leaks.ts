import type {BelvoConnect} from '../../src/index.js';

/** A request as the page's monitors could see it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly authorization: string;
}

/** Secrets by what they are, such as `password`. */
export type Secrets = Readonly<Record<string, string>>;

type Allows = (secret: string, request: SeenRequest, part: 'body' | 'authorization') => boolean;

/** Watches every place in which a secret could end up, from its start to `stop()`. */
export class LeakWatch {
  readonly #undo: (() => void)[] = [];
  readonly #events: string[] = [];
  readonly #console: string[] = [];
  readonly #errors: string[] = [];
  readonly requests: SeenRequest[] = [];

  constructor(readonly element: BelvoConnect) {
    // The browser keeps few of these: without those of the tests themselves there is room.
    performance.clearResourceTimings();
    for (const name of ['belvo-success', 'belvo-exit', 'belvo-event']) {
      this.#listen(document, name, (event) => {
        this.#events.push(JSON.stringify(event instanceof CustomEvent ? event.detail : null));
      });
    }
    this.#watchConsole();
    this.#watchFetch();
  }

  /** Notes an error that the page got to see. Those that nobody caught fail the test by themselves. */
  noteError(error: unknown): void {
    this.#errors.push(textOf(error));
  }

  /** Gives the page back as it was. */
  stop(): void {
    for (const undo of this.#undo.splice(0).reverse()) undo();
  }

  /** Where secrets were found, as `password in the console`. `allows` says which request needs which secret. */
  async find(secrets: Secrets, allows: Allows = () => false): Promise<readonly string[]> {
    const places = await this.#places();
    const found = new Set<string>();
    for (const [secret, value] of Object.entries(secrets)) {
      const forms = formsOf(value);
      const isIn = (text: string) => forms.some((form) => text.toLowerCase().includes(form));
      for (const [place, text] of places) if (isIn(text)) found.add(`${secret} in ${place}`);
      for (const request of this.requests) {
        const where = `a request: ${request.method} ${new URL(request.url).pathname}`;
        if (isIn(request.url)) found.add(`${secret} in the address of ${where}`);
        for (const part of ['body', 'authorization'] as const) {
          if (isIn(request[part]) && !allows(secret, request, part)) {
            found.add(`${secret} in the ${part} of ${where}`);
          }
        }
      }
    }
    return [...found].sort();
  }

  async #places(): Promise<readonly (readonly [string, string])[]> {
    return [
      ['an event', this.#events.join('\n')],
      ['the console', this.#console.join('\n')],
      ['an error', this.#errors.join('\n')],
      ['the HTML', htmlOf(document.documentElement)],
      ['an input', valuesIn(this.element)],
      ['the address', location.href],
      ['the history', JSON.stringify(history.state) ?? ''],
      ['the storage', JSON.stringify([{...localStorage}, {...sessionStorage}])],
      ['a database', await databases()],
      ['a cache', await cached()],
      ['a cookie', document.cookie],
      ['a performance entry', JSON.stringify(performance.getEntries())],
      ['a global name', Object.keys(window).join('\n')],
    ];
  }

  #listen(target: EventTarget, name: string, listener: (event: Event) => void): void {
    target.addEventListener(name, listener);
    this.#undo.push(() => target.removeEventListener(name, listener));
  }

  #watchConsole(): void {
    const target = window.console;
    for (const level of ['error', 'warn', 'info', 'log', 'debug', 'trace'] as const) {
      const original = target[level];
      target[level] = (...data: unknown[]) => {
        this.#console.push(data.map(textOf).join(' '));
        if (level === 'error' || level === 'warn') original.apply(target, data);
      };
      this.#undo.push(() => (target[level] = original));
    }
  }

  #watchFetch(): void {
    const original = window.fetch;
    window.fetch = async (input, init) => {
      const request = new Request(input, init);
      const {method, url, headers} = request;
      // What the tests themselves ask of their sandbox is no business of the widget.
      if (!new URL(url).pathname.startsWith('/__test/')) {
        const body = typeof init?.body === 'string' ? init.body : '';
        const authorization = headers.get('authorization') ?? '';
        this.requests.push({method, url, body, authorization});
      }
      return original.call(window, input, init);
    };
    this.#undo.push(() => (window.fetch = original));
  }
}

/** The forms in which a value may be written down, in lower case. */
function formsOf(value: string): readonly string[] {
  const bytes = [...new TextEncoder().encode(value)];
  const base64 = btoa(String.fromCharCode(...bytes));
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const reversed = [...value].reverse().join('');
  return [value, encodeURIComponent(value), base64.replace(/=+$/, ''), hex, reversed].map((form) =>
    form.toLowerCase(),
  );
}

function textOf(value: unknown): string {
  if (value instanceof Error) {
    const {name, message, stack, cause} = value;
    return [name, message, stack, textOf(cause), JSON.stringify(value)].join(' ');
  }
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}

/** All markup, that of open shadow roots included. */
function htmlOf(element: Element): string {
  const tag = element.cloneNode(false);
  const own = tag instanceof Element ? tag.outerHTML : '';
  const children = [...element.childNodes, ...(element.shadowRoot?.childNodes ?? [])];
  const inside = children.map((node) =>
    node instanceof Element ? htmlOf(node) : (node.textContent ?? ''),
  );
  return [own, ...inside].join('\n');
}

function valuesIn(element: BelvoConnect): string {
  const inputs = element.shadowRoot?.querySelectorAll<HTMLInputElement>('input, select') ?? [];
  return [...inputs].map(({value}) => value).join('\n');
}

async function databases(): Promise<string> {
  return JSON.stringify(await indexedDB.databases());
}

async function cached(): Promise<string> {
  const keys = await caches.keys();
  const requests = await Promise.all(keys.map(async (key) => (await caches.open(key)).keys()));
  return JSON.stringify([keys, requests.flat().map(({url}) => url)]);
}
