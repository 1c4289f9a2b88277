import type { Entry } from './rules/entry.ts';

const SHELF = 'entries';

/** Where nothing may be kept (a private window), entries live as long as the page. */
const memory = new Map<string, Entry>();

let opened: Promise<IDBDatabase | undefined> | undefined;

function openShelf(): Promise<IDBDatabase | undefined> {
  opened ??= new Promise((resolve) => {
    try {
      const asked = indexedDB.open('dealtrail-stand', 1);
      asked.addEventListener('upgradeneeded', () => asked.result.createObjectStore(SHELF, { keyPath: 'id' }));
      asked.addEventListener('success', () => resolve(asked.result));
      asked.addEventListener('error', () => resolve(undefined));
    } catch {
      resolve(undefined);
    }
  });
  return opened;
}

const answered = <Value>(asked: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    asked.addEventListener('success', () => resolve(asked.result));
    asked.addEventListener('error', () => reject(asked.error ?? new Error('the browser kept nothing')));
  });

/** Every entry of one stand and member that this browser keeps. */
export async function readEntries(desk: string): Promise<Entry[]> {
  const shelf = await openShelf();
  const all = shelf
    ? await answered<Entry[]>(shelf.transaction(SHELF).objectStore(SHELF).getAll())
    : [...memory.values()];
  return all.filter((entry) => entry.desk === desk);
}

/** Keeps an entry, also over the end of the page. */
export async function keepEntry(entry: Entry): Promise<void> {
  const shelf = await openShelf();
  if (shelf) await answered(shelf.transaction(SHELF, 'readwrite').objectStore(SHELF).put(entry));
  else memory.set(entry.id, entry);
}

/** Forgets an entry. */
export async function dropEntry(id: string): Promise<void> {
  const shelf = await openShelf();
  if (shelf) await answered(shelf.transaction(SHELF, 'readwrite').objectStore(SHELF).delete(id));
  else memory.delete(id);
}
