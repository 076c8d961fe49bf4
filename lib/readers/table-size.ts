// How big a table may be: its cells are counted as a rectangle, whatever of it is filled.
import { Refusal } from "../refusal";

const MOST_CELLS = 20_000_000;
const MOST_COLUMNS = 4_000;
const MOST_LETTERS = 100 * 1024 * 1024;

/** Throws Refusal table-too-large. */
export function checkTableSize(rows: number, columns: number): void {
  if (columns > MOST_COLUMNS || rows * columns > MOST_CELLS) {
    throw new Refusal("table-too-large", 422, { columns: MOST_COLUMNS, cells: MOST_CELLS });
  }
}

/** A workbook names a long text once and may show it in every row. Throws Refusal file-unpacks-too-big. */
export function checkTableWords(rows: readonly (readonly string[])[]): void {
  let letters = 0;
  for (const row of rows) {
    for (const cell of row) letters += cell.length;
    if (letters > MOST_LETTERS)
      throw new Refusal("file-unpacks-too-big", 413, { megabytes: MOST_LETTERS / 1024 / 1024 });
  }
}
