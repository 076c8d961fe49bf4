// Where a Word 97–2003 file keeps its text: its header, and the table of pieces that a document was saved in.
import iconv from "iconv-lite";
import { Refusal } from "../refusal";
import { type OleContainer, openOle } from "./ole-container";

/** A stretch of text: `fc` is where its bytes begin in the main stream, one or two of them a character. */
export interface DocPiece {
  readonly text: string;
  readonly fc: number;
  readonly width: 1 | 2;
  /** Properties that a quick save laid over the whole piece. */
  readonly changes: Uint8Array | null;
}

export interface DocFile {
  /** The main stream; places in it are counted in bytes. */
  readonly main: Uint8Array;
  /** The parts of the table stream that the header names. */
  readonly styles: Uint8Array;
  readonly characterPages: Uint8Array;
  readonly paragraphPages: Uint8Array;
  readonly body: readonly DocPiece[];
  readonly headers: readonly DocPiece[];
  readonly textBoxes: readonly DocPiece[];
  readonly macros: boolean;
}

const WORD_97 = 0xa5ec;
const OLDER = new Set([0xa5dc, 0xa697, 0xa698, 0xa699]);
const FIRST_NFIB_OF_97 = 0xc0;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;
/** Lengths in characters of the parts of the text, in the order in which they follow one another. */
const STORIES = [
  { name: "body", place: 0x4c },
  { name: "footnotes", place: 0x50 },
  { name: "headers", place: 0x54 },
  { name: "macros", place: 0x58 },
  { name: "comments", place: 0x5c },
  { name: "endnotes", place: 0x60 },
  { name: "boxes", place: 0x64 },
] as const;
const PLACES = { styles: 0xa2, characterPages: 0xfa, paragraphPages: 0x102, pieces: 0x1a2 };

/** Throws Refusal: file-damaged, file-password, file-doc-word95, and what the container is instead. */
export function openDoc(bytes: Uint8Array): DocFile {
  const container = openOle(bytes);
  const main = container.stream("WordDocument");
  if (!main) throw new Refusal(otherKind(container), 422);
  if (main.length < 0x1aa) throw damaged();
  const header = viewOf(main);
  const kind = header.getUint16(0, true);
  if (OLDER.has(kind) || (kind === WORD_97 && header.getUint16(2, true) < FIRST_NFIB_OF_97))
    throw new Refusal("file-doc-word95", 422);
  if (kind !== WORD_97) throw damaged();
  const flags = header.getUint16(0x0a, true);
  if (flags & ENCRYPTED) throw new Refusal("file-password", 422);
  const table = container.stream(flags & SECOND_TABLE ? "1Table" : "0Table");
  if (!table) throw damaged();
  const part = (place: number): Uint8Array => {
    const from = header.getUint32(place, true);
    const length = header.getUint32(place + 4, true);
    if (from + length > table.length) throw damaged();
    return table.subarray(from, from + length);
  };
  const pieces = readPieces(main, part(PLACES.pieces));
  const stories = partsOf(
    STORIES.map(({ place }) => header.getUint32(place, true)),
    pieces,
  );
  const story = (name: (typeof STORIES)[number]["name"]) =>
    stories[STORIES.findIndex((part) => part.name === name)] ?? [];
  return {
    main,
    styles: part(PLACES.styles),
    characterPages: part(PLACES.characterPages),
    paragraphPages: part(PLACES.paragraphPages),
    body: story("body"),
    headers: story("headers"),
    textBoxes: story("boxes"),
    macros: container.names.has("Macros"),
  };
}

function otherKind({ names }: OleContainer): string {
  if (names.has("Workbook") || names.has("Book")) return "file-xls";
  if (names.has("PowerPoint Document")) return "file-presentation";
  return "file-damaged";
}

/** The pieces' table follows any number of change lists. Their order is the text's; their bytes may lie anywhere. */
function readPieces(main: Uint8Array, clx: Uint8Array): DocPiece[] {
  const view = viewOf(clx);
  const changes: Uint8Array[] = [];
  let at = 0;
  while (at + 3 <= clx.length && clx[at] === 1) {
    const size = view.getUint16(at + 1, true);
    changes.push(clx.subarray(at + 3, at + 3 + size));
    at += 3 + size;
  }
  if (at + 5 > clx.length || clx[at] !== 2) throw damaged();
  const size = view.getUint32(at + 1, true);
  const start = at + 5;
  if (size < 16 || start + size > clx.length) throw damaged();
  const count = Math.floor((size - 4) / 12);
  const pieces: DocPiece[] = [];
  let read = 0;
  for (let i = 0; i < count; i++) {
    const from = view.getUint32(start + i * 4, true);
    const to = view.getUint32(start + i * 4 + 4, true);
    const entry = start + (count + 1) * 4 + i * 8;
    const place = view.getUint32(entry + 2, true);
    const width = place & 0x40000000 ? 1 : 2;
    const fc = width === 1 ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff;
    const bytes = (to - from) * width;
    read += bytes;
    // Pieces never share bytes, so together they cannot hold more than the stream.
    if (to < from || fc + bytes > main.length || read > main.length) throw damaged();
    const stored = main.subarray(fc, fc + bytes);
    const text = iconv.decode(Buffer.from(stored.buffer, stored.byteOffset, stored.length), CODES[width], {
      stripBOM: false,
    });
    pieces.push({ text, fc, width, changes: pieceChanges(view.getUint16(entry + 6, true), changes) });
  }
  return pieces;
}

const CODES = { 1: "windows-1252", 2: "utf-16le" } as const;
/** The short way to name one property of a piece, by its number: bold, italic, hidden, deleted, inserted. */
const SHORT: Readonly<Record<number, number>> = { 85: 0x0835, 86: 0x0836, 92: 0x083c, 65: 0x0800, 66: 0x0801 };

function pieceChanges(prm: number, lists: readonly Uint8Array[]): Uint8Array | null {
  if (prm & 1) return lists[prm >>> 1] ?? null;
  const sprm = SHORT[(prm >>> 1) & 0x7f];
  return sprm === undefined ? null : Uint8Array.of(sprm & 0xff, sprm >>> 8, prm >>> 8);
}

/** Cuts the pieces at the ends of the parts. A file shorter than its header says has lost words. */
function partsOf(lengths: readonly number[], pieces: readonly DocPiece[]): DocPiece[][] {
  let from = 0;
  const total = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  return lengths.map((length) => {
    const part = between(pieces, from, from + length);
    from += length;
    if (from > total) throw damaged();
    return part;
  });
}

function between(pieces: readonly DocPiece[], from: number, to: number): DocPiece[] {
  const found: DocPiece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const first = Math.max(from - at, 0);
    const last = Math.min(to - at, piece.text.length);
    if (first < last) found.push({ ...piece, text: piece.text.slice(first, last), fc: piece.fc + first * piece.width });
    at += piece.text.length;
  }
  return found;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged(): Refusal {
  return new Refusal("file-damaged", 422);
}
