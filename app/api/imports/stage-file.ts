import fs from "node:fs";
import { and, eq, isNull } from "drizzle-orm";
import type { Member } from "@/db/actor";
import { newId } from "@/db/new-id";
import { document, original } from "@/db/schema";
import { discardStaged, findStaged, type StagedMeta, stagedPaths } from "@/db/staged-import";
import { assertWritable, dbOf, type Workspace } from "@/db/workspace";
import { writeWhole } from "@/db/write-whole";
import type { LabelTurns } from "@/lib/readers/label-turns";
import type { ReadOptions } from "@/lib/readers/read-result";
import { notFound, Refusal } from "@/lib/refusal";
import { fileLimitMegabytes } from "../../front-door/file-limit.mjs";
import type { ServerState } from "../../server-state";
import { READING_LIMITS } from "../../workers/reading-limits";
import type { ImportPreview, PreviewBody } from "./import-preview";
import { receiveBody } from "./receive-body";
import { STAGED_FOR_MS, sweepNowAndThen } from "./sweep-staging";

/** What reading takes: children to read in, the workspace to stage in, and whose file it is. */
export interface Reading {
  readonly state: Pick<ServerState, "pool">;
  readonly workspace: Workspace;
  readonly lead: Member;
  readonly signal: AbortSignal;
}

type Paths = ReturnType<typeof stagedPaths>;
type Arrived = Pick<StagedMeta, "fileName" | "sha256" | "bytes">;

/** The name is a label for people: no path, no control characters, and never used as a path here. */
export function fileLabel(name: string): string {
  const last = name.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  return (
    last
      .replace(/[\p{Cc}\p{Bidi_Control}]/gu, "")
      .trim()
      .slice(0, 200) || "file"
  );
}

/** Streams the body into a staging folder of its own and reads it. A file that cannot be read leaves nothing behind. */
export function stageFile(
  reading: Reading,
  request: Request,
  asked: { name: string; options: ReadOptions },
): Promise<ImportPreview> {
  const fileName = fileLabel(asked.name);
  return inNewStage(reading, asked.options, async (paths) => ({
    fileName,
    ...(await receiveBody(request, paths.original, fileLimitMegabytes())),
  }));
}

/** One file of a staged archive, staged and read as a file of its own. */
export async function stageEntry(
  reading: Reading,
  stageId: string,
  index: number,
  options: ReadOptions,
): Promise<ImportPreview> {
  const archive = await ownStage(reading, stageId);
  if (archive.meta.kind !== "archive") throw notFound();
  const preview = await inNewStage(reading, options, async (paths) => {
    const job = { path: archive.paths.original, index, outPath: paths.original, limitBytes: limitBytes() };
    const taken = await reading.state.pool.run({ kind: "take-entry", ...job }, limitsOf(reading));
    if (taken.bytes === 0) throw new Refusal("file-empty", 422, { name: fileLabel(taken.name) });
    return { fileName: fileLabel(taken.name), sha256: taken.sha256, bytes: taken.bytes };
  });
  if (preview.kind !== "archive") return preview;
  discardStaged(reading.workspace.folder, preview.stageId);
  throw new Refusal("archive-in-archive", 422, { name: preview.fileName });
}

async function inNewStage(
  reading: Reading,
  options: ReadOptions,
  fill: (paths: Paths) => Promise<Arrived>,
): Promise<ImportPreview> {
  const { workspace } = reading;
  assertWritable(workspace);
  const now = Date.now();
  await sweepNowAndThen(workspace, now);
  const stageId = newId();
  const paths = stagedPaths(workspace.folder, stageId);
  await fs.promises.mkdir(paths.dir, { mode: 0o700 });
  try {
    const arrived = await fill(paths);
    const expiresAt = new Date(now + STAGED_FOR_MS).toISOString();
    return await readStage(reading, stageId, { ...arrived, expiresAt }, options);
  } catch (error) {
    await fs.promises.rm(paths.dir, { recursive: true, force: true });
    throw error;
  }
}

/** Reads the staged original in a child process, so that no file can hold up or bring down the server. */
async function readStage(
  reading: Reading,
  stageId: string,
  arrived: Arrived & Pick<StagedMeta, "expiresAt">,
  options: ReadOptions,
): Promise<ImportPreview> {
  const { state, workspace, lead } = reading;
  const { fileName, sha256, bytes, expiresAt } = arrived;
  const paths = stagedPaths(workspace.folder, stageId);
  const attempt = newId();
  const [outPath, previewPath] = [`${paths.read}.${attempt}`, `${paths.preview}.${attempt}`];
  try {
    const job = { path: paths.original, name: fileName, outPath, previewPath, options, limitBytes: limitBytes() };
    const { kind, format, encoding } = await state.pool.run({ kind: "read-file", ...job }, limitsOf(reading));
    await fs.promises.rename(outPath, paths.read);
    await fs.promises.rename(previewPath, paths.preview);
    const meta: StagedMeta = {
      userId: lead.userId,
      projectId: lead.projectId,
      ...{ fileName, sha256, bytes, expiresAt, kind, format, encoding },
      verbatim: options.verbatim ?? false,
    };
    await writeWhole(paths.meta, meta);
    return await previewOf(workspace, stageId, meta, paths);
  } finally {
    for (const each of [outPath, previewPath]) await fs.promises.rm(each, { force: true });
  }
}

async function previewOf(
  workspace: Workspace,
  stageId: string,
  meta: StagedMeta,
  paths: Paths,
): Promise<ImportPreview> {
  // Written by this program's own child, and small whatever the file.
  const body = JSON.parse(await fs.promises.readFile(paths.preview, "utf8")) as PreviewBody;
  const { fileName, sha256, bytes, expiresAt, projectId } = meta;
  const duplicateOf =
    dbOf(workspace)
      .select({ documentId: document.id, name: document.name })
      .from(original)
      .innerJoin(document, eq(document.id, original.documentId))
      .where(and(eq(original.sha256, sha256), eq(document.projectId, projectId), isNull(document.removedAt)))
      .get() ?? null;
  return { stageId, fileName, sha256, bytes, duplicateOf, expiresAt, ...body };
}

export async function stagedPreview(workspace: Workspace, lead: Member, stageId: string): Promise<ImportPreview> {
  const { meta, paths } = await ownStage({ workspace, lead }, stageId);
  return previewOf(workspace, stageId, meta, paths);
}

/** Reads a staged file again as a person wants it read; what is confirmed then is this reading. */
export async function readAgain(reading: Reading, stageId: string, options: ReadOptions): Promise<ImportPreview> {
  const { meta } = await ownStage(reading, stageId);
  return readStage(reading, stageId, meta, options);
}

export async function stagedTurns(reading: Reading, stageId: string, label: string): Promise<LabelTurns> {
  const { paths } = await ownStage(reading, stageId);
  return reading.state.pool.run({ kind: "label-turns", readPath: paths.read, label }, limitsOf(reading));
}

/** A person does without the file; that it is gone already is no matter. */
export async function dropStage(workspace: Workspace, lead: Member, stageId: string): Promise<void> {
  await ownStage({ workspace, lead }, stageId);
  discardStaged(workspace.folder, stageId);
}

async function ownStage({ workspace, lead }: Pick<Reading, "workspace" | "lead">, stageId: string) {
  if (!/^[0-9a-f]{32}$/.test(stageId)) throw notFound();
  return findStaged(workspace.folder, stageId, lead.projectId, lead.userId);
}

function limitBytes(): number {
  return fileLimitMegabytes() * 1024 * 1024;
}

function limitsOf({ signal }: Reading) {
  return { ...READING_LIMITS, signal };
}
