/** Where commands and words wait on this device until the laptop has them: in IndexedDB, so that they outlive the page. */
import type { Failure } from '../generated/Failure';
import type { Item } from './queue';

/** Words that the laptop did not take. */
export interface KeptWords {
  id: string;
  command: Item['command'];
  failure: Failure;
}

/** What waits, apart for each session and seat (`of`). */
export interface Shelf {
  /** Whether it outlives the page. */
  readonly lasting: boolean;
  /** The commands that wait, in the order in which they came. */
  items(of: string): Promise<Item[]>;
  /** Writes a command down, behind the others (or where it stands already), and takes the one that it makes needless away with it. */
  put(of: string, item: Item, needless?: string): Promise<void>;
  /** Writes a command down in the place of another. */
  replace(of: string, item: Item, old: string): Promise<void>;
  /** Takes a command away. */
  remove(id: string): Promise<void>;
  /** Whether a command is still there. */
  has(id: string): Promise<boolean>;
  /** The words that were not taken. */
  kept(of: string): Promise<KeptWords[]>;
  /** Keeps words that were not taken; the command no longer waits. */
  keep(of: string, words: KeptWords): Promise<void>;
  /** Lets such words go. */
  letGo(id: string): Promise<void>;
}

interface Row {
  id: string;
  of: string;
  place: number;
  item: Item;
}

/** A shelf in memory, for where nothing can be kept. */
export function memoryShelf(): Shelf {
  const rows = new Map<string, Row>();
  const words = new Map<string, KeptWords & { of: string }>();
  let place = 0;
  return {
    lasting: false,
    items: async (of) => [...rows.values()].filter((row) => row.of === of).sort((a, b) => a.place - b.place).map((row) => row.item),
    async put(of, item, needless) {
      if (needless !== undefined) rows.delete(needless);
      rows.set(item.id, { id: item.id, of, place: rows.get(item.id)?.place ?? place++, item });
    },
    async replace(of, item, old) {
      const before = rows.get(old)?.place ?? place++;
      rows.delete(old);
      rows.set(item.id, { id: item.id, of, place: before, item });
    },
    remove: async (id) => void rows.delete(id),
    has: async (id) => rows.has(id),
    kept: async (of) => [...words.values()].filter((one) => one.of === of).map(({ id, command, failure }) => ({ id, command, failure })),
    async keep(of, kept) {
      rows.delete(kept.id);
      words.set(kept.id, { ...kept, of });
    },
    letGo: async (id) => void words.delete(id),
  };
}

const NAME = 'regiotafel';
const ITEMS = 'outbox';
const WORDS = 'kept';

/** The shelf of this device; in memory where the browser keeps nothing. */
export async function deviceShelf(): Promise<Shelf> {
  try {
    return indexedShelf(await opened());
  } catch {
    return memoryShelf();
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(ITEMS, { keyPath: 'id' }).createIndex('of', 'of');
      request.result.createObjectStore(WORDS, { keyPath: 'id' }).createIndex('of', 'of');
    };
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error ?? new Error('indexedDB'));
    // Some browsers never answer where nothing may be kept.
    setTimeout(() => fail(new Error('indexedDB')), 2000);
  });
}

function indexedShelf(database: IDBDatabase): Shelf {
  // Two pages of one device at the same time: the clock keeps them apart well enough, the rest counts on from there.
  let last = 0;
  const nextPlace = (): number => (last = Math.max(last + 1, Date.now()));

  function run<T>(mode: IDBTransactionMode, work: (items: IDBObjectStore, words: IDBObjectStore, give: (value: T) => void) => void): Promise<T> {
    return new Promise((done, fail) => {
      const transaction = database.transaction([ITEMS, WORDS], mode, { durability: 'strict' });
      let result: T;
      transaction.oncomplete = () => done(result);
      transaction.onabort = transaction.onerror = () => fail(transaction.error ?? new Error('indexedDB'));
      work(transaction.objectStore(ITEMS), transaction.objectStore(WORDS), (value) => (result = value));
    });
  }

  function all<T>(store: IDBObjectStore, of: string, give: (rows: T[]) => void): void {
    const request = store.index('of').getAll(of) as IDBRequest<T[]>;
    request.onsuccess = () => give(request.result);
  }

  /** In the place of `where`, or last. */
  function put(items: IDBObjectStore, of: string, item: Item, where: string): void {
    const before = items.get(where) as IDBRequest<Row | undefined>;
    before.onsuccess = () => items.put({ id: item.id, of, place: before.result?.place ?? nextPlace(), item } satisfies Row);
  }

  return {
    lasting: true,
    async items(of) {
      const rows = await run<Row[]>('readonly', (items, _, give) => all(items, of, give));
      last = Math.max(last, ...rows.map((row) => row.place));
      return rows.sort((a, b) => a.place - b.place).map((row) => row.item);
    },
    put: (of, item, needless) =>
      run('readwrite', (items) => {
        if (needless !== undefined) items.delete(needless);
        put(items, of, item, item.id);
      }),
    replace: (of, item, old) =>
      run('readwrite', (items) => {
        put(items, of, item, old);
        items.delete(old);
      }),
    remove: (id) => run('readwrite', (items) => void items.delete(id)),
    has: (id) =>
      run<boolean>('readonly', (items, _, give) => {
        const count = items.count(id);
        count.onsuccess = () => give(count.result > 0);
      }),
    async kept(of) {
      const rows = await run<(KeptWords & { of: string })[]>('readonly', (_, words, give) => all(words, of, give));
      return rows.map(({ id, command, failure }) => ({ id, command, failure }));
    },
    keep: (of, kept) =>
      run('readwrite', (items, words) => {
        items.delete(kept.id);
        words.put({ ...kept, of });
      }),
    letGo: (id) => run('readwrite', (_, words) => void words.delete(id)),
  };
}
