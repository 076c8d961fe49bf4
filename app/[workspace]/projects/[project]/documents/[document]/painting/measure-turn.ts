import { runs } from "@/lib/text/runs";
import type { Span } from "@/lib/text/span";
import type { DeskCoding } from "../saving/coding-store";

export interface PieceRect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a stretch of text stands in its turn, line by line, and the same as the outline of a path. */
export interface Place {
  readonly rects: readonly PieceRect[];
  readonly path: string;
  readonly top: number;
  readonly bottom: number;
}

/** A stretch of text that the same codings cover. */
export interface TintPiece extends Place {
  readonly codings: readonly DeskCoding[];
}

/** Less than this the size of a turn does not change by but rounding. */
const SAME = 0.5;

interface Block extends Span {
  readonly node: Node;
}

/** The paragraphs of a turn: each is one text node that begins at `data-at`. */
function blocksOf(article: HTMLElement): Block[] {
  return [...article.querySelectorAll<HTMLElement>("[data-at]")].flatMap((block) => {
    const node = block.firstChild;
    const length = node?.nodeValue?.length ?? 0;
    const start = Number(block.dataset.at);
    return node && length > 0 ? [{ node, start, end: start + length }] : [];
  });
}

function within<T extends Span>(item: T, block: Span): T | null {
  const start = Math.max(item.start, block.start) - block.start;
  const end = Math.min(item.end, block.end) - block.start;
  return end > start ? { ...item, start, end } : null;
}

export function pathOf(rects: readonly PieceRect[]): string {
  let path = "";
  for (const { left, top, width, height } of rects) {
    path += `M${left.toFixed(1)} ${top.toFixed(1)}h${width.toFixed(1)}v${height.toFixed(1)}h${(-width).toFixed(1)}z`;
  }
  return path;
}

/**
 * Where the words of one turn stand in it. As long as the turn keeps its size, a stretch is measured once: an act asks
 * the browser only for what it cuts anew, however long the turn is and however many codings lie in it.
 */
export class MeasuredTurn {
  private readonly origin: DOMRect;
  private readonly blocks: readonly Block[];
  private readonly range = document.createRange();
  private known = new Map<string, Place>();
  private isForgotten = false;

  constructor(private readonly article: HTMLElement) {
    this.origin = article.getBoundingClientRect();
    this.blocks = blocksOf(article);
  }

  get height(): number {
    return this.origin.height;
  }

  forget(): void {
    this.isForgotten = true;
  }

  /** Asked while nothing waits to be laid out: whether what was measured is still true. */
  isTrue(): boolean {
    if (this.isForgotten) return false;
    const { width, height } = this.article.getBoundingClientRect();
    return Math.abs(width - this.origin.width) < SAME && Math.abs(height - this.origin.height) < SAME;
  }

  /** However many codings lie on a stretch of text, it is measured once. */
  codings(codings: readonly DeskCoding[]): TintPiece[] {
    const byId = new Map(codings.map((coding) => [coding.id, coding]));
    const known = new Map<string, Place>();
    const place = placer(this.article);
    const pieces = this.blocks.flatMap((block) => {
      const items = codings.flatMap(({ id, start, end }) => within({ id, start, end }, block) ?? []);
      if (items.length === 0) return [];
      return runs(block.end - block.start, items).flatMap((run) => {
        if (run.ids.length === 0) return [];
        const key = `${block.start} ${run.start} ${run.end}`;
        const found = this.known.get(key) ?? place(this.range, block, run);
        known.set(key, found);
        return [{ ...found, codings: run.ids.flatMap((id) => byId.get(id) ?? []) }];
      });
    });
    this.known = known;
    return pieces;
  }

  span(span: Span): PieceRect[] {
    const place = placer(this.article);
    return this.blocks.flatMap((block) => {
      const part = within({ start: span.start, end: span.end }, block);
      return part ? place(this.range, block, part).rects : [];
    });
  }
}

/** Measures against the turn as it stands in the window now, which it looks up with the first stretch. */
function placer(article: HTMLElement): (range: Range, block: Block, span: Span) => Place {
  let origin: DOMRect | null = null;
  return (range, { node }, { start, end }) => {
    origin ??= article.getBoundingClientRect();
    const { x, y } = origin;
    range.setStart(node, start);
    range.setEnd(node, end);
    const rects = [...range.getClientRects()].map((rect) => ({
      left: rect.left - x,
      top: rect.top - y,
      width: rect.width,
      height: rect.height,
    }));
    const top = Math.min(...rects.map((rect) => rect.top));
    const bottom = Math.max(...rects.map((rect) => rect.top + rect.height));
    return { rects, path: pathOf(rects), top, bottom };
  };
}
