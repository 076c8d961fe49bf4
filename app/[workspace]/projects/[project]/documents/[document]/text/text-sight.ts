import type { Span } from "@/lib/text/span";
import { type CaretGround, scrollTo } from "../keys/caret";

/** How far below the upper edge of the window a place stands that was gone to by its beginning. */
const ABOVE = 12;

function blockAt({ positions }: CaretGround, offset: number): HTMLElement | null {
  return positions.at(positions.shown(offset, 1))?.node.parentElement ?? null;
}

/** Twice: what comes into sight is laid out only then, and may be higher or lower than the browser had guessed. */
function twice(move: () => void): void {
  move();
  requestAnimationFrame(move);
}

/** Brings words into the middle of the window, unless they stand well within it. */
export function bringIntoSight(ground: CaretGround, span: Span): void {
  const { scroller, positions } = ground;
  const box = scroller.getBoundingClientRect();
  const rect = positions.caretRect(span.start);
  const room = box.height / 6;
  if (rect && rect.top > box.top + room && rect.bottom < box.bottom - room) return;
  twice(() => {
    const now = positions.caretRect(span.start);
    if (now) scroller.scrollTop += now.top - (box.top + box.height / 2.5);
  });
  scrollTo(ground, span.start);
}

/** Brings the paragraph of a place to the upper edge of the window. */
export function bringToTop(ground: CaretGround, offset: number): void {
  const block = blockAt(ground, offset);
  if (!block) return;
  twice(() => {
    ground.scroller.scrollTop +=
      block.getBoundingClientRect().top - ground.scroller.getBoundingClientRect().top - ABOVE;
  });
}

/** The beginning of the first paragraph in sight; null at the very beginning of the document. */
export function firstInSight({ scroller }: CaretGround): number | null {
  if (scroller.scrollTop < 40) return null;
  const box = scroller.getBoundingClientRect();
  for (let y = box.top + 8; y < box.bottom; y += 16) {
    const article = document.elementsFromPoint(box.left + box.width / 2, y).find((each) => each.tagName === "ARTICLE");
    const blocks = article ? [...article.getElementsByTagName("p")] : [];
    const first = blocks.find((block) => block.getBoundingClientRect().bottom > box.top + ABOVE);
    if (first?.dataset.at !== undefined) return Number(first.dataset.at);
  }
  return null;
}
