// The code pages of a rich text file: each font has one, and bytes mean what the current font says.
import { decode, encodingExists } from "iconv-lite";

/** Windows' character sets of fonts → code pages. */
const CHARSETS: ReadonlyMap<number, number> = new Map([
  [0, 1252],
  [77, 10_000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
  [254, 437],
  [255, 850],
]);
const SYMBOL_CHARSET = 2;
/** Stands for fonts whose bytes are pictures. */
export const SYMBOL_PAGE = -2;
const WIDE: ReadonlySet<number> = new Set([932, 936, 949, 950, 65_001]);

export interface RtfFont {
  name: string;
  /** Null where the font goes with the file. */
  page: number | null;
}

export function pageOfCharset(charset: number): number | null {
  return charset === SYMBOL_CHARSET ? SYMBOL_PAGE : (CHARSETS.get(charset) ?? null);
}

/** More than one byte can make a character, and the second may look like a letter. */
export function isWidePage(page: number): boolean {
  return WIDE.has(page);
}

export function decodePage(bytes: readonly number[], page: number): string {
  const name = page === 10_000 ? "macintosh" : page === 65_001 ? "utf-8" : `cp${page}`;
  return decode(Buffer.from(bytes), encodingExists(name) ? name : "windows-1252");
}
