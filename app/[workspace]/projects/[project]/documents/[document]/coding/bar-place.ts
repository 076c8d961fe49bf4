import type { Span } from "@/lib/text/span";
import type { CaretGround } from "../keys/caret";

/** Beside the selection, or under the whole pane where there is no room beside it. */
export type BarPlace =
  | { readonly side: "below" | "above"; readonly left: number; readonly top: number; readonly room: number }
  | { readonly side: "dock" };

export interface CaretBox {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** Room for the first codes of the list that the field opens. */
const LIST = 120;
const GAP = 6;

/** A caret's place on the page, seen from the corner of the column. */
export function caretBoxIn(origin: DOMRect, at: DOMRect): CaretBox {
  return { left: at.left - origin.left, top: at.top - origin.top, height: at.height };
}

/** Never over the selected words and never beyond the pane; the list of the field opens away from the words too. */
export function barPlace(
  { scroller, positions }: CaretGround,
  span: Span,
  /** Where the carets at its two ends stand. */
  { from, to }: { from: DOMRect; to: DOMRect },
  height: number,
): BarPlace {
  const box = scroller.getBoundingClientRect();
  const isBelow = to.bottom > box.top && to.bottom + GAP + height + LIST < box.bottom;
  const isAbove = !isBelow && from.top < box.bottom && from.top - GAP - height - LIST > box.top;
  if (!isBelow && !isAbove) return { side: "dock" };
  const edge = isAbove ? from.top - GAP : to.bottom + GAP;
  // Under the words, not over the names in the margins.
  const words = positions.at(span.end)?.node.parentElement?.getBoundingClientRect() ?? box;
  const width = Math.min(480, box.width - 24);
  const rightmost = Math.min(words.right, box.right - 20) - width;
  const left = Math.max(8, Math.min(Math.max(words.left, to.left - width / 2), rightmost) - box.left);
  const room = (isAbove ? edge - box.top : box.bottom - edge) - height - GAP;
  return { side: isAbove ? "above" : "below", left, top: edge - box.top + scroller.scrollTop, room };
}
