import { expect, it } from "vitest";
import { emphasisedPieces } from "./emphasised-pieces";

it("cuts the words of a turn where bold and italic letters begin and end, and loses none", () => {
  const text = "before bold both after";
  const emphasis = [0, 9, 1, 9, 14, 3, 17, 30, 2];
  const pieces = emphasisedPieces(text, 7, 20, emphasis);
  expect(pieces.map((piece) => [piece.words, piece.bold, piece.italic])).toEqual([
    ["bo", true, false],
    ["ld bo", true, true],
    ["th ", false, false],
    ["aft", false, true],
  ]);
  expect(emphasisedPieces(text, 7, 20, []).map((piece) => piece.words)).toEqual([text.slice(7, 20)]);
});
