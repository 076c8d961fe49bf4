// The 2×2 table of two coders and one code: what every figure on agreement is computed from.

/** How many items (characters or units) both coders gave the code, only one did, neither did. */
export interface Table2x2 {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/**
 * What a table allows: with `both-empty` and `both-full` nothing varies, so agreement beyond chance has no meaning;
 * with `one-empty` and `one-full` one coder never or always used the code, and kappa is 0 whatever the other did.
 */
export type TableStatus = "ok" | "both-empty" | "both-full" | "one-empty" | "one-full" | "no-data";

export const EMPTY_TABLE: Table2x2 = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };

/** Returns the table; throws RangeError where a cell is not a count. */
export function checkedTable(table: Table2x2): Table2x2 {
  // Written out, because it stands before every figure of every table.
  if (isCount(table.both) && isCount(table.onlyFirst) && isCount(table.onlySecond) && isCount(table.neither)) {
    return table;
  }
  const [cell, count] = Object.entries(table).find((entry) => !isCount(entry[1])) ?? [];
  throw new RangeError(`the cell ${cell} is ${count}, not a count`);
}

function isCount(cell: number): boolean {
  return cell >= 0 && cell < Infinity;
}

export function tableSize(table: Table2x2): number {
  return table.both + table.onlyFirst + table.onlySecond + table.neither;
}

/** Pooling over documents or codes: the tables are added, then a figure is computed once. */
export function sumTables(tables: Iterable<Table2x2>): Table2x2 {
  const sum = { ...EMPTY_TABLE };
  for (const table of tables) {
    sum.both += table.both;
    sum.onlyFirst += table.onlyFirst;
    sum.onlySecond += table.onlySecond;
    sum.neither += table.neither;
  }
  return sum;
}

export function tableStatus(table: Table2x2): TableStatus {
  const { both, onlyFirst, onlySecond, neither } = table;
  if (tableSize(table) === 0) return "no-data";
  if (both + onlyFirst + onlySecond === 0) return "both-empty";
  if (neither + onlyFirst + onlySecond === 0) return "both-full";
  if (both + onlyFirst === 0 || both + onlySecond === 0) return "one-empty";
  if (onlySecond + neither === 0 || onlyFirst + neither === 0) return "one-full";
  return "ok";
}
