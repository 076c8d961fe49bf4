// Quotes → a Word document: a heading for each code of the path, each quote a paragraph with its attribution below.
import { Document, HeadingLevel, Packer, Paragraph } from "docx";
import { isRightToLeft, printable, wordRuns } from "./docx-words";
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
  const children = [new Paragraph({ heading: HeadingLevel.TITLE, children: wordRuns(title) })];
  let shown: readonly string[] = [];
  for (const { path, quotes } of groups) {
    // A theme that the group before already stood under is not said again.
    const common = path.findIndex((name, level) => name !== shown[level]);
    const from = common === -1 ? Math.max(0, path.length - 1) : common;
    for (const [level, name] of path.entries()) {
      if (level < from) continue;
      const heading = HEADINGS[Math.min(level, HEADINGS.length - 1)];
      children.push(new Paragraph({ heading, children: wordRuns(name), bidirectional: isRightToLeft(name) }));
    }
    shown = path;
    for (const quote of quotes) {
      const bidirectional = isRightToLeft(quote.words);
      const indent = { start: QUOTE_INDENT_TWIPS };
      children.push(
        new Paragraph({
          children: wordRuns(quote.words),
          bidirectional,
          indent,
          keepNext: true,
          spacing: { before: 160 },
        }),
        new Paragraph({ children: wordRuns(quote.attribution), bidirectional, indent, spacing: { after: 160 } }),
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
