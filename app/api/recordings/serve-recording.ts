import fs from "node:fs";
import type { DataFolder } from "@/db/data-folder";
import { recordingPath } from "@/db/recording-files";
import { byteRange } from "@/lib/recordings/byte-range";
import { notFound } from "@/lib/refusal";

export interface ServedRecording {
  readonly id: string;
  readonly mime: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Read when the connection takes it, and closed when nobody listens any more. */
const PIECE = 256 * 1024;

function bytesOf(file: string, start: number, end: number): ReadableStream<Uint8Array> {
  let handle: fs.promises.FileHandle | null = null;
  let at = start;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          // Not before somebody takes the first piece: an answer that nobody reads holds nothing open.
          handle ??= await fs.promises.open(file, "r");
          const piece = new Uint8Array(Math.min(PIECE, end + 1 - at));
          const { bytesRead } = await handle.read(piece, 0, piece.byteLength, at);
          if (bytesRead === 0) throw new RangeError(`a recording ends at byte ${at}, before ${end}`);
          at += bytesRead;
          controller.enqueue(piece.subarray(0, bytesRead));
          if (at <= end) return;
          await handle.close();
          controller.close();
        } catch (error) {
          await handle?.close().catch(() => {});
          throw error;
        }
      },
      cancel: () => handle?.close(),
    },
    { highWaterMark: 0 },
  );
}

/** A whole recording or one range of it, as browsers ask for it while they play and jump. */
export async function serveRecording(folder: DataFolder, row: ServedRecording, request: Request): Promise<Response> {
  const file = recordingPath(folder, row.id);
  const found = await fs.promises.stat(file).catch(() => null);
  if (found?.size !== row.bytes) throw notFound();
  const etag = `"${row.sha256}"`;
  const headers = new Headers({
    "accept-ranges": "bytes",
    "cache-control": "private, no-store",
    "content-disposition": "inline",
    "content-type": row.mime,
    "x-content-type-options": "nosniff",
    etag,
  });
  const ifRange = request.headers.get("if-range");
  // A part of something else than what the browser has a part of already would be noise.
  const asked = ifRange === null || ifRange === etag ? request.headers.get("range") : null;
  const range = byteRange(request.method === "HEAD" ? null : asked, row.bytes);
  if (range.kind === "unsatisfiable") {
    headers.set("content-range", `bytes */${row.bytes}`);
    headers.set("content-length", "0");
    return new Response(null, { status: 416, headers });
  }
  const [start, end] = range.kind === "part" ? [range.start, range.end] : [0, row.bytes - 1];
  headers.set("content-length", String(end + 1 - start));
  if (range.kind === "part") headers.set("content-range", `bytes ${start}-${end}/${row.bytes}`);
  const body = request.method === "HEAD" ? null : bytesOf(file, start, end);
  return new Response(body, { status: range.kind === "part" ? 206 : 200, headers });
}
