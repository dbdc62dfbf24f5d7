import type {Link} from '../belvo-data.js';
import {addLink, listLinks, readLink, removeLink} from './backend-client.js';
import {copyText} from './copy-text.js';
import {institutionName} from './format.js';
import {initialState, PAGE_OF_TRANSACTIONS} from './state.js';
import type {Actions, PageState} from './state.js';

const LOG_LENGTH = 200;
const COPIED_MS = 2000;

/** The page's state and everything that can happen to it; what it looks like is somebody else's business. */
export class Page {
  /** What a person can do. */
  readonly actions: Actions = {
    connect: () => {
      this.#update({notice: null});
      this.#open();
    },
    show: (link) => void this.#show(link),
    remove: (link) => void this.#remove(link),
    showMore: () => this.#update({shown: this.#state.shown + PAGE_OF_TRANSACTIONS}),
    dismissNotice: () => this.#update({notice: null}),
    changeSettings: (change) => this.#update({settings: {...this.#state.settings, ...change}}),
    clearLog: () => this.#update({log: []}),
    togglePanel: () => this.#update({isPanelOpen: !this.#state.isPanelOpen}),
    copy: (text, key) => void this.#copy(text, key),
  };

  readonly #changed: () => void;
  readonly #open: () => void;
  #state = initialState;
  #copies = 0;

  /** `changed` is called after each change of state; `open` starts the widget. */
  constructor(changed: () => void, open: () => void) {
    this.#changed = changed;
    this.#open = open;
  }

  /** Everything there is to draw. */
  get state(): PageState {
    return this.#state;
  }

  /** Asks the server for links connected earlier, and shows the newest. */
  async start(): Promise<void> {
    this.#changed();
    try {
      this.#update({links: await listLinks()});
    } catch {
      this.#update({notice: 'No pudimos cargar tus bancos conectados. Recarga la página.'});
      return;
    }
    await this.#showNewest();
  }

  /** The element fired an event; the developer panel lists it. */
  hear(name: string, detail: unknown): void {
    const entry = {at: new Date(), name, detail};
    this.#update({log: [entry, ...this.#state.log].slice(0, LOG_LENGTH)});
  }

  /** The widget created a link. */
  async welcome(id: string): Promise<void> {
    try {
      const link = await addLink(id);
      const others = this.#state.links.filter((other) => other.id !== id);
      this.#update({links: [...others, link]});
    } catch {
      this.#update({notice: 'Tu banco se conectó, pero no pudimos guardarlo. Inténtalo de nuevo.'});
      return;
    }
    await this.#show(id);
  }

  /** The widget shows its first screen, or is gone. */
  setConnecting(isConnecting: boolean): void {
    if (isConnecting !== this.#state.isConnecting) this.#update({isConnecting});
  }

  async #showNewest(): Promise<void> {
    const newest = this.#state.links.at(-1);
    if (newest === undefined) this.#update({reading: null});
    else await this.#show(newest.id);
  }

  async #show(link: string): Promise<void> {
    this.#update({
      reading: {status: 'loading', link},
      shown: PAGE_OF_TRANSACTIONS,
      announcement: 'Leyendo tus cuentas',
    });
    const started = this.#state.reading;
    // An answer counts only while nothing else was asked for in the meantime.
    const finish = (change: Partial<PageState>): void => {
      if (this.#state.reading === started) this.#update(change);
    };
    try {
      const data = await readLink(link);
      finish({reading: {status: 'read', link, data}, announcement: 'Tus cuentas están listas'});
    } catch {
      const announcement = 'No pudimos leer tu información';
      finish({reading: {status: 'failed', link}, announcement});
    }
  }

  async #remove(link: Link): Promise<void> {
    if (this.#state.removing !== null) return;
    const {title} = institutionName(link.institution);
    this.#update({removing: link.id, notice: null});
    try {
      await removeLink(link.id);
    } catch {
      this.#update({removing: null, notice: `No pudimos quitar ${title}. Inténtalo de nuevo.`});
      return;
    }
    this.#update({
      removing: null,
      links: this.#state.links.filter(({id}) => id !== link.id),
      announcement: `${title} ya no está conectado`,
    });
    if (this.#state.reading?.link === link.id) await this.#showNewest();
  }

  async #copy(text: string, key: string): Promise<void> {
    const turn = ++this.#copies;
    const isCopied = await copyText(text);
    this.#update({
      copied: isCopied ? key : null,
      announcement: isCopied ? `Copiado: ${text}` : 'Tu navegador no permitió copiar',
    });
    setTimeout(() => {
      if (turn === this.#copies) this.#update({copied: null, announcement: ''});
    }, COPIED_MS);
  }

  #update(change: Partial<PageState>): void {
    this.#state = {...this.#state, ...change};
    this.#changed();
  }
}
