// Properties of characters and paragraphs in a Word 97–2003 file: single changes, styles, and the pages that hold them.

/** A change that a style or a run makes: the number of the property and its operand. */
export interface DocChange {
  readonly sprm: number;
  readonly operand: Uint8Array;
}

/** What lies over `[from, to)` bytes of the main stream. */
export interface DocRun {
  readonly from: number;
  readonly to: number;
  /** Of a paragraph: its style's number. */
  readonly style: number;
  readonly changes: Uint8Array;
}

const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, 0, 3];
const TABLE_DEFINITION = 0xd608;
const TABS = 0xc615;
const PAGE_BYTES = 512;
const NONE = new Uint8Array(0);

export function changesOf(list: Uint8Array): DocChange[] {
  const found: DocChange[] = [];
  let at = 0;
  while (at + 2 < list.length) {
    const sprm = (list[at] ?? 0) | ((list[at + 1] ?? 0) << 8);
    at += 2;
    let size = OPERAND_BYTES[sprm >>> 13] ?? 1;
    if (sprm >>> 13 === 6) {
      const first = list[at] ?? 0;
      // These two are counted otherwise: the one in sixteen bits, the other not at all once it is long.
      if (sprm === TABLE_DEFINITION) size = 1 + (first | ((list[at + 1] ?? 0) << 8));
      else if (sprm === TABS && first === 255) return found;
      else size = 1 + first;
    }
    found.push({ sprm, operand: list.subarray(at, at + size) });
    at += size;
  }
  return found;
}

/** Runs in the order of their bytes; each page of 512 bytes is read once, however often it is named. */
export function readRuns(main: Uint8Array, table: Uint8Array, of: "characters" | "paragraphs"): DocRun[] {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const count = Math.max(0, Math.floor((table.length - 4) / 8));
  const pages = new Set<number>();
  for (let i = 0; i < count; i++) pages.add(view.getUint32((count + 1) * 4 + i * 4, true) & 0x3fffff);
  const runs: DocRun[] = [];
  for (const page of pages) {
    const bytes = main.subarray(page * PAGE_BYTES, (page + 1) * PAGE_BYTES);
    if (bytes.length === PAGE_BYTES) readPage(bytes, of, runs);
  }
  return runs.sort((a, b) => a.from - b.from);
}

function readPage(bytes: Uint8Array, of: "characters" | "paragraphs", runs: DocRun[]): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const step = of === "characters" ? 1 : 13;
  const count = Math.min(bytes[PAGE_BYTES - 1] ?? 0, Math.floor((PAGE_BYTES - 5) / (4 + step)));
  for (let i = 0; i < count; i++) {
    const offset = (bytes[(count + 1) * 4 + i * step] ?? 0) * 2;
    const from = view.getUint32(i * 4, true);
    const to = view.getUint32(i * 4 + 4, true);
    if (from < to) runs.push({ from, to, ...(of === "characters" ? charactersAt : paragraphAt)(bytes, offset) });
  }
}

function charactersAt(bytes: Uint8Array, offset: number): { style: number; changes: Uint8Array } {
  if (offset === 0) return { style: 0, changes: NONE };
  const size = bytes[offset] ?? 0;
  return { style: 0, changes: bytes.subarray(offset + 1, offset + 1 + size) };
}

function paragraphAt(bytes: Uint8Array, offset: number): { style: number; changes: Uint8Array } {
  if (offset === 0) return { style: 0, changes: NONE };
  const short = bytes[offset] ?? 0;
  const start = short === 0 ? offset + 2 : offset + 1;
  const size = short === 0 ? (bytes[offset + 1] ?? 0) * 2 : short * 2 - 1;
  const style = (bytes[start] ?? 0) | ((bytes[start + 1] ?? 0) << 8);
  return { style, changes: bytes.subarray(start + 2, start + Math.max(size, 2)) };
}

/**
 * Answers for places that rise, mostly: the run found last is looked at first. What no run covers is a run without
 * changes up to the next one, so that whoever walks along makes one step of it.
 */
export function runFinder(runs: readonly DocRun[]): (fc: number) => DocRun {
  let last: DocRun = { from: 0, to: 0, style: 0, changes: NONE };
  return (fc) => {
    if (last.from <= fc && fc < last.to) return last;
    let low = 0;
    let high = runs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((runs[middle]?.from ?? 0) <= fc) low = middle + 1;
      else high = middle;
    }
    const run = runs[low - 1];
    last =
      run !== undefined && fc < run.to
        ? run
        : { from: fc, to: runs[low]?.from ?? Number.MAX_SAFE_INTEGER, style: 0, changes: NONE };
    return last;
  };
}
