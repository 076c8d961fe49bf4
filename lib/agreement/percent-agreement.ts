// Percent agreement: the share of items on which two coders agree.
import { type ConfusionMatrix, matrixSize } from "./confusion-matrix";
import { defined, type Statistic, undefinedFor } from "./statistic";
import { checkedTable, type Table2x2, tableSize } from "./table2x2";

/**
 * Answers: On what share of the items do the two coders agree, chance included?
 * Shape: 2×2 table.
 * Unit: any; at character level it is close to 1 whatever the coders do, because most text is uncoded.
 * Undefined: no-data.
 * Throws: RangeError for a cell that is not a count.
 * Cost: constant.
 * Source: (a + d) / n; Cohen 1960, Educ Psychol Meas 20:37–46, doi 10.1177/001316446002000104.
 * Checked: Artstein & Poesio 2008 p. 558; Feinstein & Cicchetti 1990; the golden cases table2x2.
 */
export function percentAgreement(table: Table2x2): Statistic {
  const n = tableSize(checkedTable(table));
  return n === 0 ? undefinedFor("no-data") : defined((table.both + table.neither) / n);
}

/**
 * Answers: For what share of the items do the two coders choose the same category?
 * Shape: q × q confusion matrix.
 * Unit: any.
 * Undefined: no-data.
 * Throws: RangeError for a matrix that is not square or holds something other than counts.
 * Cost: O(q²).
 * Source: sum of the diagonal / n; Cohen 1960, p. 40, doi 10.1177/001316446002000104.
 * Checked: Cohen 1960 p. 45; Zwick 1988; the golden cases confusion.
 */
export function percentAgreementOfMatrix(matrix: ConfusionMatrix): Statistic {
  const n = matrixSize(matrix);
  if (n === 0) return undefinedFor("no-data");
  return defined(matrix.reduce((sum, row, i) => sum + (row[i] ?? 0), 0) / n);
}
