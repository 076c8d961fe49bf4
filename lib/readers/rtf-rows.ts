// The tables of a rich text file, whose cells and rows are told only by where they end.
import type { CellShape, PageFlowWriter } from "./page-flow-writer";

interface OpenLevel {
  row: boolean;
  cell: boolean;
}

/** Opens and closes tables, rows and cells so that what is written next stands `level` tables deep. */
export class RtfRows {
  readonly #writer: PageFlowWriter;
  readonly #levels: OpenLevel[] = [];

  constructor(writer: PageFlowWriter) {
    this.#writer = writer;
  }

  enter(level: number): void {
    while (this.#levels.length > level) this.#closeTable();
    for (let at = 0; at < level; at++) {
      let open = this.#levels[at];
      if (!open) {
        open = { row: false, cell: false };
        this.#levels.push(open);
        this.#writer.openTable();
      }
      if (!open.row) this.#writer.openRow();
      if (!open.cell) this.#writer.openCell();
      open.row = true;
      open.cell = true;
    }
  }

  endCell(level: number): void {
    this.enter(level);
    const open = this.#levels.at(-1);
    if (!open) return;
    open.cell = false;
    this.#writer.closeCell();
  }

  endRow(level: number, shapes: readonly CellShape[]): void {
    while (this.#levels.length > level) this.#closeTable();
    const open = this.#levels.at(-1);
    if (!open || this.#levels.length < level || !open.row) return;
    if (open.cell) this.#writer.closeCell();
    open.cell = false;
    open.row = false;
    this.#writer.closeRow(shapes);
  }

  #closeTable(): void {
    const open = this.#levels.pop();
    if (open?.cell) this.#writer.closeCell();
    if (open?.row) this.#writer.closeRow();
    this.#writer.closeTable();
  }
}
