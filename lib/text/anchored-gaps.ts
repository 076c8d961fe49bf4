// Where two long lists differ: stretches that occur once in each hold them together, and what lies between is a gap.

/** `[beforeFrom, beforeTo)` of the one gives way to `[afterFrom, afterTo)` of the other; outside of gaps they agree. */
export interface Gap {
  readonly beforeFrom: number;
  readonly beforeTo: number;
  readonly afterFrom: number;
  readonly afterTo: number;
}

/** So many pieces in a row make an anchor: enough that chance does not repeat them in a talk. */
const ANCHOR = 7;

/** Rising gaps. Cost: O(n log n), however much differs. */
export function anchoredGaps(before: readonly string[], after: readonly string[]): Gap[] {
  const gaps: Gap[] = [];
  let [a, b] = [0, 0];
  const close = (beforeTo: number, afterTo: number) => {
    let [endA, endB] = [beforeTo, afterTo];
    while (a < endA && b < endB && before[a] === after[b]) [a, b] = [a + 1, b + 1];
    while (endA > a && endB > b && before[endA - 1] === after[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
    if (endA > a || endB > b) gaps.push({ beforeFrom: a, beforeTo: endA, afterFrom: b, afterTo: endB });
  };
  for (const [atA, atB] of risingPairs(before, after)) {
    if (atA < a || atB < b) continue;
    close(atA, atB);
    [a, b] = [atA, atB];
    while (a < before.length && b < after.length && before[a] === after[b]) [a, b] = [a + 1, b + 1];
  }
  close(before.length, after.length);
  return gaps;
}

/** Where each stretch of pieces stands that occurs just once. */
function onlyPlaces(pieces: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  for (let i = 0; i + ANCHOR <= pieces.length; i++) {
    const stretch = pieces.slice(i, i + ANCHOR).join("\u0000");
    places.set(stretch, places.has(stretch) ? -1 : i);
  }
  return places;
}

/** The longest chain of common stretches that rises in both (patience sorting). */
function risingPairs(before: readonly string[], after: readonly string[]): [number, number][] {
  const inAfter = onlyPlaces(after);
  const pairs: [number, number][] = [];
  for (const [stretch, atA] of onlyPlaces(before)) {
    const atB = inAfter.get(stretch) ?? -1;
    if (atA >= 0 && atB >= 0) pairs.push([atA, atB]);
  }
  pairs.sort(([a], [b]) => a - b);
  const tops: number[] = [];
  const previous = new Int32Array(pairs.length);
  for (const [index, [, atB]] of pairs.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < atB) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tops[low - 1] ?? -1) : -1;
    tops[low] = index;
  }
  const chain: [number, number][] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair) chain.push(pair);
  }
  return chain.reverse();
}
