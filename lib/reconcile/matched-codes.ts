// Matching what one coder gave one code with what another gave another: the same place, seen differently.
import { eachOverlap } from "@/lib/text/overlap-sweep";
import { overlapLength, type Span } from "@/lib/text/span";
import type { CodedComponent } from "./coded-component";

/** Two passages are one place when they share half of what they cover together, or one lies within the other. */
const SAME_PLACE_IOU = 0.5;

/**
 * Pairs of components of different codes from different coders that cover one place. Each component is in one pair at
 * most; the longest common part goes first, then document order. `components` must be in their final order, so that
 * the pairs do not depend on the order of the coders. Cost: O(n log n) and the number of overlapping pairs.
 */
export function matchedCodes(components: readonly CodedComponent[]): [CodedComponent, CodedComponent][] {
  const candidates: { i: number; j: number; common: number }[] = [];
  eachOverlap(components, components, (i, j) => {
    const [a, b] = [components[i], components[j]];
    if (!a || !b || i >= j || a.codeId === b.codeId || !disjoint(a, b) || !samePlace(a, b)) return;
    candidates.push({ i, j, common: overlapLength(a, b) });
  });
  candidates.sort((a, b) => b.common - a.common || a.i - b.i || a.j - b.j);

  const taken = new Set<number>();
  const pairs: [CodedComponent, CodedComponent][] = [];
  for (const { i, j } of candidates) {
    const [a, b] = [components[i], components[j]];
    if (!a || !b || taken.has(i) || taken.has(j)) continue;
    taken.add(i).add(j);
    pairs.push([a, b]);
  }
  return pairs;
}

/** Whether no coder used both codes here: someone who did does not take one for the other. */
function disjoint(a: CodedComponent, b: CodedComponent): boolean {
  return a.sides.every((codings, side) => codings.length === 0 || b.sides[side]?.length === 0);
}

function samePlace(a: Span, b: Span): boolean {
  const common = overlapLength(a, b);
  const [lengthA, lengthB] = [a.end - a.start, b.end - b.start];
  return common === Math.min(lengthA, lengthB) || common >= SAME_PLACE_IOU * (lengthA + lengthB - common);
}
