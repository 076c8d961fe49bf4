// Negative agreement: how far two coders agree on where a code does not apply.
import { defined, type Statistic, undefinedFor } from "./statistic";
import { checkedTable, type Table2x2, tableSize } from "./table2x2";

/**
 * Answers: Where one coder left the code away, how often did the other leave it away too?
 * Formula: pneg = 2d/(2d + b + c)
 * Shape: 2×2 table.
 * Unit: any.
 * Undefined: no-data; both-full.
 * Misleads: near 1 for every rare code whatever the coders do; read it beside positive agreement, never alone.
 * Throws: RangeError for a cell that is not a count.
 * Cost: constant.
 * Source: Cicchetti & Feinstein 1990, J Clin Epidemiol 43:551–558, doi 10.1016/0895-4356(90)90159-M.
 * Checked: positive agreement of the table turned round; the golden cases table2x2.
 */
export function negativeAgreement(table: Table2x2): Statistic {
  const { onlyFirst, onlySecond, neither } = checkedTable(table);
  if (tableSize(table) === 0) return undefinedFor("no-data");
  const uncoded = 2 * neither + onlyFirst + onlySecond;
  return uncoded === 0 ? undefinedFor("both-full") : defined((2 * neither) / uncoded);
}
