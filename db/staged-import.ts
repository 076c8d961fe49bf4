// A staged import: a file that was read but not yet confirmed, in a folder of its own that expires.
import fs from "node:fs";
import path from "node:path";
import * as z from "zod";
import type { ReadResult } from "@/lib/readers/read-result";
import { notFound } from "@/lib/refusal";
import type { DataFolder } from "./data-folder";
import { idSchema, sha256Schema } from "./id-schema";
import { newId } from "./new-id";

const metaSchema = z.object({
  userId: z.string(),
  projectId: idSchema,
  fileName: z.string(),
  sha256: sha256Schema,
  bytes: z.int(),
  expiresAt: z.string(),
});

export type StagedMeta = z.output<typeof metaSchema>;

export interface StagedImport {
  readonly meta: StagedMeta;
  readonly read: ReadResult;
  readonly originalPath: string;
}

/** `original` holds the bytes as they came, `read.json` the reader's result, `meta.json` whose it is. */
export function stagedPaths(folder: DataFolder, stageId: string) {
  const dir = path.join(folder.staging, idSchema.parse(stageId));
  return {
    dir,
    original: path.join(dir, "original"),
    read: path.join(dir, "read.json"),
    meta: path.join(dir, "meta.json"),
  };
}

/** Throws `not-found` for a stage that is gone, expired, another project's, or, with `userId`, another person's. */
export async function openStaged(
  folder: DataFolder,
  stageId: string,
  projectId: string,
  userId?: string,
  now = new Date().toISOString(),
): Promise<StagedImport> {
  const paths = stagedPaths(folder, stageId);
  let meta: StagedMeta;
  let read: ReadResult;
  try {
    meta = metaSchema.parse(JSON.parse(await fs.promises.readFile(paths.meta, "utf8")));
    read = JSON.parse(await fs.promises.readFile(paths.read, "utf8")) as ReadResult;
  } catch (cause) {
    const refusal = notFound();
    refusal.cause = cause;
    throw refusal;
  }
  const theirs = userId === undefined || meta.userId === userId;
  if (meta.projectId !== projectId || !theirs || meta.expiresAt <= now) throw notFound();
  return { meta, read, originalPath: paths.original };
}

/** Lays the bytes into the originals folder under their hash: written whole, flushed, then named. */
export async function keepOriginal(folder: DataFolder, staged: StagedImport): Promise<void> {
  const target = path.join(folder.originals, staged.meta.sha256);
  if (fs.existsSync(target)) return;
  const partial = `${target}.${newId()}.partial`;
  const handle = await fs.promises.open(partial, "w", 0o600);
  try {
    await handle.writeFile(await fs.promises.readFile(staged.originalPath));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await fs.promises.rename(partial, target);
  // The name itself must be on the disk as well, before a row says that these bytes are kept.
  const dir = await fs.promises.open(folder.originals, "r");
  try {
    await dir.sync();
  } finally {
    await dir.close();
  }
}

/** Removes a stage: its words now live in the revision, its bytes among the originals. */
export function discardStaged(folder: DataFolder, stageId: string): void {
  fs.rmSync(stagedPaths(folder, stageId).dir, { recursive: true, force: true });
}
