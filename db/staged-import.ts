// A staged import: a file that was read but not yet confirmed, in a folder of its own that expires.
import fs from "node:fs";
import path from "node:path";
import * as z from "zod";
import type { FileContent } from "@/lib/readers/file-content";
import { notFound, Refusal } from "@/lib/refusal";
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
  kind: z.enum(["transcript", "survey", "archive"]),
  /** Null for an archive, which is only a list of files. */
  format: z.string().nullable(),
  encoding: z.string().nullable(),
  /** It was read with every clean-up off. */
  verbatim: z.boolean(),
});

export type StagedMeta = z.output<typeof metaSchema>;

export interface StagedFile {
  readonly meta: StagedMeta;
  readonly paths: ReturnType<typeof stagedPaths>;
}

export interface StagedImport extends StagedFile {
  readonly content: FileContent;
}

/**
 * `original` holds the bytes as they came, `read.json` the FileContent, `preview.json` what a screen shows of it,
 * `meta.json` whose it is: written last, so that without it there is no stage.
 */
export function stagedPaths(folder: DataFolder, stageId: string) {
  const dir = path.join(folder.staging, idSchema.parse(stageId));
  return {
    dir,
    original: path.join(dir, "original"),
    read: path.join(dir, "read.json"),
    preview: path.join(dir, "preview.json"),
    meta: path.join(dir, "meta.json"),
  };
}

/**
 * Whose stage it is, without what is in it, which may be large. Throws `not-found` for a stage that is gone, expired,
 * another project's, or, with `userId`, another person's.
 */
export async function findStaged(
  folder: DataFolder,
  stageId: string,
  projectId: string,
  userId?: string,
  now = new Date().toISOString(),
): Promise<StagedFile> {
  const paths = stagedPaths(folder, stageId);
  let meta: StagedMeta;
  try {
    meta = metaSchema.parse(JSON.parse(await fs.promises.readFile(paths.meta, "utf8")));
  } catch (cause) {
    const refusal = notFound();
    refusal.cause = cause;
    throw refusal;
  }
  const theirs = userId === undefined || meta.userId === userId;
  if (meta.projectId !== projectId || !theirs || meta.expiresAt <= now) throw notFound();
  return { meta, paths };
}

/** As `findStaged`, with everything that was read from the file. */
export async function openStaged(
  folder: DataFolder,
  stageId: string,
  projectId: string,
  userId?: string,
  now?: string,
): Promise<StagedImport> {
  const staged = await findStaged(folder, stageId, projectId, userId, now);
  // Written by this program's own child under this name only when it was whole.
  const content = JSON.parse(await fs.promises.readFile(staged.paths.read, "utf8")) as FileContent;
  return { ...staged, content };
}

/** Refuses a stage that is not of the kind that somebody means to import. */
export function assertStagedKind(staged: StagedFile, kind: StagedMeta["kind"]): void {
  if (staged.meta.kind !== kind) throw new Refusal("stage-of-another-kind", 422, { name: staged.meta.fileName });
}

/** Lays the bytes into the originals folder under their hash: written whole, flushed, then named. */
export async function keepOriginal(folder: DataFolder, staged: StagedFile): Promise<void> {
  const target = path.join(folder.originals, staged.meta.sha256);
  if (fs.existsSync(target)) return;
  const partial = `${target}.${newId()}.partial`;
  await fs.promises.copyFile(staged.paths.original, partial);
  const handle = await fs.promises.open(partial, "r+");
  try {
    await handle.chmod(0o600);
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
