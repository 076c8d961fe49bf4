// What cells held before an act: words that may be somebody's, kept for a day outside the journal so that undo finds them.
import fs from "node:fs";
import path from "node:path";
import { Refusal } from "@/lib/refusal";
import type { DataFolder } from "./data-folder";
import { stagedPaths } from "./staged-import";

export interface KeptCell {
  readonly ownerId: string;
  readonly columnId: string;
  readonly before: string | null;
  /** What the act left there; where it is something else by now, somebody wrote since. */
  readonly left: string | null;
}

interface KeptFile {
  readonly kind: "cells";
  readonly projectId: string;
  readonly cells: readonly KeptCell[];
}

/** Like a staged file it is removed after a day. Synchronous, for it stands before the act's transaction commits. */
export function keepCells(folder: DataFolder, id: string, projectId: string, cells: readonly KeptCell[]): void {
  const paths = stagedPaths(folder, id);
  fs.mkdirSync(paths.dir, { mode: 0o700 });
  const kept: KeptFile = { kind: "cells", projectId, cells };
  const partial = path.join(paths.dir, "partial");
  fs.writeFileSync(partial, JSON.stringify(kept), { mode: 0o600, flush: true });
  fs.renameSync(partial, paths.meta);
}

/** Throws Refusal `earlier-values-gone` a day after. */
export function keptCells(folder: DataFolder, id: string, projectId: string): readonly KeptCell[] {
  const gone = new Refusal("earlier-values-gone", 409);
  let kept: KeptFile;
  try {
    // Written by this program itself, and under this name only when it was whole.
    kept = JSON.parse(fs.readFileSync(stagedPaths(folder, id).meta, "utf8")) as KeptFile;
  } catch (cause) {
    gone.cause = cause;
    throw gone;
  }
  if (kept.kind !== "cells" || kept.projectId !== projectId) throw gone;
  return kept.cells;
}
