// A zip file of unknown origin: its names checked, its sizes limited, and the wanted parts unpacked while being counted.
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { Refusal } from "../refusal";

const MEGABYTE = 1024 * 1024;

export interface ZipLimits {
  readonly entries: number;
  readonly unpackedBytes: number;
  /** Unpacked size over packed size; only looked at where more than a kilobyte is packed. */
  readonly ratio: number;
}

export const ZIP_LIMITS: ZipLimits = { entries: 5_000, unpackedBytes: 100 * MEGABYTE, ratio: 200 };
const RATIO_FROM_BYTES = 1024;

export interface ZipParts {
  /** Every name in the archive, in its order. Names are labels: nothing is ever written under them. */
  readonly names: readonly string[];
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

/**
 * Reads the parts whose name is wanted. What the archive says of its sizes is checked first, then not believed:
 * the bytes are counted as they come.
 * Throws Refusal: file-damaged, file-password, file-unsafe-names, file-too-many-parts, file-unpacks-too-big, file-too-dense.
 */
export async function readZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: ZipLimits = ZIP_LIMITS,
): Promise<ZipParts> {
  const zip = await open(bytes);
  const entries = await listEntries(zip, limits);
  const parts = new Map<string, Uint8Array>();
  let left = limits.unpackedBytes;
  for (const entry of entries) {
    if (!wanted(entry.fileName)) continue;
    if (entry.isEncrypted()) throw new Refusal("file-password", 422);
    const part = await unpack(zip, entry, left, limits);
    left -= part.length;
    parts.set(entry.fileName, part);
  }
  return { names: entries.map((entry) => entry.fileName), parts };
}

/** Every name with its declared size, in the archive's order; nothing is unpacked. Throws Refusal as `readZip` does. */
export async function listZip(
  bytes: Uint8Array,
  limits: ZipLimits = ZIP_LIMITS,
): Promise<readonly { readonly name: string; readonly bytes: number }[]> {
  const entries = await listEntries(await open(bytes), limits);
  return entries.map((entry) => ({ name: entry.fileName, bytes: entry.uncompressedSize }));
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  // yauzl takes a Buffer and nothing else; this one looks at the same memory.
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(asRefusal(error));
      else resolve(zip);
    });
  });
}

function listEntries(zip: ZipFile, limits: ZipLimits): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    const seen = new Set<string>();
    let declared = 0;
    zip.on("error", (error: Error) => reject(asRefusal(error)));
    zip.on("end", () => resolve(entries));
    zip.on("entry", (entry: Entry) => {
      declared += entry.uncompressedSize;
      if (entries.length >= limits.entries) {
        reject(new Refusal("file-too-many-parts", 422, { limit: limits.entries }));
      } else if (seen.has(entry.fileName)) {
        // Two parts of one name: two readers could see two different documents.
        reject(new Refusal("file-damaged", 422));
      } else if (declared > limits.unpackedBytes) {
        reject(tooBig(limits));
      } else if (tooDense(entry.uncompressedSize, entry.compressedSize, limits)) {
        reject(new Refusal("file-too-dense", 422, { limit: limits.ratio }));
      } else {
        seen.add(entry.fileName);
        entries.push(entry);
        zip.readEntry();
      }
    });
    zip.readEntry();
  });
}

function unpack(zip: ZipFile, entry: Entry, left: number, limits: ZipLimits): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(asRefusal(error));
        return;
      }
      const chunks: Uint8Array[] = [];
      let count = 0;
      stream.on("error", (cause: Error) => reject(asRefusal(cause)));
      stream.on("data", (chunk: Uint8Array) => {
        count += chunk.length;
        chunks.push(chunk);
        if (count > left || tooDense(count, entry.compressedSize, limits)) {
          stream.destroy();
          reject(count > left ? tooBig(limits) : new Refusal("file-too-dense", 422, { limit: limits.ratio }));
        }
      });
      stream.on("end", () => resolve(joined(chunks, count)));
    });
  });
}

function tooDense(unpacked: number, packed: number, limits: ZipLimits): boolean {
  return packed > RATIO_FROM_BYTES && unpacked > packed * limits.ratio;
}

function tooBig(limits: ZipLimits): Refusal {
  return new Refusal("file-unpacks-too-big", 422, { megabytes: Math.round(limits.unpackedBytes / MEGABYTE) });
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function asRefusal(error: Error): Refusal {
  if (error instanceof Refusal) return error;
  if (/relative path|absolute path|invalid characters in fileName/.test(error.message)) {
    return new Refusal("file-unsafe-names", 422);
  }
  return new Refusal("file-damaged", 422);
}
