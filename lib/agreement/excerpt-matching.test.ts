import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlapLength } from "@/lib/text/span";
import { compareExcerpts, type Excerpt, type ExcerptOverlap, matchExcerpts } from "./excerpt-matching";

function overlapsOf(first: readonly Excerpt[], second: readonly Excerpt[]): ExcerptOverlap[] {
  return first.flatMap((a, i) =>
    second.flatMap((b, j) => {
      const common = overlapLength(a, b);
      return common > 0 ? [{ first: i, second: j, common }] : [];
    }),
  );
}

/** Characters in common, pairs with equal codes, pairs: in this order a matching is better than another. */
type Worth = [common: number, same: number, pairs: number];

function worthOf(chosen: readonly ExcerptOverlap[], first: readonly Excerpt[], second: readonly Excerpt[]): Worth {
  return [
    chosen.reduce((sum, { common }) => sum + common, 0),
    chosen.filter((pair) => first[pair.first]?.codeId === second[pair.second]?.codeId).length,
    chosen.length,
  ];
}

function better(a: Worth, b: Worth): Worth {
  return (a[0] - b[0] || a[1] - b[1] || a[2] - b[2]) >= 0 ? a : b;
}

/** The best of all matchings, each tried. */
function bestWorth(overlaps: readonly ExcerptOverlap[], first: readonly Excerpt[], second: readonly Excerpt[]): Worth {
  const tried = (i: number, taken: ReadonlySet<number>, chosen: readonly ExcerptOverlap[]): Worth => {
    if (i === first.length) return worthOf(chosen, first, second);
    return overlaps
      .filter((pair) => pair.first === i && !taken.has(pair.second))
      .map((pair) => tried(i + 1, new Set(taken).add(pair.second), [...chosen, pair]))
      .reduce(better, tried(i + 1, taken, chosen));
  };
  return tried(0, new Set(), []);
}

function excerpt(codeId: string, start: number, end: number): Excerpt {
  return { codeId, start, end };
}

const anyExcerpts = fc
  .uniqueArray(
    fc
      .tuple(fc.constantFrom("X", "Y"), fc.nat(20), fc.integer({ min: 1, max: 12 }))
      .map(([codeId, start, size]) => excerpt(codeId, start, start + size)),
    { selector: (each) => JSON.stringify(each), maxLength: 6 },
  )
  .map((list) => [...list].sort(compareExcerpts));

describe("matchExcerpts", () => {
  it("takes the greatest total and not the greatest pair first", () => {
    const first = [excerpt("X", 0, 10), excerpt("X", 9, 15)];
    const second = [excerpt("X", 0, 3), excerpt("X", 3, 15)];
    // The greatest pair shares 7 and leaves the others alone; 3 and 6 are more.
    expect(matchExcerpts(first, second, overlapsOf(first, second))).toEqual([
      { first: 0, second: 0, common: 3 },
      { first: 1, second: 1, common: 6 },
    ]);
  });

  it("prefers equal codes where the total is the same", () => {
    const first = [excerpt("X", 0, 10), excerpt("Y", 0, 10)];
    const second = [excerpt("Y", 0, 10), excerpt("Z", 0, 10)];
    expect(matchExcerpts(first, second, overlapsOf(first, second))).toEqual([
      { first: 0, second: 1, common: 10 },
      { first: 1, second: 0, common: 10 },
    ]);
  });

  it("never gives up a character for an equal code", () => {
    const first = [excerpt("X", 0, 10)];
    const second = [excerpt("Y", 0, 10), excerpt("X", 1, 10)];
    expect(matchExcerpts(first, second, overlapsOf(first, second))).toEqual([{ first: 0, second: 0, common: 10 }]);
  });

  it("is as good as the best of all matchings", () => {
    fc.assert(
      fc.property(anyExcerpts, anyExcerpts, (first, second) => {
        const overlaps = overlapsOf(first, second);
        const chosen = matchExcerpts(first, second, overlaps);
        expect(new Set(chosen.map((pair) => pair.first)).size).toBe(chosen.length);
        expect(new Set(chosen.map((pair) => pair.second)).size).toBe(chosen.length);
        expect(worthOf(chosen, first, second)).toEqual(bestWorth(overlaps, first, second));
      }),
      { numRuns: 300 },
    );
  });

  it("exchanges the pairs when the coders change places, ties included", () => {
    fc.assert(
      fc.property(anyExcerpts, anyExcerpts, (first, second) => {
        const there = matchExcerpts(first, second, overlapsOf(first, second));
        const back = matchExcerpts(second, first, overlapsOf(second, first));
        const inOrder = (pairs: readonly (readonly [number, number])[]) => [...pairs].sort((a, b) => a[0] - b[0]);
        expect(inOrder(back.map((pair) => [pair.second, pair.first] as const))).toEqual(
          inOrder(there.map((pair) => [pair.first, pair.second] as const)),
        );
      }),
      { numRuns: 300 },
    );
  });
});
