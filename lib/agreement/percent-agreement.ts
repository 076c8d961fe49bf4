// Percent agreement: the share of items on which two coders agree.
import { confusionDisagreement } from "./confusion-disagreement";
import type { ConfusionMatrix } from "./confusion-matrix";
import type { AgreementWeights } from "./confusion-weights";
import { defined, type Statistic, undefinedFor } from "./statistic";
import { checkedTable, type Table2x2, tableSize } from "./table2x2";

/**
 * Answers: On what share of the items do the two coders agree, chance included?
 * Formula: po = (a + d)/n
 * Shape: 2×2 table.
 * Unit: any.
 * Undefined: no-data.
 * Misleads: chance agreement is in it; at character level it is near 1 for every rare code whatever the coders do,
 *   because most text is uncoded: do not headline it.
 * Elsewhere: QualCoder's "Agree %" is this at character level, but it counts a coder's overlapping spans twice. MAXQDA's
 *   percentage leaves out what neither coded: that is Jaccard's coefficient, on segments.
 * Throws: RangeError for a cell that is not a count.
 * Cost: constant.
 * Source: Cohen 1960, Educ Psychol Meas 20:37–46, doi 10.1177/001316446002000104.
 * Checked: Artstein & Poesio 2008 p. 558; Feinstein & Cicchetti 1990; the golden cases table2x2.
 */
export function percentAgreement(table: Table2x2): Statistic {
  const n = tableSize(checkedTable(table));
  return n === 0 ? undefinedFor("no-data") : defined((table.both + table.neither) / n);
}

/**
 * Answers: For what share of the items do the two coders choose the same category?
 * Formula: po = Σ pᵢᵢ; with weights po = Σ wᵢⱼ pᵢⱼ
 * Shape: q × q confusion matrix; weights of agreement where some disagreements count less.
 * Unit: any.
 * Undefined: no-data.
 * Misleads: chance agreement is in it: the fewer categories, and the more one of them prevails, the more of it.
 * Throws: RangeError for a matrix that is not square or holds something other than counts, and for weights of another
 *   size or outside 0 to 1.
 * Cost: O(q²).
 * Source: Cohen 1960, Educ Psychol Meas 20:37–46, p. 40, doi 10.1177/001316446002000104; with weights Cohen 1968.
 * Checked: Cohen 1960 pp. 37 and 45; Zwick 1988; Artstein & Poesio 2008 p. 571; the golden cases confusion.
 */
export function percentAgreementOfMatrix(matrix: ConfusionMatrix, weights?: AgreementWeights): Statistic {
  const { n, observed } = confusionDisagreement(matrix, weights);
  return n === 0 ? undefinedFor("no-data") : defined((n - observed) / n);
}
