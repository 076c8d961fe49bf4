import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Statistic, valueOrNull } from "./statistic";
import { unitCoincidences } from "./unit-coincidences";
import { type ContinuumUnit, type UnitContinuum, unitContinuum } from "./unit-continuum";
import { type UnitizingAlpha, unitizingAlpha } from "./unitizing-alpha";

type Units = readonly (readonly [start: number, end: number, category: string])[];

function continuum(length: number, ...coders: Units[]): UnitContinuum {
  return unitContinuum(
    length,
    coders.map((units) => units.map(([start, end, category]) => ({ start, end, category }))),
  );
}

function expectClose(found: Statistic, value: number | null, digits = 9): void {
  if (value === null) expect(found.kind).toBe("undefined");
  else expect(valueOrNull(found)).toBeCloseTo(value, digits);
}

describe("Krippendorff, Mathet, Bouvry & Widlöcher 2016: Alex, Paul and Suzan (Krippendorff 2019, p. 340)", () => {
  const example = continuum(
    60,
    [
      [2, 9, "1"],
      [11, 17, "2"],
      [24, 30, "5"],
      [32, 36, "6"],
      [36, 44, "6"],
      [44, 60, "7"],
    ],
    [
      [2, 9, "1"],
      [11, 17, "3"],
      [19, 25, "5"],
      [32, 44, "6"],
    ],
    [
      [2, 9, "1"],
      [11, 17, "4"],
      [21, 27, "5"],
      [32, 36, "6"],
      [36, 40, "6"],
      [40, 44, "6"],
    ],
  );

  it("counts the coincidences: 180 in all, 83 where two coders both marked", () => {
    const counted = unitCoincidences(example);
    if (typeof counted === "string") throw new Error(counted);
    expect(counted.lengths).toEqual([21, 6, 18, 36, 16, 6, 6, 71]);
    expect(counted.lengths.reduce((sum, each) => sum + each, 0)).toBe(180);
    expect(counted.valued.total / 2).toBe(83);
    expect(counted.valued.lengths.map((each) => each / 2)).toEqual([21, 6, 8, 36, 0, 6, 6]);
  });

  it("uα .510, |uα .413, cuα .724", () => {
    const found = unitizingAlpha(example);
    expectClose(found.uAlpha, 0.51, 3);
    expectClose(found.barUAlpha, 0.413, 3);
    expectClose(found.cuAlpha, 0.724, 3);
  });

  it("(k)uα 1 for the values 1, 5 and 6, and 0 for 2, 3 and 4; the coverage of 7 is 0", () => {
    const found = new Map(unitizingAlpha(example).kuAlpha.map((one) => [one.category, one]));
    for (const value of ["1", "5", "6"]) expect(found.get(value)?.alpha).toEqual({ kind: "defined", value: 1 });
    for (const value of ["2", "3", "4"]) expectClose(found.get(value)?.alpha ?? fail(), 0, 12);
    expect(found.get("7")).toEqual({
      category: "7",
      alpha: { kind: "undefined", reason: "not-used" },
      coverage: { kind: "defined", value: 0 },
    });
  });
});

const LENGTH = 24;
const units = fc
  .array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 6 }), fc.constantFrom("a", "b", "c")), { maxLength: 6 })
  .map((drawn) => {
    const own: ContinuumUnit[] = [];
    let at = 0;
    for (const [gap, size, category] of drawn) {
      const [start, end] = [at + gap, Math.min(LENGTH, at + gap + size)];
      if (start < end) own.push({ start, end, category });
      at = end;
    }
    return own;
  });
const coders = fc.array(units, { minLength: 2, maxLength: 4 });

describe("unitizingAlpha", () => {
  it("is what a count of every character and the published formulas give", () => {
    fc.assert(
      fc.property(coders, (drawn) => {
        const of = unitContinuum(LENGTH, drawn);
        const [found, byCharacter] = [unitizingAlpha(of), byCharacters(of)];
        expectClose(found.uAlpha, byCharacter.uAlpha);
        expectClose(found.barUAlpha, byCharacter.barUAlpha);
        expectClose(found.cuAlpha, byCharacter.cuAlpha);
        expectClose(found.cuCoverage, byCharacter.cuCoverage);
        for (const [i, one] of found.kuAlpha.entries()) expectClose(one.alpha, byCharacter.kuAlpha[i] ?? null);
      }),
      { numRuns: 300 },
    );
  });

  it("is the ordinary nominal α of the characters where all units have the length 1", () => {
    const single = fc.uniqueArray(fc.tuple(fc.nat(LENGTH - 1), fc.constantFrom("a", "b")), {
      selector: ([at]) => at,
      maxLength: LENGTH,
    });
    fc.assert(
      fc.property(single, single, (first, second) => {
        const labels = [first, second].map((own) => {
          const row = new Array<string>(LENGTH).fill("");
          for (const [at, category] of own) row[at] = category;
          return row;
        });
        const all = labels.flat();
        const counts = [...new Set(all)].map((label) => all.filter((each) => each === label).length);
        const off = labels[0]?.filter((label, at) => label !== labels[1]?.[at]).length ?? 0;
        const unlike = all.length ** 2 - counts.reduce((sum, count) => sum + count ** 2, 0);
        const alpha = unlike === 0 ? null : 1 - ((all.length - 1) * 2 * off) / unlike;
        const asUnits = [first, second].map((own) =>
          own.map(([at, category]) => ({ start: at, end: at + 1, category })),
        );
        expectClose(unitizingAlpha(unitContinuum(LENGTH, asUnits)).uAlpha, alpha);
      }),
    );
  });

  it("is 1 for identical coders and does not change with their order", () => {
    fc.assert(
      fc.property(units, coders, (own, drawn) => {
        const same = unitizingAlpha(unitContinuum(LENGTH, [own, own, own]));
        const all = [same.uAlpha, same.barUAlpha, same.cuAlpha, ...same.kuAlpha.map((one) => one.alpha)];
        for (const one of all) if (one.kind === "defined") expect(one.value).toBe(1);
        const [one, other] = [drawn, [...drawn].reverse()].map((each) => inOrder(unitContinuum(LENGTH, each)));
        expect(one?.length).toBe(other?.length);
        for (const [i, figure] of (one ?? []).entries()) expectClose(figure, valueOrNull(other?.[i] ?? fail()));
      }),
    );
  });

  it("is undefined with its reason", () => {
    const reasons = (of: UnitContinuum) => {
      const { uAlpha, barUAlpha, cuAlpha } = unitizingAlpha(of);
      return [uAlpha, barUAlpha, cuAlpha].map((one) => (one.kind === "undefined" ? one.reason : one.value));
    };
    expect(reasons(continuum(0, [], []))).toEqual(["no-data", "no-data", "no-data"]);
    expect(reasons(continuum(9, [[0, 3, "a"]]))).toEqual(["no-data", "no-data", "no-data"]);
    expect(reasons(continuum(9, [], []))).toEqual(["both-empty", "both-empty", "both-empty"]);
    expect(reasons(continuum(9, [[0, 9, "a"]], [[0, 9, "a"]]))).toEqual(["both-full", "both-full", "one-category"]);
    expect(reasons(continuum(9, [[0, 3, "a"]], [[4, 9, "a"]]))[2]).toBe("no-data");
    expect(
      reasons(
        continuum(
          9,
          [
            [0, 3, "a"],
            [2, 4, "b"],
          ],
          [],
        ),
      ),
    ).toEqual(new Array(3).fill("overlapping-units"));
  });

  it("has no value rather than one above 1 where only two of three coders marked a passage, and differently", () => {
    const { cuAlpha, kuAlpha } = unitizingAlpha(continuum(10, [[0, 5, "a"]], [[0, 5, "b"]], []));
    expect(cuAlpha).toEqual({ kind: "undefined", reason: "no-data" });
    for (const { alpha } of kuAlpha) expect(alpha).toEqual({ kind: "undefined", reason: "no-data" });
  });

  it("does not grow slower with the length, and stays exact on 5.1 × 10⁷ characters", () => {
    const scale = 850_000;
    const small = continuum(
      60,
      [
        [0, 20, "a"],
        [30, 45, "b"],
      ],
      [
        [0, 24, "a"],
        [30, 40, "b"],
      ],
    );
    const large = continuum(
      60 * scale,
      [
        [0, 20 * scale, "a"],
        [30 * scale, 45 * scale, "b"],
      ],
      [
        [0, 24 * scale, "a"],
        [30 * scale, 40 * scale, "b"],
      ],
    );
    expectClose(unitizingAlpha(large).cuAlpha, valueOrNull(unitizingAlpha(small).cuAlpha), 12);
    expectClose(unitizingAlpha(large).cuCoverage, valueOrNull(unitizingAlpha(small).cuCoverage), 12);
  });
});

/** The figures of the family in an order that does not depend on which coder comes first. */
function inOrder(of: UnitContinuum): Statistic[] {
  const { uAlpha, barUAlpha, cuAlpha, cuCoverage, kuAlpha } = unitizingAlpha(of);
  const byName = [...kuAlpha].sort((a, b) => (a.category < b.category ? -1 : 1));
  return [uAlpha, barUAlpha, cuAlpha, cuCoverage, ...byName.flatMap((one) => [one.alpha, one.coverage])];
}

type Plain = { [Name in Exclude<keyof UnitizingAlpha, "kuAlpha">]: number | null } & { kuAlpha: (number | null)[] };

/** Krippendorff 2019, section 12.6, term by term, from an array of what each coder gave each character. */
function byCharacters({ length, coders: own, categories }: UnitContinuum): Plain {
  const m = own.length;
  const q = categories.length;
  const rows = own.map((each) => {
    const row = new Array<number>(length).fill(q);
    for (const { start, end, category } of each) row.fill(categories.indexOf(category), start, end);
    return row;
  });
  const observed = Array.from({ length: q + 1 }, () => new Array<number>(q + 1).fill(0));
  for (const [i, first] of rows.entries()) {
    for (const [j, second] of rows.entries()) {
      if (i === j) continue;
      for (let at = 0; at < length; at++) add(observed, first[at] ?? 0, second[at] ?? 0, 1 / (m - 1));
    }
  }
  const whole = new Array<number>(q + 1).fill(0);
  const shared = new Array<number>(q).fill(0);
  whole[q] = sum(observed[q] ?? []);
  for (const [i, each] of own.entries()) {
    for (const { start, end, category } of each) {
      const c = categories.indexOf(category);
      whole[c] = (whole[c] ?? 0) + (end - start) ** 2;
      for (const [j, other] of rows.entries()) {
        if (i === j) continue;
        const common = other.slice(start, end).filter((value) => value < q).length;
        shared[c] = (shared[c] ?? 0) + common ** 2 / (m - 1);
      }
    }
  }
  const alpha = (matrix: number[][], indivisible: number[]): number | null => {
    const lengths = matrix.map(sum);
    const total = sum(lengths);
    const divisor = total ** 2 - sum(indivisible);
    const [agreed, byChance] = [0, 1].map((expected) =>
      sum(
        lengths.map((each, c) =>
          expected ? (total * (each ** 2 - (indivisible[c] ?? 0))) / divisor : (matrix[c]?.[c] ?? 0),
        ),
      ),
    );
    const used = lengths.filter((each) => each > 0).length;
    if (used < 2) return null;
    if (total - (agreed ?? 0) < 1e-9) return 1;
    return divisor < 1e-9 ? null : 1 - (total - (agreed ?? 0)) / (total - (byChance ?? 0));
  };
  const marked = [0, 1].map((a) =>
    [0, 1].map((b) => sum(observed.map((row, c) => (c < q === !a ? sum(row.filter((_, k) => k < q === !b)) : 0)))),
  );
  const valued = observed.slice(0, q).map((row) => row.slice(0, q));
  const total = sum(valued.map(sum));
  const divisor = total - sum(shared) / total;
  return {
    uAlpha: alpha(observed, whole),
    barUAlpha: alpha(marked, [sum(whole.slice(0, q)), whole[q] ?? 0]),
    cuAlpha: alpha(valued, shared),
    cuCoverage: total / sum(observed.map(sum)),
    kuAlpha: valued.map((row, k) => {
      const length = sum(row);
      if (length === 0 || total - length < 1e-9) return null;
      if (length - (row[k] ?? 0) < 1e-9) return 1;
      const expected = (length * total - (shared[k] ?? 0)) / divisor;
      const same = (length ** 2 - (shared[k] ?? 0)) / divisor;
      if (divisor < 1e-9 || expected < 1e-9) return null;
      return 1 - ((expected / length) * (length - (row[k] ?? 0))) / (expected - same);
    }),
  };
}

function add(matrix: number[][], c: number, k: number, by: number): void {
  const row = matrix[c];
  if (row) row[k] = (row[k] ?? 0) + by;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}

function fail(): never {
  throw new Error("there is no such figure");
}
