// The largest kappa that two coders could have reached with the rates at which they used a code.
import { defined, type Statistic, undefinedFor } from "./statistic";
import { checkedTable, type Table2x2, tableStatus } from "./table2x2";

/**
 * Answers: How high could kappa have been, given how often each of the two used the code?
 * Formula: κmax = (po_max − pe)/(1 − pe), po_max = min(p1, p2) + min(1 − p1, 1 − p2)
 * Shape: 2×2 table.
 * Unit: any.
 * Undefined: no-data; both-empty; both-full. With one-empty or one-full it is 0.
 * Misleads: a low value says that the coders used the code at different rates, which is disagreement too; dividing kappa
 *   by it would hide that.
 * Throws: RangeError for a cell that is not a count.
 * Cost: constant.
 * Source: Cohen 1960, Educ Psychol Meas 20:37–46, p. 42, doi 10.1177/001316446002000104.
 * Checked: Sim & Wright 2005 (.89); Cohen 1960 p. 45 in the q × q form; the golden cases table2x2.
 */
export function kappaMax(table: Table2x2): Statistic {
  const status = tableStatus(checkedTable(table));
  if (status === "no-data" || status === "both-empty" || status === "both-full") return undefinedFor(status);
  const { both: a, onlyFirst: b, onlySecond: c, neither: d } = table;
  // The two products differ by n(b − c): the smaller one is what kappa's numerator comes to when min(b, c) is 0.
  const one = (a + b) * (b + d);
  const other = (a + c) * (c + d);
  return defined((2 * Math.min(one, other)) / (one + other));
}
