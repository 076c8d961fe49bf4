import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AlphaUOfCategory, krippendorffAlphaU } from "./krippendorff-alpha-u";
import { valueOrNull } from "./statistic";
import { type ContinuumUnit, type UnitContinuum, unitContinuum } from "./unit-continuum";

type Units = readonly (readonly [start: number, end: number, category: string])[];

function continuum(length: number, ...coders: Units[]): UnitContinuum {
  return unitContinuum(
    length,
    coders.map((units) => units.map(([start, end, category]) => ({ start, end, category }))),
  );
}

function category(of: UnitContinuum, name: string): AlphaUOfCategory | undefined {
  return krippendorffAlphaU(of).categories.find((one) => one.category === name);
}

/** The 24 positions of p. 57, each `scale` long, as lengths of units and (negative) of gaps. */
function strip(scale: number, parts: readonly number[]): Units {
  const units: [number, number, string][] = [];
  let at = 0;
  for (const part of parts) {
    if (part > 0) units.push([at * scale, (at + part) * scale, "U"]);
    at += Math.abs(part);
  }
  return units;
}

const A = [
  [-2, 8, -4, 6, -4],
  [-4, 4, -7, 2, -7],
];
const B = [
  [18, -6],
  [2, 1, 1, 1, 1, 3, 1, -14],
];
const C = [
  [-2, 6, -2, 2, -2, 4, -2, 2, -2],
  [2, -2, 4, -2, 4, -2, 2, -2, 2, -2],
];
const D = [
  [2, 8, 4, 6, 4],
  [4, 4, 7, 2, 7],
];

describe("Krippendorff 1995, p. 57", () => {
  it.each([
    ["A", A, 0.03125, 0.0699, 0.553],
    ["B", B, 2.26736, 1.17731, -0.926],
    ["C", C, 0.02777, 0.08642, 0.679],
    ["D", D, 0.38715, 0.41445, 0.066],
  ])(
    "continuum %s: what is observed, expected and agreed on, in fine units",
    (_, strips, observed, expected, alpha) => {
      const [first, second] = strips.map((parts) => strip(50_000, parts));
      const found = category(continuum(1_200_000, first ?? [], second ?? []), "U");
      expect(valueOrNull(found?.observed ?? fail())).toBeCloseTo(observed, 4);
      // The paper's De has a sign that the book of 2004 corrects, hence the wider tolerance.
      expect(Math.abs((valueOrNull(found?.expected ?? fail()) ?? 9) - expected)).toBeLessThan(0.005);
      expect(Math.abs((valueOrNull(found?.alpha ?? fail()) ?? 9) - alpha)).toBeLessThan(0.02);
    },
  );

  it("continuum C in 12 positions: expected .05494, agreement .494", () => {
    const found = category(continuum(12, strip(0.5, C[0] ?? []), strip(0.5, C[1] ?? [])), "U");
    expect(valueOrNull(found?.observed ?? fail())).toBeCloseTo(0.02777, 4);
    expect(valueOrNull(found?.expected ?? fail())).toBeCloseTo(0.05494, 5);
    expect(valueOrNull(found?.alpha ?? fail())).toBeCloseTo(0.494, 3);
  });
});

describe("Krippendorff 2004, p. 254", () => {
  const example = continuum(
    300,
    [
      [75, 145, "c"],
      [220, 250, "c"],
      [30, 90, "k"],
      [150, 200, "k"],
    ],
    [
      [70, 150, "c"],
      [205, 225, "c"],
      [250, 270, "c"],
      [30, 90, "k"],
      [150, 200, "k"],
    ],
  );

  it("category c: observed .0144, expected .0532, agreement .7286", () => {
    const c = category(example, "c");
    // δ² of the three pairs, p. 253: 50, 850 and 400.
    expect(valueOrNull(c?.observed ?? fail())).toBeCloseTo((50 + 850 + 400) / 300 ** 2, 12);
    expect(valueOrNull(c?.expected ?? fail())).toBeCloseTo(0.0532, 4);
    expect(valueOrNull(c?.alpha ?? fail())).toBeCloseTo(0.7286, 4);
  });

  it("category k: 1; both together .8591", () => {
    const k = category(example, "k");
    expect(valueOrNull(k?.expected ?? fail())).toBeCloseTo(0.049, 4);
    expect(k?.alpha).toEqual({ kind: "defined", value: 1 });
    expect(valueOrNull(krippendorffAlphaU(example).alpha)).toBeCloseTo(0.8591, 3);
  });
});

describe("DKPro Statistics, UnitizingAgreementTest", () => {
  it("-11111111- against --1-1-1---: observed .91, expected .5351, agreement -.7003", () => {
    const found = category(
      continuum(
        10,
        [[1, 9, "A"]],
        [
          [2, 3, "A"],
          [4, 5, "A"],
          [6, 7, "A"],
        ],
      ),
      "A",
    );
    expect(valueOrNull(found?.observed ?? fail())).toBeCloseTo(0.91, 12);
    expect(valueOrNull(found?.expected ?? fail())).toBeCloseTo(0.53518, 4);
    expect(valueOrNull(found?.alpha ?? fail())).toBeCloseTo(-0.7003, 4);
  });
});

const LENGTH = 30;
const units = fc
  .array(fc.tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 8 }), fc.constantFrom("a", "b")), { maxLength: 6 })
  .map((drawn) => drawn.map(([start, size, name]) => ({ start, end: Math.min(LENGTH, start + size), category: name })));
const coders = fc.array(units, { minLength: 2, maxLength: 4 });

describe("krippendorffAlphaU", () => {
  it("observes what the definition says, section by section", () => {
    fc.assert(
      fc.property(coders, (drawn) => {
        const of = unitContinuum(LENGTH, drawn);
        for (const { category: name, observed } of krippendorffAlphaU(of).categories) {
          expect(valueOrNull(observed)).toBeCloseTo(observedByDefinition(of, name), 12);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("is 1 for identical coders and does not change with their order", () => {
    fc.assert(
      fc.property(units, coders, (own, drawn) => {
        const same = krippendorffAlphaU(unitContinuum(LENGTH, [own, own, own])).alpha;
        if (same.kind === "defined") expect(same.value).toBe(1);
        const [one, other] = [drawn, [...drawn].reverse()].map((each) =>
          krippendorffAlphaU(unitContinuum(LENGTH, each)),
        );
        expect(one?.alpha.kind).toBe(other?.alpha.kind);
        if (one?.alpha.kind !== "defined") return;
        expect(valueOrNull(one?.alpha ?? fail())).toBeCloseTo(valueOrNull(other?.alpha ?? fail()) ?? Number.NaN, 9);
      }),
      {
        numRuns: 100,
        examples: [[[{ start: 0, end: 3, category: "a" }], [[{ start: 0, end: 3, category: "a" }], []]]],
      },
    );
  });

  it("is undefined with its reason", () => {
    expect(krippendorffAlphaU(unitContinuum(10, [[], []])).alpha).toEqual({ kind: "undefined", reason: "both-empty" });
    expect(krippendorffAlphaU(unitContinuum(0, [[], []])).alpha).toEqual({ kind: "undefined", reason: "no-data" });
    expect(krippendorffAlphaU(continuum(10, [[0, 3, "a"]])).alpha).toEqual({ kind: "undefined", reason: "no-data" });
    const single: Units = [
      [0, 1, "a"],
      [1, 2, "a"],
    ];
    expect(krippendorffAlphaU(continuum(2, single, single)).alpha).toEqual({ kind: "undefined", reason: "both-full" });
  });

  it("stays a number on 5.1 × 10⁷ characters", () => {
    const large = continuum(51_000_000, [[0, 20_000_000, "a"]], [[10, 20_000_000, "a"]]);
    const alpha = valueOrNull(krippendorffAlphaU(large).alpha);
    expect(alpha).toBeGreaterThan(0.999999);
    expect(alpha).toBeLessThanOrEqual(1);
  });
});

function observedByDefinition(of: UnitContinuum, name: string): number {
  const sections = of.coders.map((own) => {
    const all: { start: number; end: number; unit: boolean }[] = [];
    let at = 0;
    for (const { start, end } of own.filter((one: ContinuumUnit) => one.category === name)) {
      if (start > at) all.push({ start: at, end: start, unit: false });
      all.push({ start, end, unit: true });
      at = end;
    }
    if (at < of.length) all.push({ start: at, end: of.length, unit: false });
    return all;
  });
  let sum = 0;
  for (const [i, own] of sections.entries()) {
    for (const [j, others] of sections.entries()) {
      if (i === j) continue;
      for (const g of own) {
        for (const h of others) {
          if (g.unit && h.unit && g.start < h.end && h.start < g.end)
            sum += (g.start - h.start) ** 2 + (g.end - h.end) ** 2;
          if (g.unit && !h.unit && h.start <= g.start && g.end <= h.end) sum += (g.end - g.start) ** 2;
          if (!g.unit && h.unit && g.start <= h.start && h.end <= g.end) sum += (h.end - h.start) ** 2;
        }
      }
    }
  }
  return sum / (of.coders.length * (of.coders.length - 1) * of.length ** 2);
}

function fail(): never {
  throw new Error("there is no such category");
}
