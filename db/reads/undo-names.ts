// What undo and redo would do next, as an act's name and the ids it concerns: the sentence is made at the edge.
import type { journal } from "../schema";

type Entry = typeof journal.$inferSelect;

export interface UndoName {
  readonly act: string;
  readonly codeId: string | null;
}

function nameOf(entry: Entry | undefined): UndoName | null {
  if (!entry) return null;
  const codeId = entry.input.codeId;
  return { act: entry.act, codeId: typeof codeId === "string" ? codeId : null };
}

/** An undo entry's own act is the inverse; what redo would do again is named by what that inverse takes back. */
export function undoNames(
  undo: Entry | undefined,
  redo: Entry | undefined,
): { undo: UndoName | null; redo: UndoName | null } {
  const again = redo?.inverse
    ? { act: redo.inverse.act, codeId: typeof redo.input.codeId === "string" ? redo.input.codeId : null }
    : null;
  return { undo: nameOf(undo), redo: again };
}
