// Krippendorff's alpha of a 2×2 table: nominal, two coders, nothing missing.
import { productDifference } from "./product-difference";
import { defined, type Statistic, undefinedFor } from "./statistic";
import { checkedTable, type Table2x2, tableStatus } from "./table2x2";

/**
 * Answers: How far is the disagreement of two coders below what drawing their values from one pool would give?
 * Formula: α = 1 − Do/De = 1 − (2n − 1)(b+c)/((2a+b+c)(2d+b+c)) = 1 − (1 − π)(2n − 1)/(2n)
 * Shape: 2×2 table.
 * Unit: any.
 * Undefined: no-data; both-empty; both-full.
 * Misleads: as kappa does for rare codes. It lies above Scott's pi by (1 − π)/2n: at character level the two are one.
 * Elsewhere: where nobody used the code, irr's kripp.alpha, NLTK and DKPro print 1, irrCAC prints NA. ATLAS.ti's binary
 *   alpha is this at character level, a theme counting where any of its codes is; its exact expected term is
 *   unpublished.
 * Throws: RangeError for a cell that is not a count.
 * Cost: constant. With whole counts the numerator is exact.
 * Source: Krippendorff 2004, Content Analysis, 2nd ed., ch. 11; Krippendorff 2011, Computing Krippendorff's
 *   Alpha-Reliability.
 * Checked: Sim & Wright 2005's table (.67); the identity with Scott's pi; ratings-alpha.ts; the golden cases table2x2.
 */
export function krippendorffAlpha(table: Table2x2): Statistic {
  const status = tableStatus(checkedTable(table));
  if (status === "no-data" || status === "both-empty" || status === "both-full") return undefinedFor(status);
  const { both: a, onlyFirst: b, onlySecond: c, neither: d } = table;
  const differ = b + c;
  return defined(productDifference(2 * a, 2 * d, differ, differ - 1) / ((2 * a + differ) * (2 * d + differ)));
}
