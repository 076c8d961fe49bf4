import { expect, test } from "vitest";
import { kappaIntervals } from "@/lib/agreement/kappa-intervals";
import { measuresOf } from "@/lib/agreement/measures";
import { sumTables } from "@/lib/agreement/table2x2";
import { DEFAULT_CHOICE } from "./agreement-choice";
import { CODE_COLUMNS, columnsAddress, columnsFrom, isUsual } from "./code-columns";

const tables = Array.from({ length: 6 }, (_, i) => ({ both: 20 + i, onlyFirst: 5, onlySecond: 10 - i, neither: 15 }));
const row = {
  measures: measuresOf(sumTables(tables)),
  intervals: kappaIntervals(tables, { confidence: 0.95 }),
  documents: 6,
};
const context = { choice: DEFAULT_CHOICE, names: ["Sam", "Jo"] as const };

test("the columns chosen survive the address, in their own order", () => {
  const usual = CODE_COLUMNS.filter(isUsual).map(({ id }) => id);
  expect(columnsFrom(null).map(({ id }) => id)).toEqual(usual);
  expect(columnsAddress(new Set(usual))).toBeNull();
  expect(columnsAddress(new Set(["gwetAC1", "interval", "gone"]))).toBe("interval.gwetAC1");
  expect(columnsFrom("gwetAC1.interval.gone").map(({ id }) => id)).toEqual(["interval", "gwetAC1"]);
  expect(columnsFrom(columnsAddress(new Set()))).toEqual([]);
});

test("every column says its figure in words", () => {
  const words = Object.fromEntries(CODE_COLUMNS.map(({ id, words: of }) => [id, of(row, context)]));
  // 135 both, 30 and 45 alone, 90 neither, of 300.
  expect(words).toMatchObject({
    both: "135",
    onlyFirst: "30",
    onlySecond: "45",
    neither: "90",
    percentAgreement: "75.0%",
    positiveAgreement: "78.3%",
    negativeAgreement: "70.6%",
    jaccard: "64.3%",
    prevalence: "57.5%",
    rateFirst: "55.0%",
    rateSecond: "60.0%",
    expectedAgreement: "51.0%",
    pabak: "0.50",
    biasIndex: "−0.05",
    documents: "6",
  });
  expect(words.interval).toMatch(/^0\.\d\d to 0\.\d\d$/);
  for (const each of Object.values(words)) expect(each).not.toMatch(/NaN|undefined/);
  expect(new Set(CODE_COLUMNS.map(({ title }) => title(context))).size).toBe(CODE_COLUMNS.length);
});
