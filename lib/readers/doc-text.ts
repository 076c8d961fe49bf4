// The text of a Word 97–2003 file as it is shown: paragraphs and their places in tables, with what was left out counted.
import { Refusal } from "../refusal";
import type { DocPiece } from "./doc-pieces";
import { changesOf, type DocRun } from "./doc-properties";
import type { DocLook, DocStyles } from "./doc-styles";
import type { FlowCounts } from "./page-flow";
import type { Look } from "./page-flow-writer";
import { symbolOf } from "./symbol-font";

export interface DocLetters {
  readonly text: string;
  readonly look: Look;
}

export interface DocParagraph {
  /** Parted by soft breaks. */
  readonly lines: readonly (readonly DocLetters[])[];
  /** How many tables it lies in. */
  readonly depth: number;
  readonly ends: "paragraph" | "cell" | "row";
  readonly numbered: boolean;
}

export interface DocProperties {
  readonly styles: DocStyles;
  readonly charactersAt: (fc: number) => DocRun;
  readonly paragraphAt: (fc: number) => DocRun;
}

const MARK = { note: 2, comment: 5, cell: 7, tab: 9, line: 11, page: 12, paragraph: 13, column: 14 };
const FIELD = { begin: 0x13, result: 0x14, end: 0x15 };
const SPRM = {
  inTable: 0x2416,
  endsRow: 0x2417,
  depth: 0x6649,
  endsInnerCell: 0x244b,
  endsInnerRow: 0x244c,
  list: 0x460b,
};
const DEEPEST_FIELD = 2_000;
const DEEPEST_TABLE = 50;

/** Throws Refusal file-too-deep. */
export function docText(pieces: readonly DocPiece[], properties: DocProperties, counts: FlowCounts): DocParagraph[] {
  const before = { ...counts };
  const fields = walk(pieces, properties, counts, true);
  if (fields.balanced) return fields.paragraphs;
  // A field that never ends would swallow the rest of the document: then its marks alone are dropped.
  Object.assign(counts, before);
  return walk(pieces, properties, counts, false).paragraphs;
}

interface Walked {
  readonly paragraphs: DocParagraph[];
  readonly balanced: boolean;
}

function walk(
  pieces: readonly DocPiece[],
  { styles, charactersAt, paragraphAt }: DocProperties,
  counts: FlowCounts,
  withFields: boolean,
): Walked {
  const paragraphs: DocParagraph[] = [];
  let lines: DocLetters[][] = [[]];
  // Per open field, whether its result has begun; how many are still in their code.
  const fields: boolean[] = [];
  let inCode = 0;
  let revision: "deleted" | "inserted" | null = null;

  const append = (text: string, look: DocLook) => {
    if (text !== "") lines.at(-1)?.push({ text, look });
  };
  const endParagraph = (properties: ParagraphProperties, mark: number) => {
    const { depth } = properties;
    const isCell = depth > 1 ? properties.endsInnerCell : mark === MARK.cell;
    const isRow = depth > 1 ? properties.endsInnerRow : properties.endsRow;
    const ends = isRow ? "row" : isCell ? "cell" : "paragraph";
    const isEmpty = ends === "paragraph" && lines.every((line) => line.length === 0);
    if (!isEmpty) paragraphs.push({ lines, depth, ends, numbered: properties.numbered });
    lines = [[]];
  };
  const field = (code: number) => {
    if (code === FIELD.begin) {
      if (fields.length >= DEEPEST_FIELD) throw new Refusal("file-too-deep", 422);
      fields.push(false);
      inCode++;
    } else if (code === FIELD.result && fields.at(-1) === false) {
      fields[fields.length - 1] = true;
      inCode--;
    } else if (code === FIELD.end && fields.pop() === false) inCode--;
  };

  for (const piece of pieces) {
    let at = 0;
    while (at < piece.text.length) {
      const fc = piece.fc + at * piece.width;
      const paragraph = paragraphAt(fc);
      const run = charactersAt(fc);
      const look = lookOf(styles, paragraph, run, piece);
      const runEnd = Math.floor((Math.min(run.to, paragraph.to) - piece.fc) / piece.width);
      const to = Math.min(piece.text.length, Math.max(at + 1, runEnd));
      const now = look.deleted ? "deleted" : look.inserted ? "inserted" : null;
      if (now !== revision && now !== null) counts[now === "deleted" ? "deletions" : "insertions"]++;
      revision = now;
      let from = at;
      for (let i = at; i < to; i++) {
        const code = piece.text.charCodeAt(i);
        const isSymbol = look.special && (code === 0x28 || code === 0x3c || code === 0x3e);
        if (code >= 0x20 && !isSymbol) continue;
        const shown = inCode === 0 && !look.deleted;
        if (shown) append(plainText(piece.text.slice(from, i), counts), look);
        from = i + 1;
        if (code === FIELD.begin || code === FIELD.result || code === FIELD.end) {
          if (withFields) field(code);
        } else if (code === MARK.paragraph || code === MARK.cell || code === MARK.page) {
          const place = piece.fc + i * piece.width;
          const own = paragraphAt(place);
          const isBreak = code === MARK.page && own.to > place + piece.width;
          if (isBreak) lines.push([]);
          // A paragraph's end that was deleted joins it to the next.
          else if (!look.deleted || code !== MARK.paragraph) endParagraph(paragraphProperties(own), code);
        } else if (shown) {
          if (code === MARK.note) counts.notes++;
          else if (code === MARK.comment) counts.comments++;
          else if (code === MARK.line || code === MARK.column || code === 10) lines.push([]);
          else append(letterOf(code, look, counts), look);
        }
      }
      if (inCode === 0 && !look.deleted) append(plainText(piece.text.slice(from, to), counts), look);
      at = to;
    }
  }
  // The last mark is missing in nothing that Word wrote.
  if (lines.some((line) => line.length > 0)) endParagraph(paragraphProperties(null), MARK.paragraph);
  return { paragraphs, balanced: fields.length === 0 };
}

function lookOf(styles: DocStyles, paragraph: DocRun, run: DocRun, piece: DocPiece): DocLook {
  const own = styles.run(styles.paragraph(paragraph.style), run.changes);
  return piece.changes === null ? own : styles.run(own, piece.changes);
}

/** Everything that has no picture of its own in the text, but the two hyphens. */
function letterOf(code: number, look: DocLook, counts: FlowCounts): string {
  if (code === MARK.tab) return "\t";
  if (code === 0x1e) return "\u2011";
  if (code === 0x1f) return "\u00AD";
  return code === 0x28 && look.symbol !== null ? symbolText(look.symbol, counts) : "";
}

/** Letters of symbol fonts stand in the text itself too; U+FFFE and U+FFFF are no characters, and nobody typed them. */
function plainText(text: string, counts: FlowCounts): string {
  return text
    .replace(/[\uFFFE\uFFFF]/g, "")
    .replace(/[\uF020-\uF0FF]/g, (letter) => symbolText(letter.charCodeAt(0), counts));
}

function symbolText(place: number, counts: FlowCounts): string {
  const letter = symbolOf("", place);
  if (letter !== null) return letter;
  counts.symbols++;
  return place > 0x1f && place < 0xd800 ? String.fromCharCode(place) : "\uFFFD";
}

interface ParagraphProperties {
  depth: number;
  endsRow: boolean;
  endsInnerCell: boolean;
  endsInnerRow: boolean;
  numbered: boolean;
}

function paragraphProperties(run: DocRun | null): ParagraphProperties {
  const found = { depth: 0, endsRow: false, endsInnerCell: false, endsInnerRow: false, numbered: false };
  for (const { sprm, operand } of run === null ? [] : changesOf(run.changes)) {
    const value = operand[0] ?? 0;
    if (sprm === SPRM.inTable) found.depth = value === 0 ? 0 : Math.max(found.depth, 1);
    else if (sprm === SPRM.depth) found.depth = Math.min(value, DEEPEST_TABLE);
    else if (sprm === SPRM.endsRow) found.endsRow = value !== 0;
    else if (sprm === SPRM.endsInnerCell) found.endsInnerCell = value !== 0;
    else if (sprm === SPRM.endsInnerRow) found.endsInnerRow = value !== 0;
    else if (sprm === SPRM.list) found.numbered = value !== 0 || (operand[1] ?? 0) !== 0;
  }
  return found;
}
