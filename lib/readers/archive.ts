// A zip file that is no document: the list of the files in it, each to be read as a file of its own.
import { Refusal } from "../refusal";
import type { ArchiveEntry } from "./file-content";
import { listZip, readZip, ZIP_LIMITS } from "./zip";

/** Parts by which a package of one document is known, whatever the program that wrote it. */
const PACKAGE =
  /^(?:\[Content_Types\]\.xml|mimetype|content\.xml|word\/.+|xl\/.+|ppt\/.+|[^/]+\.qde|META-INF\/manifest\.xml)$/i;

/** What systems and programs leave in archives beside people's files. */
const LITTER = /(?:^|\/)(?:__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*|~\$[^/]*)$/i;

/** Null when the zip is the package of one document. Throws Refusal: those of `listZip`, and file-empty. */
export async function archiveEntries(bytes: Uint8Array): Promise<readonly ArchiveEntry[] | null> {
  const listed = await listZip(bytes);
  if (listed.some((entry) => PACKAGE.test(entry.name))) return null;
  const entries = listed
    .map((entry, index) => ({ ...entry, index }))
    .filter((entry) => !entry.name.endsWith("/") && !LITTER.test(entry.name))
    .map(({ index, name, bytes: size }) => ({ index, name: labelOf(name), bytes: size }));
  if (entries.length === 0) throw new Refusal("file-empty", 422);
  return entries;
}

/** The bytes of one entry, counted while they are unpacked. Throws Refusal: those of `readZip`, and not-found. */
export async function readArchiveEntry(
  bytes: Uint8Array,
  index: number,
  limitBytes: number,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const entry = (await archiveEntries(bytes))?.find((each) => each.index === index);
  const name = (await listZip(bytes))[index]?.name;
  if (!entry || name === undefined) throw new Refusal("not-found", 404);
  if (entry.bytes > limitBytes) throw tooLarge(limitBytes);
  const limits = { ...ZIP_LIMITS, unpackedBytes: Math.max(limitBytes, ZIP_LIMITS.unpackedBytes) };
  const { parts } = await readZip(bytes, (each) => each === name, limits).catch((error: unknown) => {
    // No password is asked for: only a PDF's can be used here.
    throw error instanceof Refusal && error.code === "file-password" ? new Refusal("archive-password", 422) : error;
  });
  const part = parts.get(name);
  if (!part) throw new Refusal("file-damaged", 422);
  if (part.length > limitBytes) throw tooLarge(limitBytes);
  return { name: entry.name, bytes: part };
}

function tooLarge(limitBytes: number): Refusal {
  return new Refusal("file-too-large", 413, { megabytes: Math.round(limitBytes / 1024 / 1024) });
}

/** With its folder, for people to tell two of the same name apart; never a path. */
function labelOf(name: string): string {
  return name.normalize("NFC").replace(/[\p{Cc}\p{Bidi_Control}]/gu, "");
}
