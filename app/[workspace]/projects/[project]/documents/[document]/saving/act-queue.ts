import { ApiRefusal } from "@/app/client/api";
import {
  type ActBody,
  type ActPlain,
  type ActRefusal,
  type DeskAct,
  isBegun,
  isPassing,
  isSameMemo,
  type Outcome,
  type QueueMessage,
  type QueueState,
  type QueueStore,
  type QueueWire,
  refusalOf,
  type Trouble,
  troubleOf,
} from "./queued-act";

interface Entry {
  act: DeskAct;
  /** On the disk; until then a page that closes takes it along. */
  kept: boolean;
  /** Resolves when that is decided and the other tabs know of the act. */
  written: Promise<void>;
  /** Made in another tab. */
  readonly foreign: boolean;
}

const WAITS_MS = [1000, 2000, 5000, 10_000, 20_000];
/** So long one act may fail by itself before it stands aside for those behind it. */
const PATIENCE_MS = 60_000;
const FOREIGN_GRACE_MS = 4000;
const HEARSAY_MS = 300;
/** With so many waiting acts the desk stops taking more: a computer's disk is not the place for a study. */
export const MOST_ACTS = 5000;

const QUIET: QueueState = { kind: "saved", acts: 0, inPage: 0, trouble: null, parked: 0 };

/**
 * Sends acts one after the other, each kept on this computer before it is sent and until it is answered, always under
 * its own key: sent twice it happens once. Tabs of one person share what is kept; whichever has its turn sends all.
 */
export class ActQueue {
  state: QueueState = QUIET;
  parked: readonly DeskAct[] = [];
  private waiting: Entry[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly idlers: (() => void)[] = [];
  private working = false;
  private misses = 0;
  private trouble: Trouble | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private failing: { key: string; since: number } | null = null;
  private lastOrder = 0;
  private lastTold: Promise<void> = Promise.resolve();
  /** Done with, but the disk would not let go of them: sent once more, they would be sent for ever. */
  private readonly stuck = new Set<string>();
  /** Refused, and in this page alone. */
  private readonly unkept = new Set<string>();

  constructor(private readonly wire: QueueWire) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getState = (): QueueState => this.state;

  get length(): number {
    return this.waiting.length;
  }

  get full(): boolean {
    return this.waiting.length >= MOST_ACTS;
  }

  /** Whether something would be lost with this page. */
  get wouldLose(): boolean {
    return this.waiting.some((each) => !each.kept) || this.parked.some(({ key }) => this.unkept.has(key));
  }

  /** What an earlier visit left behind, in order; none of it is sent before the desk shows it. */
  async open(): Promise<readonly DeskAct[]> {
    const [acts, parked] = await Promise.all([this.wire.store.all(false), this.wire.store.all(true)]);
    const known = new Set(this.waiting.map(({ act }) => act.key));
    const left = acts.filter((act) => !known.has(act.key));
    this.waiting.unshift(...left.map(strange));
    this.lastOrder = Math.max(this.lastOrder, ...acts.map((act) => act.order));
    this.parked = parked;
    this.show();
    return left;
  }

  /** Resolves when it is decided whether the disk keeps it. */
  add(key: string, plain: ActPlain, body: ActBody): Promise<void> {
    const order = Math.max(Date.now() * 1000, this.lastOrder + 1);
    this.lastOrder = order;
    const entry: Entry = { act: { key, order, plain, body }, kept: false, written: Promise.resolve(), foreign: false };
    // The other tabs hear of acts in the order in which they were made, however long each takes to be kept.
    const before = this.lastTold;
    entry.written = this.write(entry).then(async () => {
      await before;
      this.wire.tell({ kind: "added", act: entry.act, kept: entry.kept });
    });
    this.lastTold = entry.written;
    this.waiting.push(entry);
    this.show();
    void this.work();
    return entry.written;
  }

  private async write(entry: Entry): Promise<void> {
    entry.kept = await this.wire.store.keep(entry.act).catch(() => false);
    if (this.trouble) this.show();
  }

  /** What another tab says; true of an act that this one did not know, which is for the caller to show. */
  hear(message: QueueMessage): boolean {
    switch (message.kind) {
      case "added":
        return this.hearOf(message.act, message.kept);
      case "settled":
        this.settle(message.key, message.outcome);
        this.show();
        return false;
      case "renamed":
        this.rename(message.from, message.to);
        return false;
      case "parked":
        void this.lookAtParked();
        return false;
    }
  }

  private hearOf(act: DeskAct, kept: boolean): boolean {
    this.lastOrder = Math.max(this.lastOrder, act.order);
    if (this.waiting.some((each) => each.act.key === act.key)) return false;
    if (!kept) return true;
    this.waiting.push(strange(act));
    this.show();
    // The tab that made it sends it; should that tab close, this one does.
    setTimeout(() => {
      if (this.waiting.some((each) => each.act.key === act.key)) void this.work();
    }, FOREIGN_GRACE_MS);
    return true;
  }

  /** Resolves when nothing waits any more. */
  idle(): Promise<void> {
    if (this.waiting.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.idlers.push(resolve));
  }

  readonly tryNow = (): void => {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    void this.work();
  };

  /** The key that words are sealed under may be another one now. */
  readonly keepAgain = async (): Promise<void> => {
    for (const { act, kept } of this.waiting) if (kept) await this.wire.store.keep(act).catch(() => false);
    for (const act of this.parked) await this.wire.store.keep(act, true).catch(() => false);
    this.tryNow();
  };

  /** Takes a refused act off the list, for good or once what is to be done in its place is `kept`. */
  async letGo(act: DeskAct, kept: Promise<void> = Promise.resolve()): Promise<void> {
    this.parked = this.parked.filter((each) => each.key !== act.key);
    this.show();
    await kept;
    await this.wire.store.remove(act.key).catch(() => {});
    this.wire.tell({ kind: "parked" });
  }

  private async lookAtParked(): Promise<void> {
    const inPage = this.parked.filter(({ key }) => this.unkept.has(key));
    this.parked = await this.wire.store.all(true).then(
      (kept) => [...kept, ...inPage],
      () => this.parked,
    );
    this.show();
  }

  private async work(): Promise<void> {
    if (this.working || this.timer || this.waiting.length === 0) return;
    this.working = true;
    try {
      await this.wire.exclusive(() => this.drain());
    } catch (error) {
      this.retryLater(error);
    }
    this.working = false;
    this.show();
    if (this.waiting.length > 0) return void this.work();
    for (const idler of this.idlers.splice(0)) idler();
  }

  private async drain(): Promise<void> {
    for (let entry = await this.next(); entry; entry = await this.next()) {
      try {
        const result = await this.wire.send(entry.act.plain.name, entry.act.body.input, entry.act.key);
        this.misses = 0;
        this.failing = null;
        this.trouble = null;
        await this.answered(entry.act, result);
      } catch (error) {
        if (isPassing(error) && !(await this.standsAside(entry.act.key, error))) return this.retryLater(error);
        this.misses = 0;
        this.failing = null;
        this.trouble = null;
        await this.park(entry.act, refusalOf(error));
      }
    }
  }

  /** The oldest act that the server does not have, whichever tab made it. */
  private async next(): Promise<Entry | null> {
    const [own] = this.waiting;
    await own?.written;
    if (own && !own.kept) return own;
    let record: Awaited<ReturnType<QueueStore["first"]>>;
    try {
      record = await this.wire.store.first();
      const known = record && this.waiting.find(({ act }) => act.key === record?.key);
      if (known) return known;
      if (record && this.stuck.has(record.key)) return this.waiting[0] ?? null;
      if (record) {
        const act = await record.open();
        return act ? strange(act) : this.next();
      }
    } catch {
      return this.waiting[0] ?? null;
    }
    // Of what was kept nothing is left: another tab has had the answers, and is about to say so.
    if (own) await new Promise((resolve) => setTimeout(resolve, HEARSAY_MS));
    for (const { act, kept } of [...this.waiting]) if (kept) this.settle(act.key, { kind: "unknown" });
    return this.waiting[0] ?? null;
  }

  private async answered(act: DeskAct, result: unknown): Promise<void> {
    const { setId } = act.body.input;
    if (act.plain.name === "begin-coding" && typeof setId === "string" && isBegun(result) && result.setId !== setId) {
      this.rename(setId, result.setId);
      this.wire.tell({ kind: "renamed", from: setId, to: result.setId });
      for (const each of this.waiting) if (each.kept) await this.wire.store.keep(each.act).catch(() => {});
    }
    await this.removeKept(act.key);
    this.finish(act, { kind: "done", result });
  }

  private async park(act: DeskAct, refusal: ActRefusal): Promise<void> {
    // What was to be taken back never happened, so the taking back has nothing to do: it must not reach an older act.
    const moot = this.waiting.map((each) => each.act).filter(({ plain }) => plain.of === act.key);
    await this.wire.store.remove(...moot.map(({ key }) => key)).catch(() => {});
    for (const each of moot.toReversed()) this.finish(each, { kind: "unknown" });
    // An odd number of undos and redos leaves nothing wanted.
    if (moot.length % 2 === 1 || refusal.code === "nothing-to-undo" || refusal.code === "nothing-to-redo") {
      await this.wire.store.remove(act.key).catch(() => {});
      return this.finish(act, { kind: "unknown" });
    }
    const parked = { ...act, body: { ...act.body, refusal } };
    const older = this.parked.filter((each) => isSameMemo(each, parked));
    this.parked = [...this.parked.filter((each) => !older.includes(each)), parked];
    await this.keepParked(act, parked);
    await this.wire.store.remove(...older.map(({ key }) => key)).catch(() => {});
    this.wire.tell({ kind: "parked" });
    this.finish(act, { kind: "refused" });
  }

  /** Where words cannot be sealed it is kept without the reason, whose sentence may hold some; else in this page. */
  private async keepParked(act: DeskAct, parked: DeskAct): Promise<void> {
    for (const each of [parked, act]) if (await this.wire.store.keep(each, true).catch(() => false)) return;
    this.unkept.add(act.key);
    await this.removeKept(act.key);
  }

  private async removeKept(key: string): Promise<void> {
    await this.wire.store.remove(key).catch(() => this.stuck.add(key));
  }

  private finish(act: DeskAct, outcome: Outcome): void {
    this.wire.tell({ kind: "settled", key: act.key, outcome });
    if (!this.settle(act.key, outcome)) this.wire.settled(act, outcome);
    this.show();
  }

  private settle(key: string, outcome: Outcome): boolean {
    const entry = this.waiting.find(({ act }) => act.key === key);
    if (!entry) return false;
    this.waiting = this.waiting.filter((each) => each !== entry);
    this.wire.settled(entry.act, outcome);
    if (this.waiting.length === 0 && !this.working) for (const idler of this.idlers.splice(0)) idler();
    return true;
  }

  private rename(from: string, to: string): void {
    for (const entry of this.waiting) {
      const { plain, body } = entry.act;
      if (plain.setId !== from && body.input.setId !== from) continue;
      const setId = plain.setId === from ? to : plain.setId;
      const input =
        plain.name !== "begin-coding" && body.input.setId === from ? { ...body.input, setId: to } : body.input;
      entry.act = { ...entry.act, plain: { ...plain, setId }, body: { ...body, input } };
    }
    this.wire.renamed(from, to);
  }

  /** A server that is well but cannot do this one act would hold up all that come after it. */
  private async standsAside(key: string, error: unknown): Promise<boolean> {
    if (!(error instanceof ApiRefusal) || error.status < 500) return false;
    if (this.failing?.key !== key) this.failing = { key, since: Date.now() };
    return Date.now() - this.failing.since >= PATIENCE_MS && (await this.wire.healthy().catch(() => false));
  }

  private retryLater(error: unknown): void {
    this.trouble = troubleOf(error);
    const wait = WAITS_MS[Math.min(this.misses, WAITS_MS.length - 1)] ?? 0;
    this.misses++;
    this.timer = setTimeout(this.tryNow, wait * (0.85 + Math.random() * 0.3));
    // What could not be kept before may be kept by now.
    for (const entry of this.waiting) if (!entry.kept && !entry.foreign) void this.write(entry);
  }

  private show(): void {
    const inPage = this.trouble ? this.waiting.filter((each) => !each.kept).length : 0;
    const acts = this.trouble ? this.waiting.length : 0;
    const kind = this.waiting.length === 0 ? "saved" : this.trouble ? "waiting" : "saving";
    const trouble = kind === "waiting" ? this.trouble : null;
    const state: QueueState = { kind, acts, inPage, trouble, parked: this.parked.length };
    const now = this.state;
    if (kind === "saved") this.trouble = null;
    if (
      now.kind === kind &&
      now.acts === acts &&
      now.inPage === inPage &&
      now.trouble === trouble &&
      now.parked === state.parked
    ) {
      return;
    }
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

function strange(act: DeskAct): Entry {
  return { act, kept: true, written: Promise.resolve(), foreign: true };
}
