// A table of unknown origin, csv or xlsx → rows of text as the file shows them, all equally wide.
import { Refusal } from "../refusal";
import { readCsv } from "./csv";
import type { Problem, ReadOptions } from "./read-result";
import { checkTableSize, checkTableWords } from "./table-size";
import { decodeText } from "./text-encoding";
import { readXlsx } from "./xlsx";

export interface TableRows {
  readonly rows: string[][];
  readonly problems: readonly Problem[];
}

/** Every cell as text: `0007`, `1E5` and `4,5` stay what they are. Rows without a word are left out. */
export interface TableRead extends TableRows {
  readonly format: "csv" | "xlsx";
  readonly encoding: string | null;
  /** The workbook's sheets, hidden ones too; which of them was read. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Throws Refusal: file-no-words, table-too-large, and what `decodeText` and `readXlsx` throw. */
export async function readTable(bytes: Uint8Array, options: ReadOptions = {}): Promise<TableRead> {
  const zipped = ZIP.every((byte, i) => bytes[i] === byte);
  const read: TableRead = zipped
    ? { format: "xlsx", ...(await readXlsx(bytes, options.sheet)) }
    : readPlain(bytes, options);
  let width = 0;
  for (const row of read.rows) width = Math.max(width, row.length);
  checkTableSize(read.rows.length, width);
  checkTableWords(read.rows);
  const filled = read.rows.filter((row) => row.some((cell) => cell.trim() !== ""));
  if (filled.length === 0) throw new Refusal("file-no-words", 422);
  // A comma at the end of every line makes a column that nobody filled.
  while (width > 1 && filled.every((row) => (row[width - 1] ?? "").trim() === "")) width--;
  const problems = [...read.problems, ...raggedness(filled, width, read.format)];
  for (const row of filled) {
    if (row.length > width) row.length = width;
    while (row.length < width) row.push("");
  }
  return { ...read, rows: filled, problems };
}

function readPlain(bytes: Uint8Array, options: ReadOptions): TableRead {
  const { text, encoding, problems } = decodeText(bytes, options.encoding);
  const { rows, problems: told } = readCsv(text);
  return { format: "csv", encoding, sheets: [], sheet: null, rows, problems: [...problems, ...told] };
}

/** A sheet has no cells behind a row's last one; in plain text a row of another width is a mistake that moves answers. */
function raggedness(rows: readonly (readonly string[])[], width: number, format: "csv" | "xlsx"): Problem[] {
  if (format === "xlsx") return [];
  const usual = rows[0]?.length ?? 0;
  const short = rows.filter((row) => row.length < Math.min(usual, width)).length;
  const long = rows.filter((row) => row.length > usual && row.slice(usual).some((cell) => cell.trim() !== "")).length;
  return [
    ...(short > 0 ? [{ code: "rows-short", params: { count: short } }] : []),
    ...(long > 0 ? [{ code: "rows-long", params: { count: long } }] : []),
  ];
}
