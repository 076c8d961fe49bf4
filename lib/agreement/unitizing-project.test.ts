import { describe, expect, it } from "vitest";
import type { AgreementCoding, AgreementProject } from "./agreement-project";
import { krippendorffAlphaU } from "./krippendorff-alpha-u";
import { unitContinuum } from "./unit-continuum";
import { unitizingAlpha } from "./unitizing-alpha";
import { unitizingAgreement } from "./unitizing-project";

function coding(documentId: string, coderId: string, codeId: string, start: number, end: number): AgreementCoding {
  return { documentId, coderId, codeId, start, end };
}

const PROJECT: AgreementProject = {
  documents: [
    { id: "d1", length: 100 },
    { id: "d2", length: 50 },
    { id: "d3", length: 70 },
  ],
  codes: [
    { id: "theme", parentId: null },
    { id: "x", parentId: "theme" },
    { id: "x1", parentId: "x" },
    { id: "x11", parentId: "x1" },
    { id: "y", parentId: "theme" },
    { id: "other", parentId: null },
  ],
  coders: ["A", "B", "C"],
  assignments: [
    ...["d1", "d2", "d3"].map((documentId) => ({ documentId, coderId: "A" })),
    ...["d1", "d2"].map((documentId) => ({ documentId, coderId: "B" })),
  ],
  codings: [
    coding("d1", "A", "x", 10, 20),
    coding("d1", "A", "x11", 15, 30),
    coding("d1", "A", "y", 90, 100),
    coding("d2", "A", "y", 0, 10),
    coding("d2", "A", "other", 5, 40),
    coding("d3", "A", "x", 0, 10),
    coding("d1", "B", "x1", 12, 30),
    coding("d1", "B", "theme", 60, 70),
    coding("d2", "B", "y", 0, 12),
    coding("d2", "B", "y", 45, 60),
  ],
};

describe("unitizingAgreement", () => {
  it("lays the documents that both were to code end to end, and takes a theme's children as the values", () => {
    const report = unitizingAgreement(PROJECT, { coders: ["A", "B"], domain: "theme" });
    const byHand = unitContinuum(150, [
      [
        { start: 10, end: 30, category: "x" },
        { start: 90, end: 100, category: "y" },
        { start: 100, end: 110, category: "y" },
      ],
      [
        { start: 12, end: 30, category: "x" },
        { start: 60, end: 70, category: "theme" },
        { start: 100, end: 112, category: "y" },
        { start: 145, end: 150, category: "y" },
      ],
    ]);
    expect(report.family).toEqual(unitizingAlpha(byHand));
    expect(report.alphaU).toEqual(krippendorffAlphaU(byHand));
    expect(report.categories).toEqual(["theme", "x", "y"]);
    expect(report.documents).toEqual(["d1", "d2"]);
    expect(report.counted).toEqual({ documents: 2, characters: 150, units: [3, 4], codings: 8, outsideDomain: 1 });
    expect(report.setAside).toEqual([
      { what: "codings", why: "clipped", count: 1 },
      { what: "documents", why: "not-compared", count: 1 },
      { what: "codings", why: "not-compared", count: 1 },
    ]);
    expect(report.gamma).toBeNull();
  });

  it("takes a code without children as the only value, and the codes at the top without a theme", () => {
    const leaf = unitizingAgreement(PROJECT, { coders: ["A", "B"], domain: "y" });
    expect(leaf.categories).toEqual(["y"]);
    expect(leaf.counted.units).toEqual([2, 2]);
    const top = unitizingAgreement(PROJECT, { coders: ["A", "B"], domain: null });
    expect(top.categories).toEqual(["theme", "other"]);
    expect(top.family.uAlpha).toEqual({ kind: "undefined", reason: "overlapping-units" });
    expect(top.alphaU.alpha.kind).toBe("defined");
  });

  it("looks at chosen documents only, and simulates γ when asked to", () => {
    const report = unitizingAgreement(PROJECT, {
      coders: ["A", "B"],
      domain: "theme",
      documentIds: new Set(["d1"]),
      gamma: { samples: 10, seed: 1 },
    });
    expect(report.documents).toEqual(["d1"]);
    expect(report.setAside).toEqual([]);
    expect(report.gamma?.gamma.kind).toBe("defined");
    expect(report.gamma?.expected.samples).toBe(10);
  });

  it("has no value where nothing was assigned to all, and says so", () => {
    const report = unitizingAgreement(PROJECT, { coders: ["A", "C"], domain: "theme", gamma: { samples: 5, seed: 1 } });
    for (const one of [report.family.uAlpha, report.alphaU.alpha, report.gamma?.gamma]) {
      expect(one).toEqual({ kind: "undefined", reason: "no-data" });
    }
    expect(report.counted.documents).toBe(0);
  });

  it("refuses one coder, the same coder twice, an unknown theme and codes in a circle", () => {
    expect(() => unitizingAgreement(PROJECT, { coders: ["A"], domain: null })).toThrow(RangeError);
    expect(() => unitizingAgreement(PROJECT, { coders: ["A", "A"], domain: null })).toThrow(RangeError);
    expect(() => unitizingAgreement(PROJECT, { coders: ["A", "B"], domain: "nowhere" })).toThrow(RangeError);
    const circle = { ...PROJECT, codes: [...PROJECT.codes, { id: "p", parentId: "q" }, { id: "q", parentId: "p" }] };
    expect(() => unitizingAgreement(circle, { coders: ["A", "B"], domain: null })).toThrow(RangeError);
  });
});
