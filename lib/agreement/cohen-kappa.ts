// Cohen's kappa of a 2×2 table, and the agreement that it expects by chance.
import { productDifference } from "./product-difference";
import { defined, type Statistic, undefinedFor } from "./statistic";
import { checkedTable, type Table2x2, tableSize, tableStatus } from "./table2x2";

/**
 * Answers: How far do two coders agree on a code beyond what their own rates of using it would give by chance?
 * Formula: κ = (po − pe)/(1 − pe) = 2(ad − bc) / ((a+b)(b+d) + (a+c)(c+d))
 * Shape: 2×2 table.
 * Unit: any; the figure depends on the choice, so name it.
 * Undefined: no-data; both-empty; both-full. With one-empty or one-full it is 0 exactly.
 * Misleads: on characters it tends to positive agreement as uncoded text grows. With a very rare or very common code it
 *   can be low although the coders seldom disagree (the paradox of Feinstein & Cicchetti 1990): read it beside positive
 *   agreement, the prevalence index and kappaMax. Values of documents must not be averaged; add the tables.
 * Elsewhere: where both coders never used the code, NVivo prints 1, sklearn, statsmodels, irr, vcd and epiR print NaN,
 *   NLTK and DKPro stop with an error, QualCoder prints "zerodiv". QualCoder's "Kappa" is another figure: it leaves
 *   uncoded text out and multiplies the two terms of pe where they should be added. INCEpTION drops positions that only
 *   one coder marked, and averages documents. MAXQDA's kappa has d = 0 and a chance of 1 / (number of codes).
 * Throws: RangeError for a cell that is not a count.
 * Cost: constant. With whole counts the numerator is exact, so that kappa is 0 only where ad = bc.
 * Source: Cohen 1960, Educ Psychol Meas 20:37–46, p. 40, doi 10.1177/001316446002000104.
 * Checked: Artstein & Poesio 2008 p. 558; Feinstein & Cicchetti 1990; Sim & Wright 2005; Vanbelle & Albert 2008;
 *   Hripcsak & Rothschild 2005; the q × q form in confusion-kappa.ts; the golden cases table2x2.
 */
export function cohenKappa(table: Table2x2): Statistic {
  const status = tableStatus(checkedTable(table));
  if (status === "no-data" || status === "both-empty" || status === "both-full") return undefinedFor(status);
  const { both: a, onlyFirst: b, onlySecond: c, neither: d } = table;
  return defined((2 * productDifference(a, d, b, c)) / ((a + b) * (b + d) + (a + c) * (c + d)));
}

/**
 * Answers: What agreement would the two coders' own rates of using the code give by chance?
 * Formula: pe = p1 p2 + (1 − p1)(1 − p2), p1 = (a+b)/n, p2 = (a+c)/n
 * Shape: 2×2 table.
 * Unit: any.
 * Undefined: no-data.
 * Misleads: close to 1 for every rare code, at character level above all; nothing but the rates of the two enters it.
 * Elsewhere: QualCoder multiplies the two terms where they should be added.
 * Throws: RangeError for a cell that is not a count.
 * Cost: constant.
 * Source: Cohen 1960, Educ Psychol Meas 20:37–46, p. 40, doi 10.1177/001316446002000104.
 * Checked: Artstein & Poesio 2008 p. 558; Feinstein & Cicchetti 1990; the golden cases table2x2.
 */
export function expectedAgreement(table: Table2x2): Statistic {
  const n = tableSize(checkedTable(table));
  if (n === 0) return undefinedFor("no-data");
  const { both: a, onlyFirst: b, onlySecond: c, neither: d } = table;
  return defined(((a + b) / n) * ((a + c) / n) + ((c + d) / n) * ((b + d) / n));
}
