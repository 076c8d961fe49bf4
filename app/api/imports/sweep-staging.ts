import fs from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { original } from "@/db/schema";
import { sweepOriginals } from "@/db/sealed-originals";
import { stagedPaths } from "@/db/staged-import";
import { takeBackArrivingSurveys } from "@/db/take-back-survey";
import { dbOf, type Workspace } from "@/db/workspace";

export const STAGED_FOR_MS = 24 * 60 * 60 * 1000;

/** With hundreds of files coming in, the folder is not looked through for each. */
const BETWEEN_SWEEPS_MS = 10 * 60 * 1000;
const lastSweep = new WeakMap<Workspace, number>();

export async function sweepNowAndThen(workspace: Workspace, now: number): Promise<void> {
  if (now - (lastSweep.get(workspace) ?? 0) < BETWEEN_SWEEPS_MS) return;
  lastSweep.set(workspace, now);
  await sweepStaging(workspace, now);
}

/** Removes what nobody confirmed within a day. */
export async function sweepStaging(workspace: Workspace, now: number): Promise<void> {
  const { staging } = workspace.folder;
  for (const name of await fs.promises.readdir(staging)) {
    if (!/^[0-9a-f]{32}$/.test(name)) continue;
    const paths = stagedPaths(workspace.folder, name);
    const stat = await fs.promises.stat(paths.dir).catch(() => null);
    if (stat && now - stat.mtimeMs > STAGED_FOR_MS) await fs.promises.rm(paths.dir, { recursive: true, force: true });
  }
}

/**
 * What an end in the middle of an import left behind, before anybody can be at one again: stages that were never whole
 * or are past their day, files half written, and originals that no document came of. For the holder of the lock alone.
 */
export function sweepAtStart(workspace: Workspace, now: number): void {
  const { folder } = workspace;
  for (const name of fs.readdirSync(folder.staging)) {
    const dir = path.join(folder.staging, name);
    const isStage = /^[0-9a-f]{32}$/.test(name) && fs.existsSync(stagedPaths(folder, name).meta);
    if (!isStage || now - fs.statSync(dir).mtimeMs > STAGED_FOR_MS) fs.rmSync(dir, { recursive: true, force: true });
    else for (const part of fs.readdirSync(dir)) if (isHalf(part)) fs.rmSync(path.join(dir, part), { force: true });
  }
  takeBackArrivingSurveys(dbOf(workspace));
  const kept = new Set(
    dbOf(workspace)
      .select({ sha256: original.sha256 })
      .from(original)
      // What is sealed is kept under another name.
      .where(eq(original.sealed, false))
      .all()
      .map((row) => row.sha256),
  );
  for (const name of fs.readdirSync(folder.originals)) {
    const isStray = /^[0-9a-f]{64}$/.test(name) && !kept.has(name);
    // As they were called before they were whole: HASH.ID.partial.
    const isPartial = /^[0-9a-f]{64}\.[0-9a-f]{32}\.partial$/.test(name);
    if (isStray || isPartial) fs.rmSync(path.join(folder.originals, name), { force: true });
  }
  sweepOriginals(folder, dbOf(workspace));
}

/** The names that are there for good are `original`, `read.json`, `preview.json` and `meta.json`. */
function isHalf(name: string): boolean {
  return !["original", "read.json", "preview.json", "meta.json"].includes(name);
}
