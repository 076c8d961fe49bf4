export interface OutlineLine {
  readonly name: string;
  /** How many lines stand above it in the outline; 0 is the outermost. */
  readonly depth: number;
}

const TAB = 4;

function indentOf(line: string): number {
  let width = 0;
  for (const sign of line) {
    if (sign === "\t") width += TAB - (width % TAB);
    else if (sign === " " || sign === "\u00a0") width += 1;
    else break;
  }
  return width;
}

/** Lines of an indented list (bullets and numbers are taken off) as a tree; deeper by one at most. */
export function outlineOf(text: string): OutlineLine[] {
  const lines: OutlineLine[] = [];
  const open: number[] = [];
  for (const line of text.split(/\r\n?|\n/)) {
    const name = line
      .trim()
      .replace(/^(?:[-*•–◦▪]|\d+(?:\.\d+)*[.)])\s+/u, "")
      .replace(/\s+/gu, " ");
    if (name === "") continue;
    const indent = indentOf(line);
    while (open.length > 0 && (open.at(-1) ?? 0) >= indent) open.pop();
    lines.push({ name: name.slice(0, 200), depth: open.length });
    open.push(indent);
  }
  return lines;
}
