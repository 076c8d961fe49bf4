// The bytes of a csv or a workbook → its rows for the attributes, each cell as it was before a csv was guarded.
import type { Problem } from "../readers/read-result";
import { readTable } from "../readers/table";
import { Refusal } from "../refusal";
import { unguardedCell } from "./guarded-cell";

export interface AttributeTableRead {
  readonly format: "csv" | "xlsx";
  /** With the headings first. */
  readonly rows: readonly (readonly string[])[];
  readonly problems: readonly Problem[];
}

const MOST_CELLS = 400_000;
const MOST_COLUMNS = 1_000;

/** Throws Refusal as `readTable` does, and `table-too-large` and `table-no-rows`. */
export async function readAttributeTable(bytes: Uint8Array): Promise<AttributeTableRead> {
  const { format, rows, problems } = await readTable(bytes);
  const width = rows[0]?.length ?? 0;
  if (width > MOST_COLUMNS || rows.length * width > MOST_CELLS) {
    throw new Refusal("table-too-large", 422, { columns: MOST_COLUMNS, cells: MOST_CELLS });
  }
  if (rows.length < 2) throw new Refusal("table-no-rows", 422);
  return { format, rows: format === "csv" ? rows.map((row) => row.map(unguardedCell)) : rows, problems };
}
