import type { ActRecord, ActRecords, SealedWords } from "./act-records";
import type { WordSeal } from "./word-seal";

/** The acts of a computer, in memory: for tests, which have no browser's store. */
export class MemoryRecords implements ActRecords {
  readonly records = new Map<string, ActRecord>();

  async put(records: readonly ActRecord[]): Promise<void> {
    for (const record of records) this.records.set(record.key, record);
  }

  async of(owner: string, parked: boolean): Promise<ActRecord[]> {
    return [...this.records.values()]
      .filter((record) => record.owner === owner && record.parked === parked)
      .sort((a, b) => a.order - b.order);
  }

  async first(owner: string): Promise<ActRecord | null> {
    return (await this.of(owner, false))[0] ?? null;
  }

  async remove(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.records.delete(key);
  }

  async forget(owner: string): Promise<void> {
    for (const [key, record] of this.records) if (record.owner === owner) this.records.delete(key);
  }

  async count(owner: string): Promise<number> {
    return [...this.records.values()].filter((record) => record.owner === owner).length;
  }

  async device(fresh: string): Promise<string> {
    return fresh;
  }
}

/** Seals for real, under a key of its own. */
export class TestSeal implements WordSeal {
  private key = crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);

  async seal(words: readonly string[]): Promise<SealedWords> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const bytes = new TextEncoder().encode(JSON.stringify(words));
    return { iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await this.key, bytes) };
  }

  async open({ iv, data }: SealedWords): Promise<readonly string[] | null> {
    try {
      const bytes = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await this.key, data);
      return JSON.parse(new TextDecoder().decode(bytes)) as string[];
    } catch {
      return null;
    }
  }
}
