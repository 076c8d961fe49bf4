import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AgreementCoding, AgreementProject, AgreementUnit } from "./agreement-project";
import { agreementReport } from "./agreement-report";
import type { ComparisonOptions } from "./comparison";
import { measuresOf } from "./measures";
import { agreementPlaces } from "./places";
import { valueOrNull } from "./statistic";
import { tableStatus } from "./table2x2";

const AB = ["A", "B"] as const;
const TURNS = {
  turn: [
    { start: 0, end: 20 },
    { start: 21, end: 40 },
    { start: 41, end: 60 },
  ],
};

function coding(coderId: string, codeId: string, start: number, end: number, documentId = "d1"): AgreementCoding {
  return { coderId, codeId, start, end, documentId };
}

function project(codings: AgreementCoding[], more: Partial<AgreementProject> = {}): AgreementProject {
  return {
    documents: [
      { id: "d1", length: 60, units: TURNS },
      { id: "d2", length: 90 },
    ],
    codes: [
      { id: "T", parentId: null },
      { id: "T1", parentId: "T" },
      { id: "T11", parentId: "T1" },
      { id: "U", parentId: null },
    ],
    coders: ["A", "B"],
    codings,
    ...more,
  };
}

function options(more: Partial<ComparisonOptions> = {}): ComparisonOptions {
  return { coders: AB, unit: "character", rollUp: false, ...more };
}

describe("agreementReport", () => {
  it("pools by adding the tables of the documents, and shows each document beside it", () => {
    const report = agreementReport(
      project([coding("A", "U", 0, 50), coding("B", "U", 0, 50), coding("A", "U", 0, 10, "d2")]),
      options(),
    );
    const u = report.codes.find((code) => code.codeId === "U");
    expect(u?.pooled.table).toEqual({ both: 50, onlyFirst: 10, onlySecond: 0, neither: 90 });
    expect(u?.tables.map((table) => valueOrNull(measuresOf(table).cohenKappa))).toEqual([1, 0]);
    expect(u?.tables[1] && tableStatus(u.tables[1])).toBe("one-empty");
    expect(u?.documentsWithCode).toBe(2);
    expect(report.codes[0]?.pooled.cohenKappa).toEqual({ kind: "undefined", reason: "both-empty" });
    expect(report.counted).toEqual({ documents: 2, items: 150, codings: [2, 1] });
    expect(report.across.codesUsed).toBe(1);
    expect(report.across.summed.table.neither).toBe(3 * 150 + 90);
  });

  it("rolls a code up into every code above it", () => {
    const codings = [coding("A", "T11", 0, 20), coding("B", "T1", 0, 20), coding("A", "T", 10, 20)];
    const own = agreementReport(project(codings), options());
    const rolled = agreementReport(project(codings), options({ rollUp: true }));
    expect(own.codes.map((code) => code.pooled.table.both)).toEqual([0, 0, 0, 0]);
    expect(rolled.codes.map((code) => code.pooled.table.both)).toEqual([20, 20, 0, 0]);
    expect(valueOrNull(rolled.codes[0]?.pooled.cohenKappa ?? { kind: "undefined", reason: "no-data" })).toBe(1);
  });

  it("counts turns, and sets a document without turns aside", () => {
    const codings = [coding("A", "U", 5, 25), coding("B", "U", 22, 23), coding("B", "U", 0, 9, "d2")];
    const report = agreementReport(project(codings), options({ unit: "turn" }));
    expect(report.documents).toEqual(["d1"]);
    expect(report.codes[3]?.pooled.table).toEqual({ both: 1, onlyFirst: 1, onlySecond: 0, neither: 1 });
    expect(report.setAside).toEqual([
      { what: "documents", why: "no-units", count: 1 },
      { what: "codings", why: "no-units", count: 1 },
    ]);
    expect(agreementReport(project(codings), options({ unit: "document" })).codes[3]?.pooled.table).toEqual({
      both: 1,
      onlyFirst: 0,
      onlySecond: 1,
      neither: 0,
    });
  });

  it("counts what it clips and what it sets aside", () => {
    const report = agreementReport(
      project([
        coding("A", "U", 3, 3),
        coding("A", "U", 55, 99),
        coding("A", "U", 9, 7),
        coding("B", "U", -4, 0),
        coding("B", "V", 0, 5),
        coding("B", "U", 0, 5, "d3"),
        coding("C", "U", 7, 7),
      ]),
      options(),
    );
    expect(report.codes[3]?.pooled.table.onlyFirst).toBe(5);
    expect(report.setAside).toEqual([
      { what: "codings", why: "unknown-document", count: 1 },
      { what: "codings", why: "unknown-code", count: 1 },
      { what: "codings", why: "unknown-coder", count: 1 },
      { what: "codings", why: "clipped", count: 2 },
      { what: "codings", why: "empty", count: 3 },
    ]);
  });

  it("compares only documents assigned to both; assigned without codings means nothing found", () => {
    const codings = [coding("A", "U", 0, 5), coding("A", "U", 0, 5, "d2")];
    const both = { documentId: "d1", coderId: "B" };
    const assignments = [both, { documentId: "d1", coderId: "A" }, { documentId: "d2", coderId: "A" }];
    const report = agreementReport(project(codings, { assignments }), options());
    expect(report.documents).toEqual(["d1"]);
    expect(report.codes[3]?.pooled.table).toEqual({ both: 0, onlyFirst: 5, onlySecond: 0, neither: 55 });
    expect(agreementReport(project(codings), options({ missing: "touched" })).documents).toEqual([]);
  });

  it("refuses to compare a coder with themselves, and codes whose parents form a circle", () => {
    expect(() => agreementReport(project([]), options({ coders: ["A", "A"] }))).toThrow(RangeError);
    const codes = [
      { id: "x", parentId: "y" },
      { id: "y", parentId: "x" },
    ];
    expect(() => agreementReport(project([], { codes }), options({ rollUp: true }))).toThrow(RangeError);
  });
});

describe("agreementPlaces", () => {
  const anyCoding = fc
    .tuple(
      fc.constantFrom("A", "B"),
      fc.constantFrom("T", "T1", "T11", "U"),
      fc.nat(59),
      fc.integer({ min: 1, max: 30 }),
    )
    .map(([coder, code, start, size]) => coding(coder, code, start, Math.min(60, start + size)));

  it("adds up to the table of the report, in document order", () => {
    fc.assert(
      fc.property(
        fc.array(anyCoding, { maxLength: 12 }),
        fc.constantFrom<AgreementUnit>("character", "turn", "document"),
        fc.boolean(),
        (codings, unit, rollUp) => {
          const chosen = options({ unit, rollUp });
          const report = agreementReport(project(codings), chosen);
          for (const { codeId, pooled } of report.codes) {
            const places = agreementPlaces(project(codings), chosen, codeId);
            const sum = { both: 0, first: 0, second: 0 };
            let last = -1;
            for (const { start, end, coders } of places) {
              sum[coders] += unit === "character" ? end - start : 1;
              expect(start).toBeGreaterThanOrEqual(last);
              last = end;
            }
            const { both, onlyFirst, onlySecond } = pooled.table;
            expect(sum).toEqual({ both, first: onlyFirst, second: onlySecond });
          }
        },
      ),
    );
  });

  it("gives whole stretches, agreements apart from disagreements", () => {
    const codings = [coding("A", "U", 0, 10), coding("A", "U", 10, 20), coding("B", "U", 5, 25)];
    expect(agreementPlaces(project(codings), options(), "U")).toEqual([
      { documentId: "d1", start: 0, end: 5, coders: "first" },
      { documentId: "d1", start: 5, end: 20, coders: "both" },
      { documentId: "d1", start: 20, end: 25, coders: "second" },
    ]);
  });
});
