import { characterStep } from "@/lib/text/characters";
import type { Span } from "@/lib/text/span";
import { indexAt } from "../text/desk-turns";
import type { CaretGround } from "./caret";

/** What floats over the text must not be what is found beneath a point. */
function probing<T>({ scroller }: CaretGround, look: () => T): T {
  scroller.dataset.probing = "";
  try {
    return look();
  } finally {
    delete scroller.dataset.probing;
  }
}

/** The paragraph that shows an offset, and the one before or after it. */
function blockBy({ turns }: CaretGround, offset: number, by: 0 | 1 | -1): Span | undefined {
  const index = indexAt(turns, offset);
  const blocks = turns[index]?.blocks ?? [];
  const place = indexAt(blocks, offset);
  if (by === 0 || blocks[place + by]) return blocks[place + by];
  return by === 1 ? turns[index + 1]?.blocks[0] : turns[index - 1]?.blocks.at(-1);
}

/** The line of its paragraph on which an offset stands. Lines only go down in a paragraph, whichever way it reads. */
export function lineAt(ground: CaretGround, offset: number): Span | null {
  const { positions } = ground;
  const block = blockBy(ground, offset, 0);
  const rect = positions.caretRect(offset);
  if (!block || !rect) return null;
  const top = (at: number) => positions.caretRect(at)?.top ?? rect.top;
  const half = rect.height / 2;
  const first = (low: number, high: number, isBeyond: (at: number) => boolean) => {
    let [from, to] = [low, high];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (isBeyond(middle)) to = middle;
      else from = middle + 1;
    }
    return from;
  };
  return {
    start: first(block.start, offset, (at) => top(at) > rect.top - half),
    end: first(offset, block.end, (at) => top(at) > rect.top + half),
  };
}

/** The character of a line that stands nearest to a column. */
function nearestIn({ text, positions }: CaretGround, line: Span, goal: number): number {
  const [first, last] = [positions.caretRect(line.start), positions.caretRect(line.end)];
  // The end of a paragraph is still a place on its last line; that of other lines is the next one's beginning.
  const end = first && last && last.top < first.bottom ? line.end + 1 : line.end;
  let best = { offset: line.start, apart: Number.POSITIVE_INFINITY };
  for (let at = line.start; at < end; ) {
    const apart = Math.abs((positions.caretRect(at)?.left ?? goal) - goal);
    if (apart < best.apart) best = { offset: at, apart };
    const next = characterStep(text, at, 1);
    if (next === at) break;
    at = next;
  }
  return best.offset;
}

/** The line above or below in the same column; null at the ends of the text. */
export function lineStep(ground: CaretGround, offset: number, step: 1 | -1, goal: number): number | null {
  const { positions } = ground;
  const rect = positions.caretRect(offset);
  if (!rect) return null;
  const found = probing(ground, () => {
    for (let i = 1; i <= 12; i++) {
      const y = step === 1 ? rect.bottom + (i - 0.4) * rect.height * 0.5 : rect.top - (i - 0.4) * rect.height * 0.5;
      const at = positions.offsetAtPoint(goal, y);
      const line = at === null ? null : positions.caretRect(at);
      if (at === null || !line) continue;
      if (step === 1 ? line.top > rect.top + rect.height / 2 : line.top < rect.top - rect.height / 2) return at;
    }
    return null;
  });
  if (found !== null) return found;
  // Nothing lies beneath the point: the column is in a margin, or the next line is far.
  const next = blockBy(ground, offset, step);
  const line = next ? lineAt(ground, step === 1 ? next.start : next.end) : null;
  return line ? nearestIn(ground, line, goal) : null;
}

/** How much of a page stays in sight, in lines. */
const KEPT_LINES = 2;

/** As far as the window shows, in the same column. What is far away is not laid out: paragraphs are asked one by one. */
export function pageStep(ground: CaretGround, offset: number, step: 1 | -1, goal: number): number | null {
  const { positions, scroller } = ground;
  const rect = positions.caretRect(offset);
  if (!rect) return null;
  const target = rect.top + step * Math.max(rect.height, scroller.clientHeight - KEPT_LINES * rect.height);
  let block = blockBy(ground, offset, 0);
  let last = block;
  while (block) {
    const edge = positions.caretRect(step === 1 ? block.end : block.start);
    if (edge && (step === 1 ? edge.bottom > target : edge.top <= target)) break;
    last = block;
    block = blockBy(ground, step === 1 ? block.end : block.start, step);
  }
  if (!block) return last ? (step === 1 ? last.end : last.start) : null;
  let [low, high] = [block.start, block.end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions.caretRect(middle)?.bottom ?? 0) > target) high = middle;
    else low = middle + 1;
  }
  const line = lineAt(ground, low);
  return line && nearestIn(ground, line, goal);
}

/** Where the line of an offset begins or ends. */
export function lineEdge(ground: CaretGround, offset: number, step: 1 | -1): number {
  const line = lineAt(ground, offset);
  if (!line) return offset;
  if (step === -1) return line.start;
  const block = blockBy(ground, offset, 0);
  // The space on which a line breaks belongs to it; behind that the next line begins.
  return line.end === block?.end ? line.end : Math.max(line.start, characterStep(ground.text, line.end, -1));
}
