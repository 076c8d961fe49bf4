// What a file is, from its content; its name is asked only which kind of plain text it is.
import { Refusal } from "../refusal";
import { looksLikeTable } from "./csv";
import type { FileFormat } from "./read-result";

export type TextFormat = Extract<FileFormat, "txt" | "md" | "vtt" | "srt" | "json">;

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Whole-file signatures of what people upload by mistake; each has a sentence of its own. */
const FOREIGN: readonly (readonly [code: string, offset: number, signature: readonly number[]])[] = [
  ["file-lfs-pointer", 0, ascii("version https://git-lfs")],
  ["file-image", 0, [0x89, 0x50, 0x4e, 0x47]],
  ["file-image", 0, [0xff, 0xd8, 0xff]],
  ["file-image", 0, ascii("GIF87a")],
  ["file-image", 0, ascii("GIF89a")],
  ["file-recording", 4, ascii("ftyp")],
  ["file-recording", 8, ascii("WAVE")],
  ["file-recording", 8, ascii("AVI ")],
  // "ID3: hello" is somebody's label; an MP3 has a version number there.
  ["file-recording", 0, [...ascii("ID3"), 3]],
  ["file-recording", 0, [...ascii("ID3"), 4]],
  ["file-recording", 0, [...ascii("OggS"), 0]],
  ["file-recording", 0, ascii("fLaC")],
  ["file-recording", 0, [0x1a, 0x45, 0xdf, 0xa3]],
  ["file-archive", 0, ascii("Rar!")],
  ["file-archive", 0, [0x1f, 0x8b]],
  ["file-archive", 0, [0x37, 0x7a, 0xbc, 0xaf]],
  ["file-database", 0, ascii("SQLite format 3")],
];

/** What to look at next. Throws Refusal for everything that no reader reads. */
export function sniffBytes(bytes: Uint8Array): "zip" | "pdf" | "rtf" | "doc" | "text" {
  if (bytes.length === 0) throw new Refusal("file-empty", 422);
  if (startsWith(bytes, 0, ZIP)) return "zip";
  if (startsWith(bytes, 0, [0x50, 0x4b, 0x05, 0x06])) throw new Refusal("file-empty", 422);
  if (startsWith(bytes, 0, OLE)) {
    const code = oleRefusal(bytes);
    if (code === null) return "doc";
    throw new Refusal(code, 422);
  }
  const start = startsWith(bytes, 0, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  for (const [code, offset, signature] of FOREIGN) {
    if (startsWith(bytes, start + offset, signature)) throw new Refusal(code, 422);
  }
  if (startsWith(bytes, start, ascii("%PDF"))) return "pdf";
  if (startsWith(bytes, start, ascii("{\\rtf"))) return "rtf";
  return "text";
}

/** Which kind of document a package holds. Throws Refusal naming what it is otherwise. */
export function packageKind(names: readonly string[]): "docx" | "odt" {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^word\/document[^/]*\.xml$/i)) return "docx";
  // Documents name their main part themselves; where none can be it, there is nothing to read.
  if (has(/^word\//)) throw new Refusal("file-damaged", 422);
  if (has(/^xl\//)) throw new Refusal("file-spreadsheet", 422);
  if (has(/^ppt\//)) throw new Refusal("file-presentation", 422);
  if (has(/\.qde$/i)) throw new Refusal("file-qdpx", 422);
  if (has(/^(?:content\.xml|META-INF\/manifest\.xml)$/)) return "odt";
  throw new Refusal("file-archive", 422);
}

const CLOCK = "(?:\\d+:)?\\d{1,2}:\\d{1,2}[.,]\\d{1,3}";
const FIRST_CUE = new RegExp(`^[ \\t]*(${CLOCK})[ \\t]*-{1,2}>[ \\t]*${CLOCK}`, "m");

/** A quoted key or an object in a list: nobody's talk begins so. */
const JSON_HEAD = /^(?:\{\s*"[^"\n]{0,200}"\s*:|\[\s*\{\s*"[^"\n]{0,200}"\s*:)/;

/** Which plain text it is. `name` decides between kinds of the same content only. Throws Refusal for markup and data. */
export function sniffText(text: string, name: string): TextFormat | "csv" | "html" | "odt" {
  const head = text.slice(0, 4096).trimStart();
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (/^WEBVTT(?:\s|$)/.test(head)) return "vtt";
  if (isHtml(head, extension)) return "html";
  if (/^<\?xml\b/i.test(head) || /^<office:document\b/.test(head)) {
    if (/<office:document\b/.test(head)) return "odt";
    throw new Refusal("file-xml", 422);
  }
  if (/^(?:from|mime-version|content-type|subject|date):/i.test(head) && /\bmultipart\/related\b/i.test(head))
    throw new Refusal("file-mhtml", 422);
  if (JSON_HEAD.test(head) || (extension === "json" && /^[[{]/.test(head))) return "json";
  // A table is plain text too, and little of its content tells it from lines with commas.
  if (extension === "csv" || extension === "tsv" || extension === "tab" || looksLikeTable(text)) return "csv";
  const cue = FIRST_CUE.exec(text.slice(0, 64 * 1024))?.[1];
  if (cue !== undefined) {
    if (extension === "vtt" || extension === "srt") return extension;
    return cue.includes(",") ? "srt" : "vtt";
  }
  return extension === "md" || extension === "markdown" ? "md" : "txt";
}

/** A page that begins like one, or that is called one and begins with any element. `<slow>` is a mark of Jefferson's. */
function isHtml(head: string, extension: string | undefined): boolean {
  const start = head.replace(/^(?:<\?xml\b[^>]*\?>|<!--[\s\S]{0,2000}?-->|\s)+/i, "");
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(start)) return true;
  return /^(?:x?html?|doc)$/.test(extension ?? "") && /^<[a-z][a-z0-9]*[\s>/]/i.test(start);
}

/** Null for a Word document. */
function oleRefusal(bytes: Uint8Array): string | null {
  if (holds(bytes, "EncryptedPackage")) return "file-password";
  if (holds(bytes, "WordDocument")) return null;
  if (holds(bytes, "Workbook")) return "file-xls";
  if (holds(bytes, "PowerPoint Document")) return "file-presentation";
  return "file-format-unknown";
}

/** Names in an OLE container's directory are UTF-16LE. */
function holds(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (startsWith(bytes, at, wanted)) return true;
  }
  return false;
}

function startsWith(bytes: Uint8Array, offset: number, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[offset + i] === byte);
}

function ascii(word: string): number[] {
  return [...word].map((letter) => letter.charCodeAt(0));
}
