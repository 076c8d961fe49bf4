import { directionAt } from "@/lib/text/direction";
import type { Span } from "@/lib/text/span";
import { type DeskTurn, indexAt } from "./desk-turns";

/** Between places on the page and offsets of the revision's text: each block is one text node that begins at `data-at`. */
export class TextPositions {
  private readonly blocks: readonly HTMLElement[];
  private readonly spans: readonly Span[];

  constructor(
    private readonly root: HTMLElement,
    turns: readonly DeskTurn[],
  ) {
    // By their tag: the browser finds thousands of them far sooner than by an attribute.
    this.blocks = [...root.getElementsByTagName("p")];
    this.spans = turns.flatMap((turn) => turn.blocks);
  }

  get length(): number {
    return this.spans.at(-1)?.end ?? 0;
  }

  holds(node: Node | null): boolean {
    return node !== null && this.root.contains(node);
  }

  /** The text node and its offset; an offset between two blocks stands at the end of the first. */
  at(offset: number): { node: Node; offset: number } | null {
    const index = indexAt(this.spans, offset);
    const [node, span] = [this.blocks[index]?.firstChild, this.spans[index]];
    if (!node || !span) return null;
    return { node, offset: Math.min(Math.max(offset - span.start, 0), span.end - span.start) };
  }

  /** The offset nearest to an offset of the text that the page shows. */
  shown(offset: number, step: 1 | -1 = -1): number {
    const index = indexAt(this.spans, offset);
    const here = this.spans[index];
    if (!here || (offset >= here.start && offset <= here.end)) return offset;
    return step === 1 ? (this.spans[index + 1]?.start ?? here.end) : here.end;
  }

  offsetOf(node: Node, offset: number): number | null {
    if (!this.root.contains(node)) return null;
    const block = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-at]");
    if (block) {
      const inner = node.nodeType === Node.TEXT_NODE ? offset : offset === 0 ? 0 : (block.textContent?.length ?? 0);
      return Number(block.dataset.at) + inner;
    }
    const place = document.createRange();
    place.setStart(node, offset);
    // The first block that does not lie before the place; blocks stand in the order of the text.
    let [low, high] = [0, this.blocks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const block = this.blocks[middle];
      if (block && place.comparePoint(block, 0) < 0) low = middle + 1;
      else high = middle;
    }
    return this.spans[low]?.start ?? this.length;
  }

  offsetAtPoint(x: number, y: number): number | null {
    if (document.caretPositionFromPoint) {
      const found = document.caretPositionFromPoint(x, y);
      return found ? this.offsetOf(found.offsetNode, found.offset) : null;
    }
    const found = document.caretRangeFromPoint?.(x, y);
    return found ? this.offsetOf(found.startContainer, found.startOffset) : null;
  }

  range(span: Span): Range | null {
    const [from, to] = [this.at(this.shown(span.start, 1)), this.at(span.end)];
    if (!from || !to) return null;
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  /** Where a caret stands: where the character after it begins, or where the one before it ends, as each of them runs. */
  caretRect(offset: number): DOMRect | null {
    const at = this.at(offset);
    if (!at) return null;
    const length = at.node.nodeValue?.length ?? 0;
    const range = document.createRange();
    const before = at.offset >= length;
    range.setStart(at.node, before ? Math.max(0, at.offset - 1) : at.offset);
    range.setEnd(at.node, before ? at.offset : at.offset + 1);
    const rects = range.getClientRects();
    const rect = before ? rects[rects.length - 1] : ([...rects].find((each) => each.width > 0) ?? rects[0]);
    if (!rect) return null;
    const sign = directionAt(at.node.nodeValue ?? "", before ? Math.max(0, at.offset - 1) : at.offset);
    const isBack = sign ? sign === "rtl" : (at.node.parentElement?.matches(":dir(rtl)") ?? false);
    return new DOMRect(before === isBack ? rect.left : rect.right, rect.top, 0, rect.height);
  }
}
