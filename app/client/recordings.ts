import type { WorkspaceName } from "@/db/workspace";
import { ask, jsonOf, NetworkFailure, refusalOf } from "./api";
import { pagePerson } from "./page-person";

export interface RecordingPlace {
  readonly projectId: string;
  readonly documentId: string;
}

/** Where a player finds a recording: it asks for ranges by itself and can send no headers of ours. */
export function recordingAddress(workspace: WorkspaceName, recordingId: string): string {
  return `/api/recordings/${recordingId}?${new URLSearchParams({ workspace })}`;
}

/** Refuses what is too large before anybody waits for it to be sent. */
export async function assertRecordingRoom(
  workspace: WorkspaceName,
  place: RecordingPlace,
  bytes: number,
): Promise<void> {
  const question = new URLSearchParams({ ...place, bytes: String(bytes) });
  await ask(workspace, `/api/recordings?${question}`, {});
}

/** Sends the bytes; `onProgress` hears the share that has been sent, 0 to 1. fetch cannot tell that. */
export function sendRecording(
  workspace: WorkspaceName,
  place: RecordingPlace,
  file: File,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (share: number) => void },
): Promise<{ recordingId: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/recordings?${new URLSearchParams({ ...place })}`);
    request.setRequestHeader("x-tandem-workspace", workspace);
    const person = pagePerson(workspace);
    if (person) request.setRequestHeader("x-tandem-person", person);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new NetworkFailure(new Error("no answer")));
    request.onabort = () => reject(new DOMException("stopped", "AbortError"));
    request.onload = () => {
      const response = new Response(request.responseText, { status: request.status });
      const answered = response.ok ? jsonOf(response) : refusalOf(response).then((refusal) => Promise.reject(refusal));
      answered.then((body) => resolve((body as { recording: { recordingId: string } }).recording), reject);
    };
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}
