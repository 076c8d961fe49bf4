// How letters look in a Word 97–2003 file: what its styles say, and what a run changes of that.
import { changesOf } from "./doc-properties";

export interface DocLook {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly hidden: boolean;
  readonly deleted: boolean;
  readonly inserted: boolean;
  /** The character is a mark (a picture, the place of a note), not what its number says. */
  readonly special: boolean;
  /** The place in a symbol font of which `(` stands for a letter; null for ordinary text. */
  readonly symbol: number | null;
}

export interface DocStyles {
  paragraph(style: number): DocLook;
  /** What `changes` make of letters in a paragraph that looks like `base`. */
  run(base: DocLook, changes: Uint8Array): DocLook;
}

interface Style {
  readonly base: number;
  readonly changes: Uint8Array;
}

type Look = { -readonly [Key in keyof DocLook]: DocLook[Key] };

const PLAIN: DocLook = {
  bold: false,
  italic: false,
  hidden: false,
  deleted: false,
  inserted: false,
  special: false,
  symbol: null,
};
const SPRM = {
  deleted: 0x0800,
  inserted: 0x0801,
  bold: 0x0835,
  italic: 0x0836,
  hidden: 0x083c,
  special: 0x0855,
  plain: 0x2a33,
  style: 0x4a30,
  symbol: 0x6a09,
} as const;
/** Word allows ten. */
const LONGEST_DESCENT = 16;
const NO_STYLE = 0xfff;

export function readDocStyles(sheet: Uint8Array): DocStyles {
  const styles = stylesOf(sheet);
  const looks = new Map<number, DocLook>();
  const over = (base: DocLook, style: number): DocLook => {
    const descent: Style[] = [];
    for (let at = style; at !== NO_STYLE && descent.length < LONGEST_DESCENT; ) {
      const own = styles[at];
      if (!own) break;
      descent.unshift(own);
      at = own.base;
    }
    return descent.reduce((look, { changes }) => applied(look, look, changes, (inner) => inner), base);
  };
  return {
    paragraph(style) {
      const known = looks.get(style);
      if (known) return known;
      const look = over(PLAIN, style);
      looks.set(style, look);
      return look;
    },
    run: (base, changes) => (changes.length === 0 ? base : applied(base, base, changes, over)),
  };
}

function applied(
  start: DocLook,
  base: DocLook,
  list: Uint8Array,
  withStyle: (look: DocLook, style: number) => DocLook,
): DocLook {
  let look: Look = { ...start };
  for (const { sprm, operand } of changesOf(list)) {
    const value = operand[0] ?? 0;
    switch (sprm) {
      case SPRM.bold:
        look.bold = toggled(value, base.bold);
        break;
      case SPRM.italic:
        look.italic = toggled(value, base.italic);
        break;
      case SPRM.hidden:
        look.hidden = toggled(value, base.hidden);
        break;
      case SPRM.deleted:
        look.deleted = value !== 0;
        break;
      case SPRM.inserted:
        look.inserted = value !== 0;
        break;
      case SPRM.special:
        look.special = value !== 0;
        break;
      case SPRM.symbol:
        look.symbol = (operand[2] ?? 0) | ((operand[3] ?? 0) << 8);
        break;
      case SPRM.style:
        look = { ...withStyle(look, value | ((operand[1] ?? 0) << 8)) };
        break;
      case SPRM.plain:
        look = { ...base, deleted: look.deleted, inserted: look.inserted, special: look.special };
        break;
    }
  }
  return look;
}

/** Off, on, as the style has it, or against it. */
function toggled(value: number, styled: boolean): boolean {
  if (value === 0x80) return styled;
  if (value === 0x81) return !styled;
  return value !== 0;
}

/** A sheet that breaks off gives the styles that stand before the break: they only say how words look. */
function stylesOf(sheet: Uint8Array): Style[] {
  const view = new DataView(sheet.buffer, sheet.byteOffset, sheet.byteLength);
  const styles: Style[] = [];
  if (sheet.length < 6) return styles;
  const headerBytes = view.getUint16(0, true);
  const count = view.getUint16(2, true);
  const fixedBytes = view.getUint16(4, true);
  let at = 2 + headerBytes;
  for (let i = 0; i < count && at + 2 <= sheet.length; i++) {
    const size = view.getUint16(at, true);
    const style = sheet.subarray(at + 2, at + 2 + size);
    styles.push(size < 10 ? { base: NO_STYLE, changes: new Uint8Array(0) } : styleOf(style, fixedBytes));
    at += 2 + size;
  }
  return styles;
}

function styleOf(style: Uint8Array, fixedBytes: number): Style {
  const view = new DataView(style.buffer, style.byteOffset, style.byteLength);
  const kind = view.getUint16(2, true);
  const base = kind >>> 4;
  const isParagraph = (kind & 0xf) === 1;
  const letters = fixedBytes + 2 <= style.length ? view.getUint16(fixedBytes, true) : 0;
  // Each part begins at an even byte: a paragraph's own properties first, then those of its letters.
  let at = fixedBytes + 2 + letters * 2 + 2;
  for (let skipped = isParagraph ? 1 : 0; at + 2 <= style.length; skipped--) {
    const size = view.getUint16(at, true);
    if (skipped === 0) return { base, changes: style.subarray(at + 2, at + 2 + size) };
    at += 2 + size + (size % 2);
  }
  return { base, changes: new Uint8Array(0) };
}
