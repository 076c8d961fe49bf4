// The container of old Office files: named streams kept in chains of sectors, as a small disk would hold them.
import { Refusal } from "../refusal";

export interface OleContainer {
  /** The streams that lie at the top; what embedded objects bring along lies deeper and is not seen. */
  readonly names: ReadonlySet<string>;
  /** Throws Refusal file-damaged where its chain of sectors is broken, loops, or leaves the file. */
  stream(name: string): Uint8Array | null;
}

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const ENTRY_BYTES = 128;
const STREAM = 2;
const ROOT = 5;
const DIFAT_IN_HEADER = 109;
/** Sector numbers from here on are marks: end of chain, free, part of the tables. */
const FIRST_MARK = 0xfffffffa;

/** Linear in the size of the file. Throws Refusal file-damaged. */
export function openOle(bytes: Uint8Array): OleContainer {
  if (bytes.length < 512) throw damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(0x1e, true);
  const miniShift = view.getUint16(0x20, true);
  if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw damaged();
  const size = 1 << shift;
  const sectors = Math.ceil(bytes.length / size);
  const sector = (number: number): Uint8Array => {
    const from = (number + 1) * size;
    if (number >= FIRST_MARK || from >= bytes.length) throw damaged();
    return bytes.subarray(from, from + size);
  };

  const table = fatSectors(view, sector, sectors).flatMap((number) => numbersOf(sector(number)));
  const chain = (first: number): number[] => {
    const numbers: number[] = [];
    for (let at = first; at < FIRST_MARK; at = table[at] ?? FIRST_MARK) {
      // A chain cannot be longer than the file: this one bites its own tail.
      if (numbers.length > sectors) throw damaged();
      numbers.push(at);
    }
    return numbers;
  };
  const content = (first: number): Uint8Array => joined(chain(first).map(sector), size);

  const entries = entriesOf(content(view.getUint32(0x30, true)));
  const root = entries[0];
  if (root?.kind !== ROOT) throw damaged();
  const top = childrenOf(entries, root);
  const cutoff = view.getUint32(0x38, true);
  const mini = once(() => content(root.start));
  const miniTable = once(() => numbersOf(content(view.getUint32(0x3c, true))));

  const small = (entry: Entry): Uint8Array => {
    const unit = 1 << miniShift;
    const most = Math.ceil(mini().length / unit);
    const parts: Uint8Array[] = [];
    for (let at = entry.start; at < FIRST_MARK; at = miniTable()[at] ?? FIRST_MARK) {
      if (at >= most || parts.length >= most) throw damaged();
      parts.push(mini().subarray(at * unit, (at + 1) * unit));
    }
    return joined(parts, unit);
  };
  return {
    names: new Set(top.keys()),
    stream(name) {
      const entry = top.get(name);
      if (entry?.kind !== STREAM) return null;
      const whole = entry.size < cutoff ? small(entry) : content(entry.start);
      return whole.subarray(0, entry.size);
    },
  };
}

/** The sectors that hold the table of chains: the first 109 stand in the header, the others in a chain of their own. */
function fatSectors(view: DataView, sector: (number: number) => Uint8Array, sectors: number): number[] {
  const numbers: number[] = [];
  for (let i = 0; i < DIFAT_IN_HEADER; i++) numbers.push(view.getUint32(0x4c + i * 4, true));
  let next = view.getUint32(0x44, true);
  for (let seen = 0; next < FIRST_MARK; seen++) {
    if (seen > sectors) throw damaged();
    const more = numbersOf(sector(next));
    next = more.pop() ?? FIRST_MARK;
    for (const number of more) numbers.push(number);
  }
  const used = numbers.filter((number) => number < FIRST_MARK);
  // The same sector named twice would let a small file ask for a large table.
  if (new Set(used).size !== used.length) throw damaged();
  return used;
}

function numbersOf(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length >> 2 }, (_, i) => view.getUint32(i * 4, true));
}

function entriesOf(directory: Uint8Array): Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  return Array.from({ length: Math.floor(directory.length / ENTRY_BYTES) }, (_, i) => {
    const at = i * ENTRY_BYTES;
    const letters = Math.min(Math.max(view.getUint16(at + 64, true) / 2 - 1, 0), 31);
    const units = Array.from({ length: letters }, (_, letter) => view.getUint16(at + letter * 2, true));
    return {
      name: String.fromCharCode(...units),
      kind: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    };
  });
}

function childrenOf(entries: readonly Entry[], parent: Entry): Map<string, Entry> {
  const found = new Map<string, Entry>();
  const seen = new Set<number>();
  const waiting = [parent.child];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const entry = entries[at];
    if (!entry || seen.has(at)) continue;
    seen.add(at);
    found.set(entry.name, entry);
    waiting.push(entry.left, entry.right);
  }
  return found;
}

/** Only the last sector of a file may be short. */
function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(parts.length * size);
  for (const [i, part] of parts.entries()) whole.set(part, i * size);
  return whole;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function damaged(): Refusal {
  return new Refusal("file-damaged", 422);
}
