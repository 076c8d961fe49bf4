// Cells that were copied in a spreadsheet, as its clipboard writes them → rows of cells.

/** Tabs part cells and line ends rows; a cell in quotation marks may hold both, with its own marks doubled. */
export function pastedBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  let at = 0;
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(source.slice(at));
    const plain = quoted ? quoted[0] : (/^[^\t\n]*/.exec(source.slice(at))?.[0] ?? "");
    row.push(quoted ? (quoted[1] ?? "").replaceAll('""', '"') : plain);
    at += plain.length;
    const mark = source[at];
    at += 1;
    if (mark === "\t") continue;
    rows.push(row);
    row = [];
    if (mark === undefined) return rows;
  }
}
