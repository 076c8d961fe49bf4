// The prevalence index of a 2×2 table: how lopsided the use of a code is.
import { defined, type Statistic, undefinedFor } from "./statistic";
import { checkedTable, type Table2x2, tableSize } from "./table2x2";

/**
 * Answers: How far is the code from being used on half of the items?
 * Formula: PI = (a − d)/n, from −1 (never) over 0 (half) to 1 (always)
 * Shape: 2×2 table.
 * Unit: any.
 * Undefined: no-data.
 * Misleads: it is no figure of agreement; far from 0 it says that kappa will be low for few disagreements.
 * Elsewhere: papers report its absolute value; here the sign is kept: negative for a rare code.
 * Throws: RangeError for a cell that is not a count.
 * Cost: constant.
 * Source: Byrt, Bishop & Carlin 1993, J Clin Epidemiol 46:423–429, doi 10.1016/0895-4356(93)90018-V.
 * Checked: Sim & Wright 2005 (.28); the golden cases table2x2.
 */
export function prevalenceIndex(table: Table2x2): Statistic {
  const n = tableSize(checkedTable(table));
  return n === 0 ? undefinedFor("no-data") : defined((table.both - table.neither) / n);
}
