// A cell of a csv that a spreadsheet must not run, and the way back: what is guarded comes home as it was.
import { couldBeFormula } from "../writers/csv";

/** An apostrophe more where there could be a formula, whatever apostrophes stand before it already. */
export function guardedCell(cell: string): string {
  return couldBeFormula(cell.replace(/^'+/, "")) ? `'${cell}` : cell;
}

export function unguardedCell(cell: string): string {
  return cell.startsWith("'") && couldBeFormula(cell.replace(/^'+/, "")) ? cell.slice(1) : cell;
}
