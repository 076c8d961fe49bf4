import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { CASE_KINDS, compareCase, evaluateCase } from "./conformance";
import { type ConformanceCase, conformanceFile } from "./conformance-case";

const FILE = fileURLToPath(new URL("../../../shared/cases/agreement.json", import.meta.url));
const HERE = existsSync(FILE);
const CASES = HERE ? conformanceFile.parse(JSON.parse(readFileSync(FILE, "utf8"))).cases : [];
const OFFERED = new Set(Object.keys(CASE_KINDS));

describe("evaluateCase", () => {
  const one: ConformanceCase = {
    id: "x",
    kind: "table2x2",
    input: { table: [20, 5, 10, 15] },
    expected: { kappa: { value: 0.4, tol: 1e-9 }, status: { value: "ok", tol: 0 }, notOffered: { value: 1, tol: 0 } },
  };

  it("answers what is asked and offered, and leaves the rest out", () => {
    expect(evaluateCase(one)).toEqual({ kappa: 0.4, status: "ok" });
    expect(evaluateCase({ ...one, kind: "astrology" })).toEqual({});
    expect(evaluateCase({ ...one, kind: "project", input: { file: "projects/p1.json" } })).toEqual({});
  });

  it("says what lies outside its tolerance, an expected null included", () => {
    const off = {
      kappa: { value: 0.5, tol: 0.01, published: 0.4, publishedTol: 0.001 },
      status: { value: null, tol: 0 },
    };
    expect(compareCase({ ...one, expected: off })).toEqual([
      { stat: "kappa", value: 0.4, expected: 0.5, tolerance: 0.01 },
      { stat: "status", value: "ok", expected: null, tolerance: 0 },
    ]);
  });
});

/** The folder of golden cases lies beside the repository where Tandem is developed; its users do not have it. */
describe.skipIf(!HERE)("the golden cases of ../shared/cases/agreement.json", () => {
  for (const one of CASES.filter((golden) => OFFERED.has(golden.kind))) {
    it(`${one.id} (${one.kind})`, () => {
      expect(compareCase(one)).toEqual([]);
    });
  }

  it("are answered in every offered kind", () => {
    const answered = CASES.filter((golden) => Object.keys(evaluateCase(golden)).length > 0);
    expect(new Set(answered.map((golden) => golden.kind))).toEqual(OFFERED);
  });
});
