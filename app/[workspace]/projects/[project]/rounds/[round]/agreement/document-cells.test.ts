import { expect, test } from "vitest";
import { cohenKappa } from "@/lib/agreement/cohen-kappa";
import { documentCell, isUsed } from "./document-cells";

const cell = (both: number, onlyFirst: number, onlySecond: number, neither: number) => {
  const table = { both, onlyFirst, onlySecond, neither };
  return { table, kappa: cohenKappa(table) };
};

test("a cell holds the figure asked for", () => {
  const each = cell(4, 1, 1, 4);
  expect(documentCell(each, "kappa").value).toBeCloseTo(0.6, 12);
  expect(documentCell(each, "positive").value).toBeCloseTo(0.8, 12);
  expect(documentCell(each, "prevalence").value).toBeCloseTo(0.5, 12);
});

test("an empty cell says why; how often a code was given is known even then", () => {
  const unused = cell(0, 0, 0, 10);
  expect(documentCell(unused, "kappa")).toEqual({ value: null, note: "Not defined: neither coder used it" });
  expect(documentCell(unused, "positive")).toEqual({ value: null, note: "Not defined: neither coder used it" });
  expect(documentCell(unused, "prevalence")).toEqual({ value: 0, note: null });
  expect(documentCell(cell(0, 0, 0, 0), "prevalence").note).toBe("Not defined: nothing was compared");
  expect(isUsed(unused.table)).toBe(false);
  expect(isUsed(cell(0, 1, 0, 3).table)).toBe(true);
});
