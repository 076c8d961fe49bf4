// The words of a workbook's strings: shared and inline ones, rich text, escapes; never their furigana.
import { Refusal } from "../refusal";
import { visitXml } from "./xml";

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const TEXT = /<(?:[\w.-]+:)?t(?:\s[^>]*?)?(?:\/>|>([^<]*)<\/(?:[\w.-]+:)?t\s*>)/g;
const GLOSS = /<(?:[\w.-]+:)?rPh\b[\s\S]*?<\/(?:[\w.-]+:)?rPh\s*>/g;

/** The inside of an `<si>` or `<is>` without comments and CDATA → its words, line ends as `\n`. Throws Refusal file-damaged. */
export function stringItem(xml: string): string {
  // What most of them are, without the search.
  const only = /^<t(?: [^<>]*)?>([^<]*)<\/t>$/.exec(xml)?.[1];
  if (only !== undefined) return cellWords(unescaped(only));
  const spoken = xml.includes("rPh") ? xml.replace(GLOSS, "") : xml;
  let words = "";
  for (const match of spoken.matchAll(TEXT)) words += match[1] ?? "";
  return cellWords(unescaped(words));
}

/** As the sheet shows it: `_x000D_` is the character it names, CRLF and CR are line ends. */
export function cellWords(text: string): string {
  const named = text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
  const plain = named.includes("\0") ? named.replaceAll("\0", "\uFFFD") : named;
  return plain.includes("\r") ? plain.replace(/\r\n?/g, "\n") : plain;
}

/** Throws Refusal file-damaged for an entity that XML does not have by itself. */
export function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&([^;&\s]{0,12});?/g, (match, reference: string) => {
    const named = NAMED[reference];
    if (named !== undefined && match.endsWith(";")) return named;
    const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(reference);
    const code = number ? Number.parseInt(number[1] ?? number[2] ?? "", number[1] === undefined ? 10 : 16) : -1;
    if (code < 1 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) throw new Refusal("file-damaged", 422);
    return String.fromCodePoint(code);
  });
}

/** The strings that cells name by number. Throws Refusal: file-damaged, file-doctype, file-too-deep. */
export function sharedStrings(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = buffer.toString("latin1", 0, 300);
  const plain = /<sst[\s>/]/.test(head) && !/encoding=["'](?!utf-?8["'])/i.test(head) && buffer.indexOf("<!") === -1;
  return plain ? scanStrings(buffer) : visitStrings(bytes);
}

function scanStrings(bytes: Buffer): string[] {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const strings: string[] = [];
  if (bytes.indexOf("</sst") === -1 && bytes.indexOf("<si") !== -1) throw new Refusal("file-damaged", 422);
  for (let at = bytes.indexOf("<si"); at !== -1; ) {
    const tagEnd = bytes.indexOf(">", at);
    const empty = bytes[tagEnd - 1] === 0x2f;
    const end = empty ? tagEnd : bytes.indexOf("</si", tagEnd);
    if (tagEnd === -1 || end === -1) throw new Refusal("file-damaged", 422);
    let words: string;
    try {
      words = empty ? "" : decoder.decode(bytes.subarray(tagEnd + 1, end));
    } catch {
      throw new Refusal("file-damaged", 422);
    }
    strings.push(stringItem(words));
    at = bytes.indexOf("<si", end);
  }
  return strings;
}

function visitStrings(bytes: Uint8Array): string[] {
  const strings: string[] = [];
  let words = "";
  let glosses = 0;
  let taking = false;
  visitXml(bytes, {
    open({ local }) {
      if (local === "si") words = "";
      else if (local === "rPh") glosses++;
      else if (local === "t" && glosses === 0) taking = true;
    },
    close({ local }) {
      if (local === "si") strings.push(cellWords(words));
      else if (local === "rPh") glosses--;
      else if (local === "t") taking = false;
    },
    text(piece) {
      if (taking) words += piece;
    },
  });
  return strings;
}
