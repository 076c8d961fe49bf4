// Gwet's AC1 of a 2×2 table, and its standard error.
import { defined, type Statistic, undefinedFor } from "./statistic";
import { checkedTable, type Table2x2, tableSize } from "./table2x2";

/**
 * Answers: How far do two coders agree beyond chance, if only items that are hard to decide are agreed on by chance?
 * Formula: AC1 = (po − pe)/(1 − pe), pe = 2p(1 − p), p = (p1 + p2)/2
 * Shape: 2×2 table.
 * Unit: units; at character level it is near 1 for every rare code.
 * Undefined: no-data. Where nobody used the code, or both used it throughout, it is 1.
 * Misleads: for a rare code it is close to percent agreement whatever the coders do where the code applies: at character
 *   level do not headline it.
 * Elsewhere: where nobody used the code irrCAC prints 1 too, DKPro stops with an error. irrCAC 1.0 prints NaN if one
 *   item has no rating at all.
 * Throws: RangeError for a cell that is not a count.
 * Cost: constant.
 * Source: Gwet 2008, Br J Math Stat Psychol 61:29–48, doi 10.1348/000711006X126600.
 * Checked: Gwet 2008's example (.8658); the q × q form in confusion-gwet-ac1.ts; the golden cases table2x2.
 */
export function gwetAC1(table: Table2x2): Statistic {
  if (tableSize(checkedTable(table)) === 0) return undefinedFor("no-data");
  const { both: a, onlyFirst: b, onlySecond: c, neither: d } = table;
  const differ = b + c;
  const coded = 2 * a + differ;
  const uncoded = 2 * d + differ;
  return defined((2 * (2 * (a * a + d * d) - differ * differ)) / (coded * coded + uncoded * uncoded));
}

/**
 * Answers: How far might AC1 have come out otherwise by chance, if each item had been drawn on its own?
 * Formula: SE² = {Σ pₖₗ[wₖₗ − 2(1 − γ)(1 − (πₖ + πₗ)/2)/(q − 1)]² − [po − 2(1 − γ)pe]²} / (n(1 − pe)²), w = 1 on the
 *   diagonal and 0 off it, γ = AC1, πₖ = (pₖ. + p.ₖ)/2, q = 2
 * Shape: 2×2 table.
 * Unit: items that are independent of one another; characters are not.
 * Undefined: no-data. With perfect agreement it is 0, and says nothing.
 * Misleads: on characters it is many times too small: characters of one passage are coded together.
 * Elsewhere: irrCAC prints it with n from a table of counts, with n − 1 from a list of ratings.
 * Throws: RangeError for a cell that is not a count.
 * Cost: constant. Reckoned as a sum of squares over the four cells, so that nothing cancels at large n.
 * Source: Gwet 2008, Br J Math Stat Psychol 61:29–48, doi 10.1348/000711006X126600.
 * Checked: the formula of irrCAC's gwet.ac1.table over random tables.
 */
export function gwetAC1SE(table: Table2x2): Statistic {
  const n = tableSize(checkedTable(table));
  if (n === 0) return undefinedFor("no-data");
  const { both: a, onlyFirst: b, onlySecond: c, neither: d } = table;
  const differ = b + c;
  const p = (2 * a + differ) / n / 2;
  const q = (2 * d + differ) / n / 2;
  const beyondChance = p * p + q * q;
  const observed = differ / n;
  const ratio = observed / beyondChance;
  const lean = q - p;
  const inBoth = 2 * ratio * lean * q - observed;
  const inNeither = -2 * ratio * lean * p - observed;
  const inOne = 1 - observed + ratio * lean * lean;
  const sum = a * inBoth * inBoth + d * inNeither * inNeither + differ * inOne * inOne;
  return defined(Math.sqrt(sum) / (n * beyondChance));
}
