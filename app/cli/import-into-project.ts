import fs from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import type { Actor } from "@/db/actor";
import { confirmImport } from "@/db/acts/confirm-import";
import { prepareAct, runAct } from "@/db/acts/run-act";
import { memberOf } from "@/db/membership";
import { newId } from "@/db/new-id";
import { discardStaged } from "@/db/staged-import";
import { dbOf, type Workspace } from "@/db/workspace";
import type { Problem } from "@/lib/readers/read-result";
import { Refusal } from "@/lib/refusal";
import { documentNameOf, guessKind, proposalsOf } from "../[workspace]/projects/[project]/import/file-defaults";
import { stageFile } from "../api/imports/stage-file";
import { sentenceOf } from "../ui/sentences";
import type { Pool } from "../workers/pool";
import { assertReadable, type RefusedFile } from "./dry-run";

export interface ImportedFile {
  readonly file: string;
  readonly documentId: string;
  readonly name: string;
  readonly kind: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly speakers: readonly { readonly label: string; readonly turns: number }[];
  readonly problems: readonly Problem[];
}

type Confirmed = Parameters<NonNullable<typeof confirmImport.prepare>>[0]["documents"][number];

interface Staged {
  readonly imported: ImportedFile;
  readonly document: Confirmed;
}

async function stage(workspace: Workspace, actor: Actor, projectId: string, pool: Pool, file: string): Promise<Staged> {
  assertReadable(file);
  const body = Readable.toWeb(fs.createReadStream(file)) as ReadableStream<Uint8Array>;
  // `duplex` is what fetch asks of a body that streams; the types of the browser do not know it yet.
  const init: RequestInit & { duplex: "half" } = { method: "POST", body, duplex: "half" };
  const lead = memberOf(dbOf(workspace), actor, projectId);
  const asked = { name: path.basename(file), encoding: null };
  const preview = await stageFile({ pool }, workspace, lead, new Request("http://localhost/", init), asked);
  const decisions = proposalsOf(preview.labels);
  const kind = guessKind(decisions);
  const [documentId, name] = [newId(), documentNameOf(preview.fileName)];
  return {
    document: { stageId: preview.stageId, documentId, name, kind, decisions },
    imported: {
      file,
      documentId,
      name,
      kind,
      format: preview.format,
      encoding: preview.encoding,
      speakers: preview.labels.map(({ label, turns }) => ({ label, turns })),
      problems: preview.problems,
    },
  };
}

/**
 * Brings files into a project with the speakers as Tandem proposes: one act for all that can be read. Those that cannot
 * are answered with their sentence. Nothing stays staged, however it ends.
 */
export async function importIntoProject(
  workspace: Workspace,
  actor: Actor,
  projectId: string,
  files: readonly string[],
  pool: Pool,
): Promise<(ImportedFile | RefusedFile)[]> {
  const documents: Confirmed[] = [];
  const answers: (ImportedFile | RefusedFile)[] = [];
  try {
    for (const file of files) {
      try {
        const { document, imported } = await stage(workspace, actor, projectId, pool, file);
        documents.push(document);
        answers.push(imported);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        answers.push({ file, refused: sentenceOf(error.code, error.params) });
      }
    }
    if (documents.length > 0) {
      const request = { act: confirmImport, input: { projectId, documents } };
      runAct(workspace, actor, request, await prepareAct(workspace, actor, request));
    }
    return answers;
  } finally {
    for (const { stageId } of documents) discardStaged(workspace.folder, stageId);
  }
}
