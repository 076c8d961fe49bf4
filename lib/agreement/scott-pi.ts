// Scott's pi of a 2×2 table.
import { productDifference } from "./product-difference";
import { defined, type Statistic, undefinedFor } from "./statistic";
import { checkedTable, type Table2x2, tableStatus } from "./table2x2";

/**
 * Answers: How far do two coders agree beyond chance, if both are taken to use the code at one and the same rate?
 * Formula: π = (po − pe)/(1 − pe), pe = p² + (1 − p)², p = (p1 + p2)/2; = (4ad − (b+c)²)/((2a+b+c)(2d+b+c))
 * Shape: 2×2 table.
 * Unit: any.
 * Undefined: no-data; both-empty; both-full.
 * Misleads: as kappa does for rare codes; it is never above kappa, and below it where the two use the code at different
 *   rates, because it counts that as disagreement.
 * Elsewhere: NLTK stops with an error where nobody used the code, and so does DKPro.
 * Throws: RangeError for a cell that is not a count.
 * Cost: constant. With whole counts the numerator is exact.
 * Source: Scott 1955, Public Opin Q 19:321–325, doi 10.1086/266577.
 * Checked: Artstein & Poesio 2008 p. 558 (.341); Gwet 2008 (.6078); Fleiss' kappa of two coders; the golden cases
 *   table2x2.
 */
export function scottPi(table: Table2x2): Statistic {
  const status = tableStatus(checkedTable(table));
  if (status === "no-data" || status === "both-empty" || status === "both-full") return undefinedFor(status);
  const { both: a, onlyFirst: b, onlySecond: c, neither: d } = table;
  const differ = b + c;
  return defined(productDifference(2 * a, 2 * d, differ, differ) / ((2 * a + differ) * (2 * d + differ)));
}
