// Rich text files (.rtf, and the .doc files that are rich text): what they show.
import { flowResult } from "./page-flow-result";
import type { ReadOptions, ReadResult } from "./read-result";
import { readRtfBody } from "./rtf-body";

/** Throws Refusal: file-too-deep. */
export function readRtf(bytes: Uint8Array, options: ReadOptions = {}): ReadResult {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("latin1")
    .replace(/^\xEF\xBB\xBF/, "");
  return flowResult("rtf", readRtfBody(source), options);
}
