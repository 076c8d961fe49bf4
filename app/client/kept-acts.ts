import type { ActRecord, ActRecords } from "./act-records";
import type { WordSeal } from "./word-seal";
import { putWordsBack, takeWordsOut } from "./words-apart";

export interface KeptAct<Plain, Body> {
  readonly key: string;
  readonly order: number;
  /** Kept as it is: names of the program's own and ids. */
  readonly plain: Plain;
  /** Kept with every word in it sealed. */
  readonly body: Body;
}

export interface FirstKept<Plain, Body> {
  readonly key: string;
  /** Null where nobody can read it any more: then it is gone. */
  open(): Promise<KeptAct<Plain, Body> | null>;
}

/** The acts that one person has made on this computer and the server does not have: whole again, in order. */
export class KeptActs<Plain, Body> {
  constructor(
    private readonly owner: string,
    private readonly records: ActRecords,
    private readonly seal: WordSeal,
  ) {}

  /** Whether it is on the disk now: not where it holds words that cannot be sealed. */
  async keep(act: KeptAct<Plain, Body>, parked = false): Promise<boolean> {
    const { rest, words } = takeWordsOut(act.body);
    let sealed: ActRecord["sealed"] = null;
    if (words.length > 0) {
      sealed = await this.seal.seal(words, act.key);
      if (!sealed) return false;
    }
    const { key, order, plain } = act;
    await this.records.put([{ key, owner: this.owner, order, plain, rest, sealed, parked }]);
    return true;
  }

  /** Of what waits, the oldest; it need not be unsealed by whoever has it in memory. */
  async first(): Promise<FirstKept<Plain, Body> | null> {
    const record = await this.records.first(this.owner);
    return record && { key: record.key, open: () => this.opened(record) };
  }

  async all(parked: boolean): Promise<KeptAct<Plain, Body>[]> {
    const acts: KeptAct<Plain, Body>[] = [];
    for (const record of await this.records.of(this.owner, parked)) {
      const act = await this.opened(record);
      if (act) acts.push(act);
    }
    return acts;
  }

  async remove(...keys: string[]): Promise<void> {
    if (keys.length > 0) await this.records.remove(keys);
  }

  private async opened({ key, order, plain, rest, sealed }: ActRecord): Promise<KeptAct<Plain, Body> | null> {
    const words = sealed ? await this.seal.open(sealed, key) : [];
    if (words) return { key, order, plain: plain as Plain, body: putWordsBack({ rest, words }) as Body };
    await this.records.remove([key]);
    return null;
  }
}
