// Unpacks a PDF's streams to count what they hold before anything is made of it: a few bytes may stand for a gigabyte.
import { Refusal } from "../refusal";

const MOST_BYTES = 100 * 1024 * 1024;
/** The words and lines of one page; what takes more is a drawing, or an attack. */
const MOST_OF_A_STREAM = 30 * 1024 * 1024;
const MOST_RATIO = 200;
const RATIO_COUNTS_FROM = 1024 * 1024;
const LONGEST_DICTIONARY = 2_000;
/** An object that never ends makes the library search to the end of the file, from each of them. */
const MOST_UNENDED = 1_000;

/** Pictures are left out, as they are when the file is read. Throws Refusal: file-damaged, file-too-dense, file-unpacks-too-big. */
export async function checkPdfUnpacked(bytes: Uint8Array): Promise<void> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (countOf(file, " obj") - countOf(file, "endobj") > MOST_UNENDED) throw new Refusal("file-damaged", 422);
  let total = 0;
  for (let at = file.indexOf("stream"); at !== -1; at = file.indexOf("stream", at + 6)) {
    const start = startOfStream(file, at);
    if (start === null) continue;
    const before = file.toString("latin1", Math.max(0, at - LONGEST_DICTIONARY), at);
    const dictionary = before.slice(before.lastIndexOf(" obj"));
    const packings = dictionary.match(/\/(?:FlateDecode|Fl\b|LZWDecode|LZW\b)/g)?.length ?? 0;
    if (packings > 1) throw tooDense();
    if (packings === 0 || /\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    const end = file.indexOf("endstream", start);
    const packed = bytes.subarray(start, end === -1 ? bytes.length : end);
    total += await unpackedBytes(packed);
    if (total > MOST_BYTES) throw new Refusal("file-unpacks-too-big", 413, { megabytes: MOST_BYTES / 1024 / 1024 });
    if (end === -1) return;
    at = end + 3;
  }
}

function countOf(file: Buffer, words: string): number {
  let count = 0;
  for (let at = file.indexOf(words); at !== -1; at = file.indexOf(words, at + words.length)) count++;
  return count;
}

/** `endstream` and words of the text hold the word too; only the keyword is followed by a line end. */
function startOfStream(file: Buffer, at: number): number | null {
  if (at > 2 && file.toString("latin1", at - 3, at) === "end") return null;
  const next = file[at + 6];
  if (next === 0x0a) return at + 7;
  return next === 0x0d ? at + (file[at + 7] === 0x0a ? 8 : 7) : null;
}

async function unpackedBytes(packed: Uint8Array): Promise<number> {
  let size = 0;
  try {
    const unpacked = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream("deflate"));
    for await (const chunk of unpacked) {
      size += chunk.length;
      const dense = size > RATIO_COUNTS_FROM && size > packed.length * MOST_RATIO;
      if (dense || size > MOST_OF_A_STREAM) throw tooDense();
    }
  } catch (error) {
    // Broken or encrypted: whether its words can be read shows later.
    if (error instanceof Refusal) throw error;
  }
  return size;
}

function tooDense(): Refusal {
  return new Refusal("file-too-dense", 422);
}
