// A queue that gives back the least first: a binary heap.

/** Of two entries with the same key the one pushed with the lower rank comes first. Cost: O(log n) for each call. */
export class MinHeap<T> {
  readonly #entries: { readonly key: number; readonly rank: number; readonly value: T }[] = [];

  push(key: number, rank: number, value: T): void {
    const entries = this.#entries;
    const entry = { key, rank, value };
    let at = entries.length;
    entries.push(entry);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = entries[above];
      if (!parent || !before(entry, parent)) break;
      entries[at] = parent;
      at = above;
    }
    entries[at] = entry;
  }

  pop(): T | undefined {
    const entries = this.#entries;
    const [first, last] = [entries[0], entries.pop()];
    if (!first || !last || entries.length === 0) return first?.value;
    let at = 0;
    for (;;) {
      const [left, right] = [entries[2 * at + 1], entries[2 * at + 2]];
      if (!left) break;
      const lesser = right && before(right, left) ? right : left;
      if (!before(lesser, last)) break;
      entries[at] = lesser;
      at = 2 * at + (lesser === left ? 1 : 2);
    }
    entries[at] = last;
    return first.value;
  }
}

function before(a: { key: number; rank: number }, b: { key: number; rank: number }): boolean {
  return a.key < b.key || (a.key === b.key && a.rank < b.rank);
}
