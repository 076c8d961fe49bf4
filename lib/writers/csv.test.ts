import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { codebookCsv } from "./codebook-csv";
import { csvText } from "./csv";
import { quotesCsv } from "./quotes-csv";

const parsed = (csv: string): string[][] =>
  Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: false }).data.slice(0, -1);

describe("csvText", () => {
  test("byte order mark, CRLF, quotes doubled, everything in its cell", () => {
    expect(
      csvText(
        ["a", "b"],
        [
          ['say "hi"', "one\ntwo, three"],
          [1, null],
        ],
      ),
    ).toBe('\uFEFFa,b\r\n"say ""hi""","one\ntwo, three"\r\n1,\r\n');
  });

  test.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "  =1",
    "\u00A0=1",
    "\n-2",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "\u200B=1",
    "\tplain",
    "\uFEFF@x",
  ])("%j runs nothing", (cell) => {
    const [, row] = parsed(csvText(["a"], [[cell]]));
    expect(row).toEqual([`'${cell}`]);
  });

  test.each(["a=b", "’tis", "(+44)", "1-2", "é", "😀=", " x = y", "'quoted'", "— no"])("%j stays as it is", (cell) => {
    expect(parsed(csvText(["a"], [[cell]]))[1]).toEqual([cell]);
  });

  test("numbers are numbers, also below zero", () => {
    expect(csvText(["a"], [[-0.5]])).toBe("\uFEFFa\r\n-0.5\r\n");
  });

  test("whatever the words, they come back, and none begins a formula", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: "grapheme" }), { minLength: 2, maxLength: 2 }), { minLength: 1 }),
        (rows) => {
          const back = parsed(csvText(["a", "b"], rows)).slice(1);
          expect(back.map((row) => row.map((cell) => cell.replace(/^'/, "")))).toEqual(
            rows.map((row) => row.map((cell) => cell.replace(/^'/, ""))),
          );
          for (const cell of back.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
        },
      ),
    );
  });
});

test("quotesCsv", () => {
  const quote = {
    words: "=cmd|' /C calc'!A0",
    attribution: "[Interview #P1]",
    document: "Interview 1",
    participant: "P1",
  };
  expect(
    parsed(
      quotesCsv([
        { path: ["Support", "Peers"], quotes: [quote, { ...quote, words: "שלום 😀\nshe said", starred: true }] },
      ]),
    ),
  ).toEqual([
    ["Code path", "Code", "Quote", "Attribution", "Document", "Participant", "Starred"],
    ["Support > Peers", "Peers", "'=cmd|' /C calc'!A0", "[Interview #P1]", "Interview 1", "P1", ""],
    ["Support > Peers", "Peers", "שלום 😀\nshe said", "[Interview #P1]", "Interview 1", "P1", "yes"],
  ]);
});

test("codebookCsv", () => {
  const row = {
    path: ["Workload"],
    name: "Workload",
    definition: "What, and how much",
    useWhen: "- hours",
    useNot: "",
    example: "“too much”",
    colour: "#aa0000",
    retired: false,
  };
  expect(
    parsed(codebookCsv([row, { ...row, path: ["Workload", "Hours"], name: "Hours", useWhen: "", retired: true }])),
  ).toEqual([
    ["Code path", "Code", "Level", "Definition", "Use when", "Do not use when", "Example", "Colour", "Retired"],
    ["Workload", "Workload", "1", "What, and how much", "'- hours", "", "“too much”", "#aa0000", "no"],
    ["Workload > Hours", "Hours", "2", "What, and how much", "", "", "“too much”", "#aa0000", "yes"],
  ]);
});
