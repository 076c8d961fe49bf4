import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { dataFolder } from "@/db/data-folder";
import { assertWritable, closeWorkspace, type Workspace } from "@/db/workspace";
import { Refusal } from "@/lib/refusal";
import type { ServerState } from "../../server-state";

const DEADLINE_MS = 60_000;
/** What an ended attempt (`new`) or a reset (`old`) may leave beside the sample's folder. */
const LEFTOVER = /^sample\.(?:new|old)-[0-9a-f]+$/;

type Data = Pick<ServerState, "dataRoot">;

export function sampleFolder({ dataRoot }: Data): string {
  return path.join(dataRoot, "sample");
}

export function sampleIsThere(data: Data): boolean {
  return fs.existsSync(dataFolder(sampleFolder(data)).database);
}

function beside(data: Data, what: "new" | "old"): string {
  return `${sampleFolder(data)}.${what}-${randomBytes(6).toString("hex")}`;
}

/** Removes, while everything else goes on, what killed attempts left. */
export function sweepSampleLeftovers({ dataRoot }: Data): void {
  for (const name of fs.readdirSync(dataRoot)) {
    if (LEFTOVER.test(name)) void removeFolder(path.join(dataRoot, name));
  }
}

function removeFolder(folder: string): Promise<void> {
  // What cannot be removed now is swept at the next start.
  return fs.promises.rm(folder, { recursive: true, force: true }).catch(() => {});
}

/** A whole new sample study in a folder beside the sample's own, made by a child: it takes a second of computing. */
export async function makeSampleAside(state: ServerState): Promise<string> {
  assertWritable(state.workspace("main"));
  const folder = beside(state, "new");
  try {
    const job = { kind: "make-sample" as const, folder, migrationsFolder: state.migrationsFolder };
    await state.pool.run(job, { deadlineMs: DEADLINE_MS });
    return folder;
  } catch (error) {
    await removeFolder(folder);
    // The pool speaks of files that are read; nobody gave one here.
    if (error instanceof Refusal && error.code.startsWith("file-")) {
      const refusal = new Refusal("sample-not-made", 503);
      refusal.cause = error;
      throw refusal;
    }
    throw error;
  }
}

/** Puts what was made in the place of the sample, if there is one, in one go: no request finds the place empty. */
export function putSampleInPlace(state: ServerState, made: string): Workspace {
  const old = state.workspaces.get("sample");
  if (old) {
    old.told.emit("closed");
    state.workspaces.delete("sample");
    closeWorkspace(old);
  }
  const folder = sampleFolder(state);
  const aside = beside(state, "old");
  if (fs.existsSync(folder)) fs.renameSync(folder, aside);
  fs.renameSync(made, folder);
  void removeFolder(aside);
  return state.workspace("sample");
}
