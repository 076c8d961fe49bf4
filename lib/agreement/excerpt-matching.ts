// One-to-one matching of two coders' excerpts: each excerpt at most once, with the greatest total overlap.
import { compareSpans, type Span } from "@/lib/text/span";
import { maximumWeightMatching, type WeightedEdge } from "./maximum-weight-matching";

/** What a coder marked with one code. */
export interface Excerpt extends Span {
  readonly codeId: string;
}

/** An excerpt of each coder, by their places in the two lists, and how many characters the two share. */
export interface ExcerptOverlap {
  readonly first: number;
  readonly second: number;
  readonly common: number;
}

/** In document order, the longer first, then by code: an order that does not depend on how the excerpts came. */
export function compareExcerpts(a: Excerpt, b: Excerpt): number {
  return compareSpans(a, b) || (a.codeId < b.codeId ? -1 : Number(a.codeId > b.codeId));
}

/**
 * Chooses among the overlaps so that each excerpt occurs at most once: the greatest total overlap; of those the most
 * pairs with equal codes; of those the most pairs. Both lists must be in the order of `compareExcerpts`. What is then
 * still tied is decided by that order and not by who is first, so that exchanging the coders exchanges the pairs.
 * Cost: that of maximumWeightMatching on each group of excerpts that overlaps link together.
 */
export function matchExcerpts(
  first: readonly Excerpt[],
  second: readonly Excerpt[],
  overlaps: readonly ExcerptOverlap[],
): ExcerptOverlap[] {
  return linkedGroups(first.length, second.length, overlaps).flatMap((group) => {
    const [only] = group;
    return only && group.length === 1 ? [only] : matchGroup(first, second, group);
  });
}

/** The overlaps of each group of excerpts that overlaps link together, directly or through others. */
function linkedGroups(first: number, second: number, overlaps: readonly ExcerptOverlap[]): ExcerptOverlap[][] {
  const above = Int32Array.from({ length: first + second }, (_, i) => i);
  const topOf = (of: number): number => {
    let top = of;
    for (let next = above[top] ?? top; next !== top; next = above[top] ?? top) {
      // Halving the way for whoever asks next.
      above[top] = above[next] ?? next;
      top = next;
    }
    return top;
  };
  for (const overlap of overlaps) above[topOf(overlap.first)] = topOf(first + overlap.second);
  const groups = new Map<number, ExcerptOverlap[]>();
  for (const overlap of overlaps) {
    const top = topOf(overlap.first);
    const group = groups.get(top);
    if (group) group.push(overlap);
    else groups.set(top, [overlap]);
  }
  return [...groups.values()];
}

function matchGroup(
  first: readonly Excerpt[],
  second: readonly Excerpt[],
  overlaps: readonly ExcerptOverlap[],
): ExcerptOverlap[] {
  const rows = inOrder(overlaps.map((overlap) => overlap.first));
  const columns = inOrder(overlaps.map((overlap) => overlap.second));
  const swapped = comesLater(
    rows.map((at) => first[at]),
    columns.map((at) => second[at]),
  );
  const [left, right] = swapped ? [columns, rows] : [rows, columns];
  const leftPlace = new Map(left.map((at, place) => [at, place]));
  const rightPlace = new Map(right.map((at, place) => [at, place]));
  // No sum of a lower criterion can outweigh one step of the criterion above it.
  const step = left.length + 1;
  const edges = left.map((): (WeightedEdge & { readonly overlap: ExcerptOverlap })[] => []);
  for (const overlap of overlaps) {
    const [from, to] = swapped ? [overlap.second, overlap.first] : [overlap.first, overlap.second];
    const same = first[overlap.first]?.codeId === second[overlap.second]?.codeId;
    const weight = (overlap.common * step + Number(same)) * step + 1;
    edges[leftPlace.get(from) ?? 0]?.push({ to: rightPlace.get(to) ?? 0, weight, overlap });
  }
  for (const list of edges) list.sort((a, b) => a.to - b.to);
  return maximumWeightMatching(edges, right.length).flatMap((partner, i) => {
    const edge = edges[i]?.find(({ to }) => to === partner);
    return edge ? [edge.overlap] : [];
  });
}

function inOrder(places: readonly number[]): number[] {
  return [...new Set(places)].sort((a, b) => a - b);
}

/** Whether `a` should be the right side: it has more excerpts, or as many and the first that differs comes later. */
function comesLater(a: readonly (Excerpt | undefined)[], b: readonly (Excerpt | undefined)[]): boolean {
  if (a.length !== b.length) return a.length > b.length;
  for (const [i, one] of a.entries()) {
    const other = b[i];
    const order = one && other ? compareExcerpts(one, other) : 0;
    if (order !== 0) return order > 0;
  }
  return false;
}
