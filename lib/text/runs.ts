// Runs: one sweep that cuts a text into maximal stretches, each with the ids of everything that covers it.
import { checkedSpan, compareSpans, type Span } from "./span";

/** A maximal stretch with the same ids throughout. `ids` come in document order of their spans, the longer first. */
export interface Run extends Span {
  readonly ids: readonly string[];
}

/**
 * Cuts `[0, length)` into runs, those that nothing covers included. Two items of the same id count as one.
 * Throws RangeError for an item outside the text. Cost: O(n log n) and the size of the answer.
 */
export function runs(length: number, items: readonly (Span & { readonly id: string })[]): Run[] {
  for (const item of items) checkedSpan(item, length);
  const starts = [...items].sort((a, b) => compareSpans(a, b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const ends = [...items].sort((a, b) => a.end - b.end);
  const active = new Map<string, number>();
  const cut: Run[] = [];
  let from = 0;
  let ids: string[] = [];
  let s = 0;
  let e = 0;

  while (e < ends.length) {
    const at = Math.min(starts[s]?.start ?? length, ends[e]?.end ?? length);
    let changed = false;
    // Starts go before ends: an id that ends here and starts here again has not left.
    for (let item = starts[s]; item && item.start === at; item = starts[++s]) {
      const count = active.get(item.id) ?? 0;
      active.set(item.id, count + 1);
      if (count === 0) changed = true;
    }
    for (let item = ends[e]; item && item.end === at; item = ends[++e]) {
      const count = active.get(item.id) ?? 0;
      if (count > 1) active.set(item.id, count - 1);
      else {
        active.delete(item.id);
        changed = true;
      }
    }
    if (!changed) continue;
    if (at > from) cut.push({ start: from, end: at, ids });
    from = at;
    ids = [...active.keys()];
  }
  if (length > from) cut.push({ start: from, end: length, ids: [] });
  return cut;
}
