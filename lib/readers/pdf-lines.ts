// Pieces of a PDF's page → the lines that a reader sees, each in its own order, with the spaces that the page shows.
import { type PdfRegion, regionsOf } from "./pdf-columns";
import type { PdfPage, PdfPiece } from "./pdf-pages";
import type { Emphasis } from "./read-result";

/** Words that a wide gap parts from those beside them. */
export interface PdfCell {
  readonly text: string;
  readonly emphasis: readonly Emphasis[];
  readonly x: number;
  readonly right: number;
  readonly firstWord: number;
}

export interface PdfLine {
  readonly text: string;
  readonly emphasis: readonly Emphasis[];
  /** Which page, from 0. */
  readonly page: number;
  readonly column: PdfRegion["column"];
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly rtl: boolean;
  /** How wide its first word is. */
  readonly firstWord: number;
  readonly cells: readonly PdfCell[];
}

const RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;
const LTR = /[\p{L}\p{N}]/u;
/** In heights of letters. */
const SPACE = 0.14;
const TAB = 1.5;
const SAME_BASE = 0.25;
const RAISED = 0.55;
const SMALL = 0.8;
const MOST_RAISED = 20;
const MOST_CELLS = 50;

interface OpenLine {
  readonly pieces: PdfPiece[];
  readonly y: number;
  readonly size: number;
}

/**
 * In the order in which they are read. With `exact`, distances become as many spaces as fit into them, as a typewriter
 * would have it, and columns are not told apart.
 */
export function pdfLines(page: PdfPage, number: number, exact: boolean): PdfLine[] {
  const left = page.pieces.reduce((least, piece) => Math.min(least, piece.x), Number.POSITIVE_INFINITY);
  const regions: readonly PdfRegion[] = exact ? [{ column: "page", pieces: page.pieces }] : regionsOf(page);
  return regions.flatMap(({ column, pieces }) =>
    rowsOf(pieces).map((row) => lineOf(row, { page: number, column }, exact, left)),
  );
}

/** Base lines that nearly agree are one; small letters above or below it (a note's number) belong to it too. */
function rowsOf(pieces: readonly PdfPiece[]): OpenLine[] {
  const sorted = [...pieces].sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: OpenLine[] = [];
  for (const piece of sorted) {
    const row = rows.at(-1);
    if (row && Math.abs(piece.y - row.y) <= SAME_BASE * Math.max(piece.size, row.size)) {
      if (piece.size < row.size * SMALL || piece.size * SMALL <= row.size) row.pieces.push(piece);
      else rows[rows.length - 1] = { pieces: [...row.pieces, piece], y: piece.y, size: piece.size };
      continue;
    }
    rows.push({ pieces: [piece], y: piece.y, size: piece.size });
  }
  const main: OpenLine[] = [];
  for (const [i, row] of rows.entries()) {
    const near = [rows[i + 1], rows[i - 1]].find(
      (other) =>
        other !== undefined &&
        row.pieces.length <= MOST_RAISED &&
        row.size < other.size * SMALL &&
        Math.abs(row.y - other.y) <= RAISED * other.size &&
        row.pieces.every((piece) => touches(piece, other)),
    );
    if (near) near.pieces.push(...row.pieces);
    else main.push(row);
  }
  return main;
}

function touches(piece: PdfPiece, row: OpenLine): boolean {
  return row.pieces.some(
    (other) => piece.x <= other.x + other.width + row.size && piece.x + piece.width >= other.x - row.size,
  );
}

function lineOf(row: OpenLine, at: Pick<PdfLine, "page" | "column">, exact: boolean, left: number): PdfLine {
  const rtl = isRtl(row.pieces);
  const ordered = rtl ? rightToLeft(row.pieces) : [...row.pieces].sort((a, b) => a.x - b.x);
  const emphasis: Emphasis[] = [];
  const x = row.pieces.reduce((least, piece) => Math.min(least, piece.x), Number.POSITIVE_INFINITY);
  const texts = [exact && !rtl ? " ".repeat(columns(x - left, row.size)) : ""];
  let length = texts[0]?.length ?? 0;
  let before: PdfPiece | null = null;
  const starts: { at: number; first: PdfPiece; right: number }[] = [];
  for (const piece of ordered) {
    const space = before === null ? "" : between(before, piece, exact);
    const start = length + space.length;
    const open = starts.at(-1);
    const end = piece.x + piece.width;
    if (open === undefined || space === "\t") starts.push({ at: start, first: piece, right: end });
    else open.right = Math.max(open.right, end);
    const last = emphasis.at(-1);
    const { bold, italic } = piece;
    texts.push(space, piece.text);
    // The space between two bold words is bold too.
    const goesOn = last !== undefined && last.end === length && last.bold === bold && last.italic === italic;
    length = start + piece.text.length;
    if (goesOn) emphasis[emphasis.length - 1] = { ...last, end: length };
    else if (bold || italic) emphasis.push({ start, end: length, bold, italic });
    before = piece;
  }
  const text = texts.join("");
  if (starts.length > MOST_CELLS) starts.length = 1;
  const cells = starts.map(({ at: from, first, right }, i): PdfCell => {
    const to = (starts[i + 1]?.at ?? text.length + 1) - 1;
    const own = emphasis.filter((span) => span.start < to && span.end > from);
    return {
      text: text.slice(from, to),
      emphasis: own.map((span) => ({
        ...span,
        start: Math.max(span.start, from) - from,
        end: Math.min(span.end, to) - from,
      })),
      x: first.x,
      right,
      firstWord: firstWordOf(first),
    };
  });
  return {
    text,
    emphasis,
    ...at,
    x,
    right: row.pieces.reduce((most, piece) => Math.max(most, piece.x + piece.width), 0),
    y: row.y,
    size: row.size,
    rtl,
    firstWord: cells[0]?.firstWord ?? 0,
    cells,
  };
}

function firstWordOf({ text, width }: PdfPiece): number {
  const word = /^\s*\S+/u.exec(text)?.[0].length ?? 0;
  return (width * word) / Math.max(text.length, 1);
}

function between(before: PdfPiece, piece: PdfPiece, exact: boolean): string {
  const gap = Math.max(piece.x - before.x - before.width, before.x - piece.x - piece.width);
  const size = Math.max(before.size, piece.size);
  const apart = gap > size * SPACE || (piece.spaced && gap > size * SPACE * 0.4);
  if (!apart) return "";
  if (exact) return " ".repeat(Math.max(columns(gap, size), 1));
  if (gap > size * TAB) return "\t";
  return /\s$/u.test(before.text) || /^\s/u.test(piece.text) ? "" : " ";
}

/** How many letters of a typewriter fit into that width. */
function columns(width: number, size: number): number {
  return Math.min(200, Math.max(0, Math.round(width / (size * 0.6))));
}

/** A line runs from right to left where its rightmost words do, or most of them. */
function isRtl(pieces: readonly PdfPiece[]): boolean {
  if (!pieces.some((piece) => RTL.test(piece.text))) return false;
  let rightmost: PdfPiece | null = null;
  let letters = 0;
  let ofRtl = 0;
  for (const piece of pieces) {
    if (!LTR.test(piece.text)) continue;
    letters += piece.text.length;
    if (RTL.test(piece.text)) ofRtl += piece.text.length;
    if (rightmost === null || piece.x + piece.width > rightmost.x + rightmost.width) rightmost = piece;
  }
  return ofRtl * 2 > letters || (rightmost !== null && RTL.test(rightmost.text));
}

/** Words of the other direction keep their own order among themselves. */
function rightToLeft(pieces: readonly PdfPiece[]): PdfPiece[] {
  const sorted = [...pieces].sort((a, b) => b.x + b.width - (a.x + a.width));
  const ordered: PdfPiece[] = [];
  let foreign: PdfPiece[] = [];
  for (const piece of sorted) {
    if (LTR.test(piece.text) && !RTL.test(piece.text)) {
      foreign.unshift(piece);
      continue;
    }
    ordered.push(...foreign, piece);
    foreign = [];
  }
  return [...ordered, ...foreign];
}
