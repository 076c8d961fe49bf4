import { expect, test } from "vitest";
import { pdfLines } from "./pdf-lines";
import type { PdfPiece } from "./pdf-pages";

function page(...pieces: readonly (readonly [text: string, x: number, width: number, more?: Partial<PdfPiece>])[]) {
  return {
    width: 595,
    height: 842,
    pieces: pieces.map(([text, x, width, more]) => ({
      text,
      x,
      y: 100,
      width,
      size: 12,
      bold: false,
      italic: false,
      spaced: false,
      ...more,
    })),
  };
}

test("a line from right to left keeps its words' order, and that of the Latin words and numbers within it", () => {
  const line = page(
    ["משתתפת", 492.3, 47.7],
    ["1", 480.7, 7.6],
    [": כן, אני גרה ב-", 401.8, 79],
    ["Haifa", 372.9, 28.6],
    ["כבר", 349.1, 20.1],
    ["12", 330, 15.2],
    ["שנים.", 298.5, 27.8],
  );
  expect(pdfLines(line, 0, false).map(({ text, rtl }) => [text, rtl])).toEqual([
    ["משתתפת 1: כן, אני גרה ב-Haifa כבר 12 שנים.", true],
  ]);
});

test("a raised small number belongs to its line, between the words that it follows and precedes", () => {
  const line = page(["My sister", 72, 50], ["1", 122, 4, { size: 6.4, y: 95.7 }], ["and her husband.", 129, 90]);
  expect(pdfLines(line, 0, false).map(({ text }) => text)).toEqual(["My sister1 and her husband."]);
});

test("base lines that differ by a hair are one, and the next line is another", () => {
  const lines = page(["one", 72, 20, { y: 100.8 }], ["two", 96, 20], ["three", 72, 30, { y: 112 }]);
  expect(pdfLines(lines, 0, false).map(({ text }) => text)).toEqual(["one two", "three"]);
});

test("a white space that the file sets counts even where it is narrow", () => {
  const narrow = page(["a", 72, 6], ["b", 79.2, 6, { spaced: true }], ["c", 86.4, 6]);
  expect(pdfLines(narrow, 0, false)[0]?.text).toBe("a bc");
});
