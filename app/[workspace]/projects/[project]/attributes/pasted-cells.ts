import { readAttributeValue } from "@/lib/attributes/attribute-value";
import { pastedBlock } from "@/lib/attributes/pasted-block";
import { misfitWords } from "../../../../ui/sentences/attributes";
import type { Cell } from "./grid-keys";
import type { Grid } from "./table-scope";
import type { CellEdit } from "./use-grid-edits";

const MOST_CELLS = 5_000;

/** The cells that a block changes, laid with its first cell at `from`; or the sentence that says why it is not taken. */
export function pastedCells({ columns, rows }: Grid, from: Cell, text: string): CellEdit[] | string {
  if (from.row === 0 || from.column === 0) return "A block is pasted into cells, not over names or headings.";
  const block = pastedBlock(text);
  const wide = Math.max(...block.map((cells) => cells.length));
  if (from.row - 1 + block.length > rows.length || from.column - 1 + wide > columns.length) {
    return `The block has ${block.length} rows and ${wide} columns, which is more than there are from this cell on. Nothing was pasted.`;
  }
  const edits: CellEdit[] = [];
  for (const [down, cells] of block.entries()) {
    const row = rows[from.row - 1 + down];
    for (const [right, typed] of cells.entries()) {
      const at = from.column - 1 + right;
      const column = columns[at];
      if (!row || !column) continue;
      const read = readAttributeValue(column, typed);
      if ("misfit" in read || (column.id === "kind" && read.value === null)) {
        const words = misfitWords("misfit" in read ? read.misfit : "not-a-choice");
        return `The value for “${row.name}” in “${column.name}” ${words}. Nothing was pasted.`;
      }
      if (read.value !== (row.values[at] ?? null)) {
        edits.push({ ownerId: row.id, columnId: column.id, value: read.value });
      }
    }
  }
  if (edits.length > MOST_CELLS) return "At most 5,000 cells are pasted at once. Import a larger table as a file.";
  return edits;
}
