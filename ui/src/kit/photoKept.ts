/** A photo that is not yet safe on the laptop waits on this device, in IndexedDB: the camera of a browser leaves no other copy. */
import type { PhotoAbout } from '../generated/PhotoAbout';

/** What waits. */
export interface KeptPhoto {
  id: string;
  about: PhotoAbout;
  picture: Blob;
}

const NAME = 'regiotafel-photos';
const STORE = 'photo';

function opened(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error ?? new Error('indexedDB'));
  });
}

/** Does something with the store; gives nothing where this browser keeps nothing. */
async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  try {
    const database = await opened();
    return await new Promise<T>((done, fail) => {
      const request = work(database.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error ?? new Error('indexedDB'));
    }).finally(() => database.close());
  } catch {
    return undefined;
  }
}

export const keptPhotos = {
  /** Keeps a photo, or what is said about it now. */
  keep: async (photo: KeptPhoto): Promise<void> => void (await within('readwrite', (store) => store.put(photo))),
  /** Lets it go: it is safe, or nobody wants it. */
  letGo: async (id: string): Promise<void> => void (await within('readwrite', (store) => store.delete(id))),
  /** One that waits, of this table and person. */
  async of(table: number, by: string | null): Promise<KeptPhoto | undefined> {
    const all = ((await within('readonly', (store) => store.getAll())) ?? []) as KeptPhoto[];
    return all.find((one) => one.about.table === table && one.about.by === by);
  },
};
