// Cohen's kappa of a 2×2 table, and the agreement that it expects by chance.
import { defined, type Statistic, undefinedFor } from "./statistic";
import { checkedTable, type Table2x2, tableSize, tableStatus } from "./table2x2";

/**
 * Answers: How far do two coders agree on a code beyond what their own rates of using it would give by chance?
 * Shape: 2×2 table.
 * Unit: any; on characters it tends to positive agreement as uncoded text grows.
 * Undefined: no-data; both-empty; both-full. With one-empty or one-full it is 0 exactly.
 * Throws: RangeError for a cell that is not a count.
 * Cost: constant. Whole counts are reckoned exactly, in BigInt where their products leave the safe integers, so that
 *   the denominator is 0 only where kappa is undefined.
 * Source: 2(ad − bc) / ((a+b)(b+d) + (a+c)(c+d)), equal to (po − pe)/(1 − pe); Cohen 1960, Educ Psychol Meas
 *   20:37–46, doi 10.1177/001316446002000104.
 * Checked: Artstein & Poesio 2008 p. 558; Sim & Wright 2005; Vanbelle & Albert 2008; Hripcsak & Rothschild 2005;
 *   the q × q form in confusion-kappa.ts; the golden cases table2x2.
 */
export function cohenKappa(table: Table2x2): Statistic {
  const status = tableStatus(checkedTable(table));
  if (status === "no-data" || status === "both-empty" || status === "both-full") return undefinedFor(status);
  const { both: a, onlyFirst: b, onlySecond: c, neither: d } = table;
  const n = tableSize(table);
  if (n * n <= Number.MAX_SAFE_INTEGER || ![a, b, c, d].every(Number.isSafeInteger)) {
    return defined((2 * (a * d - b * c)) / ((a + b) * (b + d) + (a + c) * (c + d)));
  }
  const [A, B, C, D] = [BigInt(a), BigInt(b), BigInt(c), BigInt(d)];
  return defined(Number(2n * (A * D - B * C)) / Number((A + B) * (B + D) + (A + C) * (C + D)));
}

/**
 * Answers: What agreement would the two coders' own rates of using the code give by chance?
 * Shape: 2×2 table.
 * Unit: any.
 * Undefined: no-data.
 * Throws: RangeError for a cell that is not a count.
 * Cost: constant.
 * Source: p1 p2 + (1 − p1)(1 − p2); Cohen 1960, p. 40, doi 10.1177/001316446002000104.
 * Checked: Artstein & Poesio 2008 p. 558; the golden cases table2x2.
 */
export function expectedAgreement(table: Table2x2): Statistic {
  const n = tableSize(checkedTable(table));
  if (n === 0) return undefinedFor("no-data");
  const first = (table.both + table.onlyFirst) / n;
  const second = (table.both + table.onlySecond) / n;
  return defined(first * second + (1 - first) * (1 - second));
}
