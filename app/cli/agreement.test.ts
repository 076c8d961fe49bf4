import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { ReportJson } from "@/lib/agreement/report-json";
import { type CommandLine, commandLine } from "./command-line-fixture";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let line: CommandLine;
beforeAll(async () => {
  line = await commandLine();
});
afterAll(() => line.end());

const lay = (name: string, text: string) => {
  const file = path.join(line.folder, name);
  fs.writeFileSync(file, text);
  return file;
};

/** Of 10 characters A codes 0–5, B 2–7 and 8–10: both 3, only A 2, only B 4, neither 1. */
const PROJECT = {
  documents: [
    {
      id: "d1",
      length: 10,
      units: [
        [0, 5],
        [5, 10],
      ],
    },
  ],
  codes: [
    { id: "t", name: "Workload", parent: null },
    { id: "c", name: "Night shifts", parent: "t" },
  ],
  coders: ["A", "B"],
  codings: [
    { doc: "d1", coder: "A", code: "c", start: 0, end: 5 },
    { doc: "d1", coder: "B", code: "c", start: 2, end: 7 },
    { doc: "d1", coder: "B", code: "c", start: 8, end: 12 },
    { doc: "d1", coder: "B", code: "c", start: 9, end: 9 },
  ],
};

async function reportOf(...args: string[]): Promise<ReportJson & Record<string, unknown>> {
  const { code, answer } = await line.json("agreement", ...args);
  expect(code).toBe(0);
  return answer as ReportJson & Record<string, unknown>;
}

test("a project in JSON, by character and by its own units", async () => {
  const file = lay("project.json", JSON.stringify(PROJECT));
  const report = await reportOf(file, "--unit", "character,given");
  expect(Object.keys(report)).toEqual([
    ...["program", "source", "coders", "documents", "confidence", "bootstrap", "setAside", "levels", "overlap"],
  ]);
  expect(report.program).toMatchObject({ name: "tandem", version: expect.any(String) });
  expect(report.source).toMatchObject({ file, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(report.setAside).toEqual([
    { what: "codings", why: "clipped", count: 1 },
    { what: "codings", why: "empty", count: 1 },
  ]);
  expect(report.levels.map((level) => level.unit)).toEqual(["character", "given"]);
  const [pair] = report.levels[0]?.pairs ?? [];
  expect(pair?.coders).toEqual(["A", "B"]);
  const code = pair?.codes.find((one) => one.code === "c");
  expect(code).toMatchObject({
    path: ["Workload", "Night shifts"],
    pooled: {
      table: { both: 3, onlyFirst: 2, onlySecond: 4, neither: 1 },
      status: "ok",
      percentAgreement: 0.4,
      cohenKappa: (2 * (3 * 1 - 2 * 4)) / ((3 + 2) * (2 + 1) + (3 + 4) * (4 + 1)),
      undefined: {},
    },
    byDocument: { d1: { table: { both: 3, onlyFirst: 2, onlySecond: 4, neither: 1 } } },
  });
  const theme = pair?.codes.find((one) => one.code === "t");
  expect(theme?.pooled).toMatchObject({ cohenKappa: null, undefined: { cohenKappa: "both-empty" } });
  expect(pair?.across).toMatchObject({ codesDefined: 1, codesUsed: 1 });
  expect(report.overlap).toMatchObject({ pairs: 1, labels: ["c"], matrix: [[1]], cohenKappa: null });
});

test("intervals over documents, as chosen, and the same again for the same seed", async () => {
  const documents = Array.from({ length: 6 }, (_, i) => ({ id: `d${i}`, length: 100 }));
  const codings = documents.flatMap(({ id }, i) => [
    { doc: id, coder: "A", code: "c", start: 0, end: 20 + i },
    { doc: id, coder: "B", code: "c", start: 2 * i, end: 30 },
    { doc: id, coder: "C", code: "c", start: 5, end: 30 },
  ]);
  const project = { documents, codes: [{ id: "c" }, { id: "unused" }], coders: ["A", "B", "C"], codings };
  const file = lay("six.json", JSON.stringify(project));
  const report = await reportOf(file, "--unit", "character");
  expect(report).toMatchObject({ confidence: 0.95, bootstrap: { replicates: 2000, seed: 1 } });
  const [code, unused] = report.levels[0]?.pairs[0]?.codes ?? [];
  const { linearised, jackknife, bootstrap } = code?.intervals ?? {};
  const kappa = Number(code?.pooled.cohenKappa);
  for (const interval of [linearised, jackknife, bootstrap]) {
    expect(interval?.[0]).toBeLessThan(kappa);
    expect(interval?.[1]).toBeGreaterThan(kappa);
  }
  expect(code?.intervals).toMatchObject({ documents: 6, documentsWithCode: 6, undefinedReplicates: 0, undefined: {} });
  expect(unused?.intervals).toMatchObject({
    linearised: null,
    bootstrap: null,
    undefined: { linearised: "both-empty", bootstrap: "both-empty" },
  });
  expect(report.levels[0]?.pairs).toHaveLength(3);
  expect(report.levels[0]?.allCoders[0]).toMatchObject({
    code: "c",
    krippendorffAlpha: expect.any(Number),
    lightKappa: expect.any(Number),
    undefined: {},
  });
  expect(report.levels[0]?.allCoders[1]).toMatchObject({ krippendorffAlpha: null, gwetAC1: 1 });
  expect(report.overlap).toBeUndefined();
  expect(await reportOf(file, "--unit", "character", "--seed", "1", "--bootstrap", "2000")).toEqual(report);
  const other = await reportOf(file, "--unit", "character", "--seed", "2", "--confidence", "0.9");
  const narrow = other.levels[0]?.pairs[0]?.codes[0]?.intervals;
  expect(narrow?.linearised?.[0]).toBeGreaterThan(Number(linearised?.[0]));
  expect(narrow?.bootstrap).not.toEqual(bootstrap);
  const without = await reportOf(file, "--bootstrap", "0");
  expect(without).toMatchObject({ bootstrap: null });
  expect(without.levels[0]?.pairs[0]?.codes[0]?.intervals).toMatchObject({
    bootstrap: null,
    undefinedReplicates: null,
  });
  const table = await line.run("agreement", file, "--coders", "A,B");
  expect(table.stdout).toMatch(/95 % interval/);
  expect(table.stdout).toMatch(/unused .* n\/a: nobody used it/);
  for (const wrong of [
    ["--confidence", "95"],
    ["--bootstrap", "many"],
    ["--seed", "-1"],
  ]) {
    expect((await line.run("agreement", file, ...wrong)).code).toBe(2);
  }
});

test("rolled up, a theme holds what its sub-themes hold; codes can be chosen by name", async () => {
  const file = lay("rolled.json", JSON.stringify({ project: PROJECT, options: {} }));
  const report = await reportOf(file, "--unit", "character", "--roll-up", "--codes", "workload");
  const [pair] = report.levels[0]?.pairs ?? [];
  expect(pair?.codes.map((one) => one.code)).toEqual(["t"]);
  expect(pair?.codes[0]?.pooled.table).toEqual({ both: 3, onlyFirst: 2, onlySecond: 4, neither: 1 });
  const half = await reportOf(file, "--unit", "given", "--min-share", "0.8");
  expect(half.levels[0]?.pairs[0]?.codes[1]?.pooled.table).toEqual({
    both: 0,
    onlyFirst: 1,
    onlySecond: 1,
    neither: 0,
  });
});

test("a table in CSV, as table and as CSV", async () => {
  const rows = [
    "document,coder,code,start,end,document_length",
    "d1,Ann,Sleep,0,5,10",
    "d1,Ben,Sleep,2,7,10",
    '"d, 2",Ann,Sleep,0,4,8',
    '"d, 2",Ben,,,,8',
  ];
  const file = lay("codings.csv", `\uFEFF${rows.join("\r\n")}\r\n`);
  const report = await reportOf(file);
  expect(report.levels[0]).toMatchObject({ unit: "character" });
  expect(report.levels[0]?.pairs[0]?.codes[0]).toMatchObject({
    pooled: { table: { both: 3, onlyFirst: 6, onlySecond: 2, neither: 7 } },
    byDocument: { "d, 2": { status: "one-empty", cohenKappa: 0 } },
  });
  expect((await reportOf(file, "--documents", "d, 2")).documents).toEqual(["d, 2"]);
  const table = await line.run("agreement", file, "--unit", "character,overlap");
  expect(table.stdout).toContain("Ann and Ben, by character");
  expect(table.stdout).toContain("Which code on overlapping excerpts: 1 pairs");
  const csv = await line.run("agreement", file, "--format", "csv");
  expect(csv.stdout).toContain("character,false,Ann,Ben,Sleep,Sleep,,3,6,2,7,ok,");
  const json = await line.run("agreement", file, "--format", "json");
  expect(JSON.parse(json.stdout)).toEqual(report);
});

test.each([
  ["a number that is none", "document,coder,code,start,end,document_length\nd,A,c,x,2,9\n", "table-not-understood"],
  ["a column that is missing", "document,coder,code,start,end\nd,A,c,1,2\n", "table-not-understood"],
  ["one coder", "document,coder,code,start,end,document_length\nd,A,c,1,2,9\n", "coders-too-few"],
])("%s is refused with a sentence", async (_what, text, code) => {
  const { code: exit, answer } = await line.json("agreement", lay("bad.csv", text));
  expect({ exit, answer }).toMatchObject({ exit: 1, answer: { error: { code } } });
});

test("files that hold no project are refused", async () => {
  const circle = {
    ...PROJECT,
    codes: [
      { id: "t", parent: "c" },
      { id: "c", parent: "t" },
    ],
  };
  const cases: [string, string, string][] = [
    ["circle.json", JSON.stringify(circle), "codes-in-a-circle"],
    ["twice.json", JSON.stringify({ ...PROJECT, coders: ["A", "A"] }), "repeated-id"],
    ["words.json", "no JSON", "file-not-json"],
    ["other.json", "[1]", "input-not-understood"],
    ["project.qdpx", "", "agreement-file-kind"],
  ];
  for (const [name, text, code] of cases) {
    expect(await line.json("agreement", lay(name, text))).toMatchObject({ code: 1, answer: { error: { code } } });
  }
});
