import { codingDigest, digestText } from "@/lib/text/codings-digest";
import { compareSpans, overlaps, type Span } from "@/lib/text/span";
import { indexAt } from "../text/desk-turns";

export interface DeskCoding extends Span {
  readonly id: string;
  readonly codeId: string;
  readonly version: number;
  /** The coder means to quote it. */
  readonly starred: boolean;
  readonly memoId: string | null;
  readonly memoWording: number | null;
  readonly memo: string | null;
}

/** One coding before and after an act; null where it did not or does not exist. */
export interface Patch {
  readonly before: DeskCoding | null;
  readonly after: DeskCoding | null;
}

/** The turns whose painting changed, first and last, and of what changed that which crosses turns; null for all. */
export type Changed = { readonly from: number; readonly to: number; readonly spanning: readonly Patch[] } | null;

/** Codings that are counted already but not yet looked at one by one. */
export interface LaterCodings {
  readonly size: number;
  readonly counts: ReadonlyMap<string, number>;
  readonly codings: () => readonly DeskCoding[];
}

export function compareCodings(a: DeskCoding, b: DeskCoding): number {
  return compareSpans(a, b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

export function freshCoding(id: string, codeId: string, span: Span): DeskCoding {
  const bare = { version: 1, starred: false, memoId: null, memoWording: null, memo: null };
  return { id, codeId, start: span.start, end: span.end, ...bare };
}

/**
 * The person's own codings of the document, kept by turn: an act on one touches the turns it lies in and nothing else,
 * so that 20,000 codings cost no more than 20.
 */
export class CodingStore {
  revision = 0;
  private readonly byId = new Map<string, DeskCoding>();
  private readonly byTurn: Set<DeskCoding>[];
  private readonly counts = new Map<string, number>();
  private readonly versions = new Map<string, number>();
  private readonly wordings = new Map<string, number>();
  private readonly listeners = new Set<(changed: Changed) => void>();
  private readonly countListeners = new Map<string, Set<() => void>>();
  /** Null until it is first asked for. */
  private digest: number | null = null;
  private later: LaterCodings | null = null;

  constructor(private readonly turns: readonly Span[]) {
    this.byTurn = turns.map(() => new Set());
  }

  readonly subscribe = (listener: (changed: Changed) => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Tells when the number of codings with this code may have changed, and of nothing else. */
  subscribeToCount(codeId: string, listener: () => void): () => void {
    const listeners = this.countListeners.get(codeId) ?? new Set();
    this.countListeners.set(codeId, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  readonly getRevision = (): number => this.revision;

  get size(): number {
    if (this.later) return this.later.size;
    return this.byId.size;
  }

  get digestText(): string {
    this.fill();
    if (this.digest === null) {
      let sum = 0;
      for (const coding of this.byId.values()) sum = (sum + codingDigest(coding)) >>> 0;
      this.digest = sum;
    }
    return digestText(this.byId.size, this.digest);
  }

  get(id: string | null): DeskCoding | undefined {
    if (id === null) return undefined;
    this.fill();
    return this.byId.get(id);
  }

  countOf(codeId: string): number {
    return (this.later?.counts ?? this.counts).get(codeId) ?? 0;
  }

  /** In no order: for the rare acts on all of a code's codings. */
  withCode(codeId: string): DeskCoding[] {
    this.fill();
    return [...this.byId.values()].filter((coding) => coding.codeId === codeId);
  }

  turnsOf(span: Span): { from: number; to: number } {
    return { from: indexAt(this.turns, span.start), to: indexAt(this.turns, span.end - 1) };
  }

  isCoded(index: number): boolean {
    this.fill();
    return (this.byTurn[index]?.size ?? 0) > 0;
  }

  private isSpanning(span: Span): boolean {
    const { from, to } = this.turnsOf(span);
    return to > from;
  }

  /** In document order. */
  inTurn(index: number): DeskCoding[] {
    this.fill();
    return [...(this.byTurn[index] ?? [])].sort(compareCodings);
  }

  /** Those that share a code unit with the span; with an empty span, those around that offset. */
  touching(span: Span): DeskCoding[] {
    this.fill();
    const wide = span.end > span.start ? span : { start: span.start, end: span.start + 1 };
    const { from, to } = this.turnsOf(wide);
    const found = new Set<DeskCoding>();
    for (let i = from; i <= to; i++) {
      for (const coding of this.byTurn[i] ?? []) if (overlaps(coding, wide)) found.add(coding);
    }
    return [...found].sort(compareCodings);
  }

  /** The next coding in document order after this one, or after an offset; `step` -1 goes back. */
  beside(from: DeskCoding | number, step: 1 | -1): DeskCoding | null {
    const isBeyond = (coding: DeskCoding): boolean => {
      const order = typeof from === "number" ? coding.start - from : compareCodings(coding, from);
      return step === 1 ? order > 0 || (order === 0 && typeof from === "number") : order < 0;
    };
    const start = typeof from === "number" ? from : from.start;
    for (let i = indexAt(this.turns, start); i >= 0 && i < this.turns.length; i += step) {
      const here = this.inTurn(i).filter((coding) => indexAt(this.turns, coding.start) === i && isBeyond(coding));
      const found = step === 1 ? here[0] : here.at(-1);
      if (found) return found;
    }
    return null;
  }

  /** The coding as a further act on it makes it: versions only grow, also when an act is taken back. */
  grown(coding: DeskCoding, change: Partial<DeskCoding>): DeskCoding {
    this.fill();
    return { ...coding, ...change, version: (this.versions.get(coding.id) ?? coding.version) + 1 };
  }

  /** The number that the next wording of a coding's memo gets. */
  nextWording(codingId: string): number {
    this.fill();
    return (this.wordings.get(codingId) ?? 0) + 1;
  }

  apply(patches: readonly Patch[]): void {
    this.fill();
    const touched: DeskCoding[] = [];
    const spanning: Patch[] = [];
    for (const { before, after } of patches) {
      const id = before?.id ?? after?.id;
      const present = id === undefined ? undefined : this.byId.get(id);
      if (present) this.take(present);
      if (after) this.put(after);
      else if (before) this.versions.set(before.id, (this.versions.get(before.id) ?? before.version) + 1);
      const both = [present, after].flatMap((coding) => coding ?? []);
      touched.push(...both);
      if (both.some((coding) => this.isSpanning(coding))) spanning.push({ before: present ?? null, after });
    }
    const reaches = touched.map((coding) => this.turnsOf(coding));
    if (reaches.length === 0) return;
    this.tellCounts(new Set(touched.map((coding) => coding.codeId)));
    this.tell({
      from: Math.min(...reaches.map(({ from }) => from)),
      to: Math.max(...reaches.map(({ to }) => to)),
      spanning,
    });
  }

  replaceAll(codings: readonly DeskCoding[]): void {
    this.replace(codings);
    this.tellCounts(this.countListeners.keys());
    this.tell(null);
  }

  /** Only before anybody listens. */
  replaceLater(later: LaterCodings): void {
    this.later = later;
  }

  private fill(): void {
    if (this.later) this.replace(this.later.codings());
  }

  private replace(codings: readonly DeskCoding[]): void {
    this.later = null;
    this.byId.clear();
    this.counts.clear();
    this.digest = null;
    for (const set of this.byTurn) set.clear();
    for (const coding of codings) this.put(coding);
  }

  private put(coding: DeskCoding): void {
    this.byId.set(coding.id, coding);
    this.versions.set(coding.id, coding.version);
    if (coding.memoWording !== null) this.wordings.set(coding.id, coding.memoWording);
    this.counts.set(coding.codeId, this.countOf(coding.codeId) + 1);
    if (this.digest !== null) this.digest = (this.digest + codingDigest(coding)) >>> 0;
    const { from, to } = this.turnsOf(coding);
    for (let i = from; i <= to; i++) this.byTurn[i]?.add(coding);
  }

  private take(coding: DeskCoding): void {
    this.byId.delete(coding.id);
    this.counts.set(coding.codeId, this.countOf(coding.codeId) - 1);
    if (this.digest !== null) this.digest = (this.digest - codingDigest(coding)) >>> 0;
    const { from, to } = this.turnsOf(coding);
    for (let i = from; i <= to; i++) this.byTurn[i]?.delete(coding);
  }

  private tellCounts(codeIds: Iterable<string>): void {
    for (const codeId of codeIds) for (const listener of this.countListeners.get(codeId) ?? []) listener();
  }

  private tell(changed: Changed): void {
    this.revision++;
    for (const listener of this.listeners) listener(changed);
  }
}
