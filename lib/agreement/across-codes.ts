// One figure over several codes: summed tables, the pooled kappa of de Vries, and the mean of the defined kappas.
import { cohenKappa } from "./cohen-kappa";
import { chanceDisagreement } from "./kappa-influence";
import { type Measures, measuresOf } from "./measures";
import { defined, type Statistic, undefinedFor } from "./statistic";
import { checkedTable, sumTables, type Table2x2, tableSize, tableStatus } from "./table2x2";

export interface AcrossCodes {
  /** Every code's table added up; an unused code enters as agreement. */
  readonly summed: Measures;
  readonly pooledKappa: Statistic;
  /** Over the codes whose kappa is defined, each with the same weight. */
  readonly meanKappa: Statistic;
  readonly codesDefined: number;
  readonly codesUsed: number;
}

/** The three figures over codes with the counts that belong to them. Cost: O(codes). */
export function acrossCodes(tables: readonly Table2x2[]): AcrossCodes {
  return {
    summed: measuresOf(sumTables(tables)),
    pooledKappa: pooledKappa(tables),
    meanKappa: meanKappa(tables),
    codesDefined: tables.filter((table) => cohenKappa(table).kind === "defined").length,
    codesUsed: tables.filter((table) => table.both + table.onlyFirst + table.onlySecond > 0).length,
  };
}

/**
 * Answers: How far do two coders agree beyond chance over a whole set of codes, each code counting the same?
 * Formula: κ = (mean po − mean pe) / (1 − mean pe) over the codes, reckoned as 1 − Σ(1 − po) / Σ(1 − pe).
 * Shape: one 2×2 table per code.
 * Unit: any.
 * Undefined: no-data (no code has an item); both-empty (no code was used); one-category (in each code chance alone
 *   gives agreement).
 * Misleads: common codes, whose chance agreement is low, weigh more than rare ones. A code that nobody used leaves it
 *   as it is, where the summed tables would count it as agreement.
 * Elsewhere: Dedoose prints it as pooled kappa. NVivo gives no figure over codes; an average of its exported rows counts
 *   codes that nobody used as 1.
 * Throws: RangeError for a cell that is not a count.
 * Cost: O(codes).
 * Source: de Vries, Elliott, Kanouse & Teleki 2008, Field Methods 20:272–282, doi 10.1177/1525822X08317166.
 * Checked: de Vries et al. 2008; the golden cases across-codes.
 */
export function pooledKappa(tables: readonly Table2x2[]): Statistic {
  let [disagreement, byChance, items] = [0, 0, 0];
  for (const table of tables) {
    const n = tableSize(checkedTable(table));
    if (n === 0) continue;
    items += n;
    disagreement += (table.onlyFirst + table.onlySecond) / n;
    byChance += chanceDisagreement(table);
  }
  if (items === 0) return undefinedFor("no-data");
  if (byChance > 0) return defined(1 - disagreement / byChance);
  const empty = tables.every((table) => ["both-empty", "no-data"].includes(tableStatus(table)));
  return undefinedFor(empty ? "both-empty" : "one-category");
}

/**
 * Answers: What is the kappa of a typical code of the set?
 * Formula: the mean of Cohen's κ over the codes whose κ is defined; how many those are stands beside it.
 * Shape: one 2×2 table per code.
 * Unit: any.
 * Undefined: no-defined (no code has a kappa).
 * Misleads: a code given twice weighs as much as one given a hundred times, so that a few rare codes can move it far.
 * Elsewhere: an average of NVivo's rows counts undefined kappas as 1; here they are left out.
 * Throws: RangeError for a cell that is not a count.
 * Cost: O(codes).
 * Source: the arithmetic mean; Cohen 1960 for each kappa, doi 10.1177/001316446002000104.
 * Checked: the golden cases across-codes.
 */
export function meanKappa(tables: readonly Table2x2[]): Statistic {
  let [sum, count] = [0, 0];
  for (const table of tables) {
    const kappa = cohenKappa(table);
    if (kappa.kind === "undefined") continue;
    sum += kappa.value;
    count++;
  }
  return count === 0 ? undefinedFor("no-defined") : defined(sum / count);
}
