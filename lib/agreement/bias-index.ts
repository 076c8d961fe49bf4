// The bias index of a 2×2 table: how far one coder uses a code more than the other.
import { defined, type Statistic, undefinedFor } from "./statistic";
import { checkedTable, type Table2x2, tableSize } from "./table2x2";

/**
 * Answers: Does one coder use the code more often than the other, and by what share of the items?
 * Formula: BI = (b − c)/n, positive where the first coder uses it more
 * Shape: 2×2 table.
 * Unit: any.
 * Undefined: no-data.
 * Misleads: 0 says that the two use the code equally often, not that they use it in the same places.
 * Elsewhere: papers report its absolute value; here the sign is kept.
 * Throws: RangeError for a cell that is not a count.
 * Cost: constant.
 * Source: Byrt, Bishop & Carlin 1993, J Clin Epidemiol 46:423–429, doi 10.1016/0895-4356(93)90018-V.
 * Checked: its sign turns when the coders are swapped; the golden cases table2x2.
 */
export function biasIndex(table: Table2x2): Statistic {
  const n = tableSize(checkedTable(table));
  return n === 0 ? undefinedFor("no-data") : defined((table.onlyFirst - table.onlySecond) / n);
}
