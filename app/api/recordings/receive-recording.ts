import { createHash } from "node:crypto";
import fs from "node:fs";
import type { DataFolder } from "@/db/data-folder";
import { newId } from "@/db/new-id";
import { notePath, type RecordingNote, recordingPath } from "@/db/recording-files";
import { writeWhole } from "@/db/write-whole";
import { HEAD_BYTES, recordingKind } from "@/lib/recordings/recording-kind";
import { Refusal } from "@/lib/refusal";
import { assertRoomFor, noSpace, recordingLimitBytes, tooLarge } from "./recording-room";

/** How much arrives between two looks at the disk, where nobody said how much it will be. */
const BETWEEN_LOOKS = 64 * 1024 * 1024;

export interface ReceivedRecording {
  readonly recordingId: string;
  readonly mime: string;
  readonly bytes: number;
}

type Chunk = Uint8Array<ArrayBufferLike>;

async function writeAll(handle: fs.promises.FileHandle, chunk: Chunk): Promise<void> {
  for (let at = 0; at < chunk.byteLength; ) {
    at += (await handle.write(chunk, at, chunk.byteLength - at)).bytesWritten;
  }
}

/** What comes is written before more is asked for, so that never more than a few pieces of it are in memory. */
async function writeBody(
  request: Request,
  folder: DataFolder,
  file: string,
): Promise<Pick<RecordingNote, "mime" | "sha256" | "bytes">> {
  const hash = createHash("sha256");
  const declared = Number(request.headers.get("content-length") ?? Number.NaN);
  const head = new Uint8Array(HEAD_BYTES);
  let [bytes, looked] = [0, 0];
  let mime: string | null = null;
  const handle = await fs.promises.open(file, "wx", 0o600);
  const reader = request.body?.getReader();
  try {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) break;
      if (bytes < HEAD_BYTES) head.set(value.subarray(0, HEAD_BYTES - bytes), bytes);
      bytes += value.byteLength;
      if (bytes > recordingLimitBytes()) throw tooLarge();
      if (mime === null && bytes >= HEAD_BYTES) mime = kindOf(head);
      if (bytes - looked > BETWEEN_LOOKS) {
        looked = bytes;
        await assertRoomFor(folder, Number.isNaN(declared) ? BETWEEN_LOOKS : Math.max(0, declared - bytes));
      }
      hash.update(value);
      await writeAll(handle, value);
    }
    if (bytes === 0) throw new Refusal("recording-empty", 422);
    if (!Number.isNaN(declared) && bytes !== declared) throw new Refusal("recording-cut-off", 400);
    await handle.sync();
    return { mime: mime ?? kindOf(head.subarray(0, bytes)), sha256: hash.digest("hex"), bytes };
  } catch (error) {
    await reader?.cancel().catch(() => {});
    if ((error as NodeJS.ErrnoException).code === "ENOSPC") throw noSpace(Math.max(bytes, declared || 0));
    // Whoever sent it went away: there is nobody to be told, and no bug.
    if (request.signal.aborted) throw new Refusal("recording-cut-off", 400);
    throw error;
  } finally {
    await handle.close();
  }
}

function kindOf(head: Uint8Array): string {
  const mime = recordingKind(head);
  if (mime === null) throw new Refusal("recording-kind-unknown", 422);
  return mime;
}

/**
 * Streams the body into the data folder under a fresh id. It is named only once it is whole and flushed, with a note of
 * whose it is beside it; whatever goes wrong leaves nothing there.
 */
export async function receiveRecording(
  folder: DataFolder,
  request: Request,
  place: Pick<RecordingNote, "userId" | "projectId" | "documentId">,
): Promise<ReceivedRecording> {
  await assertRoomFor(folder, Number(request.headers.get("content-length") ?? 0) || 0);
  const recordingId = newId();
  const file = recordingPath(folder, recordingId);
  const partial = `${file}.partial`;
  try {
    const { mime, sha256, bytes } = await writeBody(request, folder, partial);
    const note: RecordingNote = { ...place, mime, sha256, bytes };
    await writeWhole(notePath(folder, recordingId), note);
    await fs.promises.rename(partial, file);
    const dir = await fs.promises.open(folder.recordings, "r");
    await dir.sync().finally(() => dir.close());
    return { recordingId, mime, bytes };
  } catch (error) {
    for (const each of [partial, notePath(folder, recordingId)]) await fs.promises.rm(each, { force: true });
    throw error;
  }
}
