// For tests alone: writes small Word 97–2003 documents, with the main stream in sectors and the table stream in mini sectors.

export interface DocFixtureRun {
  readonly text: string;
  /** Changes of its letters, as bytes: two for the property, then its operand. */
  readonly changes?: readonly number[];
  /** Two bytes a character; one otherwise, and then the text is Latin letters alone. */
  readonly wide?: boolean;
}

export interface DocFixtureParagraph {
  readonly runs: readonly DocFixtureRun[];
  /** U+000D ends a paragraph, U+0007 a cell or a row. */
  readonly end?: string;
  readonly changes?: readonly number[];
}

export interface DocFixtureOptions {
  /** Written over the header when all else is done. */
  readonly header?: readonly { readonly at: number; readonly value: number }[];
  /** Follows the body as the text of boxes. */
  readonly boxes?: readonly DocFixtureParagraph[];
  /** Instead of "WordDocument". */
  readonly name?: string;
}

export const CHANGES = {
  bold: [0x35, 0x08, 1],
  italic: [0x36, 0x08, 1],
  hidden: [0x3c, 0x08, 1],
  deleted: [0x00, 0x08, 1],
  inserted: [0x01, 0x08, 1],
  inTable: [0x16, 0x24, 1],
  endsRow: [0x16, 0x24, 1, 0x17, 0x24, 1],
  numbered: [0x0b, 0x46, 1, 0],
} as const;

const SECTOR = 512;
const TEXT_AT = 1024;
const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;

interface Laid {
  readonly from: number;
  readonly to: number;
  readonly changes: readonly number[];
}

export function docFile(paragraphs: readonly DocFixtureParagraph[], options: DocFixtureOptions = {}): Uint8Array {
  const all = [...paragraphs, ...(options.boxes ?? [])];
  const letters: Laid[] = [];
  const blocks: Laid[] = [];
  const pieces: { cp: number; fc: number }[] = [];
  const bytes: number[] = [];
  let cp = 0;
  let body = 0;
  for (const [i, paragraph] of all.entries()) {
    const start = TEXT_AT + bytes.length;
    for (const run of [...paragraph.runs, { text: paragraph.end ?? "\r" }]) {
      const from = TEXT_AT + bytes.length;
      const wide = "wide" in run && run.wide === true;
      pieces.push({ cp, fc: wide ? from : (from * 2) | 0x40000000 });
      for (let at = 0; at < run.text.length; at++) {
        const code = run.text.charCodeAt(at);
        bytes.push(code & 0xff, ...(wide ? [code >>> 8] : []));
      }
      cp += run.text.length;
      letters.push({ from, to: TEXT_AT + bytes.length, changes: ("changes" in run && run.changes) || [] });
    }
    blocks.push({ from: start, to: TEXT_AT + bytes.length, changes: paragraph.changes ?? [] });
    if (i === paragraphs.length - 1) body = cp;
  }
  const charactersPage = Math.ceil((TEXT_AT + bytes.length) / SECTOR);
  const main = new Uint8Array(Math.max(4096, (charactersPage + 2) * SECTOR));
  main.set(bytes, TEXT_AT);
  main.set(formattedPage(letters, 1), charactersPage * SECTOR);
  main.set(formattedPage(blocks, 13), (charactersPage + 1) * SECTOR);

  const table = new Table();
  const styles = table.add([...u16(2), ...u16(0), ...u16(10), ...u16(0)]);
  const characterPages = table.add([letters[0]?.from ?? 0, letters.at(-1)?.to ?? 0, charactersPage].flatMap(u32));
  const paragraphPages = table.add([blocks[0]?.from ?? 0, blocks.at(-1)?.to ?? 0, charactersPage + 1].flatMap(u32));
  const places = [...pieces.map((piece) => piece.cp), cp].flatMap(u32);
  const descriptors = pieces.flatMap((piece) => [0, 0, ...u32(piece.fc), 0, 0]);
  const size = places.length + descriptors.length;
  const clx = table.add([2, ...u32(size), ...places, ...descriptors]);

  const header = new DataView(main.buffer);
  header.setUint16(0, 0xa5ec, true);
  header.setUint16(2, 0xc1, true);
  header.setUint16(0x0a, 0x0200, true);
  header.setUint32(0x4c, body, true);
  header.setUint32(0x64, cp - body, true);
  for (const [at, part] of [
    [0xa2, styles],
    [0xfa, characterPages],
    [0x102, paragraphPages],
    [0x1a2, clx],
  ] as const) {
    header.setUint32(at, part.from, true);
    header.setUint32(at + 4, part.length, true);
  }
  for (const { at, value } of options.header ?? []) header.setUint16(at, value, true);
  return oleFile(options.name ?? "WordDocument", main, table.bytes());
}

/** One page of runs: their places, where each one's changes stand, and the changes from the page's end upwards. */
function formattedPage(runs: readonly Laid[], step: 1 | 13): Uint8Array {
  const page = new Uint8Array(SECTOR);
  const view = new DataView(page.buffer);
  let end = SECTOR - 2;
  for (const [i, run] of runs.entries()) {
    view.setUint32(i * 4, run.from, true);
    view.setUint32(i * 4 + 4, run.to, true);
    if (step === 1 && run.changes.length === 0) continue;
    const stored = step === 1 ? [run.changes.length, ...run.changes] : paragraphChanges(run.changes);
    end = (end - stored.length) & ~1;
    page.set(stored, end);
    page[(runs.length + 1) * 4 + i * step] = end / 2;
  }
  page[SECTOR - 1] = runs.length;
  if (end < (runs.length + 1) * 4 + runs.length * step) throw new RangeError("too many runs for one page");
  return page;
}

function paragraphChanges(changes: readonly number[]): number[] {
  const whole = [0, 0, ...changes];
  return whole.length % 2 === 1 ? [(whole.length + 1) / 2, ...whole] : [0, whole.length / 2, ...whole];
}

class Table {
  readonly #bytes: number[] = [];
  add(part: readonly number[]): { from: number; length: number } {
    const from = this.#bytes.length;
    this.#bytes.push(...part);
    return { from, length: part.length };
  }
  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

function oleFile(name: string, main: Uint8Array, table: Uint8Array): Uint8Array {
  const miniSectors = Math.ceil(table.length / 64);
  const sizes = [1, 1, 1, Math.ceil((miniSectors * 64) / SECTOR), Math.ceil(main.length / SECTOR)];
  const starts = sizes.map((_, i) => sizes.slice(0, i).reduce((sum, size) => sum + size, 0));
  const [, directoryAt = 0, miniFatAt = 0, miniAt = 0, mainAt = 0] = starts;
  const sectors = sizes.reduce((sum, size) => sum + size, 0);
  const file = new Uint8Array((sectors + 1) * SECTOR);
  const view = new DataView(file.buffer);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [at, value] of [
    [0x18, 0x3e],
    [0x1a, 3],
    [0x1c, 0xfffe],
    [0x1e, 9],
    [0x20, 6],
  ] as const)
    view.setUint16(at, value, true);
  for (const [at, value] of [
    [0x2c, 1],
    [0x30, directoryAt],
    [0x38, 4096],
    [0x3c, miniFatAt],
    [0x40, 1],
    [0x44, END_OF_CHAIN],
  ] as const)
    view.setUint32(at, value, true);
  for (let i = 0; i < 109; i++) view.setUint32(0x4c + i * 4, i === 0 ? 0 : FREE, true);
  const place = (sector: number) => (sector + 1) * SECTOR;
  for (let i = 0; i < SECTOR / 4; i++) {
    const own = starts.findIndex((start, part) => i >= start && i < start + (sizes[part] ?? 0));
    const isLast = own !== -1 && i === (starts[own] ?? 0) + (sizes[own] ?? 0) - 1;
    view.setUint32(place(0) + i * 4, own === -1 ? FREE : i === 0 ? 0xfffffffd : isLast ? END_OF_CHAIN : i + 1, true);
    view.setUint32(
      place(miniFatAt) + i * 4,
      i < miniSectors - 1 ? i + 1 : i === miniSectors - 1 ? END_OF_CHAIN : FREE,
      true,
    );
  }
  const entries = [
    { name: "Root Entry", kind: 5, child: 1, right: FREE, start: miniAt, size: miniSectors * 64 },
    { name, kind: 2, child: FREE, right: 2, start: mainAt, size: main.length },
    { name: "1Table", kind: 2, child: FREE, right: FREE, start: 0, size: table.length },
  ];
  for (const [i, entry] of entries.entries()) {
    const at = place(directoryAt) + i * 128;
    for (let letter = 0; letter < entry.name.length; letter++)
      view.setUint16(at + letter * 2, entry.name.charCodeAt(letter), true);
    view.setUint16(at + 64, entry.name.length * 2 + 2, true);
    view.setUint8(at + 66, entry.kind);
    for (const [offset, value] of [
      [68, FREE],
      [72, entry.right],
      [76, entry.child],
      [116, entry.start],
      [120, entry.size],
    ] as const)
      view.setUint32(at + offset, value, true);
  }
  file.set(table, place(miniAt));
  file.set(main, place(mainAt));
  return file;
}

function u16(value: number): number[] {
  return [value & 0xff, (value >>> 8) & 0xff];
}

function u32(value: number): number[] {
  return [...u16(value & 0xffff), ...u16(value >>> 16)];
}
