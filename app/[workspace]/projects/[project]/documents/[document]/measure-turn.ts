import { runs } from "@/lib/text/runs";
import type { Span } from "@/lib/text/span";
import type { DeskCoding } from "./coding-store";
import type { PieceRect, TintPiece } from "./paint-tints";

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

function rectsOf(range: Range, { node }: Block, { start, end }: Span, origin: DOMRect): PieceRect[] {
  range.setStart(node, start);
  range.setEnd(node, end);
  return [...range.getClientRects()].map((rect) => ({
    left: rect.left - origin.left,
    top: rect.top - origin.top,
    width: rect.width,
    height: rect.height,
  }));
}

function within<T extends Span>(item: T, block: Span): T | null {
  const start = Math.max(item.start, block.start) - block.start;
  const end = Math.min(item.end, block.end) - block.start;
  return end > start ? { ...item, start, end } : null;
}

/** Where the codings of a turn stand in it. However many lie on a stretch of text, it is measured once. */
export function measureCodings(article: HTMLElement, origin: DOMRect, codings: readonly DeskCoding[]): TintPiece[] {
  const byId = new Map(codings.map((coding) => [coding.id, coding]));
  const range = document.createRange();
  return blocksOf(article).flatMap((block) => {
    const items = codings.flatMap(({ id, start, end }) => within({ id, start, end }, block) ?? []);
    if (items.length === 0) return [];
    return runs(block.end - block.start, items).flatMap((run) => {
      if (run.ids.length === 0) return [];
      const here = run.ids.flatMap((id) => byId.get(id) ?? []);
      return [{ rects: rectsOf(range, block, run, origin), codings: here }];
    });
  });
}

export function measureSpan(article: HTMLElement, origin: DOMRect, span: Span): PieceRect[] {
  const range = document.createRange();
  return blocksOf(article).flatMap((block) => {
    const part = within({ start: span.start, end: span.end }, block);
    return part ? rectsOf(range, block, part, origin) : [];
  });
}
