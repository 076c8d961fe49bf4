// A table that somebody filled in elsewhere → the cells that it changes, and every row and value that does not fit.
import { type Misfit, readAttributeValue, type ValueKind } from "./attribute-value";

export interface PlanColumn extends ValueKind {
  readonly id: string;
  readonly name: string;
}

export interface TableMapping {
  /** The column that says whose row it is. */
  readonly key: number;
  readonly columns: readonly { readonly index: number; readonly columnId: string }[];
  /** An empty cell takes away what is recorded; else it says nothing. */
  readonly emptyClears: boolean;
}

export interface PlannedCell {
  readonly ownerId: string;
  readonly columnId: string;
  readonly value: string | null;
}

/** `row` counts as a spreadsheet does: the headings are row 1. */
export interface TableRow {
  readonly row: number;
  readonly name: string;
}

export interface TablePlan {
  readonly cells: readonly PlannedCell[];
  readonly matched: number;
  readonly unmatched: readonly TableRow[];
  /** Two are called so, or two rows of the table are about the same one: none of them is taken. */
  readonly ambiguous: readonly TableRow[];
  readonly misfits: readonly (TableRow & { readonly column: string; readonly misfit: Misfit })[];
}

interface TableAsked {
  /** With the headings first. */
  readonly rows: readonly (readonly string[])[];
  readonly owners: readonly { readonly id: string; readonly name: string }[];
  readonly columns: readonly PlanColumn[];
  readonly mapping: TableMapping;
  readonly current: (ownerId: string, columnId: string) => string | null;
}

const folded = (name: string) => name.normalize("NFC").replace(/\s+/g, " ").trim();

export function planTable({ rows, owners, columns, mapping, current }: TableAsked): TablePlan {
  const byName = new Map<string, string[]>();
  for (const { id, name } of owners) byName.set(folded(name), [...(byName.get(folded(name)) ?? []), id]);
  const byId = new Map(columns.map((column) => [column.id, column]));
  const body = rows.slice(1).map((cells, i) => ({ row: i + 2, name: folded(cells[mapping.key] ?? ""), cells }));
  const times = new Map<string, number>();
  for (const { name } of body) times.set(name, (times.get(name) ?? 0) + 1);
  const plan = {
    cells: [] as PlannedCell[],
    matched: 0,
    unmatched: [] as TableRow[],
    ambiguous: [] as TableRow[],
    misfits: [] as TablePlan["misfits"][number][],
  };
  for (const { row, name, cells } of body) {
    const found = byName.get(name) ?? [];
    const [ownerId] = found;
    if (ownerId === undefined) {
      plan.unmatched.push({ row, name });
      continue;
    }
    if (found.length > 1 || (times.get(name) ?? 0) > 1) {
      plan.ambiguous.push({ row, name });
      continue;
    }
    plan.matched++;
    for (const { index, columnId } of mapping.columns) {
      const column = byId.get(columnId);
      if (!column) continue;
      const typed = cells[index] ?? "";
      const before = current(ownerId, columnId);
      // What is there already stays as it is, also where it came in before its column had this kind.
      if (typed === (before ?? "")) continue;
      const read = readAttributeValue(column, typed);
      if ("misfit" in read) plan.misfits.push({ row, name, column: column.name, misfit: read.misfit });
      else if (read.value === before || (read.value === null && !mapping.emptyClears)) continue;
      else plan.cells.push({ ownerId, columnId, value: read.value });
    }
  }
  return plan;
}
