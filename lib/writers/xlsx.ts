// Rows → a workbook of one sheet: words stay words, whatever they look like, and days are days.
import { type CellValue, writeXlsx } from "hucre/xlsx";

export type SheetCell = string | number | { readonly date: string } | null;

export interface SheetContent {
  readonly sheet: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

const DAY = "yyyy-mm-dd";
/** Workbooks count their days from here on; before, and before the leap day that 1900 did not have, a day is a word. */
const FIRST_DAY = "1900-03-01";

/** Letters that XML has no place for would break the whole file. */
const NO_XML = /(?![\t\n\r\u007F-\u009F])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu;

export async function xlsxFile({ sheet, header, rows }: SheetContent): Promise<Uint8Array> {
  const cells = new Map<string, { style: { numFmt: string } }>();
  const lines = [header, ...rows].map((row, at) =>
    row.map((cell, column): CellValue => {
      if (cell === null || typeof cell === "number") return cell;
      if (typeof cell === "string") return cellWords(cell);
      if (cell.date < FIRST_DAY) return cell.date;
      cells.set(`${at},${column}`, { style: { numFmt: DAY } });
      return new Date(`${cell.date}T00:00:00Z`);
    }),
  );
  return writeXlsx({
    sheets: [
      {
        name: sheetName(sheet),
        rows: lines,
        cells,
        columns: header.map((heading) => ({ width: Math.min(40, Math.max(10, heading.length + 2)) })),
        freezePane: { rows: 1, columns: 1 },
      },
    ],
  });
}

/** `_x0041_` in a workbook means the letter of that number: words that look so are written with their own first mark. */
function cellWords(words: string): string {
  return words.replace(NO_XML, "\uFFFD").replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

/** What a workbook allows: 31 characters, and none of those that its formulas use. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\']/g, " ")
      .replace(NO_XML, "")
      .trim()
      .slice(0, 31) || "Table"
  );
}
