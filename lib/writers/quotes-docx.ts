// Quotes → a Word document: a heading for each code of the path, each quote a paragraph with its attribution below.
import { Document, HeadingLevel, Packer, Paragraph, Tab, TextRun } from "docx";
import type { QuoteGroup } from "./quote-group";

export type { QuoteGroup } from "./quote-group";

export interface QuotesDocument {
  readonly title: string;
  readonly groups: readonly QuoteGroup[];
}

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];
const QUOTE_INDENT_TWIPS = 567;

export async function quotesDocx({ title, groups }: QuotesDocument): Promise<Uint8Array> {
  const children = [new Paragraph({ heading: HeadingLevel.TITLE, children: runs(title) })];
  let shown: readonly string[] = [];
  for (const { path, quotes } of groups) {
    // A theme that the group before already stood under is not said again.
    const common = path.findIndex((name, level) => name !== shown[level]);
    const from = common === -1 ? Math.max(0, path.length - 1) : common;
    for (const [level, name] of path.entries()) {
      if (level < from) continue;
      const heading = HEADINGS[Math.min(level, HEADINGS.length - 1)];
      children.push(new Paragraph({ heading, children: runs(name), bidirectional: isRightToLeft(name) }));
    }
    shown = path;
    for (const quote of quotes) {
      const bidirectional = isRightToLeft(quote.words);
      const indent = { start: QUOTE_INDENT_TWIPS };
      children.push(
        new Paragraph({ children: runs(quote.words), bidirectional, indent, keepNext: true, spacing: { before: 160 } }),
        new Paragraph({ children: runs(quote.attribution), bidirectional, indent, spacing: { after: 160 } }),
      );
    }
  }
  const document = new Document({
    creator: "Tandem",
    lastModifiedBy: "Tandem",
    title: printable(title),
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** One run a line, with breaks between lines; a bare `\n` in a run would show as a space. */
function runs(words: string): TextRun[] {
  const rightToLeft = isRightToLeft(words);
  return printable(words)
    .split("\n")
    .map((line, i) => {
      const pieces = line.split("\t").flatMap((piece, at) => (at === 0 ? [piece] : [new Tab(), piece]));
      return new TextRun({ children: pieces, rightToLeft, ...(i > 0 ? { break: 1 } : {}) });
    });
}

/** XML holds no control characters and no halves of characters: Word refuses a file that does. */
function printable(words: string): string {
  return (
    words
      .replace(/\r\n?/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
      .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD")
  );
}

/** By the first letter, as browsers decide it. */
function isRightToLeft(words: string): boolean {
  const letter = /\p{L}/u.exec(words)?.[0] ?? "";
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter);
}
