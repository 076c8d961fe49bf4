// The standard error of Cohen's kappa of a 2×2 table if there were no agreement beyond chance; for tests only.
import { defined, type Statistic, undefinedFor } from "./statistic";
import { checkedTable, type Table2x2, tableSize, tableStatus } from "./table2x2";

/**
 * Answers: How far from 0 would kappa stray by chance if the two coders agreed no more than their rates make likely?
 * Formula: SE₀ = √(pe + pe² − Σ pᵢ.p.ᵢ(pᵢ. + p.ᵢ)) / ((1 − pe)√n) = 2√(p1(1−p1)p2(1−p2)) / ((1 − pe)√n)
 * Shape: 2×2 table.
 * Unit: items that are independent of one another; characters are not.
 * Undefined: no-data; both-empty; both-full. With one-empty or one-full it is 0.
 * Misleads: it belongs to the test of κ = 0 alone. Never make an interval of it, nor take κ divided by a printed z for one.
 * Elsewhere: irr::kappa2's z is κ divided by this.
 * Throws: RangeError for a cell that is not a count.
 * Cost: constant.
 * Source: Fleiss, Cohen & Everitt 1969, Psychol Bull 72:323–327, doi 10.1037/h0028106.
 * Checked: the formula as printed, over random tables; the q × q form in confusion-kappa-se.ts; the golden cases
 *   table2x2.
 */
export function cohenKappaNullSE(table: Table2x2): Statistic {
  const status = tableStatus(checkedTable(table));
  if (status === "no-data" || status === "both-empty" || status === "both-full") return undefinedFor(status);
  const { both: a, onlyFirst: b, onlySecond: c, neither: d } = table;
  const n = tableSize(table);
  const p1 = (a + b) / n;
  const q1 = (c + d) / n;
  const p2 = (a + c) / n;
  const q2 = (b + d) / n;
  return defined((2 * Math.sqrt(p1 * q1 * p2 * q2)) / ((p1 * q2 + q1 * p2) * Math.sqrt(n)));
}
