import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlapLength } from "@/lib/text/span";
import type { AgreementCoding, AgreementProject } from "./agreement-project";
import { overlapAgreement, overlapPlaces } from "./overlap-pairs";
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

  it("agrees with comparing all with all, and mirrors when the coders change places", () => {
    const any = fc
      .tuple(fc.constantFrom("A", "B"), fc.constantFrom("X", "Y", "Z"), fc.nat(80), fc.integer({ min: 1, max: 20 }))
      .map(([coder, code, start, size]) => coding(coder, code, start, start + size));
    fc.assert(
      fc.property(
        fc.uniqueArray(any, { selector: (c) => JSON.stringify(c), maxLength: 20 }),
        fc.boolean(),
        (codings, withUnmatched) => {
          const [a, b] = AB.map((coder) => codings.filter((one) => one.coderId === coder));
          let items = 0;
          for (const one of a ?? []) for (const other of b ?? []) if (overlapLength(one, other) > 0) items++;
          const lonely = codings.filter(
            (one) => !codings.some((o) => o.coderId !== one.coderId && overlapLength(o, one) > 0),
          );
          const found = overlapAgreement(project(codings), { coders: AB, withUnmatched });
          const mirrored = overlapAgreement(project(codings), { coders: ["B", "A"], withUnmatched });
          expect(found.items).toBe(items + (withUnmatched ? lonely.length : 0));
          expect(mirrored.matrix).toEqual(found.labels.map((_, i) => found.matrix.map((row) => row[i])));
          const cells = found.labels.flatMap((row) =>
            found.labels.map(
              (column) => overlapPlaces(project(codings), { coders: AB, withUnmatched }, row, column).length,
            ),
          );
          expect(cells).toEqual(found.matrix.flat());
        },
      ),
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
