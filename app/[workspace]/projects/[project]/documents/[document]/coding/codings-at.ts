import type { CaretGround } from "../keys/caret";
import type { CodingStore, DeskCoding } from "../saving/coding-store";

/** The codings under the pointer, the innermost first: on a stripe or a name that one alone. */
export function codingsAt(
  store: CodingStore,
  ground: CaretGround | null,
  target: EventTarget,
  x: number,
  y: number,
): readonly DeskCoding[] {
  if (!(target instanceof Element) || !ground) return [];
  const marked = store.get(target.closest<HTMLElement>("[data-coding]")?.dataset.coding ?? null);
  if (marked) return [marked];
  if (!target.closest("[data-at]")) return [];
  const offset = ground.positions.offsetAtPoint(x, y);
  if (offset === null) return [];
  const here = store.touching({ start: offset, end: offset });
  return here.sort((a, b) => a.end - a.start - (b.end - b.start));
}

/** What a press chooses: the innermost, and where that is chosen already the next one out, round and round. */
export function nextOf(here: readonly DeskCoding[], chosen: string | null): DeskCoding | null {
  return here[(here.findIndex((each) => each.id === chosen) + 1) % Math.max(here.length, 1)] ?? null;
}
