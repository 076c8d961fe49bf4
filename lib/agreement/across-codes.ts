// One figure over several codes: summed tables, the pooled kappa of de Vries, and the mean of the defined kappas.
import { expectedAgreement } from "./cohen-kappa";
import { type Measures, measuresOf } from "./measures";
import { percentAgreement } from "./percent-agreement";
import { defined, type Statistic, undefinedFor } from "./statistic";
import { sumTables, type Table2x2 } from "./table2x2";

export interface AcrossCodes {
  /** Every code's table added up; an unused code enters as agreement. */
  readonly summed: Measures;
  readonly pooledKappa: Statistic;
  /** Over the codes whose kappa is defined, each with the same weight. */
  readonly meanKappa: Statistic;
  readonly codesDefined: number;
  readonly codesUsed: number;
}

/**
 * Answers: How far do two coders agree over a whole set of codes?
 * Shape: one 2×2 table per code.
 * Unit: any.
 * Undefined: no-data; pooled kappa both-empty (no code was used) or one-category (chance alone gives agreement);
 *   mean kappa no-defined.
 * Throws: RangeError for a cell that is not a count.
 * Cost: O(codes).
 * Source: (mean po − mean pe) / (1 − mean pe); de Vries, Elliott, Kanouse & Teleki 2008, Field Methods 20:272–282,
 *   doi 10.1177/1525822X08317166.
 * Checked: the golden cases across-codes. A code that nobody used leaves the pooled kappa as it is.
 */
export function acrossCodes(tables: readonly Table2x2[]): AcrossCodes {
  const all = tables.map(measuresOf);
  const kappas = all.flatMap(({ cohenKappa }) => (cohenKappa.kind === "defined" ? [cohenKappa.value] : []));
  return {
    summed: measuresOf(sumTables(tables)),
    pooledKappa: pooledKappa(tables, all),
    meanKappa: kappas.length === 0 ? undefinedFor("no-defined") : defined(mean(kappas)),
    codesDefined: kappas.length,
    codesUsed: tables.filter((table) => table.both + table.onlyFirst + table.onlySecond > 0).length,
  };
}

function pooledKappa(tables: readonly Table2x2[], all: readonly Measures[]): Statistic {
  const observed: number[] = [];
  const expected: number[] = [];
  for (const table of tables) {
    const [po, pe] = [percentAgreement(table), expectedAgreement(table)];
    if (po.kind === "undefined" || pe.kind === "undefined") continue;
    observed.push(po.value);
    expected.push(pe.value);
  }
  if (observed.length === 0) return undefinedFor("no-data");
  // Asked of the counts, because rounding may leave a mean pe a hair below 1.
  if (all.every(({ cohenKappa }) => cohenKappa.kind === "undefined")) {
    const empty = all.every(({ status }) => status === "both-empty" || status === "no-data");
    return undefinedFor(empty ? "both-empty" : "one-category");
  }
  return defined((mean(observed) - mean(expected)) / (1 - mean(expected)));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
