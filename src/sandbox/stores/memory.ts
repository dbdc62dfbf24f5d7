import {select} from '../query.js';
import type {Query} from '../query.js';
import type {
  Collection,
  Documents,
  Found,
  LinkChange,
  Store,
  StoredDocument,
  StoredLink,
  StoredSession,
} from '../store.js';

/** One account's part of the store. */
interface Partition {
  readonly links: Map<string, StoredLink>;
  /** Link ids by `userKey`. */
  readonly users: Map<string, string>;
  readonly sessions: Map<string, StoredSession>;
  readonly spent: Set<string>;
  readonly documents: {[K in Collection]: Map<string, StoredDocument<K>>};
}

function createPartition(): Partition {
  return {
    links: new Map(),
    users: new Map(),
    sessions: new Map(),
    spent: new Set(),
    documents: {accounts: new Map(), owners: new Map(), transactions: new Map()},
  };
}

function removeOf(link: string, entries: Map<string, {readonly link: string}>): void {
  for (const [id, entry] of entries) if (entry.link === link) entries.delete(id);
}

class MemoryStore implements Store {
  readonly kind = 'memory';
  #partitions = new Map<string, Partition>();

  #of(owner: string): Partition {
    const found = this.#partitions.get(owner) ?? createPartition();
    this.#partitions.set(owner, found);
    return found;
  }

  async insertLink(link: StoredLink): Promise<StoredLink | null> {
    const {links, users} = this.#of(link.owner);
    const existing = links.get(users.get(link.userKey) ?? '');
    if (existing) return existing;
    links.set(link.id, link);
    users.set(link.userKey, link.id);
    return null;
  }

  async updateLink(owner: string, id: string, change: LinkChange): Promise<StoredLink | null> {
    const {links} = this.#of(owner);
    const link = links.get(id);
    if (!link) return null;
    const changed = {...link, ...change};
    links.set(id, changed);
    return changed;
  }

  async findLink(owner: string, id: string): Promise<StoredLink | null> {
    return this.#of(owner).links.get(id) ?? null;
  }

  async listLinks(owner: string, query: Query): Promise<Found<StoredLink>> {
    return select([...this.#of(owner).links.values()].reverse(), query);
  }

  async deleteLink(owner: string, id: string): Promise<boolean> {
    const {links, users, sessions, documents} = this.#of(owner);
    const link = links.get(id);
    if (!link) return false;
    links.delete(id);
    users.delete(link.userKey);
    for (const entries of [sessions, ...Object.values(documents)]) removeOf(id, entries);
    return true;
  }

  async insertSession(session: StoredSession): Promise<void> {
    this.#of(session.owner).sessions.set(session.id, session);
  }

  async findSession(owner: string, id: string): Promise<StoredSession | null> {
    return this.#of(owner).sessions.get(id) ?? null;
  }

  async takeSession(owner: string, id: string): Promise<StoredSession | null> {
    const {sessions} = this.#of(owner);
    const session = sessions.get(id) ?? null;
    sessions.delete(id);
    return session;
  }

  async spendToken(owner: string, widgetSession: string): Promise<boolean> {
    const {spent} = this.#of(owner);
    if (spent.has(widgetSession)) return false;
    spent.add(widgetSession);
    return true;
  }

  async isTokenSpent(owner: string, widgetSession: string): Promise<boolean> {
    return this.#of(owner).spent.has(widgetSession);
  }

  async saveDocuments<K extends Collection>(
    owner: string,
    collection: K,
    documents: readonly StoredDocument<K>[],
  ): Promise<void> {
    const {links, documents: all} = this.#of(owner);
    for (const document of documents) {
      if (links.has(document.link)) all[collection].set(document.id, document);
    }
  }

  async findDocument<K extends Collection>(
    owner: string,
    collection: K,
    id: string,
  ): Promise<Documents[K] | null> {
    return this.#of(owner).documents[collection].get(id)?.body ?? null;
  }

  async listDocuments<K extends Collection>(
    owner: string,
    collection: K,
    query: Query,
  ): Promise<Found<Documents[K]>> {
    const sorted = [...this.#of(owner).documents[collection].values()].sort(
      (a, b) => a.position - b.position || (a.id < b.id ? -1 : 1),
    );
    const found = select(sorted, query, (entry) => ({link: entry.link, ...entry.body}));
    return {count: found.count, items: found.items.map((entry) => entry.body)};
  }

  async deleteDocument(owner: string, collection: Collection, id: string): Promise<boolean> {
    return this.#of(owner).documents[collection].delete(id);
  }

  async clear(): Promise<void> {
    this.#partitions.clear();
  }

  async close(): Promise<void> {
    await this.clear();
  }
}

/** A store that lives as long as the page or process. The default. */
export function createMemoryStore(): Store {
  return new MemoryStore();
}
