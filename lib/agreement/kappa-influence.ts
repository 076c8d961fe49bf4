// How much each part of a table pulls Cohen's kappa up or down: the linear terms that standard errors are built from.
import { type Table2x2, tableSize } from "./table2x2";

/** The part of both coders' disagreement that chance gives, 1 − pe; 0 exactly where kappa is undefined. */
export function chanceDisagreement(table: Table2x2): number {
  const n = tableSize(table);
  const [first, second] = [table.both + table.onlyFirst, table.both + table.onlySecond];
  return (first / n) * ((n - second) / n) + (second / n) * ((n - first) / n);
}

/**
 * The influence xφ of each part on the kappa of the whole, which must be defined; over parts that make up the whole
 * they add up to 0, and all are 0 where a coder does not vary. With x = nᵢ/N and φᵢ as Vanbelle 2017 writes it, (poᵢ − po)/(1 − pe) − (1 − po)(pe*ᵢ − 2pe)/(1 − pe)²,
 * here as ((1 − κ)(q*ᵢ − q) − (1 − poᵢ))/q with q = 1 − pe and q*ᵢ = 2 − pe*ᵢ, which loses no digits for rare codes.
 */
export function kappaInfluence(whole: Table2x2, parts: readonly Table2x2[]): number[] {
  const n = tableSize(whole);
  const p1 = (whole.both + whole.onlyFirst) / n;
  const p2 = (whole.both + whole.onlySecond) / n;
  // Kappa is then 0 whatever the other coder does; the formula would leave a rounding error of that.
  if (p1 === 0 || p1 === 1 || p2 === 0 || p2 === 1) return parts.map(() => 0);
  const q = chanceDisagreement(whole);
  const beyond = (whole.onlyFirst + whole.onlySecond) / n / q;
  return parts.map((part) => {
    const size = tableSize(part);
    const [first, second] = [part.both + part.onlyFirst, part.both + part.onlySecond];
    const crossed = first * (1 - p2) + (size - first) * p2 + second * (1 - p1) + (size - second) * p1;
    return (beyond * (crossed - q * size) - part.onlyFirst - part.onlySecond) / (n * q);
  });
}

/**
 * n times the variance of kappa when every item is drawn by itself: the variance of Fleiss, Cohen & Everitt 1969, of
 * counts or of proportions. Kappa must be defined. It is the sum of the squared influences of single items.
 */
export function kappaItemVariance(table: Table2x2): number {
  const n = tableSize(table);
  const one = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  const cells = ["both", "onlyFirst", "onlySecond", "neither"] as const;
  const influences = kappaInfluence(
    table,
    cells.map((cell) => ({ ...one, [cell]: 1 })),
  );
  return n * cells.reduce((sum, cell, i) => sum + table[cell] * (influences[i] ?? 0) ** 2, 0);
}
