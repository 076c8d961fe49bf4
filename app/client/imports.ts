import type { WorkspaceName } from "@/db/workspace";
import type { LabelTurns } from "@/lib/readers/label-turns";
import type { ReadOptions } from "@/lib/readers/read-result";
import type { ImportPreview } from "../api/imports/import-preview";
import { ask, jsonOf, NetworkFailure, refusalOf } from "./api";

/** Sends a file to be read; `onProgress` hears the share that has been sent, 0 to 1. fetch cannot tell that. */
export function importFile(
  workspace: WorkspaceName,
  projectId: string,
  file: File,
  options: { password?: string | null; signal?: AbortSignal; onProgress?: (share: number) => void } = {},
): Promise<ImportPreview> {
  const { password, signal, onProgress } = options;
  const question = new URLSearchParams({ projectId, name: file.name });
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/imports?${question}`);
    request.setRequestHeader("x-tandem-workspace", workspace);
    request.setRequestHeader("content-type", "application/octet-stream");
    if (password) request.setRequestHeader("x-tandem-file-password", encodeURIComponent(password));
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new NetworkFailure(new Error("no answer")));
    request.onabort = () => reject(new DOMException("stopped", "AbortError"));
    request.onload = () => {
      const response = new Response(request.responseText, { status: request.status });
      const answered = response.ok ? jsonOf(response) : refusalOf(response).then((refusal) => Promise.reject(refusal));
      answered.then((body) => resolve(previewIn(body)), reject);
    };
    signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

/** Stages and reads one file of an archive that was sent before. */
export async function importEntry(
  workspace: WorkspaceName,
  projectId: string,
  archiveId: string,
  index: number,
  options: ReadOptions,
  signal?: AbortSignal,
): Promise<ImportPreview> {
  const address = addressOf(`${archiveId}/entries/${index}`, projectId);
  return previewIn(await jsonOf(await ask(workspace, address, posted(options, signal))));
}

/** Reads a staged file again as a person wants it read. */
export async function readAgain(
  workspace: WorkspaceName,
  projectId: string,
  stageId: string,
  options: ReadOptions,
): Promise<ImportPreview> {
  return previewIn(await jsonOf(await ask(workspace, addressOf(stageId, projectId), posted(options))));
}

export async function turnsOfLabel(
  workspace: WorkspaceName,
  projectId: string,
  stageId: string,
  label: string,
  signal?: AbortSignal,
): Promise<LabelTurns> {
  const address = addressOf(`${stageId}/turns`, projectId);
  return (await jsonOf(await ask(workspace, address, posted({ label }, signal)))) as LabelTurns;
}

export async function dropStage(workspace: WorkspaceName, projectId: string, stageId: string): Promise<void> {
  await ask(workspace, addressOf(stageId, projectId), { method: "DELETE", keepalive: true });
}

function addressOf(stage: string, projectId: string): string {
  return `/api/imports/${stage}?${new URLSearchParams({ projectId })}`;
}

function posted(body: unknown, signal?: AbortSignal): RequestInit {
  return { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body), signal };
}

function previewIn(body: unknown): ImportPreview {
  return (body as { preview: ImportPreview }).preview;
}
