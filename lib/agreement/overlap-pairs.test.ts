import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlapLength } from "@/lib/text/span";
import type { AgreementCoding, AgreementProject } from "./agreement-project";
import { type OverlapOptions, overlapAgreement, overlapPlaces } from "./overlap-pairs";
import { valueOrNull } from "./statistic";

const AB = ["A", "B"] as const;

function coding(coderId: string, codeId: string, start: number, end: number): AgreementCoding {
  return { documentId: "d1", coderId, codeId, start, end };
}

function project(codings: AgreementCoding[]): AgreementProject {
  const codes = ["X", "Y", "Z"].map((id) => ({ id, parentId: null }));
  return { documents: [{ id: "d1", length: 100 }], codes, coders: ["A", "B"], codings };
}

const PAIRS = project([
  coding("A", "X", 0, 10),
  coding("B", "X", 0, 10),
  coding("A", "Y", 20, 30),
  coding("B", "X", 25, 35),
  coding("A", "Y", 50, 60),
  coding("B", "Y", 52, 60),
  coding("A", "X", 80, 90),
]);

const anyCodings = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom("A", "B"), fc.constantFrom("X", "Y", "Z"), fc.nat(80), fc.integer({ min: 1, max: 20 }))
    .map(([coder, code, start, size]) => coding(coder, code, start, start + size)),
  { selector: (one) => JSON.stringify(one), maxLength: 20 },
);

const anyOptions = fc.record<OverlapOptions>({
  coders: fc.constant(AB),
  minIou: fc.constantFrom(0, 0.5),
  matching: fc.constantFrom("all-pairs", "one-to-one"),
  withUnmatched: fc.boolean(),
});

describe("overlapAgreement", () => {
  it("counts (X, X), (Y, X) and (Y, Y), reckoned by hand", () => {
    const found = overlapAgreement(PAIRS, { coders: AB });
    expect(found.labels).toEqual(["X", "Y"]);
    expect(found.matrix).toEqual([
      [1, 0],
      [1, 1],
    ]);
    expect(found.items).toBe(3);
    expect(valueOrNull(found.percentAgreement)).toBeCloseTo(2 / 3, 12);
    expect(valueOrNull(found.cohenKappa)).toBeCloseTo(0.4, 12);
    // Each coder's choices in one pool: X 3 of 6, Y 3 of 6.
    expect(valueOrNull(found.scottPi)).toBeCloseTo(1 / 3, 12);
    expect(valueOrNull(found.krippendorffAlpha)).toBeCloseTo(1 - (2 / 3) * (5 / 6), 12);
    expect(found).toMatchObject({ excerpts: [4, 3], unmatched: [1, 0], holsti: null });
  });

  it("one to one: Holsti's CR counts two agreed pairs among seven excerpts", () => {
    const found = overlapAgreement(PAIRS, { coders: AB, matching: "one-to-one" });
    expect(valueOrNull(found.cohenKappa)).toBeCloseTo(0.4, 12);
    expect(found.holsti).toEqual({ kind: "defined", value: 4 / 7 });
    const none = overlapAgreement(project([]), { coders: AB, matching: "one-to-one" });
    expect(none.holsti).toEqual({ kind: "undefined", reason: "no-data" });
  });

  it("a long excerpt meets two: both pairs count, or the greater overlap alone", () => {
    const long = project([coding("A", "X", 0, 30), coding("B", "X", 0, 10), coding("B", "Y", 12, 30)]);
    expect(overlapAgreement(long, { coders: AB })).toMatchObject({ items: 2, unmatched: [0, 0] });
    const found = overlapAgreement(long, { coders: AB, matching: "one-to-one", withUnmatched: true });
    expect(found.labels).toEqual(["X", "Y", null]);
    expect(found.matrix).toEqual([
      [0, 1, 0],
      [0, 0, 0],
      [1, 0, 0],
    ]);
    expect(found).toMatchObject({ items: 2, excerpts: [1, 2], unmatched: [0, 1] });
  });

  it("at the level of the themes the pairs stay and their codes are called by the theme", () => {
    const tree: AgreementProject = {
      ...PAIRS,
      codes: [
        { id: "T", parentId: null },
        { id: "X", parentId: "T" },
        { id: "Y", parentId: "T" },
      ],
    };
    const options = { coders: AB, level: 0, withUnmatched: true } as const;
    expect(overlapAgreement(tree, options)).toMatchObject({
      labels: ["T", null],
      matrix: [
        [3, 1],
        [0, 0],
      ],
      items: 4,
    });
    expect(overlapAgreement(tree, { ...options, withUnmatched: false }).cohenKappa).toEqual({
      kind: "undefined",
      reason: "one-category",
    });
    expect(overlapPlaces(tree, options, "T", "T").map((pair) => pair.first?.codeId)).toEqual(["X", "Y", "Y"]);
    expect(overlapPlaces(tree, options, "Y", "X")).toEqual([]);
  });

  it("counts the chosen codes alone, and refuses a share that is none", () => {
    const found = overlapAgreement(PAIRS, { coders: AB, codeIds: new Set(["Y"]) });
    expect(found).toMatchObject({ items: 1, labels: ["Y"], excerpts: [2, 1], unmatched: [1, 0] });
    expect(() => overlapAgreement(PAIRS, { coders: AB, minIou: 1.5 })).toThrow(RangeError);
    expect(() => overlapAgreement(PAIRS, { coders: AB, minIou: Number.NaN })).toThrow(RangeError);
  });

  it("takes a pair that has exactly the share asked for, whatever a product of the two would round to", () => {
    // 11 of 20 characters; 0.55 × 20 comes out above 11.
    const exact = project([coding("A", "X", 0, 11), coding("B", "X", 0, 20)]);
    expect(overlapAgreement(exact, { coders: AB, minIou: 0.55 }).items).toBe(1);
    expect(overlapAgreement(exact, { coders: AB, minIou: 0.56, withUnmatched: true }).items).toBe(2);
  });

  it("adds the excerpts that found none", () => {
    const found = overlapAgreement(PAIRS, { coders: AB, withUnmatched: true });
    expect(found.labels).toEqual(["X", "Y", null]);
    expect(found.matrix).toEqual([
      [1, 0, 1],
      [1, 1, 0],
      [0, 0, 0],
    ]);
    expect(valueOrNull(found.cohenKappa)).toBeCloseTo(0.2, 12);
  });

  it("asks for a share of the union where one is given", () => {
    const found = overlapAgreement(PAIRS, { coders: AB, minIou: 0.5 });
    expect(found.items).toBe(2);
    expect(found.cohenKappa).toEqual({ kind: "defined", value: 1 });
  });

  it("says that nothing overlaps, and that one code was used throughout", () => {
    expect(overlapAgreement(project([]), { coders: AB }).cohenKappa).toEqual({ kind: "undefined", reason: "no-data" });
    const same = project([coding("A", "X", 0, 5), coding("B", "X", 3, 8), coding("A", "X", 0, 5)]);
    expect(overlapAgreement(same, { coders: AB })).toMatchObject({
      items: 1,
      cohenKappa: { kind: "undefined", reason: "one-category" },
    });
  });

  it("agrees with comparing all with all", () => {
    fc.assert(
      fc.property(anyCodings, fc.constantFrom(0, 0.3, 0.5), fc.boolean(), (codings, minIou, withUnmatched) => {
        const meets = (one: AgreementCoding, other: AgreementCoding) => {
          const common = overlapLength(one, other);
          const union = one.end - one.start + other.end - other.start - common;
          return one.coderId !== other.coderId && common > 0 && common / union >= minIou;
        };
        const pairs = codings.flatMap((one) => codings.filter((other) => one.coderId === "A" && meets(one, other)));
        const lonely = codings.filter((one) => !codings.some((other) => meets(one, other)));
        const found = overlapAgreement(project(codings), { coders: AB, minIou, withUnmatched });
        expect(found.items).toBe(pairs.length + (withUnmatched ? lonely.length : 0));
      }),
    );
  });

  it("mirrors when the coders change places, and every cell opens as many places as it counts", () => {
    fc.assert(
      fc.property(anyCodings, anyOptions, (codings, options) => {
        const given = project(codings);
        const found = overlapAgreement(given, options);
        const mirrored = overlapAgreement(given, { ...options, coders: ["B", "A"] });
        expect(mirrored.labels).toEqual(found.labels);
        expect(mirrored.matrix).toEqual(found.labels.map((_, i) => found.matrix.map((row) => row[i])));
        expect(mirrored.cohenKappa).toEqual(found.cohenKappa);
        expect(mirrored.holsti).toEqual(found.holsti);
        const cells = found.labels.map((row) =>
          found.labels.map((column) => overlapPlaces(given, options, row, column).length),
        );
        expect(cells).toEqual(found.matrix);
      }),
    );
  });

  it("does not depend on the order of the codings or on repetitions, and level 0 of a flat tree changes nothing", () => {
    fc.assert(
      fc.property(anyCodings, anyOptions, (codings, options) => {
        const found = overlapAgreement(project(codings), options);
        expect(overlapAgreement(project([...codings].reverse().concat(codings)), options)).toEqual(found);
        expect(overlapAgreement(project(codings), { ...options, level: 0 })).toEqual(found);
      }),
    );
  });
});

describe("overlapPlaces", () => {
  it("gives the pairs behind a cell in document order", () => {
    expect(overlapPlaces(PAIRS, { coders: AB }, "Y", "X")).toEqual([
      { documentId: "d1", first: { codeId: "Y", start: 20, end: 30 }, second: { codeId: "X", start: 25, end: 35 } },
    ]);
    expect(overlapPlaces(PAIRS, { coders: AB, withUnmatched: true }, "X", null)).toEqual([
      { documentId: "d1", first: { codeId: "X", start: 80, end: 90 }, second: null },
    ]);
  });
});
