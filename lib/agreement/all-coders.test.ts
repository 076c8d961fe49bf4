import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AgreementProject, AgreementUnit } from "./agreement-project";
import { type AllCodersOptions, allCodersReport, codeRatings } from "./all-coders";
import { cohenKappa } from "./cohen-kappa";
import { layOut } from "./laid-project";
import { countsOfTable } from "./rating-counts";
import { ratingsAlpha } from "./ratings-alpha";
import { valueOrNull } from "./statistic";

const THREE: AgreementProject = {
  documents: [
    { id: "d1", length: 10 },
    { id: "d2", length: 10 },
  ],
  codes: [
    { id: "X", parentId: null },
    { id: "unused", parentId: null },
  ],
  coders: ["A", "B", "C"],
  codings: [
    { documentId: "d1", coderId: "A", codeId: "X", start: 0, end: 5 },
    { documentId: "d1", coderId: "B", codeId: "X", start: 0, end: 5 },
    { documentId: "d1", coderId: "C", codeId: "X", start: 0, end: 4 },
    { documentId: "d2", coderId: "A", codeId: "X", start: 2, end: 6 },
    { documentId: "d2", coderId: "B", codeId: "X", start: 2, end: 6 },
  ],
};

function reportOf(project: AgreementProject, options?: AllCodersOptions, unit: AgreementUnit = "character") {
  return allCodersReport(layOut(project, { unit, rollUp: false }), options);
}

describe("all coders on one code", () => {
  it("a document that was not C's counts for alpha alone", () => {
    const assignments = ["d1 A", "d1 B", "d1 C", "d2 A", "d2 B"].map((one) => {
      const [documentId = "", coderId = ""] = one.split(" ");
      return { documentId, coderId };
    });
    const [X] = reportOf({ ...THREE, assignments });
    expect(X).toMatchObject({ items: 20, completeItems: 10, pairableValues: 50, pairsDefined: 3, pairs: 3 });
    expect(valueOrNull(X?.krippendorffAlpha ?? { kind: "undefined", reason: "no-data" })).toBeCloseTo(0.920454545, 9);
    expect(X?.fleissKappa).toMatchObject({ value: expect.closeTo(0.866071429, 9) });
    expect(X?.positiveAgreement).toMatchObject({ value: expect.closeTo(26 / 28, 12) });
    expect(X?.agreementOfAll).toEqual({ kind: "defined", value: 0.9 });
    expect(X?.gwetAC1SE).toBeNull();
    expect(reportOf(THREE, { missing: "touched" })[0]).toEqual(X);
  });

  it("assigned without codings is a zero: C found nothing in d2", () => {
    expect(reportOf(THREE)[0]).toMatchObject({ items: 20, completeItems: 20, pairableValues: 60 });
  });

  it("a code nobody used is both-empty, one that all gave to everything both-full", () => {
    const empty = { kind: "undefined", reason: "both-empty" };
    expect(reportOf(THREE)[1]).toMatchObject({
      krippendorffAlpha: empty,
      fleissKappa: empty,
      congerKappa: empty,
      lightKappa: empty,
      lightKappaOfDefined: empty,
      pairsDefined: 0,
      positiveAgreement: empty,
      negativeAgreement: { kind: "defined", value: 1 },
      gwetAC1: { kind: "defined", value: 1 },
      percentAgreement: { kind: "defined", value: 1 },
    });
    const codings = THREE.coders.flatMap((coderId) =>
      THREE.documents.map(({ id, length }) => ({ documentId: id, coderId, codeId: "X", start: 0, end: length })),
    );
    const full = { kind: "undefined", reason: "both-full" };
    expect(reportOf({ ...THREE, codings })[0]).toMatchObject({
      krippendorffAlpha: full,
      fleissKappa: full,
      lightKappa: full,
      negativeAgreement: full,
      positiveAgreement: { kind: "defined", value: 1 },
    });
  });

  it("one coder, no coder and no document are no data; chosen codes are the only ones", () => {
    for (const none of [{ coders: ["A"] }, { coders: [] }, { documents: [], codings: [] }]) {
      const [X] = reportOf({ ...THREE, ...none }, { codeIds: new Set(["X"]) }, "document");
      const { alphaIntervals, ...figures } = X ?? {};
      expect(alphaIntervals).toMatchObject({ value: { reason: "no-data" }, jackknife: { se: { reason: "no-data" } } });
      for (const figure of Object.values(figures)) {
        if (typeof figure === "object" && figure) expect(figure).toEqual({ kind: "undefined", reason: "no-data" });
      }
    }
    expect(reportOf(THREE, { codeIds: new Set(["unused"]) }).map(({ codeId }) => codeId)).toEqual(["unused"]);
  });

  it("documents as units have a standard error", () => {
    const [X] = reportOf({ ...THREE, codings: THREE.codings.slice(0, 4) }, {}, "document");
    expect(X?.gwetAC1SE?.kind).toBe("defined");
  });

  it("more than 52 coders in one document cannot be told apart", () => {
    const coders = Array.from({ length: 53 }, (_, i) => `c${i}`);
    const [X] = reportOf({ ...THREE, coders, codings: [] });
    expect(X?.fleissKappa).toEqual({ kind: "undefined", reason: "too-many-coders" });
    expect(X?.percentAgreement).toEqual({ kind: "undefined", reason: "too-many-coders" });
    const assignments = coders.map((coderId) => ({ documentId: "d1", coderId })).slice(0, 52);
    expect(reportOf({ ...THREE, coders, assignments, codings: [] })[0]?.krippendorffAlpha).toEqual({
      kind: "undefined",
      reason: "both-empty",
    });
  });
});

const LENGTH = 12;
const place = { start: fc.nat({ max: LENGTH }), size: fc.nat({ max: 6 }) };
const coding = fc
  .record({ ...place, documentId: fc.constantFrom("d1", "d2"), coderId: fc.constantFrom("A", "B", "C") })
  .map(({ start, size, ...rest }) => ({ ...rest, codeId: "X", start, end: Math.min(LENGTH, start + size) }));

describe("the sweep over all coders", () => {
  it("counts what counting each character counts", () => {
    fc.assert(
      fc.property(fc.array(coding, { maxLength: 10 }), fc.boolean(), (codings, withoutC) => {
        const documents = ["d1", "d2"].map((id) => ({ id, length: LENGTH }));
        const all = documents.flatMap(({ id }) => THREE.coders.map((coderId) => ({ documentId: id, coderId })));
        const assignments = all.filter(
          ({ documentId, coderId }) => !(withoutC && documentId === "d2" && coderId === "C"),
        );
        const project = { ...THREE, documents, assignments, codings };
        const characters = documents.flatMap(({ id }) =>
          Array.from({ length: LENGTH }, (_, at) => {
            const coders = assignments.filter(({ documentId }) => documentId === id).map(({ coderId }) => coderId);
            const gave = coders.filter((coder) =>
              codings.some((c) => c.documentId === id && c.coderId === coder && c.start <= at && at < c.end),
            );
            return [coders.length - gave.length, gave.length];
          }),
        );
        const laid = layOut(project, { unit: "character", rollUp: false });
        const [X] = allCodersReport(laid);
        const brute = ratingsAlpha(countsOfTable(characters, 3));
        expect(X?.pairableValues).toBe(brute.pairableValues);
        expect(codeRatings(laid, "X").items.length).toBeLessThanOrEqual(12);
        const alpha = X ? valueOrNull(X.krippendorffAlpha) : null;
        if (alpha === null) expect(brute.alpha.kind).toBe("undefined");
        else expect(valueOrNull(brute.alpha)).toBeCloseTo(alpha, 10);
      }),
    );
  });

  it("with two coders gives Cohen's kappa of their table", () => {
    const [X] = allCodersReport(layOut(THREE, { unit: "character", rollUp: false }, ["A", "C"]));
    const cohen = cohenKappa({ both: 4, onlyFirst: 5, onlySecond: 0, neither: 11 });
    expect(X?.congerKappa).toMatchObject({ value: expect.closeTo(valueOrNull(cohen) ?? 9, 12) });
    expect(X?.lightKappa).toEqual(cohen);
  });
});
