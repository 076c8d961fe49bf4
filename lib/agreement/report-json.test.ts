import { expect, test } from "vitest";
import { agreementFileSchema, projectFromCsv, projectFromJson } from "./agreement-file";
import { agreementReport } from "./agreement-report";
import { reportJson } from "./report-json";
import { valueOrNull } from "./statistic";

const file = agreementFileSchema.parse({
  documents: [
    { id: "d1", text: "Busy. Very busy.\nCases pile up." },
    {
      id: "d2",
      length: 20,
      units: {
        turn: [
          [0, 8],
          [9, 20],
        ],
      },
    },
  ],
  codes: [
    { id: "t", name: "Workload" },
    { id: "c", name: "Cases", parent: "t" },
  ],
  coders: [{ id: "a", name: "Ann" }, "b", "x"],
  assignments: ["a", "b", "x"].flatMap((coder) =>
    (coder === "x" ? ["d1"] : ["d1", "d2"]).map((doc) => ({ doc, coder })),
  ),
  codings: [
    { doc: "d1", coder: "a", code: "c", start: 0, end: 16 },
    { doc: "d1", coder: "b", code: "c", start: 6, end: 31 },
    { doc: "d2", coder: "a", code: "t", start: 1, end: 4 },
    { doc: "d2", coder: "b", code: "lost", start: 1, end: 4 },
  ],
});
const { project, names } = projectFromJson(file);

test("text brings its paragraphs and sentences, a list of turns its turns", () => {
  expect(project.documents[0]?.units).toEqual({
    paragraph: [
      { start: 0, end: 16 },
      { start: 17, end: 31 },
    ],
    sentence: [
      { start: 0, end: 5 },
      { start: 6, end: 16 },
      { start: 17, end: 31 },
    ],
  });
  expect(project.documents[1]?.units?.turn).toEqual([
    { start: 0, end: 8 },
    { start: 9, end: 20 },
  ]);
  expect(names.coders).toEqual(
    new Map([
      ["a", "Ann"],
      ["b", "b"],
      ["x", "x"],
    ]),
  );
});

test("null stands for what the file does not have", () => {
  const none = { name: null, assignments: null, offsetEncoding: null };
  const document = { id: "d1", name: null, text: null, units: null };
  const bare = {
    documents: [{ ...document, length: 9 }],
    codes: [{ id: "t", name: null, parent: null }],
    coders: ["a"],
  };
  const read = projectFromJson(agreementFileSchema.parse({ ...none, ...bare, codings: [] }));
  expect(read.project).toMatchObject({ documents: [{ id: "d1", length: 9, units: {} }], coders: ["a"] });
  expect(read.project.assignments).toBeUndefined();
  expect(read.names.codes.get("t")).toBe("t");
  const withText = agreementFileSchema.parse({
    ...bare,
    documents: [{ ...document, length: null, text: "ja" }],
    codings: [],
  });
  expect(projectFromJson(withText).project.documents[0]?.length).toBe(2);
});

test("every pair stands in the report with the very figures of the engine", () => {
  const json = reportJson(project, names.codes, { units: ["sentence"], coders: ["a", "b", "x"], rollUp: true });
  const pairs = json.levels[0]?.pairs ?? [];
  expect(pairs.map((pair) => pair.coders.join())).toEqual(["a,b", "a,x", "b,x"]);
  const engine = agreementReport(project, { coders: ["a", "b"], unit: "sentence", rollUp: true });
  for (const code of engine.codes) {
    const told = pairs[0]?.codes.find((one) => one.code === code.codeId);
    expect(told?.pooled.cohenKappa).toBe(valueOrNull(code.pooled.cohenKappa));
    expect(told?.pooled.table).toEqual(code.pooled.table);
  }
  expect(json.overlap).toBeUndefined();
  expect(JSON.parse(JSON.stringify(json))).toEqual(json);
});

test("what was set aside at one level says which", () => {
  const { setAside } = reportJson(project, names.codes, { units: ["turn"], coders: ["a", "b"], rollUp: false });
  expect(setAside).toContainEqual({ what: "codings", why: "unknown-code", count: 1 });
  expect(setAside).toContainEqual({ what: "documents", why: "no-units", count: 1, unit: "turn", coders: ["a", "b"] });
});

test("offsets that count code points are measured so", () => {
  const counted = projectFromJson({ ...file, documents: [{ id: "d1", text: "😀 ja" }], offsetEncoding: "codepoint" });
  expect(counted.project.documents).toEqual([{ id: "d1", length: 4, units: {} }]);
});

test("a table may hold its columns in any order, and says which line is wrong", () => {
  const read = (rows: string) => projectFromCsv(`code,coder,end,start,document_length,document\n${rows}`, "t.csv");
  expect(read("c,a,4,2,9,d\n,b,,,9,d\n").project).toMatchObject({
    documents: [{ id: "d", length: 9 }],
    coders: ["a", "b"],
    codings: [{ documentId: "d", coderId: "a", codeId: "c", start: 2, end: 4 }],
  });
  expect(() => read("c,a,4,2,9,d\nc,b,4,2,8,d\n")).toThrow(/"line":3/);
});
