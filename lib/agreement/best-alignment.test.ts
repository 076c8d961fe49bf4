import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestAlignment } from "./best-alignment";
import { type GammaWeights, gammaDissimilarity } from "./gamma-dissimilarity";
import { MinHeap } from "./min-heap";
import { disorderOf, observedDisorder } from "./observed-disorder";
import { valueOrNull } from "./statistic";
import type { ContinuumUnit } from "./unit-continuum";

const unit = fc
  .tuple(fc.nat(14), fc.integer({ min: 1, max: 6 }), fc.constantFrom("a", "b"))
  .map(([start, size, category]): ContinuumUnit => ({ start, end: start + size, category }));
const weights = fc
  .tuple(fc.constantFrom(0, 0.5, 1, 3), fc.constantFrom(0, 1, 2), fc.constantFrom(0.5, 1, 4))
  .map(([alpha, beta, deltaEmpty]): GammaWeights => ({ alpha, beta, deltaEmpty }));

/** Lays each unit of each coder in turn into every alignment that there is, which needs no thought to be right. */
function leastDisorder(coders: readonly (readonly ContinuumUnit[])[], of: GammaWeights): number {
  const all = coders.flatMap((own, coder) => own.map((one) => ({ coder, one })));
  const groups: (ContinuumUnit | undefined)[][] = [];
  let least = Infinity;
  const place = (next: number): void => {
    const item = all[next];
    if (!item) {
      least = Math.min(
        least,
        groups.reduce((sum, group) => sum + unitaryDisorder(group, of), 0),
      );
      return;
    }
    for (const group of groups) {
      if (group[item.coder]) continue;
      group[item.coder] = item.one;
      place(next + 1);
      group[item.coder] = undefined;
    }
    const fresh = coders.map((_, coder) => (coder === item.coder ? item.one : undefined));
    groups.push(fresh);
    place(next + 1);
    groups.pop();
  };
  place(0);
  return least / (all.length / coders.length);
}

function unitaryDisorder(group: readonly (ContinuumUnit | undefined)[], of: GammaWeights): number {
  let [sum, pairs] = [0, 0];
  for (const [i, first] of group.entries()) {
    for (const second of group.slice(i + 1)) {
      pairs++;
      sum += of.deltaEmpty * (first && second ? gammaDissimilarity(first, second, of) : 1);
    }
  }
  return sum / pairs;
}

function found(coders: readonly (readonly ContinuumUnit[])[], of: GammaWeights): number | null {
  return valueOrNull(observedDisorder(coders, of).disorder);
}

describe("bestAlignment", () => {
  it.each([
    [2, 4, 150],
    [3, 3, 150],
    [4, 2, 100],
  ])("of %i coders with up to %i units is the best of all there are", (coders, most, numRuns) => {
    const drawn = fc.array(fc.array(unit, { maxLength: most }), { minLength: coders, maxLength: coders });
    fc.assert(
      fc.property(drawn, weights, (own, of) => {
        fc.pre(own.some((each) => each.length > 0));
        expect(found(own, of)).toBeCloseTo(leastDisorder(own, of), 9);
      }),
      { numRuns },
    );
  });

  it("holds every unit once, and its disorders are those of its parts", () => {
    fc.assert(
      fc.property(fc.array(fc.array(unit, { maxLength: 5 }), { minLength: 2, maxLength: 4 }), weights, (own, of) => {
        const aligned = bestAlignment(own, of) ?? [];
        for (const [coder, units] of own.entries()) {
          const there = aligned.flatMap((each) => each.units[coder] ?? []);
          expect(there.map(written).sort()).toEqual(units.map(written).sort());
        }
        for (const each of aligned) {
          expect(each.disorder).toBeCloseTo(
            unitaryDisorder(
              each.units.map((one) => one ?? undefined),
              of,
            ),
            9,
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it("does not change with the order of coders or units, is 0 for identical coders, and scales with Δ∅", () => {
    fc.assert(
      fc.property(fc.array(fc.array(unit, { maxLength: 4 }), { minLength: 2, maxLength: 4 }), weights, (own, of) => {
        fc.pre(own.some((each) => each.length > 0));
        const turned = [...own].reverse().map((units) => [...units].reverse());
        expect(found(turned, of)).toBeCloseTo(found(own, of) ?? Number.NaN, 9);
        expect(found(own, { ...of, deltaEmpty: 3 * of.deltaEmpty })).toBeCloseTo(3 * (found(own, of) ?? Number.NaN), 9);
        const [units] = own.filter((each) => each.length > 0);
        if (units) expect(found([units, units, units], of)).toBeCloseTo(0, 12);
      }),
      { numRuns: 60 },
    );
  });

  it("gives up beyond its budget, with the reason too-large", () => {
    const crowd = Array.from({ length: 6 }, (_, coder) =>
      Array.from({ length: 30 }, (__, i) => ({ start: i + coder, end: i + coder + 40, category: String(i % 3) })),
    );
    const of = { alpha: 1, beta: 1, deltaEmpty: 1 };
    expect(bestAlignment(crowd, of, { candidates: 1_000, choices: 1_000 })).toBeNull();
    expect(
      bestAlignment(
        crowd.slice(0, 3).map((own) => own.slice(0, 4)),
        of,
        { candidates: 1_000, choices: 3 },
      ),
    ).toBeNull();
    expect(observedDisorder(crowd, of).disorder).toEqual({ kind: "undefined", reason: "too-large" });
  });

  it("refuses weights that are none", () => {
    for (const wrong of [{ alpha: -1 }, { beta: Number.NaN }, { deltaEmpty: 0 }, { alpha: Infinity }]) {
      expect(() => bestAlignment([[], []], { alpha: 1, beta: 1, deltaEmpty: 1, ...wrong })).toThrow(RangeError);
    }
  });

  it("has no disorder without a unit", () => {
    const of = { alpha: 1, beta: 1, deltaEmpty: 1 };
    expect(observedDisorder([[], []], of).disorder).toEqual({ kind: "undefined", reason: "both-empty" });
    expect(observedDisorder([[{ start: 0, end: 1, category: "a" }]], of).disorder).toEqual({
      kind: "undefined",
      reason: "no-data",
    });
    expect(found([[{ start: 0, end: 1, category: "a" }], []], of)).toBe(2);
    expect(() => disorderOf([], [[], []])).toThrow(RangeError);
  });
});

describe("MinHeap", () => {
  it("gives back what was pushed in order", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(3))), (entries) => {
        const heap = new MinHeap<readonly [number, number]>();
        for (const entry of entries) heap.push(entry[0], entry[1], entry);
        const out = entries.map(() => heap.pop());
        expect(out).toEqual([...entries].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
        expect(heap.pop()).toBeUndefined();
      }),
    );
  });
});

function written({ start, end, category }: ContinuumUnit): string {
  return `${start}-${end}-${category}`;
}
