// Tables on a PDF's pages: lines whose words stand in the same three or more columns, put back into rows of cells.
import type { FlowCell, FlowLine, FlowParagraph, FlowTable } from "./page-flow";
import type { PdfCell, PdfLine } from "./pdf-lines";

export interface PdfTable {
  readonly columns: readonly number[];
  readonly lines: readonly PdfLine[];
}

export type JoinLines = (lines: readonly Pick<PdfLine, "text" | "emphasis">[]) => FlowLine;

const SAME_COLUMN = 4;
const FEWEST_COLUMNS = 3;
const FEWEST_ROWS = 3;

/** Each line of a table with its table. Lines that run from right to left are not looked at. */
export function tablesOf(lines: readonly PdfLine[]): ReadonlyMap<PdfLine, PdfTable> {
  const found = new Map<PdfLine, PdfTable>();
  for (let from = 0; from < lines.length; ) {
    const first = lines[from];
    let to = from;
    while (to < lines.length && lines[to]?.page === first?.page && lines[to]?.column === first?.column) to++;
    for (const table of tablesOfPage(lines.slice(from, to))) for (const line of table.lines) found.set(line, table);
    from = to;
  }
  return found;
}

function tablesOfPage(lines: readonly PdfLine[]): PdfTable[] {
  const columns = columnsOf(lines.filter(({ cells }) => cells.length > 1));
  if (columns.length < FEWEST_COLUMNS) return [];
  const tables: PdfTable[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!isRow(lines[at], columns)) continue;
    let end = at;
    let rows = 0;
    for (let next = at; next < lines.length && isAligned(lines[next], columns); next++) {
      const line = lines[next];
      if (isRow(line, columns)) rows++;
      // A single cell under the others goes on with its row; one in the first column may be what follows the table.
      if (line && (line.cells.length > 1 || columnOf(line.cells[0], columns) > 0)) end = next;
    }
    if (rows >= FEWEST_ROWS) tables.push({ columns, lines: lines.slice(at, end + 1) });
    at = end;
  }
  return tables;
}

/** Where at least three lines' cells begin. */
function columnsOf(lines: readonly PdfLine[]): number[] {
  const starts = lines.flatMap(({ cells }) => cells.map((cell) => cell.x)).sort((a, b) => a - b);
  const columns: { x: number; count: number }[] = [];
  for (const x of starts) {
    const last = columns.at(-1);
    if (last && x - last.x <= SAME_COLUMN) last.count++;
    else columns.push({ x, count: 1 });
  }
  return columns.filter(({ count }) => count >= FEWEST_ROWS).map(({ x }) => x);
}

function columnOf(cell: PdfCell | undefined, columns: readonly number[]): number {
  return cell ? columns.findIndex((x) => Math.abs(cell.x - x) <= SAME_COLUMN) : -1;
}

function isAligned(line: PdfLine | undefined, columns: readonly number[]): boolean {
  return line !== undefined && !line.rtl && line.cells.every((cell) => columnOf(cell, columns) !== -1);
}

function isRow(line: PdfLine | undefined, columns: readonly number[]): boolean {
  return line !== undefined && line.cells.length >= FEWEST_COLUMNS && isAligned(line, columns);
}

/** More than half of the cells begin a row; fewer go on with it; one that reaches over its column's end spans the table. */
export function flowTable({ columns, lines }: PdfTable, join: JoinLines): FlowTable {
  const rows: PdfLine[][] = [];
  for (const line of lines) {
    if (line.cells.length * 2 > columns.length || isSpanning(line, columns) || rows.length === 0) rows.push([line]);
    else if (isSpanning(rows.at(-1)?.[0], columns)) rows.push([line]);
    else rows.at(-1)?.push(line);
  }
  const rights = columns.map((_, column) =>
    lines.reduce((most, { cells }) => {
      const own = cells.find((cell) => columnOf(cell, columns) === column);
      return Math.max(most, own?.right ?? 0);
    }, 0),
  );
  return { kind: "table", rows: rows.map((row) => rowCells(row, columns, rights, join)) };
}

function isSpanning(line: PdfLine | undefined, columns: readonly number[]): boolean {
  const [cell, ...more] = line?.cells ?? [];
  return cell !== undefined && more.length === 0 && columnOf(cell, columns) === 0 && cell.right > (columns[1] ?? 0);
}

function rowCells(
  row: readonly PdfLine[],
  columns: readonly number[],
  rights: readonly number[],
  join: JoinLines,
): FlowCell[] {
  const [first] = row;
  if (row.length === 1 && first && isSpanning(first, columns))
    return [{ content: [paragraph(join([first]))], merged: false, columns: columns.length }];
  return columns.map((_, column) => {
    const fragments = row.flatMap((line) => {
      const cell = line.cells.find((one) => columnOf(one, columns) === column);
      return cell ? [{ ...cell, size: line.size }] : [];
    });
    const paragraphs: (typeof fragments)[] = [];
    for (const fragment of fragments) {
      const before = paragraphs.at(-1)?.at(-1);
      // The next word would have stood on the line before, had it belonged there.
      const room = before ? (rights[column] ?? 0) - before.right : 0;
      if (before && room <= fragment.firstWord + 0.6 * fragment.size) paragraphs.at(-1)?.push(fragment);
      else paragraphs.push([fragment]);
    }
    const isLast = column === columns.length - 1;
    const content = paragraphs.map((lines) => paragraph(isLast ? join(lines) : (brokenWord(lines) ?? join(lines))));
    return { content, merged: false, columns: 1 };
  });
}

/** A time or a title too long for its narrow column is broken anywhere: `00:00:1` over `0`. */
function brokenWord(lines: readonly PdfCell[]): FlowLine | null {
  const [first, second, ...more] = lines;
  if (!first || !second || more.length > 0 || /\s/u.test(first.text.trim() + second.text.trim())) return null;
  const isTime = /^\d{1,2}:[\d:]*$/.test(first.text.trim()) && /^\d{1,2}$/.test(second.text.trim());
  const isTitle = /^\p{Lu}\p{Ll}+$/u.test(first.text.trim()) && /^\p{Ll}{1,3}$/u.test(second.text.trim());
  return isTime || isTitle ? { text: first.text.trim() + second.text.trim(), emphasis: [] } : null;
}

function paragraph(line: FlowLine): FlowParagraph {
  return { kind: "paragraph", lines: [line], boxed: false };
}
