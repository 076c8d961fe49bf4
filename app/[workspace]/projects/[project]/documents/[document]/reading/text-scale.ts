import type { Span } from "@/lib/text/span";
import { type DeskTurn, indexAt } from "../text/desk-turns";

const LINE = 66;
/** What stands between two turns, in lines. */
const GAP = 0.4;

/** Where the words of a document lie between its beginning, 0, and its end, 1, as if all of it were one long page. */
export class TextScale {
  /** The height of the page where each turn begins, in lines; then its whole height. */
  private readonly tops: readonly number[];
  private readonly height: number;

  constructor(private readonly turns: readonly DeskTurn[]) {
    const tops: number[] = [];
    let height = 0;
    for (const turn of turns) {
      tops.push(height);
      height += GAP;
      for (const { start, end } of turn.blocks) height += Math.ceil((end - start) / LINE);
    }
    this.tops = tops;
    this.height = Math.max(height, 1);
  }

  share(offset: number): number {
    const index = indexAt(this.turns, offset);
    const turn = this.turns[index];
    if (!turn) return 0;
    const [top, bottom] = this.ends(index);
    const within = (offset - turn.start) / Math.max(1, turn.end - turn.start);
    return Math.min(1, (top + Math.min(Math.max(within, 0), 1) * (bottom - top)) / this.height);
  }

  offset(share: number): number {
    const line = Math.min(Math.max(share, 0), 1) * this.height;
    let [low, high] = [0, this.tops.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.tops[middle] ?? 0) <= line) low = middle;
      else high = middle - 1;
    }
    const turn = this.turns[low];
    if (!turn) return 0;
    const [top, bottom] = this.ends(low);
    const within = Math.min(1, (line - top) / Math.max(bottom - top, Number.EPSILON));
    return Math.round(turn.start + within * (turn.end - turn.start));
  }

  /** The rows of a strip on which a span lies, first and last; at least two, so that a word is seen too. */
  rows({ start, end }: Span, rows: number): { from: number; to: number } {
    const from = Math.min(Math.floor(this.share(start) * rows), Math.max(rows - 2, 0));
    return { from, to: Math.min(Math.max(Math.ceil(this.share(end) * rows) - 1, from + 1), rows - 1) };
  }

  private ends(index: number): [number, number] {
    return [this.tops[index] ?? 0, this.tops[index + 1] ?? this.height];
  }
}
