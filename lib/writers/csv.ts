// Rows → CSV that Excel opens as it is and that cannot run anything there.
import Papa from "papaparse";

export type CsvCell = string | number | boolean | null;

/** What a spreadsheet may take for a formula, also behind white space, in full width, or behind marks that are not seen. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: spreadsheets skip them, so the check does too
const FORMULA = /^(?:[\s\u0000-\u001F\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]*[=+\-@＝＋－＠]|[\t\r])/u;

/** RFC 4180 with CRLF and a UTF-8 byte order mark, without which Excel reads an older encoding. */
export function csvText(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const cells = [header, ...rows].map((row) => row.map(safeCell));
  return `\uFEFF${Papa.unparse(cells, { newline: "\r\n" })}\r\n`;
}

/** An apostrophe before what could be a formula: the spreadsheet then shows the words and nothing else. */
function safeCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  return couldBeFormula(cell) ? `'${cell}` : cell;
}

export function couldBeFormula(cell: string): boolean {
  return FORMULA.test(cell);
}
