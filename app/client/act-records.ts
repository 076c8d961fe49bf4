/** What AES-GCM made of some words. */
export interface SealedWords {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/** One act as it lies on this computer: ids, offsets and hashes in the clear, words sealed. */
export interface ActRecord {
  readonly key: string;
  /** Workspace and person: nobody else is shown it or sends it. */
  readonly owner: string;
  /** Grows from act to act, also between tabs. */
  readonly order: number;
  /** What kind of act it is; never with words in it. */
  readonly plain: unknown;
  /** The rest of the act without its words, as `takeWordsOut` leaves it. */
  readonly rest: unknown;
  readonly sealed: SealedWords | null;
  /** Refused: it waits for its person, not for the server. */
  readonly parked: boolean;
}

/** Where acts lie until the server has them; every promise resolves when the disk has it. */
export interface ActRecords {
  put(records: readonly ActRecord[]): Promise<void>;
  /** In order; of one owner alone. */
  of(owner: string, parked: boolean): Promise<ActRecord[]>;
  first(owner: string): Promise<ActRecord | null>;
  remove(keys: readonly string[]): Promise<void>;
  forget(owner: string): Promise<void>;
  count(owner: string): Promise<number>;
  /** A random name of this browser, the same from the first time on. */
  device(fresh: string): Promise<string>;
}

const [ACTS, DEVICE] = ["acts", "device"];

/** A store that does not open in this time is none: what waits then lives in the page. */
const OPEN_MS = 4000;

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("tandem", 1);
    let isLate = false;
    setTimeout(() => {
      isLate = true;
      reject(new Error("the store of this browser does not open"));
    }, OPEN_MS);
    request.onupgradeneeded = () => {
      const acts = request.result.createObjectStore(ACTS, { keyPath: "key" });
      acts.createIndex("order", ["owner", "waits", "order"]);
      acts.createIndex("owner", "owner");
      request.result.createObjectStore(DEVICE);
    };
    request.onsuccess = () => {
      // A newer version of the program in another tab must not wait for this one.
      request.result.onversionchange = () => request.result.close();
      if (isLate) request.result.close();
      else resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error("the store of this browser cannot be opened"));
    request.onblocked = () => reject(new Error("the store of this browser is held by an older tab"));
  });
}

/** A boolean is no key of an index. */
function stored(record: ActRecord) {
  return { ...record, waits: record.parked ? 0 : 1 };
}

/** The browser's own database: unlike localStorage it says when a thing is on the disk, and tabs do not overwrite it. */
export class BrowserActRecords implements ActRecords {
  private database: Promise<IDBDatabase> | null = null;

  private async run<T>(
    store: string,
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T> | undefined,
  ): Promise<T | undefined> {
    this.database ??= opened();
    let database: IDBDatabase;
    try {
      database = await this.database;
    } catch (error) {
      this.database = null;
      throw error;
    }
    return new Promise((resolve, reject) => {
      let transaction: IDBTransaction;
      try {
        transaction = database.transaction(store, mode, { durability: "strict" });
      } catch (error) {
        // The browser closed it, as it does when its data are cleared: the next one asks for it anew.
        this.database = null;
        throw error;
      }
      const request = work(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onabort = () => reject(transaction.error ?? new Error("the browser's store gave up"));
    });
  }

  async put(records: readonly ActRecord[]): Promise<void> {
    await this.run(ACTS, "readwrite", (acts) => {
      for (const record of records) acts.put(stored(record));
      return undefined;
    });
  }

  async of(owner: string, parked: boolean): Promise<ActRecord[]> {
    return (
      (await this.run<ActRecord[]>(ACTS, "readonly", (acts) => acts.index("order").getAll(all(owner, parked)))) ?? []
    );
  }

  async first(owner: string): Promise<ActRecord | null> {
    const found = await this.run<ActRecord[]>(ACTS, "readonly", (acts) =>
      acts.index("order").getAll(all(owner, false), 1),
    );
    return found?.[0] ?? null;
  }

  async remove(keys: readonly string[]): Promise<void> {
    await this.run(ACTS, "readwrite", (acts) => {
      for (const key of keys) acts.delete(key);
      return undefined;
    });
  }

  async forget(owner: string): Promise<void> {
    await this.run(ACTS, "readwrite", (acts) => {
      const request = acts.index("owner").openKeyCursor(IDBKeyRange.only(owner));
      request.onsuccess = () => {
        const cursor = request.result;
        if (!cursor) return;
        acts.delete(cursor.primaryKey);
        cursor.continue();
      };
      return undefined;
    });
  }

  async count(owner: string): Promise<number> {
    return (await this.run<number>(ACTS, "readonly", (acts) => acts.index("owner").count(owner))) ?? 0;
  }

  async device(fresh: string): Promise<string> {
    let name = fresh;
    await this.run(DEVICE, "readwrite", (device) => {
      const request = device.get("name");
      request.onsuccess = () => {
        if (typeof request.result === "string") name = request.result;
        else device.put(fresh, "name");
      };
      return undefined;
    });
    return name;
  }
}

function all(owner: string, parked: boolean): IDBKeyRange {
  const waits = parked ? 0 : 1;
  return IDBKeyRange.bound([owner, waits, 0], [owner, waits, Number.POSITIVE_INFINITY]);
}
