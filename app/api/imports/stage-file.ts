import { createHash } from "node:crypto";
import fs from "node:fs";
import type { Actor, Member } from "@/db/actor";
import { memberOf } from "@/db/membership";
import { newId } from "@/db/new-id";
import { openStaged, type StagedMeta, stagedPaths } from "@/db/staged-import";
import { assertWritable, dbOf, type Workspace } from "@/db/workspace";
import type { FoundLabel, ReadResult } from "@/lib/readers/read-result";
import { notFound, Refusal } from "@/lib/refusal";
import type { ServerState } from "../../server-state";
import { type ImportPreview, previewOf, type StagedRead } from "./import-preview";

const MEGABYTE = 1024 * 1024;
const LIMIT_MEGABYTES = 25;
const DAY_MS = 24 * 60 * 60 * 1000;
const DEADLINE_MS = 60_000;
const MEMORY_MB = 700;

/** What the child's job "read-file" writes. */
interface ChildAnswer {
  readonly read: ReadResult;
  readonly labels: readonly FoundLabel[];
}

/** Only leads bring files in; for everybody else outside the project there is no such project. */
export function importingLead(workspace: Workspace, actor: Actor, projectId: string, changes: boolean): Member {
  if (changes && actor.scope !== "write") throw new Refusal("token-may-only-read", 403);
  const member = memberOf(dbOf(workspace), actor, projectId);
  if (member.role !== "lead") throw new Refusal("role-may-not", 403, { role: member.role });
  return member;
}

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

async function receive(request: Request, file: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash("sha256");
  let bytes = 0;
  const handle = await fs.promises.open(file, "wx", 0o600);
  try {
    const reader = request.body?.getReader();
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) break;
      bytes += value.byteLength;
      if (bytes > LIMIT_MEGABYTES * MEGABYTE) {
        await reader?.cancel().catch(() => {});
        throw new Refusal("file-too-large", 413, { megabytes: LIMIT_MEGABYTES });
      }
      hash.update(value);
      await handle.write(value);
    }
    if (bytes === 0) throw new Refusal("file-empty", 422);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest("hex"), bytes };
}

/** Reads the staged original in a child process, so that no file can hold up or bring down the server. */
async function readInChild(
  state: Pick<ServerState, "pool">,
  paths: ReturnType<typeof stagedPaths>,
  name: string,
  encoding: string | null,
  signal: AbortSignal,
): Promise<StagedRead> {
  const outPath = `${paths.read}.${newId()}`;
  try {
    const job = { kind: "read-file" as const, path: paths.original, name, outPath };
    await state.pool.run(encoding ? { ...job, encoding } : job, {
      deadlineMs: DEADLINE_MS,
      memoryMb: MEMORY_MB,
      signal,
    });
    const { read, labels } = JSON.parse(await fs.promises.readFile(outPath, "utf8")) as ChildAnswer;
    const staged: StagedRead = { ...read, labels };
    await fs.promises.writeFile(outPath, JSON.stringify(staged), { mode: 0o600 });
    await fs.promises.rename(outPath, paths.read);
    return staged;
  } finally {
    await fs.promises.rm(outPath, { force: true });
  }
}

/** Streams the body into a staging folder of its own and reads it. A file that cannot be read leaves nothing behind. */
export async function stageFile(
  state: Pick<ServerState, "pool">,
  workspace: Workspace,
  actor: Member,
  request: Request,
  asked: { name: string; encoding: string | null },
): Promise<ImportPreview> {
  assertWritable(workspace);
  const now = Date.now();
  await sweepStaging(workspace, now);
  const stageId = newId();
  const paths = stagedPaths(workspace.folder, stageId);
  await fs.promises.mkdir(paths.dir, { mode: 0o700 });
  try {
    const fileName = fileLabel(asked.name);
    const { sha256, bytes } = await receive(request, paths.original);
    const read = await readInChild(state, paths, fileName, asked.encoding, request.signal);
    const expiresAt = new Date(now + DAY_MS).toISOString();
    const meta: StagedMeta = { userId: actor.userId, projectId: actor.projectId, sha256, fileName, bytes, expiresAt };
    await fs.promises.writeFile(paths.meta, JSON.stringify(meta), { mode: 0o600 });
    return previewOf(stageId, meta, read);
  } catch (error) {
    await fs.promises.rm(paths.dir, { recursive: true, force: true });
    throw error;
  }
}

async function ownStage(workspace: Workspace, actor: Member, stageId: string) {
  if (!/^[0-9a-f]{32}$/.test(stageId)) throw notFound();
  return openStaged(workspace.folder, stageId, actor.projectId, actor.userId);
}

export async function stagedPreview(workspace: Workspace, actor: Member, stageId: string): Promise<ImportPreview> {
  const { meta, read } = await ownStage(workspace, actor, stageId);
  return previewOf(stageId, meta, read as StagedRead);
}

/** Reads a staged file again, for a person who sees that the encoding was guessed wrongly. */
export async function readAgain(
  state: Pick<ServerState, "pool">,
  workspace: Workspace,
  actor: Member,
  stageId: string,
  encoding: string | null,
  signal: AbortSignal,
): Promise<ImportPreview> {
  const { meta } = await ownStage(workspace, actor, stageId);
  const read = await readInChild(state, stagedPaths(workspace.folder, stageId), meta.fileName, encoding, signal);
  return previewOf(stageId, meta, read);
}

/** Removes what nobody confirmed within a day. */
export async function sweepStaging(workspace: Workspace, now: number): Promise<void> {
  const { staging } = workspace.folder;
  for (const name of await fs.promises.readdir(staging)) {
    if (!/^[0-9a-f]{32}$/.test(name)) continue;
    const paths = stagedPaths(workspace.folder, name);
    const stat = await fs.promises.stat(paths.dir).catch(() => null);
    if (stat && now - stat.mtimeMs > DAY_MS) await fs.promises.rm(paths.dir, { recursive: true, force: true });
  }
}
