// Paragraphs of a Word 97–2003 file → a page flow: which of them are a table's cells, the file says at their ends alone.
import type { DocParagraph } from "./doc-text";
import type { PageFlowWriter } from "./page-flow-writer";

export function writeDocFlow(paragraphs: readonly DocParagraph[], writer: PageFlowWriter): void {
  // For each open table, whether a cell is open in it.
  const cells: boolean[] = [];
  const closeTo = (depth: number) => {
    while (cells.length > depth) {
      if (cells.pop()) writer.closeCell();
      writer.closeRow();
      writer.closeTable();
    }
  };
  const openTo = (depth: number) => {
    for (let level = 0; level < depth; level++) {
      if (level === cells.length) {
        writer.openTable();
        writer.openRow();
        cells.push(false);
      }
      if (!cells[level]) writer.openCell();
      cells[level] = true;
    }
  };
  for (const paragraph of paragraphs) {
    const { depth, ends } = paragraph;
    closeTo(depth);
    if (ends === "row" && cells.length === depth && depth > 0) {
      // The row's own end follows the end of its last cell and holds no words.
      if (cells[depth - 1]) writer.closeCell();
      writer.closeRow();
      writer.openRow();
      cells[depth - 1] = false;
      continue;
    }
    openTo(depth);
    writeParagraph(paragraph, writer);
    if (ends === "cell" && depth > 0) {
      writer.closeCell();
      cells[depth - 1] = false;
    }
  }
  closeTo(0);
}

function writeParagraph({ lines, numbered }: DocParagraph, writer: PageFlowWriter): void {
  writer.openParagraph();
  for (const [i, line] of lines.entries()) {
    if (i > 0) writer.breakLine();
    for (const { text, look } of line) writer.words(text, look);
  }
  // What the number looks like stands in lists that are not read; that there is one is told.
  writer.closeParagraph(numbered ? { text: "", named: false } : null);
}
