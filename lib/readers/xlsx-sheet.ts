// The cells of one sheet, row by row: a quick scan of what every spreadsheet program writes, a full XML reading of the rest.
import { Refusal } from "../refusal";
import { cellWords, stringItem, unescaped } from "./xlsx-strings";
import { visitXml } from "./xml";

/** `value` is null for a cell without one; an inline string's is its words. Columns count from 0; a row without a number follows the last. */
export interface SheetVisitor {
  row(number: number | null, hidden: boolean): void;
  cell(column: number, type: string, style: number, value: string | null, formula: boolean): void;
}

export interface SheetFrame {
  /** Ranges like `A1:C1`. */
  readonly merges: readonly string[];
  readonly hiddenColumns: number;
}

/** Throws Refusal: file-damaged, file-doctype, file-too-deep. */
export function visitSheet(bytes: Uint8Array, visitor: SheetVisitor): SheetFrame {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return isPlainSheet(buffer) ? scanSheet(buffer, visitor) : visitSheetXml(bytes, visitor);
}

/** UTF-8, no prefixes, no comments and no CDATA: then `</row>` can only be the end of a row. */
function isPlainSheet(bytes: Buffer): boolean {
  const head = bytes.toString("latin1", 0, 200);
  if (/^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*encoding=["'](?!utf-?8["'])/i.test(head) || head.includes("\0")) return false;
  return bytes.indexOf("<!") === -1 && bytes.indexOf("<sheetData") !== -1;
}

function scanSheet(bytes: Buffer, visitor: SheetVisitor): SheetFrame {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decoded = (from: number, to: number) => {
    try {
      return decoder.decode(bytes.subarray(from, to));
    } catch {
      throw new Refusal("file-damaged", 422);
    }
  };
  const start = bytes.indexOf("<sheetData");
  const close = bytes.indexOf("</sheetData", start);
  const end = close === -1 ? orDamaged(bytes.indexOf("/>", start)) : close;
  if (bytes.indexOf("</worksheet", end) === -1) throw new Refusal("file-damaged", 422);
  let at = bytes.indexOf("<row", start);
  while (at !== -1 && at < end) {
    const tagEnd = orDamaged(bytes.indexOf(">", at));
    const tag = decoded(at, tagEnd);
    visitor.row(
      numberOr(/\sr\s*=\s*["'](\d+)["']/.exec(tag)?.[1], null),
      /\shidden\s*=\s*["'](?:1|true)["']/.test(tag),
    );
    if (tag.endsWith("/")) {
      at = bytes.indexOf("<row", tagEnd);
      continue;
    }
    const rowEnd = orDamaged(bytes.indexOf("</row", tagEnd));
    scanRow(decoded(tagEnd + 1, rowEnd), visitor);
    at = bytes.indexOf("<row", rowEnd);
  }
  const frame = decoded(0, start) + decoded(end, bytes.length);
  return frameOf(frame);
}

function frameOf(xml: string): SheetFrame {
  const merges = [...xml.matchAll(/<mergeCell\s[^>]*ref\s*=\s*["']([A-Z0-9:]+)["']/g)].map((match) => match[1] ?? "");
  const hidden = [...xml.matchAll(/<col\s[^>]*>/g)].filter((match) =>
    /\shidden\s*=\s*["'](?:1|true)["']/.test(match[0]),
  );
  return { merges, hiddenColumns: hidden.length };
}

const SPACE = 32;
const SLASH = 47;
const GREATER = 62;
const EQUALS = 61;
const APOSTROPHE = 39;
const R = 114;
const S = 115;
const T = 116;

function scanRow(row: string, visitor: SheetVisitor): void {
  let column = -1;
  let at = row.indexOf("<c");
  while (at !== -1) {
    let i = at + 2;
    let type = "";
    let style = 0;
    column++;
    let letter = row.charCodeAt(i);
    while (letter <= SPACE) {
      while (row.charCodeAt(i) <= SPACE) i++;
      letter = row.charCodeAt(i);
      if (letter === SLASH || letter === GREATER) break;
      const equals = row.charCodeAt(i + 1) === EQUALS ? i + 1 : orDamaged(row.indexOf("=", i));
      let quote = equals + 1;
      while (row.charCodeAt(quote) <= SPACE) quote++;
      const valueEnd = orDamaged(row.indexOf(row.charCodeAt(quote) === APOSTROPHE ? "'" : '"', quote + 1));
      // Names of one letter are all that matter: r, s and t.
      if (equals === i + 1 || row.slice(i, equals).trimEnd().length === 1) {
        if (letter === R) column = columnAt(row, quote + 1) ?? column;
        else if (letter === T) type = row.slice(quote + 1, valueEnd);
        else if (letter === S) style = Number(row.slice(quote + 1, valueEnd)) || 0;
      }
      i = valueEnd + 1;
      letter = row.charCodeAt(i);
    }
    if (letter === SLASH) {
      visitor.cell(column, type, style, null, false);
      at = row.indexOf("<c", i);
      continue;
    }
    if (letter !== GREATER) throw new Refusal("file-damaged", 422);
    const end = orDamaged(row.indexOf("</c", i));
    scanCell(row, i + 1, end, column, type, style, visitor);
    at = row.indexOf("<c", end + 3);
  }
}

function scanCell(
  row: string,
  from: number,
  end: number,
  column: number,
  type: string,
  style: number,
  visitor: SheetVisitor,
): void {
  if (row.startsWith("<v>", from)) {
    const close = row.indexOf("</v", from);
    if (close !== -1 && close < end) {
      visitor.cell(column, type, style, unescaped(row.slice(from + 3, close)), false);
      return;
    }
  }
  const body = row.slice(from, end);
  const formula = /<f[\s/>]/.test(body);
  if (type === "inlineStr" || body.includes("<is>")) {
    visitor.cell(column, "inlineStr", style, stringItem(body), formula);
    return;
  }
  const value = /<v(?:\s[^>]*)?>([^<]*)<\/v/.exec(body)?.[1];
  visitor.cell(column, type, style, value === undefined ? null : unescaped(value), formula);
}

/** `AB12` → 27. Null where the reference names no column of a sheet. */
export function columnOf(reference: string): number | null {
  return columnAt(reference, 0);
}

function columnAt(text: string, from: number): number | null {
  let column = 0;
  for (let i = from; ; i++) {
    const code = text.charCodeAt(i) & ~32;
    if (!(code >= 65 && code <= 90)) break;
    column = column * 26 + code - 64;
    if (column > 16_384) throw new Refusal("file-damaged", 422);
  }
  return column === 0 ? null : column - 1;
}

/** The same through a parser, for prefixes, comments, CDATA and other encodings. */
function visitSheetXml(bytes: Uint8Array, visitor: SheetVisitor): SheetFrame {
  const merges: string[] = [];
  let hiddenColumns = 0;
  let column = -1;
  let type = "";
  let style = 0;
  let formula = false;
  let value: string | null = null;
  let taking = false;
  let glosses = 0;
  let inside = false;
  const isOn = (flag: string | undefined) => flag === "1" || flag === "true";
  visitXml(bytes, {
    open({ local, attribute }) {
      if (local === "sheetData") inside = true;
      else if (local === "mergeCell") merges.push(attribute("ref") ?? "");
      else if (local === "col" && isOn(attribute("hidden"))) hiddenColumns++;
      if (!inside) return;
      if (local === "row") {
        column = -1;
        visitor.row(numberOr(attribute("r"), null), isOn(attribute("hidden")));
      } else if (local === "c") {
        column = columnOf(attribute("r") ?? "") ?? column + 1;
        type = attribute("t") ?? "";
        style = Number(attribute("s") ?? "0") || 0;
        formula = false;
        value = null;
      } else if (local === "f") formula = true;
      else if (local === "rPh") glosses++;
      else if (local === "is") type = "inlineStr";
      else if (local === "v" || (local === "t" && glosses === 0)) taking = true;
    },
    close({ local }) {
      if (local === "sheetData") inside = false;
      if (!inside) return;
      if (local === "c") {
        const words = type === "inlineStr" && value !== null ? cellWords(value) : value;
        visitor.cell(column, type, style, words, formula);
      }
      if (local === "rPh") glosses--;
      if (local === "v" || local === "t") taking = false;
    },
    text(words) {
      if (inside && taking) value = (value ?? "") + words;
    },
  });
  return { merges, hiddenColumns };
}

function numberOr(text: string | undefined, otherwise: null): number | null {
  return text === undefined || !/^\d{1,7}$/.test(text) ? otherwise : Number(text);
}

function orDamaged(place: number): number {
  if (place === -1) throw new Refusal("file-damaged", 422);
  return place;
}
