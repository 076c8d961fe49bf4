// The standard error of Cohen's kappa of a 2×2 table, for intervals.
import { defined, type Statistic, undefinedFor } from "./statistic";
import { checkedTable, type Table2x2, tableSize, tableStatus } from "./table2x2";

/**
 * Answers: How far might kappa have come out otherwise by chance, if each item had been drawn on its own?
 * Formula: SE = √(A + B − C) / ((1 − pe)√n), A = Σ pᵢᵢ[1 − (pᵢ. + p.ᵢ)(1 − κ)]², B = (1 − κ)² Σᵢ≠ⱼ pᵢⱼ(p.ᵢ + pⱼ.)²,
 *   C = [κ − pe(1 − κ)]²
 * Shape: 2×2 table.
 * Unit: items that are independent of one another; characters are not, and the units of one document hardly are.
 * Undefined: no-data; both-empty; both-full. With one-empty, one-full or perfect agreement it is 0, and says nothing.
 * Misleads: on characters the interval that it gives is many times too narrow: use the intervals over documents.
 * Elsewhere: irr's z, and what is often printed beside kappa, is the other standard error, that under κ = 0.
 * Throws: RangeError for a cell that is not a count.
 * Cost: constant. Reckoned as a sum of squares over the four cells, so that nothing cancels at large n.
 * Source: Fleiss, Cohen & Everitt 1969, Psychol Bull 72:323–327, doi 10.1037/h0028106.
 * Checked: Vanbelle & Albert 2008 (.1066508049467); the formula as printed, over random tables; the q × q form in
 *   confusion-kappa-se.ts; the golden cases table2x2.
 */
export function cohenKappaSE(table: Table2x2): Statistic {
  const status = tableStatus(checkedTable(table));
  if (status === "no-data" || status === "both-empty" || status === "both-full") return undefinedFor(status);
  const { both: a, onlyFirst: b, onlySecond: c, neither: d } = table;
  // Decided from the counts, because the sum below may leave a trace of rounding.
  if (status !== "ok" || b + c === 0) return defined(0);
  const n = tableSize(table);
  const p1 = (a + b) / n;
  const q1 = (c + d) / n;
  const p2 = (a + c) / n;
  const q2 = (b + d) / n;
  const byChance = p1 * q2 + q1 * p2;
  const ratio = (b + c) / n / byChance;
  const inBoth = 2 * ratio * q1 * q2;
  const inNeither = 2 * ratio * p1 * p2;
  const inFirst = 1 - ratio * (1 - 2 * q1 * p2);
  const inSecond = 1 - ratio * (1 - 2 * p1 * q2);
  const sum = a * inBoth * inBoth + b * inFirst * inFirst + c * inSecond * inSecond + d * inNeither * inNeither;
  return defined(Math.sqrt(sum) / (n * byChance));
}
