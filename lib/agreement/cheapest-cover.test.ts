import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cheapestCover } from "./cheapest-cover";
import { reducedCosts } from "./reduced-costs";
import type { UnitaryAlignment } from "./unitary-alignments";

const UNITS = 6;
const candidates = fc
  .array(
    fc.tuple(
      fc.uniqueArray(fc.nat(UNITS - 1), { minLength: 2, maxLength: 3 }),
      fc.double({ min: 0, max: 2, noNaN: true }),
    ),
    {
      maxLength: 14,
    },
  )
  .map((drawn): UnitaryAlignment[] => [
    ...Array.from({ length: UNITS }, (_, unit) => ({ units: [unit], cost: 1 })),
    ...drawn.map(([units, cost]) => ({ units: [...units].sort((a, b) => a - b), cost })),
  ]);

function leastCost(all: readonly UnitaryAlignment[], covered: ReadonlySet<number> = new Set()): number {
  const next = Array.from({ length: UNITS }, (_, unit) => unit).find((unit) => !covered.has(unit));
  if (next === undefined) return 0;
  const fitting = all.filter(({ units }) => units.includes(next) && !units.some((unit) => covered.has(unit)));
  return Math.min(...fitting.map(({ units, cost }) => cost + leastCost(all, new Set([...covered, ...units]))));
}

describe("cheapestCover", () => {
  it("costs what the cheapest of all covers does, and holds every unit once", () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const chosen = (cheapestCover(UNITS, all, 10_000) ?? []).map((i) => all[i] as UnitaryAlignment);
        expect(chosen.flatMap(({ units }) => units).sort()).toEqual([0, 1, 2, 3, 4, 5]);
        expect(chosen.reduce((sum, { cost }) => sum + cost, 0)).toBeCloseTo(leastCost(all), 9);
      }),
    );
  });

  it("gives up beyond its budget, and refuses units that nothing holds", () => {
    expect(
      cheapestCover(
        2,
        [
          { units: [0], cost: 1 },
          { units: [1], cost: 1 },
        ],
        0,
      ),
    ).toBeNull();
    expect(() => cheapestCover(2, [{ units: [0], cost: 1 }], 10)).toThrow(RangeError);
    expect(cheapestCover(0, [], 10)).toEqual([]);
  });
});

describe("reducedCosts", () => {
  it("are never below zero, and leave every cover the same prices, which no cover undercuts", () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const holding = Array.from({ length: UNITS }, (_, unit) =>
          all.flatMap((one, i) => (one.units.includes(unit) ? [i] : [])),
        );
        const reduced = reducedCosts(all, holding, 4);
        expect(Math.min(...reduced)).toBeGreaterThanOrEqual(0);
        const prices = (cover: readonly number[]) =>
          cover.reduce((sum, i) => sum + (all[i]?.cost ?? 0) - (reduced[i] ?? 0), 0);
        const singles = [0, 1, 2, 3, 4, 5];
        expect(prices(singles)).toBeLessThanOrEqual(leastCost(all) + 1e-9);
        expect(prices(cheapestCover(UNITS, all, 10_000) ?? [])).toBeCloseTo(prices(singles), 9);
      }),
    );
  });
});
