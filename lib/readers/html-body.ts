// The words of a web page as a browser shows them: paragraphs, line breaks and tables; what is hidden is left out.
import { Parser } from "htmlparser2";
import { Refusal } from "../refusal";
import { BLOCKS, BOLD, type InlineStyle, ITALIC, inlineStyle, SKIPPED } from "./html-elements";
import type { Flow } from "./page-flow";
import { type CellShape, type Look, PageFlowWriter } from "./page-flow-writer";

const DEPTH = 2_000;
const DEEPEST_TABLE = 50;
const MOST_COLUMNS = 1_000;
/** A few letters can ask for cells without end. */
const MOST_COVERED = 50_000;

interface Element {
  readonly name: string;
  readonly look: Look;
  readonly keepsSpace: boolean;
  /** Its words are Word's automatic number. */
  readonly isNumber: boolean;
  readonly isSkipped: boolean;
}

interface OpenTable {
  row: boolean;
  cell: boolean;
  column: number;
  /** By its first column, a cell from above: how many rows it still covers, and how many columns. */
  readonly spans: Map<number, { rows: number; readonly columns: number }>;
}

/** Throws Refusal: file-too-deep. */
export function readHtmlBody(source: string): Flow {
  const writer = new PageFlowWriter();
  const { counts } = writer;
  const base: Element = {
    name: "",
    look: { bold: false, italic: false, hidden: false },
    keepsSpace: false,
    isNumber: false,
    isSkipped: false,
  };
  const elements: Element[] = [];
  const tables: OpenTable[] = [];
  let current = base;
  let isOpen = false;
  /** White space collapses: at the head of a line to nothing, between words to the first space of it. */
  let afterSpace = true;
  let waitingSpace: Look | null = null;
  let number: string | null = null;
  let covered = MOST_COVERED;

  const closeParagraph = () => {
    const written = number?.replace(/\s+/g, " ").trim() ?? "";
    number = null;
    waitingSpace = null;
    afterSpace = true;
    if (isOpen)
      writer.closeParagraph(written === "" ? null : { text: written, named: /\p{L}{2}|\p{L}\p{N}/u.test(written) });
    isOpen = false;
  };
  const openParagraph = () => {
    if (!isOpen) writer.openParagraph();
    isOpen = true;
  };
  const closeCell = () => {
    const table = tables.at(-1);
    if (!table?.cell) return;
    closeParagraph();
    writer.closeCell();
    table.cell = false;
  };
  const closeRow = () => {
    const table = tables.at(-1);
    if (!table?.row) return;
    closeCell();
    coverFromAbove(table);
    writer.closeRow();
    table.row = false;
  };
  const addCell = (table: OpenTable, shape: CellShape) => {
    writer.openCell();
    writer.shapeCell(shape);
    table.column += shape.columns ?? 1;
  };
  /** Cells that the rows above reach down into are not written in this row. */
  const coverFromAbove = (table: OpenTable) => {
    for (let span = table.spans.get(table.column); span && covered > 0; span = table.spans.get(table.column)) {
      covered--;
      span.rows--;
      if (span.rows === 0) table.spans.delete(table.column);
      addCell(table, { merged: true, columns: span.columns });
      writer.closeCell();
    }
  };
  const openRow = (table: OpenTable) => {
    closeRow();
    writer.openRow();
    table.row = true;
    table.column = 0;
  };
  const openCell = (table: OpenTable, attributes: Attributes) => {
    closeCell();
    if (!table.row) openRow(table);
    coverFromAbove(table);
    const columns = spanOf(attributes.colspan);
    const rows = spanOf(attributes.rowspan);
    if (rows > 1) table.spans.set(table.column, { rows: rows - 1, columns });
    addCell(table, { columns });
    table.cell = true;
  };
  const words = (text: string) => {
    if (text === "") return;
    openParagraph();
    if (waitingSpace) writer.words(" ", waitingSpace);
    waitingSpace = null;
    writer.words(text, current.look);
    afterSpace = false;
  };
  const breakLine = () => {
    if (current.look.hidden) return;
    openParagraph();
    waitingSpace = null;
    afterSpace = true;
    writer.breakLine();
  };
  const collapsed = (text: string) => {
    const pieces = text.replace(/[ \t\n\f\r]+/g, " ");
    const startsBlank = pieces.startsWith(" ");
    const inner = pieces.slice(startsBlank ? 1 : 0, pieces.length > 1 && pieces.endsWith(" ") ? -1 : undefined);
    if (startsBlank && !afterSpace) {
      waitingSpace ??= current.look;
      afterSpace = true;
    }
    words(inner);
    if (inner !== "" && pieces.endsWith(" ")) {
      waitingSpace = current.look;
      afterSpace = true;
    }
  };
  const opened = (name: string, attributes: Attributes) => {
    if (name === "br") {
      breakLine();
      return;
    }
    if (!BLOCKS.has(name)) return;
    closeParagraph();
    const table = tables.at(-1);
    if (name === "table") {
      if (tables.length >= DEEPEST_TABLE) throw new Refusal("file-too-deep", 422, { limit: DEEPEST_TABLE });
      tables.push({ row: false, cell: false, column: 0, spans: new Map() });
      writer.openTable();
    } else if (name === "tr" && table) openRow(table);
    else if ((name === "td" || name === "th") && table) openCell(table, attributes);
    else if (name === "li" && elements.findLast((each) => each.name === "ol" || each.name === "ul")?.name === "ol") {
      counts.numbersLeft++;
    }
  };
  const closed = (name: string) => {
    if (!BLOCKS.has(name)) return;
    closeParagraph();
    if (name === "td" || name === "th") closeCell();
    else if (name === "tr") closeRow();
    else if (name === "table" && tables.length > 0) {
      closeRow();
      tables.pop();
      writer.closeTable();
    }
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (elements.length >= DEPTH) throw new Refusal("file-too-deep", 422, { limit: DEPTH });
        const outer = current;
        current = elementOf(name, attributes, outer);
        elements.push(current);
        if (current.isSkipped) {
          if (name === "del" && !outer.isSkipped) counts.deletions++;
          return;
        }
        if (name === "ins") counts.insertions++;
        opened(name, attributes);
      },
      onclosetag(name) {
        const element = elements.pop();
        if (element && !element.isSkipped && element.name === name) closed(name);
        current = elements.at(-1) ?? base;
      },
      ontext(text) {
        if (current.isSkipped) return;
        if (current.isNumber) number = (number ?? "") + text;
        else if (!current.keepsSpace) collapsed(text);
        else {
          for (const [i, line] of text.split(/\r\n?|\n/).entries()) {
            if (i > 0) breakLine();
            words(line);
          }
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(source);
  closeParagraph();
  while (tables.length > 0) closed("table");
  return writer.flow;
}

type Attributes = Readonly<Record<string, string>>;

function elementOf(name: string, attributes: Attributes, outer: Element): Element {
  const style: InlineStyle = inlineStyle(attributes.style);
  const hidden =
    outer.look.hidden ||
    style.hidden === true ||
    Object.hasOwn(attributes, "hidden") ||
    (name === "dialog" && !Object.hasOwn(attributes, "open"));
  return {
    name,
    look: {
      bold: style.bold ?? (BOLD.has(name) || outer.look.bold),
      italic: style.italic ?? (ITALIC.has(name) || outer.look.italic),
      hidden,
    },
    keepsSpace: style.keepsSpace ?? (name === "pre" || name === "xmp" || outer.keepsSpace),
    isNumber: outer.isNumber || style.isNumber === true,
    isSkipped: outer.isSkipped || SKIPPED.has(name) || name === "del",
  };
}

function spanOf(attribute: string | undefined): number {
  return Math.min(MOST_COLUMNS, Math.max(1, Number.parseInt(attribute ?? "1", 10) || 1));
}
