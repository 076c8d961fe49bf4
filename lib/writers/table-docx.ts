// One table → a Word document as journals set it: rules above, below and under the head, notes beneath.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from "docx";
import { printable, wordRuns } from "./docx-words";

export interface TableColumn {
  readonly header: string;
  /** Numbers stand at the end. */
  readonly align?: "start" | "end";
}

export interface TableDocumentRow {
  readonly cells: readonly string[];
  /** How far the first cell is set in. */
  readonly depth?: number;
  /** Begins the part below a rule. */
  readonly rule?: boolean;
}

export interface TableDocument {
  readonly title: string;
  /** What the reader must know before the table. */
  readonly intro: readonly string[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableDocumentRow[];
  readonly notes: readonly string[];
}

const INDENT_TWIPS = 240;
const RULE = { style: BorderStyle.SINGLE, size: 6, color: "444444" };
const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

function cellOf(
  words: string,
  column: TableColumn | undefined,
  look: { head?: boolean; depth?: number; rules?: object },
) {
  return new TableCell({
    borders: { ...NO_BORDERS, ...look.rules },
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    children: [
      new Paragraph({
        alignment: column?.align === "end" ? AlignmentType.END : AlignmentType.START,
        indent: { start: (look.depth ?? 0) * INDENT_TWIPS },
        children: wordRuns(words, { bold: look.head }),
      }),
    ],
  });
}

export async function tableDocx({ title, intro, columns, rows, notes }: TableDocument): Promise<Uint8Array> {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column) =>
      cellOf(column.header, column, { head: true, rules: { top: RULE, bottom: RULE } }),
    ),
  });
  const body = rows.map(
    ({ cells, depth = 0, rule }, at) =>
      new TableRow({
        cantSplit: true,
        children: columns.map((column, i) =>
          cellOf(cells[i] ?? "", column, {
            depth: i === 0 ? depth : 0,
            rules: { ...(rule && { top: RULE }), ...(at === rows.length - 1 && { bottom: RULE }) },
          }),
        ),
      }),
  );
  const document = new Document({
    creator: "Tandem",
    lastModifiedBy: "Tandem",
    title: printable(title),
    styles: { default: { document: { run: { size: 19 } } } },
    sections: [
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        children: [
          new Paragraph({ spacing: { after: 80 }, children: wordRuns(title, { bold: true }) }),
          ...intro.map((words) => new Paragraph({ spacing: { after: 120 }, children: wordRuns(words) })),
          new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, borders: NO_BORDERS, rows: [head, ...body] }),
          ...notes.map(
            (words) => new Paragraph({ spacing: { before: 80 }, children: wordRuns(words, { italics: true }) }),
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
