// The column of numbers that a word processor sets beside the lines of a PDF's pages.
import type { PdfPage, PdfPiece } from "./pdf-pages";

export interface LineNumbers {
  /** The pages without the column's pieces. */
  readonly pages: readonly PdfPage[];
  readonly numbers: readonly string[];
}

const NUMBER = /^\s*\d{1,5}\s*$/;
const FEWEST = 3;
/** In heights of letters. */
const WIDEST_COLUMN = 4;
const GUTTER = 0.4;

/**
 * Numbers alone at one margin, beyond every word that stands on their height, rising by one step from top to bottom.
 * A page on which they are too few to tell is believed where the page before ended in the number before.
 */
export function withoutLineNumbers(pages: readonly PdfPage[]): LineNumbers {
  const numbers: string[] = [];
  const columns = pages.map((page) => columnOf(page, "left") ?? columnOf(page, "right") ?? []);
  // One page's column may be a list that somebody typed; half of the pages do not agree by chance.
  const certain = columns.filter((column) => column.length >= FEWEST).length;
  const filled = pages.filter((page) => page.pieces.length > 0).length;
  if (certain === 0 || certain * 2 < filled) return { pages, numbers };
  const cleaned = pages.map((page, i) => {
    const column = new Set(columns[i]);
    if (column.size === 0) return page;
    for (const piece of columns[i] ?? []) numbers.push(piece.text.trim());
    return { ...page, pieces: page.pieces.filter((piece) => !column.has(piece)) };
  });
  return { pages: cleaned, numbers };
}

function columnOf(page: PdfPage, side: "left" | "right"): PdfPiece[] | null {
  const all = page.pieces.filter((piece) => NUMBER.test(piece.text));
  if (all.length === 0) return null;
  // How far a piece lies into the page from that side.
  const near = (piece: PdfPiece) => (side === "left" ? piece.x : page.width - piece.x - piece.width);
  const edge = all.reduce((least, piece) => Math.min(least, near(piece)), Number.POSITIVE_INFINITY);
  const column = all
    .filter((piece) => near(piece) + piece.width - edge <= WIDEST_COLUMN * piece.size)
    .sort((a, b) => a.y - b.y);
  const inner = column.reduce((most, piece) => Math.max(most, near(piece) + piece.width), 0);
  const chosen = new Set(column);
  const size = column[0]?.size ?? 0;
  const words = page.pieces.filter((piece) => !chosen.has(piece) && !NUMBER.test(piece.text));
  if (words.length === 0 || words.some((piece) => near(piece) < inner + GUTTER * size)) return null;
  const sequence = longestRise(column);
  return sequence.length >= FEWEST || sequence.length === column.length ? sequence : null;
}

/** The numbers that rise by one step; a page number above or below them, at the same margin, does not. */
function longestRise(column: readonly PdfPiece[]): PdfPiece[] {
  if (column.length < 2) return [...column];
  const steps = column.slice(1).map((piece, i) => Number(piece.text) - Number(column[i]?.text));
  const counts = new Map<number, number>();
  for (const step of steps) counts.set(step, (counts.get(step) ?? 0) + 1);
  const [step = 0] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0]);
  // Some number every fifth line, so that the first (1, 5, 10) may be an odd one.
  if (step < 1) return [];
  let best = { from: 0, to: 0 };
  let from = 0;
  for (let i = 1; i <= column.length; i++) {
    if (i < column.length && steps[i - 1] === step) continue;
    if (i - from > best.to - best.from) best = { from, to: i };
    from = i;
  }
  return column.slice(best.from, best.to);
}
