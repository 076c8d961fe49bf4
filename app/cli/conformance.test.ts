import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type CommandLine, commandLine } from "./command-line-fixture";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let line: CommandLine;
beforeAll(async () => {
  line = await commandLine();
});
afterAll(() => line.end());

/** Of 10 characters A codes 0–5, B 2–7: both 3, only A 2, only B 2, neither 3. */
const PROJECT = {
  documents: [{ id: "d1", length: 10 }],
  codes: [{ id: "c", parent: null }],
  coders: ["A", "B"],
  codings: [
    { doc: "d1", coder: "A", code: "c", start: 0, end: 5 },
    { doc: "d1", coder: "B", code: "c", start: 2, end: 7 },
  ],
};

const lay = (name: string, value: unknown) => {
  const file = path.join(line.folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, typeof value === "string" ? value : JSON.stringify(value));
  return file;
};

const KAPPA = "pair.A|B.levels.char:own.codes.c.pooled.kappa";
const PAIRS = "pair.A|B.excerptPairs[0].oneToOne.items";

function caseOf(id: string, input: unknown) {
  const expected = { [KAPPA]: { value: 0.2, tol: 1e-9 }, [PAIRS]: { value: 1, tol: 0 } };
  return { id, kind: "project", input, expected };
}

test("a case may name the file of its project, which lies beside the file of cases", async () => {
  lay("golden/projects/alone.json", PROJECT);
  lay("golden/projects/inside.json", { project: PROJECT });
  const file = lay("golden/cases.json", {
    cases: [
      caseOf("here", { project: PROJECT, options: {} }),
      caseOf("alone", { file: "projects/alone.json", options: { iou: [0.4] } }),
      caseOf("inside", { file: "projects/inside.json" }),
    ],
  });
  const { code, stdout, stderr } = await line.run("conformance", file);
  expect(stderr).toContain("6 statistics of 3 cases compared, 0 outside their tolerance");
  const { results } = JSON.parse(stdout);
  expect(Object.keys(results)).toEqual(["here", "alone", "inside"]);
  expect(results.inside).toEqual({ [KAPPA]: expect.closeTo(0.2, 12), [PAIRS]: 1 });
  expect(code).toBe(0);
});

test("the options of the case hold for the project of the file", async () => {
  lay("share/p.json", PROJECT);
  const file = lay("share/cases.json", { cases: [caseOf("share", { file: "p.json", options: { iou: [0.5] } })] });
  const { code, stdout, stderr } = await line.run("conformance", file);
  expect(JSON.parse(stdout).results.share[PAIRS]).toBe(0);
  expect(stderr).toContain(`share ${PAIRS}: 0, expected 1`);
  expect(code).toBe(1);
});

test("without that file the case is left out and named; the others are compared", async () => {
  const file = lay("missing/cases.json", {
    cases: [caseOf("gone", { file: "projects/gone.json" }), caseOf("here", { project: PROJECT })],
  });
  const { code, stdout, stderr } = await line.run("conformance", file);
  expect(Object.keys(JSON.parse(stdout).results)).toEqual(["here"]);
  expect(stderr).toMatch(/gone: left out, because there is no file .*gone\.json/);
  expect(code).toBe(0);
});

test("a case that cannot be evaluated is named and fails; the others are compared", async () => {
  lay("broken/p.json", "not JSON");
  lay("broken/q.json", { documents: [] });
  const cases = [
    caseOf("broken", { file: "p.json" }),
    caseOf("half", { file: "q.json" }),
    caseOf("here", { project: PROJECT }),
  ];
  const { code, stdout, stderr } = await line.run("conformance", lay("broken/cases.json", { cases }));
  expect(Object.keys(JSON.parse(stdout).results)).toEqual(["here"]);
  expect(stderr).toMatch(/^broken: not evaluated: .*p\.json/m);
  expect(stderr).toMatch(/^half: not evaluated: /m);
  expect(code).toBe(1);
});
