// Jaccard's coefficient of a 2×2 table: what both coded as a share of what either coded.
import { defined, type Statistic, undefinedFor } from "./statistic";
import { checkedTable, type Table2x2, tableSize } from "./table2x2";

/**
 * Answers: Of all that either coder gave the code, what share did both give it?
 * Formula: J = a/(a + b + c) = ppos/(2 − ppos)
 * Shape: 2×2 table.
 * Unit: any; uncoded text does not enter it.
 * Undefined: no-data; both-empty.
 * Misleads: not corrected for chance; always below positive agreement, which tells the same on another scale.
 * Elsewhere: QualCoder's "Agree coded only %" is this, but it counts a coder's overlapping spans twice. MAXQDA's
 *   percentage of agreeing segments has the same form, on segments.
 * Throws: RangeError for a cell that is not a count.
 * Cost: constant.
 * Source: Jaccard 1912, New Phytol 11:37–50, doi 10.1111/j.1469-8137.1912.tb05611.x.
 * Checked: the identity with positive agreement; the golden cases table2x2.
 */
export function jaccard(table: Table2x2): Statistic {
  const { both, onlyFirst, onlySecond } = checkedTable(table);
  if (tableSize(table) === 0) return undefinedFor("no-data");
  const coded = both + onlyFirst + onlySecond;
  return coded === 0 ? undefinedFor("both-empty") : defined(both / coded);
}
