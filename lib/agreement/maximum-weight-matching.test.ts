import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maximumWeightMatching, type WeightedEdge } from "./maximum-weight-matching";

function totalOf(edges: readonly (readonly WeightedEdge[])[], partners: readonly (number | null)[]): number {
  return partners.reduce<number>((sum, to, i) => sum + (edges[i]?.find((edge) => edge.to === to)?.weight ?? 0), 0);
}

/** The greatest sum over all matchings, each tried. */
function greatest(edges: readonly (readonly WeightedEdge[])[], i = 0, taken = new Set<number>()): number {
  if (i === edges.length) return 0;
  let best = greatest(edges, i + 1, taken);
  for (const { to, weight } of edges[i] ?? []) {
    if (!taken.has(to)) best = Math.max(best, weight + greatest(edges, i + 1, new Set(taken).add(to)));
  }
  return best;
}

describe("maximumWeightMatching", () => {
  it("leaves members alone where that is better, and gives back a partner that another needs more", () => {
    expect(maximumWeightMatching([[{ to: 0, weight: 5 }], [{ to: 0, weight: 6 }]], 1)).toEqual([null, 0]);
    expect(
      maximumWeightMatching(
        [
          [
            { to: 0, weight: 5 },
            { to: 1, weight: 4 },
          ],
          [{ to: 0, weight: 4 }],
        ],
        2,
      ),
    ).toEqual([1, 0]);
    expect(maximumWeightMatching([], 0)).toEqual([]);
    expect(maximumWeightMatching([[], []], 0)).toEqual([null, null]);
  });

  it("refuses a weight that is not above zero", () => {
    expect(() => maximumWeightMatching([[{ to: 0, weight: 0 }]], 1)).toThrow(RangeError);
    expect(() => maximumWeightMatching([[{ to: 0, weight: Number.NaN }]], 1)).toThrow(RangeError);
  });

  it("is as heavy as the heaviest of all matchings", () => {
    const weights = fc.array(fc.array(fc.nat(9), { minLength: 5, maxLength: 5 }), { maxLength: 6 });
    fc.assert(
      fc.property(weights, (rows) => {
        const edges = rows.map((row) => row.flatMap((weight, to) => (weight > 0 ? [{ to, weight }] : [])));
        const partners = maximumWeightMatching(edges, 5);
        const used = partners.filter((to) => to !== null);
        expect(new Set(used).size).toBe(used.length);
        expect(totalOf(edges, partners)).toBe(greatest(edges));
      }),
      { numRuns: 500 },
    );
  });
});
