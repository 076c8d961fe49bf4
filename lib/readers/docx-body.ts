// The body of a Word document as it is shown: paragraphs of lines and tables of cells; deleted and hidden words left out.
import { visitXml, type XmlElement } from "./xml";

export interface DocxLine {
  readonly text: string;
  /** How many leading characters are bold. */
  readonly boldLength: number;
}

/** A paragraph's lines are parted by soft breaks. */
export interface DocxParagraph {
  readonly kind: "paragraph";
  readonly lines: readonly DocxLine[];
  readonly style: string | null;
  readonly numbering: { readonly id: string; readonly level: number } | null;
  /** From a text box, which floats beside the talk. */
  readonly boxed: boolean;
}

export interface DocxCell {
  readonly content: readonly DocxElement[];
  /** Shows what the cell above it holds. */
  readonly merged: boolean;
}

export interface DocxTable {
  readonly kind: "table";
  readonly rows: readonly (readonly DocxCell[])[];
}

export type DocxElement = DocxParagraph | DocxTable;

export interface DocxCounts {
  hiddenCharacters: number;
  insertions: number;
  deletions: number;
  symbols: number;
}

export interface DocxBody {
  readonly content: readonly DocxElement[];
  readonly counts: DocxCounts;
}

export const WORD: ReadonlySet<string> = new Set([
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "http://purl.oclc.org/ooxml/wordprocessingml/main",
]);
const MATH = new Set([
  "http://schemas.openxmlformats.org/officeDocument/2006/math",
  "http://purl.oclc.org/ooxml/officeDocument/math",
]);
const COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";

/** Their words are not what the page shows: deleted text, field codes, properties as they once were, ruby glosses. */
const SKIPPED =
  /^(?:del|moveFrom|delText|delInstrText|instrText|rt|[a-zA-Z]+PrChange|numberingChange|tblGridChange|fldData)$/;
/** Private-use places of Symbol and Wingdings that transcripts use. */
const SYMBOLS: Readonly<Record<string, string>> = {
  f04a: "☺",
  f04b: "😐",
  f04c: "☹",
  f0b7: "•",
  f0a7: "▪",
  f0e0: "→",
  f0df: "←",
  f0e8: "➔",
  f0fb: "✗",
  f0fc: "✓",
  f0d8: "➢",
  f02d: "−",
};

interface OpenParagraph {
  lines: { text: string; boldLength: number }[];
  style: string | null;
  numberId: string | null;
  level: number;
  boxed: boolean;
  boxes: DocxElement[];
  hidden: boolean;
}

/** `hiddenStyles`: ids of the styles whose text is hidden. Throws Refusal as `visitXml` does. */
export function readDocxBody(part: Uint8Array, hiddenStyles: ReadonlySet<string>): DocxBody {
  const counts: DocxCounts = { hiddenCharacters: 0, insertions: 0, deletions: 0, symbols: 0 };
  const root: DocxElement[] = [];
  // Where finished paragraphs and tables go: the body, a cell, or the boxes of the paragraph that anchors them.
  const sinks: DocxElement[][] = [root];
  const tables: DocxCell[][][] = [];
  const merges: boolean[] = [];
  const paragraphs: OpenParagraph[] = [];
  const runs: { bold: boolean; hidden: boolean }[] = [];
  const path: string[] = [];
  const choices: boolean[] = [];
  let skipping = 0;
  let boxes = 0;
  let inText = 0;

  const append = (words: string) => {
    const paragraph = paragraphs.at(-1);
    if (!paragraph) return;
    const run = runs.at(-1);
    if (run?.hidden || paragraph.hidden) {
      counts.hiddenCharacters += words.trim().length;
      return;
    }
    const line = paragraph.lines.at(-1);
    if (!line) return;
    const allBold = line.boldLength === line.text.length;
    line.text += words;
    if (allBold && (run?.bold || words.trim() === "")) line.boldLength = line.text.length;
  };
  const breakLine = () => {
    if (!runs.at(-1)?.hidden) paragraphs.at(-1)?.lines.push({ text: "", boldLength: 0 });
  };

  const opened: Record<string, (element: XmlElement) => void> = {
    p: () => {
      paragraphs.push({
        lines: [{ text: "", boldLength: 0 }],
        style: null,
        numberId: null,
        level: 0,
        boxed: boxes > 0,
        boxes: [],
        hidden: false,
      });
    },
    r: () => runs.push({ bold: false, hidden: false }),
    t: () => inText++,
    tbl: () => tables.push([]),
    tr: () => tables.at(-1)?.push([]),
    tc: () => {
      sinks.push([]);
      merges.push(false);
    },
    vMerge: (element) => {
      if (merges.length > 0) merges[merges.length - 1] = element.attribute("val") !== "restart";
    },
    txbxContent: () => {
      boxes++;
      sinks.push(paragraphs.at(-1)?.boxes ?? root);
    },
    pStyle: (element) => {
      const paragraph = paragraphs.at(-1);
      if (!paragraph) return;
      paragraph.style = element.attribute("val") ?? null;
      if (paragraph.style !== null && hiddenStyles.has(paragraph.style)) paragraph.hidden = true;
    },
    rStyle: (element) => {
      const run = runs.at(-1);
      if (run && inRunProperties(path) && hiddenStyles.has(element.attribute("val") ?? "")) run.hidden = true;
    },
    numId: (element) => {
      const paragraph = paragraphs.at(-1);
      if (paragraph) paragraph.numberId = element.attribute("val") ?? null;
    },
    ilvl: (element) => {
      const paragraph = paragraphs.at(-1);
      if (paragraph) paragraph.level = Number(element.attribute("val") ?? "0") || 0;
    },
    b: (element) => {
      const run = runs.at(-1);
      if (run && inRunProperties(path)) run.bold = isOn(element);
    },
    vanish: (element) => {
      const run = runs.at(-1);
      if (run && inRunProperties(path)) run.hidden = isOn(element);
    },
    ins: () => counts.insertions++,
    moveTo: () => counts.insertions++,
    tab: () => {
      if (path.at(-2) === "r") append("\t");
    },
    ptab: () => append("\t"),
    br: breakLine,
    cr: breakLine,
    noBreakHyphen: () => append("\u2011"),
    softHyphen: () => append("\u00AD"),
    sym: (element) => {
      const place = (element.attribute("char") ?? "").toLowerCase();
      const known = SYMBOLS[place];
      if (known === undefined) counts.symbols++;
      const code = Number.parseInt(place, 16);
      append(known ?? (code > 0x1f && code < 0xd800 ? String.fromCodePoint(code) : "\uFFFD"));
    },
  };
  const closed: Record<string, () => void> = {
    p: () => {
      const paragraph = paragraphs.pop();
      if (!paragraph) return;
      const { lines, style, boxed } = paragraph;
      const numbering = paragraph.numberId === null ? null : { id: paragraph.numberId, level: paragraph.level };
      sinks.at(-1)?.push({ kind: "paragraph", lines, style, numbering, boxed }, ...paragraph.boxes);
    },
    r: () => runs.pop(),
    t: () => inText--,
    tbl: () => {
      const rows = tables.pop();
      if (rows) sinks.at(-1)?.push({ kind: "table", rows });
    },
    tc: () => {
      const content = sinks.pop();
      const merged = merges.pop() ?? false;
      if (content) tables.at(-1)?.at(-1)?.push({ content, merged });
    },
    txbxContent: () => {
      boxes--;
      sinks.pop();
    },
  };

  visitXml(part, {
    open(element) {
      const isWord = WORD.has(element.uri);
      path.push(isWord ? element.local : "");
      if (skipping > 0 || skips(element, isWord, choices)) {
        if (skipping === 0 && isWord && /^(?:del|moveFrom)$/.test(element.local)) counts.deletions++;
        skipping++;
        return;
      }
      if (isWord) opened[element.local]?.(element);
      else if (MATH.has(element.uri) && element.local === "t") inText++;
    },
    close(element) {
      path.pop();
      if (skipping > 0) skipping--;
      else if (element.uri === COMPATIBILITY && element.local === "AlternateContent") choices.pop();
      else if (WORD.has(element.uri)) closed[element.local]?.();
      else if (MATH.has(element.uri) && element.local === "t") inText--;
    },
    text(words) {
      // A line end inside a text run shows as a space; real breaks have an element of their own.
      if (skipping === 0 && inText > 0) append(words.replace(/[\r\n]/g, " "));
    },
  });
  return { content: root, counts };
}

/** The same picture or text box stands in an AlternateContent two or three times: the first choice is the one to read. */
function skips(element: XmlElement, isWord: boolean, choices: boolean[]): boolean {
  if (isWord) return SKIPPED.test(element.local);
  if (element.uri !== COMPATIBILITY) return false;
  if (element.local === "AlternateContent") choices.push(false);
  if (element.local === "Choice") {
    const taken = choices.at(-1) ?? false;
    if (choices.length > 0) choices[choices.length - 1] = true;
    return taken;
  }
  return element.local === "Fallback" && (choices.at(-1) ?? false);
}

/** The run's own properties, not those of a paragraph mark. */
function inRunProperties(path: readonly string[]): boolean {
  return path.at(-2) === "rPr" && path.at(-3) === "r";
}

function isOn(element: XmlElement): boolean {
  return !/^(?:0|false|off|none)$/.test(element.attribute("val") ?? "1");
}
