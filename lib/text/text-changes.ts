// Changes of a text, and where an offset or a span of the old text lies in the new one; CodeMirror's mapPos is the model.
import type { Span } from "./span";

/** `[from, to)` of the old text gives way to `insert`. Lists of them rise and stand apart: no two touch. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** As far as offsets are concerned, it matters alone how much was put in. */
interface Replaced {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** Where a span lies now. `wordsChanged`: something within it was replaced, taken out or put in. */
export interface MappedSpan extends Span {
  readonly wordsChanged: boolean;
}

/** Throws RangeError with the numbers when the changes do not rise, touch each other, or lie outside a text of `length`. */
export function checkedChanges(changes: readonly TextChange[], length: number): readonly TextChange[] {
  let last = -1;
  for (const { from, to, insert } of changes) {
    if (!Number.isInteger(from) || !Number.isInteger(to) || from <= last || to < from || to > length) {
      throw new RangeError(`change [${from}, ${to}) after ${last} does not fit a text of ${length} code units`);
    }
    if (to === from && insert === "") throw new RangeError(`the change at ${from} changes nothing`);
    last = to;
  }
  return changes;
}

/** The same changes as a list that rises and stands apart: sorted, those that touch made one, those of nothing left out. */
export function joinedChanges(changes: readonly TextChange[], text: string): TextChange[] {
  const joined: { from: number; to: number; insert: string }[] = [];
  for (const { from, to, insert } of [...changes].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (text.slice(from, to) === insert) continue;
    const last = joined.at(-1);
    if (last && from < last.to) throw new RangeError(`change at ${from} begins within one that ends at ${last.to}`);
    if (last && from === last.to) {
      last.to = to;
      last.insert += insert;
    } else joined.push({ from, to, insert });
  }
  return joined;
}

export function applyTextChanges(text: string, changes: readonly TextChange[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, insert } of checkedChanges(changes, text.length)) {
    pieces.push(text.slice(at, from), insert);
    at = to;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}

/** The changes that lead back from the new text to `before`. */
export function invertedChanges(before: string, changes: readonly TextChange[]): TextChange[] {
  let shift = 0;
  return changes.map(({ from, to, insert }) => {
    const back = { from: from + shift, to: from + shift + insert.length, insert: before.slice(from, to) };
    shift += insert.length - (to - from);
    return back;
  });
}

/** Changes of one revision, ready to map many offsets: each costs O(log changes). */
export class ChangeMap {
  /** By how much an offset after each change is moved. */
  private readonly shifts: Float64Array;

  constructor(private readonly changes: readonly Replaced[]) {
    this.shifts = new Float64Array(changes.length);
    let shift = 0;
    for (const [index, { from, to, length }] of changes.entries()) {
      shift += length - (to - from);
      this.shifts[index] = shift;
    }
  }

  static of(changes: readonly TextChange[]): ChangeMap {
    return new ChangeMap(changes.map(({ from, to, insert }) => ({ from, to, length: insert.length })));
  }

  /** From the list from, to, inserted length, … that a revision keeps. */
  static ofStored(stored: readonly number[]): ChangeMap {
    const changes: Replaced[] = [];
    for (let i = 0; i + 2 < stored.length; i += 3) {
      changes.push({ from: stored[i] ?? 0, to: stored[i + 1] ?? 0, length: stored[i + 2] ?? 0 });
    }
    return new ChangeMap(changes);
  }

  /**
   * Where an offset lies now. `side` says with what it goes where something was put in at it, or in place of what stood
   * around it: -1 stays before the new words, 1 goes behind them.
   */
  offset(offset: number, side: -1 | 1): number {
    const at = this.firstFrom(offset);
    const shift = at === 0 ? 0 : (this.shifts[at - 1] ?? 0);
    const change = this.changes[at];
    if (!change || offset < change.from) return offset + shift;
    const begin = change.from + shift;
    const stays = side < 0 || (offset === change.from && change.to > change.from);
    return stays ? begin : begin + change.length;
  }

  /**
   * Where a span lies now: on those of its words that are left, and on what stands in place of the others; nothing that
   * was put in at its edges. Where one change took all of it and more, on what was put in instead. Null: nothing is left.
   */
  span(start: number, end: number): MappedSpan | null {
    const wordsChanged = this.touches(start, end);
    const from = this.offset(start, 1);
    const to = this.offset(end, -1);
    if (from < to) return { start: from, end: to, wordsChanged };
    const [before, behind] = [this.offset(start, -1), this.offset(end, 1)];
    return wordsChanged && this.isSwallowed(start, end) && before < behind
      ? { start: before, end: behind, wordsChanged }
      : null;
  }

  /** Whether anything changed within the span; what was put in at its very edge is not within it. */
  private touches(start: number, end: number): boolean {
    for (let at = this.firstFrom(start); at < this.changes.length; at++) {
      const change = this.changes[at];
      if (!change || change.from >= end) return false;
      if (change.to > start && (change.to > change.from || change.from > start)) return true;
    }
    return false;
  }

  private isSwallowed(start: number, end: number): boolean {
    const change = this.changes[this.firstFrom(start)];
    return change !== undefined && change.to > change.from && change.from <= start && change.to >= end;
  }

  /** The first change that does not lie wholly before the offset; one that only puts in, at it, counts as not before. */
  private firstFrom(offset: number): number {
    let [low, high] = [0, this.changes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const change = this.changes[middle];
      if (change && (change.to < offset || (change.to === offset && change.from < offset))) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

export function mapOffset(changes: readonly TextChange[], offset: number, side: -1 | 1): number {
  return ChangeMap.of(changes).offset(offset, side);
}

export function mapSpan(changes: readonly TextChange[], start: number, end: number): MappedSpan | null {
  return ChangeMap.of(changes).span(start, end);
}

/** As a revision keeps them: from, to, inserted length, …; the words that were put in stand in its text. */
export function storedChanges(changes: readonly TextChange[]): number[] {
  return changes.flatMap(({ from, to, insert }) => [from, to, insert.length]);
}

/** The changes that a revision keeps, with their words again. */
export function changesOfStored(stored: readonly number[], text: string): TextChange[] {
  const changes: TextChange[] = [];
  let shift = 0;
  for (let i = 0; i + 2 < stored.length; i += 3) {
    const [from, to, length] = [stored[i] ?? 0, stored[i + 1] ?? 0, stored[i + 2] ?? 0];
    changes.push({ from, to, insert: text.slice(from + shift, from + shift + length) });
    shift += length - (to - from);
  }
  return changes;
}
