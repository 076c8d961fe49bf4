// Builds a page flow while a reader walks through its file: words go in one after the other, with how they look.
import { isBlank } from "./label-blocks";
import { type Flow, type FlowCell, type FlowElement, type FlowLine, noCounts } from "./page-flow";
import type { Emphasis } from "./read-result";

export interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly hidden: boolean;
}

/** Letters or a word beside the number (`P1:`) make it say who speaks; `iv.` and `b)` are layout. */
export interface ShownNumber {
  readonly text: string;
  readonly named: boolean;
}

/** `merged`: it goes on with the cell above. `covered`: the cell to its left lies over it. */
export interface CellShape {
  readonly merged?: boolean;
  readonly covered?: boolean;
  readonly columns?: number;
}

interface OpenLine {
  text: string;
  emphasis: Emphasis[];
}

interface OpenParagraph {
  lines: OpenLine[];
  readonly boxed: boolean;
  hidden: boolean;
  /** Text boxes that it anchors: they follow it. */
  readonly boxes: FlowElement[];
}

interface OpenTable {
  readonly rows: FlowCell[][];
  row: OpenCell[] | null;
}

interface OpenCell {
  readonly content: FlowElement[];
  merged: boolean;
  columns: number;
  covered: boolean;
}

const WIDEST_SPAN = 1_000;

export class PageFlowWriter {
  readonly counts = noCounts();
  readonly #root: FlowElement[] = [];
  /** Where finished paragraphs and tables go: the body, a cell, or the boxes of the paragraph that anchors them. */
  readonly #sinks: FlowElement[][] = [this.#root];
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #tables: OpenTable[] = [];
  readonly #cells: OpenCell[] = [];
  #boxes = 0;

  get flow(): Flow {
    return { content: this.#root, counts: this.counts };
  }

  get inParagraph(): boolean {
    return this.#paragraphs.length > 0;
  }

  openParagraph(): void {
    this.#paragraphs.push({ lines: [{ text: "", emphasis: [] }], boxed: this.#boxes > 0, hidden: false, boxes: [] });
  }

  /** A number that says who speaks is set before the first words; a paragraph without words leaves no trace. */
  closeParagraph(number: ShownNumber | null = null): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    const { lines, boxed, boxes } = paragraph;
    const first = lines.findIndex((line) => !isBlank(line.text));
    const isLabel = number?.named === true && first !== -1;
    if (number !== null) {
      if (isLabel) this.counts.numbersRebuilt++;
      else this.counts.numbersLeft++;
    }
    const sink = this.#sinks.at(-1) ?? this.#root;
    if (paragraph.hidden) {
      for (const line of lines) this.counts.hiddenCharacters += line.text.trim().length;
    } else if (first !== -1) {
      const shown: FlowLine[] = isLabel ? lines.map((line, i) => (i === first ? numbered(line, number) : line)) : lines;
      sink.push({ kind: "paragraph", lines: shown, boxed });
    }
    for (const element of boxes) sink.push(element);
  }

  /** All of the open paragraph, the words that it already has included. */
  hideParagraph(): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.hidden = true;
  }

  words(words: string, look: Look): void {
    const paragraph = this.#paragraphs.at(-1);
    const line = paragraph?.lines.at(-1);
    if (!line || words === "") return;
    if (look.hidden) {
      this.counts.hiddenCharacters += words.trim().length;
      return;
    }
    const start = line.text.length;
    line.text += words;
    if (!look.bold && !look.italic) return;
    const last = line.emphasis.at(-1);
    if (last && last.end === start && last.bold === look.bold && last.italic === look.italic) {
      line.emphasis[line.emphasis.length - 1] = { ...last, end: line.text.length };
    } else {
      line.emphasis.push({ start, end: line.text.length, bold: look.bold, italic: look.italic });
    }
  }

  breakLine(): void {
    this.#paragraphs.at(-1)?.lines.push({ text: "", emphasis: [] });
  }

  openTable(): void {
    this.#tables.push({ rows: [], row: null });
  }

  closeTable(): void {
    const table = this.#tables.pop();
    if (table && table.rows.length > 0) (this.#sinks.at(-1) ?? this.#root).push({ kind: "table", rows: table.rows });
  }

  openRow(): void {
    const table = this.#tables.at(-1);
    if (table) table.row = [];
  }

  /** `shapes` of its cells, where a format knows them only at the row's end. */
  closeRow(shapes: readonly CellShape[] = []): void {
    const table = this.#tables.at(-1);
    if (!table?.row) return;
    const row: FlowCell[] = [];
    for (const [i, cell] of table.row.entries()) {
      const { merged, covered } = { ...cell, ...shapes[i] };
      const left = row.at(-1);
      if (left && covered) row[row.length - 1] = { ...left, columns: left.columns + cell.columns };
      else row.push({ content: cell.content, merged, columns: cell.columns });
    }
    if (row.length > 0) table.rows.push(row);
    table.row = null;
  }

  openCell(): void {
    const cell: OpenCell = { content: [], merged: false, columns: 1, covered: false };
    this.#cells.push(cell);
    this.#sinks.push(cell.content);
  }

  shapeCell(shape: CellShape): void {
    const cell = this.#cells.at(-1);
    if (!cell) return;
    if (shape.merged !== undefined) cell.merged = shape.merged;
    if (shape.covered !== undefined) cell.covered = shape.covered;
    if (shape.columns !== undefined) cell.columns = Math.min(WIDEST_SPAN, Math.max(1, shape.columns || 1));
  }

  closeCell(): void {
    const cell = this.#cells.pop();
    if (!cell) return;
    this.#sinks.pop();
    this.#tables.at(-1)?.row?.push(cell);
  }

  openBox(): void {
    this.#boxes++;
    this.#sinks.push(this.#paragraphs.at(-1)?.boxes ?? this.#sinks.at(-1) ?? this.#root);
  }

  closeBox(): void {
    if (this.#boxes === 0) return;
    this.#boxes--;
    this.#sinks.pop();
  }
}

/** Word sets a tab between an automatic number and the words. */
function numbered(line: OpenLine, { text }: ShownNumber): FlowLine {
  const head = `${text}\t`;
  const emphasis = line.emphasis.map((span) => ({
    ...span,
    start: span.start + head.length,
    end: span.end + head.length,
  }));
  return { text: head + line.text, emphasis };
}
