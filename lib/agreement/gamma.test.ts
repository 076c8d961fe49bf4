import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gamma } from "./gamma";
import { gammaExpected } from "./gamma-expected";
import { mulberry32 } from "./mulberry32";
import { shiftedContinuum } from "./shifted-continuum";
import { valueOrNull } from "./statistic";
import { type UnitContinuum, unitContinuum } from "./unit-continuum";

type Units = readonly (readonly [start: number, end: number, category: string])[];

function continuum(length: number, ...coders: Units[]): UnitContinuum {
  return unitContinuum(
    length,
    coders.map((units) => units.map(([start, end, category]) => ({ start, end, category }))),
  );
}

const ALEX: Units = [
  [2, 9, "1"],
  [11, 17, "2"],
  [24, 30, "5"],
  [32, 36, "6"],
  [36, 44, "6"],
  [44, 60, "7"],
];
const PAUL: Units = [
  [2, 9, "1"],
  [11, 17, "3"],
  [19, 25, "5"],
  [32, 44, "6"],
];
const SUZAN: Units = [
  [2, 9, "1"],
  [11, 17, "4"],
  [21, 27, "5"],
  [32, 36, "6"],
  [36, 40, "6"],
  [40, 44, "6"],
];

describe("Mathet, Widlöcher & Métivier 2015, by pygamma-agreement: Alex, Paul and Suzan, α = 3, β = 1", () => {
  const found = gamma(continuum(60, ALEX, PAUL, SUZAN), {
    samples: 300,
    seed: 1,
    weights: { alpha: 3, beta: 1, deltaEmpty: 1 },
  });

  it("the best alignment has a disorder of .96", () => {
    expect(valueOrNull(found.observedDisorder)).toBeCloseTo(0.960625, 12);
    const first = found.alignment?.[0];
    expect(first?.disorder).toBe(0);
    expect(first?.units).toEqual(new Array(3).fill({ start: 2, end: 9, category: "1" }));
  });

  it("γ lies between .44 and .47, within its standard error", () => {
    const [value, error] = [valueOrNull(found.gamma) ?? 0, valueOrNull(found.standardError) ?? 0];
    expect(error).toBeGreaterThan(0);
    expect(error).toBeLessThan(0.01);
    expect(value).toBeGreaterThan(0.44 - 2 * error);
    expect(value).toBeLessThan(0.47 + 2 * error);
    expect(value).toBeCloseTo(1 - 0.960625 / (valueOrNull(found.expected.disorder) ?? 0), 12);
    expect(found.expected.samples).toBe(300);
  });
});

describe("gamma", () => {
  const two = continuum(60, ALEX, PAUL);

  it("is the same for the same seed and another for another", () => {
    const [one, again, other] = [1, 1, 2].map((seed) => valueOrNull(gamma(two, { samples: 20, seed }).gamma));
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });

  it("is 1 for identical coders", () => {
    expect(gamma(continuum(60, ALEX, ALEX), { samples: 10, seed: 1 }).gamma).toEqual({ kind: "defined", value: 1 });
    expect(gamma(continuum(60, PAUL, PAUL, PAUL), { samples: 5, seed: 1 }).gamma).toEqual({
      kind: "defined",
      value: 1,
    });
  });

  it("does not depend on Δ∅", () => {
    const of = (deltaEmpty: number) =>
      valueOrNull(gamma(two, { samples: 20, seed: 3, weights: { alpha: 1, beta: 1, deltaEmpty } }).gamma);
    expect(of(7)).toBeCloseTo(of(1) ?? Number.NaN, 12);
  });

  it("has a standard error that shrinks with the root of the samples", () => {
    const of = (samples: number) => valueOrNull(gamma(two, { samples, seed: 5 }).standardError) ?? Number.NaN;
    expect(of(50) / of(800)).toBeGreaterThan(2.5);
    expect(of(50) / of(800)).toBeLessThan(6);
  });

  it("is undefined with its reason", () => {
    const reason = (of: UnitContinuum) => {
      const { gamma: value } = gamma(of, { samples: 5, seed: 1 });
      return value.kind === "undefined" ? value.reason : value.value;
    };
    expect(reason(continuum(0, [], []))).toBe("no-data");
    expect(reason(continuum(60, ALEX))).toBe("no-data");
    expect(reason(continuum(60, [], []))).toBe("both-empty");
    expect(reason(continuum(1, [[0, 1, "a"]], [[0, 1, "a"]]))).toBe("one-category");
    const crowd = Array.from(
      { length: 6 },
      (_, coder): Units =>
        Array.from({ length: 30 }, (__, i): [number, number, string] => [i + coder, i + coder + 40, String(i)]),
    );
    expect(reason(continuum(100, ...crowd))).toBe("too-large");
  });

  it("refuses fewer than two samples", () => {
    for (const samples of [0, 1, 2.5]) expect(() => gamma(two, { samples, seed: 1 })).toThrow(RangeError);
  });
});

describe("shiftedContinuum", () => {
  it("moves whole units of one coder, keeps their lengths and values, and sets out within the continuum", () => {
    const of = continuum(60, ALEX, PAUL, SUZAN);
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const shifted = shiftedContinuum(of.coders, of.length, mulberry32(seed));
        expect(shifted).toHaveLength(3);
        for (const units of shifted) {
          const from = of.coders.some((own) => {
            const step = ((units[0]?.start ?? 0) - (own[0]?.start ?? 0) + 60) % 60;
            return (
              own.length === units.length &&
              own.every(({ start, end, category }, i) => {
                const unit = units[i];
                return (
                  unit?.start === (start + step) % 60 &&
                  unit.end - unit.start === end - start &&
                  unit.category === category
                );
              })
            );
          });
          expect(from).toBe(true);
        }
      }),
    );
  });

  it("never lays a coder's units on themselves while there is room", () => {
    const of = continuum(100, [[0, 20, "a"]], [[0, 20, "a"]]);
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [first, second] = shiftedContinuum(of.coders, of.length, mulberry32(seed));
        const apart = Math.abs((first?.[0]?.start ?? 0) - (second?.[0]?.start ?? 0));
        expect(Math.min(apart, 100 - apart)).toBeGreaterThan(10);
      }),
    );
  });

  it("draws again where only coders without a unit were drawn, and refuses a continuum without any", () => {
    const of = continuum(100, [[0, 20, "a"]], [], []);
    for (let seed = 0; seed < 50; seed++) {
      expect(shiftedContinuum(of.coders, of.length, mulberry32(seed)).flat().length).toBeGreaterThan(0);
    }
    expect(() => shiftedContinuum([[], []], 10, mulberry32(1))).toThrow(RangeError);
  });
});

describe("gammaExpected", () => {
  it("of two coders who each have one short unit in a long text: two units that almost never meet", () => {
    const { disorder } = gammaExpected(
      continuum(100_000, [[5, 10, "a"]], [[50, 55, "a"]]),
      { alpha: 1, beta: 1, deltaEmpty: 1 },
      200,
      1,
    );
    expect(valueOrNull(disorder)).toBeCloseTo(2, 2);
  });
});
