// Two columns of text on a PDF's page: found where they are clear, so that one is read before the other.
import type { PdfPage, PdfPiece } from "./pdf-pages";

export interface PdfRegion {
  readonly column: "page" | "first" | "second";
  readonly pieces: readonly PdfPiece[];
}

const BIN = 2;
/** Of the width that holds words. */
const MIDDLE = [0.35, 0.65] as const;
const FEWEST_LINES = 8;
const FILLED = 0.5;
/** A table is written row by row, from side to side; columns are written one after the other. */
const MOST_CHANGES_OF_SIDE = 6;
const MOST_ACROSS = 0.1;
const SAME_ROW = 3;

/** The page's pieces in the order in which they are read. */
export function regionsOf({ pieces }: PdfPage): PdfRegion[] {
  const whole: PdfRegion[] = [{ column: "page", pieces }];
  const gutter = pieces.length < FEWEST_LINES * 2 ? null : gutterOf(pieces);
  if (gutter === null) return whole;
  const sideOf = (piece: PdfPiece) =>
    piece.x + piece.width <= gutter.to ? "first" : piece.x >= gutter.from ? "second" : "page";
  const first = pieces.filter((piece) => sideOf(piece) === "first");
  const second = pieces.filter((piece) => sideOf(piece) === "second");
  const sides = pieces.map(sideOf).filter((side) => side !== "page");
  const changes = sides.filter((side, i) => i > 0 && side !== sides[i - 1]).length;
  if (changes > MOST_CHANGES_OF_SIDE) return whole;
  if (!isFilled(first, gutter.left, gutter.from) || !isFilled(second, gutter.to, gutter.right)) return whole;

  const across = pieces.filter((piece) => sideOf(piece) === "page").sort((a, b) => a.y - b.y);
  const rows: PdfPiece[][] = [];
  for (const piece of across) {
    const last = rows.at(-1)?.[0];
    if (last && piece.y - last.y <= SAME_ROW) rows.at(-1)?.push(piece);
    else rows.push([piece]);
  }
  const rtl = first.concat(second).filter((piece) => /[\u0590-\u08FF]/u.test(piece.text)).length * 2 > sides.length;
  const regions: PdfRegion[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const row of [...rows, null]) {
    const to = row?.[0]?.y ?? Number.POSITIVE_INFINITY;
    const within = (piece: PdfPiece) => piece.y > from && piece.y <= to;
    const bands: PdfRegion[] = [
      { column: "first", pieces: first.filter(within) },
      { column: "second", pieces: second.filter(within) },
    ];
    regions.push(...(rtl ? bands.reverse() : bands), { column: "page", pieces: row ?? [] });
    from = to;
  }
  return regions.filter((region) => region.pieces.length > 0);
}

interface Gutter {
  readonly left: number;
  readonly from: number;
  readonly to: number;
  readonly right: number;
}

/** The widest strip in the middle of the page that hardly a piece crosses. */
function gutterOf(pieces: readonly PdfPiece[]): Gutter | null {
  let left = Number.POSITIVE_INFINITY;
  let right = 0;
  let size = 0;
  for (const piece of pieces) {
    left = Math.min(left, piece.x);
    right = Math.max(right, piece.x + piece.width);
    size += piece.size / pieces.length;
  }
  const count = Math.ceil((right - left) / BIN);
  if (!(count > 10) || count > 5_000) return null;
  const crossing = new Int32Array(count + 1);
  for (const piece of pieces) {
    const a = Math.max(0, Math.floor((piece.x - left) / BIN));
    const b = Math.min(count, Math.ceil((piece.x + piece.width - left) / BIN));
    crossing[a] = (crossing[a] ?? 0) + 1;
    crossing[b] = (crossing[b] ?? 0) - 1;
  }
  const most = pieces.length * MOST_ACROSS;
  let best = { from: 0, to: 0 };
  let start = -1;
  let open = 0;
  for (let bin = 0; bin <= count; bin++) {
    open += crossing[bin] ?? 0;
    const inMiddle = bin >= count * MIDDLE[0] && bin <= count * MIDDLE[1];
    if (inMiddle && open <= most) {
      if (start === -1) start = bin;
      if (bin + 1 - start > best.to - best.from) best = { from: start, to: bin + 1 };
    } else start = -1;
  }
  if ((best.to - best.from) * BIN < size * 0.8) return null;
  return { left, from: left + best.from * BIN, to: left + best.to * BIN, right };
}

/** Lines of running text reach nearly from side to side. */
function isFilled(pieces: readonly PdfPiece[], from: number, to: number): boolean {
  const rows = new Map<number, number>();
  for (const piece of pieces) {
    const row = Math.round(piece.y / SAME_ROW);
    rows.set(row, (rows.get(row) ?? 0) + piece.width);
  }
  const full = [...rows.values()].filter((width) => width > (to - from) * 0.6).length;
  return rows.size >= FEWEST_LINES && full >= rows.size * FILLED;
}
