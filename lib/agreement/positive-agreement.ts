// Positive agreement: how far two coders agree on where a code applies, uncoded text left aside.
import { defined, type Statistic, undefinedFor } from "./statistic";
import { checkedTable, type Table2x2, tableSize } from "./table2x2";

/**
 * Answers: Where one coder gave the code, how often did the other give it too?
 * Formula: ppos = 2a/(2a + b + c)
 * Shape: 2×2 table.
 * Unit: any; at character level the honest headline, because uncoded text does not enter it.
 * Undefined: no-data; both-empty.
 * Misleads: not corrected for chance: two coders who give a common code at random score its rate.
 * Elsewhere: the same figure goes by Dice, Sørensen and F1.
 * Throws: RangeError for a cell that is not a count.
 * Cost: constant.
 * Source: Cicchetti & Feinstein 1990, J Clin Epidemiol 43:551–558, doi 10.1016/0895-4356(90)90159-M; Dice 1945, Ecology
 *   26:297–302.
 * Checked: Hripcsak & Rothschild 2005, to which kappa tends; the golden cases table2x2.
 */
export function positiveAgreement(table: Table2x2): Statistic {
  const { both, onlyFirst, onlySecond } = checkedTable(table);
  if (tableSize(table) === 0) return undefinedFor("no-data");
  const coded = 2 * both + onlyFirst + onlySecond;
  return coded === 0 ? undefinedFor("both-empty") : defined((2 * both) / coded);
}
