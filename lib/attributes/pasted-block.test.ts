import { expect, test } from "vitest";
import { guardedCell, unguardedCell } from "./guarded-cell";
import { pastedBlock } from "./pasted-block";
import { proposeColumns } from "./propose-columns";

test("cells as a spreadsheet copies them", () => {
  expect(pastedBlock("a\tb\r\nc\t\r\n")).toEqual([
    ["a", "b"],
    ["c", ""],
  ]);
  expect(pastedBlock('"two\nlines"\t"say ""x"""\nit "is" plain\t"open')).toEqual([
    ["two\nlines", 'say "x"'],
    ['it "is" plain', '"open'],
  ]);
  expect(pastedBlock("")).toEqual([[""]]);
});

test("what is guarded comes home as it was", () => {
  for (const cell of ["=1", "'=1", "''=1", "'quoted'", "-5", " =1", "plain", "'", "0007", "\u200B=1", "@a"]) {
    expect(unguardedCell(guardedCell(cell))).toBe(cell);
    expect(/^[=+\-@\s]/.test(guardedCell(cell))).toBe(false);
  }
});

test("columns are proposed by what is in them, and the rows' names by whom they name", () => {
  const rows = [
    ["id", "Who", "Age", "Code", "Seen", "Shift"],
    ...["P1", "P2", "P3", "P4"].map((who, i) => [
      `${i}`,
      who,
      `${30 + i}`,
      `000${i}`,
      `2026-03-0${i + 1}`,
      i % 2 ? "late" : "early",
    ]),
  ];
  const { key, columns } = proposeColumns(rows, [{ name: "P1" }, { name: "P3" }], [{ id: "x", name: "age" }]);
  expect(key).toBe(1);
  expect(columns.map(({ kind, columnId }) => [kind, columnId])).toEqual([
    ["number", null],
    ["text", null],
    ["number", "x"],
    ["text", null],
    ["date", null],
    ["choice", null],
  ]);
});
