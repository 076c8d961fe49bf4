import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AgreementCoding, AgreementProject } from "./agreement-project";
import { type SetAgreement, type SetAgreementOptions, setAgreement } from "./set-agreement";
import { setAlpha } from "./set-alpha";
import { SET_DISTANCES } from "./set-distance";
import { setKappa } from "./set-kappa";
import { type SetItem, setTable } from "./set-table";
import { type Statistic, valueOrNull } from "./statistic";

const AB = ["A", "B"] as const;
const CHARACTERS = { coders: AB, unit: "character", rollUp: false } as const;
const NO_DATA = { kind: "undefined", reason: "no-data" };

function coding(coderId: string, codeId: string, start: number, end: number, documentId = "d1"): AgreementCoding {
  return { documentId, coderId, codeId, start, end };
}

/** X lies below T; Y stands alone. */
function project(codings: AgreementCoding[], length = 30): AgreementProject {
  return {
    documents: [
      {
        id: "d1",
        length,
        units: {
          turn: [
            { start: 0, end: 10 },
            { start: 12, end: 20 },
            { start: 20, end: 30 },
          ],
        },
      },
    ],
    codes: [
      { id: "T", parentId: null },
      { id: "X", parentId: "T" },
      { id: "Y", parentId: null },
    ],
    coders: ["A", "B"],
    codings,
  };
}

/** Whether every figure is that of these items. */
function expectItems(found: SetAgreement, items: readonly SetItem[]): void {
  const table = setTable(items);
  const close = (one: Statistic, other: Statistic) => {
    if (other.kind === "undefined") expect(one).toEqual(other);
    else expect(valueOrNull(one)).toBeCloseTo(other.value, 10);
  };
  const { observed, expected, kappa } = setKappa(table);
  close(found.percentAgreement, observed);
  close(found.expectedAgreement, expected);
  close(found.cohenKappa, kappa);
  for (const name of ["nominal", "jaccard", "masi"] as const) {
    close(found.krippendorffAlpha[name], setAlpha(table, SET_DISTANCES[name]).alpha);
  }
  expect(found.items).toBe(items.reduce((sum, [, , number = 1]) => sum + number, 0));
  expect(found.distinctSets).toBe(table.sets.length);
}

const set = (labels: string) => new Set(labels);

describe("setAgreement", () => {
  const small = project([
    coding("A", "X", 0, 8),
    coding("A", "Y", 4, 14),
    coding("B", "X", 2, 8),
    coding("B", "Y", 8, 12),
  ]);

  it("labels a character with the set of codes that lie on it, reckoned by hand", () => {
    const items: SetItem[] = [
      [set("X"), set(""), 2],
      [set("X"), set("X"), 2],
      [set("XY"), set("X"), 4],
      [set("Y"), set("Y"), 4],
      [set("Y"), set(""), 2],
    ];
    expectItems(setAgreement(small, CHARACTERS), [...items, [set(""), set(""), 16]]);
    expectItems(setAgreement(small, { ...CHARACTERS, eitherCoded: true }), items);
  });

  it("labels a unit with the codes that touch it, or that cover a share of it", () => {
    const turns = { coders: AB, unit: "turn", rollUp: false } as const;
    expectItems(setAgreement(small, turns), [
      [set("XY"), set("XY")],
      [set("Y"), set("")],
      [set(""), set("")],
    ]);
    expectItems(setAgreement(small, { ...turns, minShare: 0.6 }), [
      [set("XY"), set("X")],
      [set(""), set(""), 2],
    ]);
  });

  it("rolls up: whatever holds a code also holds the themes above it", () => {
    expectItems(setAgreement(small, { ...CHARACTERS, rollUp: true, eitherCoded: true, codeIds: new Set(["T"]) }), [
      [set("T"), set(""), 2],
      [set("T"), set("T"), 6],
    ]);
    expect(setAgreement(small, { ...CHARACTERS, codeIds: new Set(["T"]) }).cohenKappa).toEqual({
      kind: "undefined",
      reason: "one-category",
    });
  });

  it("says why there is none: no document, nothing coded, nobody coded anything", () => {
    expect(setAgreement({ ...small, documents: [] }, CHARACTERS).krippendorffAlpha.masi).toEqual(NO_DATA);
    const empty = setAgreement(project([]), { ...CHARACTERS, eitherCoded: true });
    expect(empty).toMatchObject({ items: 0, percentAgreement: NO_DATA, cohenKappa: NO_DATA });
    expect(setAgreement(project([]), CHARACTERS)).toMatchObject({
      items: 30,
      distinctSets: 1,
      percentAgreement: { kind: "defined", value: 1 },
      cohenKappa: { kind: "undefined", reason: "one-category" },
      krippendorffAlpha: { jaccard: { kind: "undefined", reason: "one-category" } },
    });
    expect(setAgreement(project([], 0), CHARACTERS).items).toBe(0);
  });

  it("leaves out documents that were not assigned to both, and with `touched` those that one did not touch", () => {
    const two = {
      ...small,
      documents: [...small.documents, { id: "d2", length: 50 }],
      codings: [...small.codings, coding("A", "X", 0, 5, "d2")],
    };
    expect(setAgreement(two, CHARACTERS).items).toBe(80);
    expect(setAgreement(two, { ...CHARACTERS, missing: "touched" }).items).toBe(30);
    const assignments = [
      { documentId: "d1", coderId: "A" },
      { documentId: "d1", coderId: "B" },
      { documentId: "d2", coderId: "A" },
    ];
    const found = setAgreement({ ...two, assignments }, CHARACTERS);
    expect(found.items).toBe(30);
    expect(found.setAside).toContainEqual({ what: "documents", why: "not-compared", count: 1 });
  });

  const anyCodings = fc.array(
    fc
      .tuple(fc.constantFrom("A", "B"), fc.constantFrom("T", "X", "Y"), fc.integer({ min: -3, max: 32 }), fc.nat(12))
      .map(([coder, code, start, size]) => coding(coder, code, start, start + size)),
    { maxLength: 14 },
  );

  it("agrees with labels laid on every character, one by one", () => {
    fc.assert(
      fc.property(anyCodings, fc.boolean(), fc.boolean(), (codings, rollUp, eitherCoded) => {
        const given = project(codings);
        const labels = (coder: string, at: number) =>
          new Set(
            codings
              .filter((one) => one.coderId === coder && one.start <= at && at < one.end)
              .flatMap(({ codeId }) => (rollUp && codeId === "X" ? ["X", "T"] : [codeId])),
          );
        const items = Array.from({ length: 30 }, (_, at): SetItem => [labels("A", at), labels("B", at)]);
        const counted = items.filter(([a, b]) => !eitherCoded || a.size + b.size > 0);
        expectItems(setAgreement(given, { ...CHARACTERS, rollUp, eitherCoded }), counted);
      }),
    );
  });

  it("does not change when spans are split or coders change places; units of one character are characters", () => {
    fc.assert(
      fc.property(anyCodings, (codings) => {
        const options: SetAgreementOptions = CHARACTERS;
        const found = setAgreement(project(codings), options);
        const halves = codings.flatMap((one) => {
          const middle = Math.floor((one.start + one.end) / 2);
          return [
            { ...one, end: middle },
            { ...one, start: middle },
          ];
        });
        const { setAside: _, ...figures } = found;
        expect(setAgreement(project(halves), options)).toMatchObject(figures);
        const swapped = setAgreement(project(codings), { ...options, coders: ["B", "A"] });
        expect(swapped.cohenKappa).toEqual(found.cohenKappa);
        expect(valueOrNull(swapped.krippendorffAlpha.masi) ?? 9).toBeCloseTo(
          valueOrNull(found.krippendorffAlpha.masi) ?? 9,
          10,
        );
        const singles = Array.from({ length: 30 }, (__, at) => ({ start: at, end: at + 1 }));
        const inUnits = { ...project(codings), documents: [{ id: "d1", length: 30, units: { given: singles } }] };
        expect(setAgreement(inUnits, { ...options, unit: "given" })).toMatchObject(figures);
      }),
    );
  });
});
