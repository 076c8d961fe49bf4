// A table that was read and waits to be imported as attributes, in a folder of its own that expires like any stage.
import fs from "node:fs";
import * as z from "zod";
import { notFound } from "@/lib/refusal";
import type { DataFolder } from "./data-folder";
import { idSchema, sha256Schema } from "./id-schema";
import { stagedPaths } from "./staged-import";

const metaSchema = z.object({
  kind: z.literal("table"),
  userId: z.string(),
  projectId: idSchema,
  fileName: z.string(),
  sha256: sha256Schema,
  expiresAt: z.string(),
});

export type StagedTableMeta = z.output<typeof metaSchema>;

/** What the child wrote: with the headings first, as the cells were before a csv was guarded. */
export interface ReadTableFile {
  readonly format: "csv" | "xlsx";
  readonly rows: readonly (readonly string[])[];
  readonly problems: readonly { readonly code: string; readonly params?: Readonly<Record<string, string | number>> }[];
}

export interface StagedTable extends ReadTableFile {
  readonly meta: StagedTableMeta;
}

/** Throws `not-found` for a table that is gone, expired, another project's or another person's. */
export async function openStagedTable(
  folder: DataFolder,
  stageId: string,
  projectId: string,
  userId: string,
  now = new Date().toISOString(),
): Promise<StagedTable> {
  const paths = stagedPaths(folder, stageId);
  let meta: StagedTableMeta;
  try {
    meta = metaSchema.parse(JSON.parse(await fs.promises.readFile(paths.meta, "utf8")));
  } catch (cause) {
    const refusal = notFound();
    refusal.cause = cause;
    throw refusal;
  }
  if (meta.projectId !== projectId || meta.userId !== userId || meta.expiresAt <= now) throw notFound();
  // Written by this program's own child under this name only when it was whole.
  const read = JSON.parse(await fs.promises.readFile(paths.read, "utf8")) as ReadTableFile;
  return { ...read, meta };
}
