// Words as Word takes them: lines and tabs as such, nothing in them that makes a file unreadable.
import { Tab, TextRun } from "docx";

/** One run a line, with breaks between lines; a bare `\n` in a run would show as a space. */
export function wordRuns(words: string, look: { readonly bold?: boolean; readonly italics?: boolean } = {}): TextRun[] {
  const rightToLeft = isRightToLeft(words);
  return printable(words)
    .split("\n")
    .map((line, i) => {
      const pieces = line.split("\t").flatMap((piece, at) => (at === 0 ? [piece] : [new Tab(), piece]));
      return new TextRun({ ...look, children: pieces, rightToLeft, ...(i > 0 ? { break: 1 } : {}) });
    });
}

/** XML holds no control characters and no halves of characters: Word refuses a file that does. */
export function printable(words: string): string {
  return (
    words
      .replace(/\r\n?/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
      .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD")
  );
}

/** By the first letter, as browsers decide it. */
export function isRightToLeft(words: string): boolean {
  const letter = /\p{L}/u.exec(words)?.[0] ?? "";
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter);
}
