import type { TextScale } from "../reading/text-scale";
import type { Changed, CodingStore } from "../saving/coding-store";
import { whenIdle } from "../when-idle";

/** Colours lie side by side in a row, so that they stay apart; more than these would be too thin to tell. */
const SIDE_BY_SIDE = 4;
/** As many rows as are drawn at once without anybody noticing. */
const ROWS_AT_ONCE = 120;

interface Rows {
  readonly from: number;
  readonly to: number;
}

/**
 * Draws where codings lie in the whole document, one row of the screen's own points at a time: their colours, deeper
 * where there are more. After an act only the rows of its turns are drawn anew, and when nobody waits for the page.
 */
export class DensityPainter {
  private waiting: Rows | null = null;
  private cancel: (() => void) | null = null;
  private readonly unsubscribe: () => void;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly store: CodingStore,
    private readonly turns: readonly { readonly start: number; readonly end: number }[],
    private readonly scale: TextScale,
    /** The colour of a code as the page shows it, and its place among the codes. */
    private readonly lookOf: (codeId: string) => { readonly colour: string; readonly place: number },
  ) {
    this.unsubscribe = store.subscribe((changed) => this.onChanged(changed));
  }

  close(): void {
    this.unsubscribe();
    this.cancel?.();
    this.cancel = null;
    this.waiting = null;
  }

  /** In the screen's own points. */
  resize(width: number, height: number): void {
    if (this.canvas.width === width && this.canvas.height === height) return;
    this.canvas.width = width;
    this.canvas.height = height;
    this.drawAll();
  }

  readonly drawAll = (): void => this.want({ from: 0, to: this.canvas.height - 1 });

  private onChanged(changed: Changed): void {
    const [first, last] = changed ? [this.turns[changed.from], this.turns[changed.to]] : [];
    if (!first || !last) this.drawAll();
    else this.want(this.scale.rows({ start: first.start, end: last.end }, this.canvas.height));
  }

  private want({ from, to }: Rows): void {
    if (to < from) return;
    const before = this.waiting ?? { from, to };
    this.waiting = { from: Math.min(before.from, from), to: Math.max(before.to, to) };
    this.cancel ??= whenIdle(this.drawSome);
  }

  private readonly drawSome = (): void => {
    this.cancel = null;
    const rows = this.waiting;
    if (!rows) return;
    const to = Math.min(rows.to, rows.from + ROWS_AT_ONCE - 1);
    this.waiting = to < rows.to ? { from: to + 1, to: rows.to } : null;
    this.draw({ from: rows.from, to });
    if (this.waiting) this.cancel = whenIdle(this.drawSome);
  };

  private draw({ from, to }: Rows): void {
    const pen = this.canvas.getContext("2d");
    const { width, height } = this.canvas;
    if (!pen || height === 0) return;
    const counts: Map<string, number>[] = [];
    // A coding is two rows high at least: one that begins just above reaches into these.
    const start = this.scale.offset((from - 2) / height);
    const end = Math.max(start + 1, this.scale.offset((to + 1) / height) + 1);
    for (const coding of this.store.touching({ start, end })) {
      const own = this.scale.rows(coding, height);
      for (let row = Math.max(own.from, from); row <= Math.min(own.to, to); row++) {
        const here = counts[row] ?? new Map<string, number>();
        counts[row] = here.set(coding.codeId, (here.get(coding.codeId) ?? 0) + 1);
      }
    }
    pen.clearRect(0, from, width, to - from + 1);
    for (let row = from; row <= to; row++) {
      const own = counts[row];
      if (own) this.drawRow(pen, row, own);
    }
  }

  private drawRow(pen: CanvasRenderingContext2D, row: number, counts: ReadonlyMap<string, number>): void {
    let all = 0;
    for (const count of counts.values()) all += count;
    const shown = [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, SIDE_BY_SIDE)
      .map(([codeId, count]) => ({ ...this.lookOf(codeId), count }))
      .sort((a, b) => a.place - b.place);
    const sum = shown.reduce((total, { count }) => total + count, 0);
    pen.globalAlpha = Math.min(1, 0.4 + 0.15 * Math.log2(all));
    let drawn = 0;
    for (const { colour, count } of shown) {
      const left = Math.round((drawn / sum) * this.canvas.width);
      drawn += count;
      pen.fillStyle = colour;
      pen.fillRect(left, row, Math.round((drawn / sum) * this.canvas.width) - left, 1);
    }
  }
}
