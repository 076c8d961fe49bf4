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

  it("takes a null for what a file does not have", () => {
    const with0 = { ...one, expected: { observedDisorder: { value: 0, tol: 0 }, n: { value: 191, tol: 1 } } };
    const expected = { "pair.kappa": { value: 0, tol: 0 }, kappa: { value: 0.25, tol: 0 } };
    const unit = [[1, 3, "a"]];
    const gamma = { units: [unit, unit], alpha: null, beta: null, deltaEmpty: null };
    expect(evaluateCase({ ...with0, kind: "gamma", input: gamma })).toEqual({ observedDisorder: 0 });
    const args = { k0: 0.4, k1: 0.6, pi: 0.3, alpha: null, power: null, twosided: null };
    expect(compareCase({ ...with0, kind: "samplesize", input: { method: "n_gof_power", args } })).toEqual([]);
    const none = { weights: null, categories: null, coders: null, raters: null };
    const ratings = {
      ratings: [
        [1, 2],
        [1, 1],
      ],
      ...none,
    };
    expect(evaluateCase({ ...one, kind: "ratings", input: ratings, expected })).toEqual({ "pair.kappa": 0 });
    const counts = {
      counts: [
        [3, 0],
        [1, 2],
      ],
      ...none,
    };
    expect(evaluateCase({ ...one, kind: "counts", input: counts, expected })).toEqual({ kappa: 0.25 });
  });

  it.each([
    undefined,
    null,
    { boot: null, seed: null, unit_min: null, missing: null, iou: null },
    { boot: 20, seed: null },
  ])("reads a project with the options %j", (options) => {
    const code = "pair.A|B.levels.char:own.codes.X";
    const codings = ["d1", "d2"].flatMap((doc) =>
      ["A", "B"].map((coder) => ({ doc, coder, code: "X", start: 2, end: 6 })),
    );
    const documents = ["d1", "d2"].map((id) => ({ id, length: 9, text: null, units: null }));
    const project = { documents, codes: [{ id: "X", parent: null }], coders: ["A", "B"], assignments: null, codings };
    const asked = { [`${code}.pooled.a`]: { value: 8, tol: 0 }, [`${code}.bootstrap.se`]: { value: 0, tol: 0 } };
    const values = evaluateCase({ id: "p", kind: "project", input: { project, options }, expected: asked });
    expect(values[`${code}.pooled.a`]).toBe(8);
    expect(values[`${code}.bootstrap.se`]).toBe(options?.boot ? 0 : undefined);
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
