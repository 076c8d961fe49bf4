// PABAK: kappa adjusted for prevalence and bias.
import { defined, type Statistic, undefinedFor } from "./statistic";
import { checkedTable, type Table2x2, tableSize } from "./table2x2";

/**
 * Answers: What would kappa be if both coders used the code on half of the items and at equal rates?
 * Formula: PABAK = 2po − 1 = (a + d − b − c)/n
 * Shape: 2×2 table.
 * Unit: units; at character level it is near 1 for every rare code.
 * Undefined: no-data. Where nobody used the code, or both used it throughout, it is 1.
 * Misleads: it is percent agreement on another scale: it knows nothing of how rare the code is.
 * Elsewhere: the same figure goes by Brennan–Prediger, Bennett's S, and for two coders Randolph's kappa. MAXQDA's kappa
 *   is of this kind with 1 / (number of codes) as chance and d = 0.
 * Throws: RangeError for a cell that is not a count.
 * Cost: constant.
 * Source: Byrt, Bishop & Carlin 1993, J Clin Epidemiol 46:423–429, doi 10.1016/0895-4356(93)90018-V; Bennett, Alpert &
 *   Goldstein 1954, Public Opin Q 18:303–308, doi 10.1086/266520.
 * Checked: Sim & Wright 2005 (.69); Artstein & Poesio 2008 p. 558 (.4); brennan-prediger.ts with two categories; the
 *   golden cases table2x2.
 */
export function pabak(table: Table2x2): Statistic {
  const n = tableSize(checkedTable(table));
  if (n === 0) return undefinedFor("no-data");
  return defined((table.both + table.neither - (table.onlyFirst + table.onlySecond)) / n);
}
