import { describe, expect, it } from "vitest";
import { applyTextChanges } from "@/lib/text/text-changes";
import { correctionsOf, inContext, markedPieces, turnIndexAt, withEdit } from "./corrections";

const TEXT = "How was it?\nWe were four short.\nAnd now?";
const TURNS = [
  { start: 0, end: 11, label: "INT" },
  { start: 12, end: 31, label: "P1" },
  { start: 32, end: 40, label: "INT" },
];

const corrected = (...edits: [number, { words?: string; label?: string | null }][]) => {
  const { changes } = correctionsOf(TEXT, TURNS, new Map(edits));
  return applyTextChanges(TEXT, changes);
};

describe("corrections by hand", () => {
  it("become changes of single words, in the order of the text", () => {
    const edits = new Map([
      [2, { words: "And today?" }],
      [1, { words: "We were five short." }],
    ]);
    expect(correctionsOf(TEXT, TURNS, edits).changes).toEqual([
      { from: 20, to: 24, insert: "five" },
      { from: 36, to: 39, insert: "today" },
    ]);
  });

  it("take a turn that was emptied out with its line, wherever it stands", () => {
    expect(corrected([1, { words: " " }])).toBe("How was it?\nAnd now?");
    expect(corrected([1, { words: "" }], [2, { words: "" }])).toBe("How was it?");
    expect(corrected([0, { words: "" }])).toBe("\nWe were four short.\nAnd now?");
  });

  it("name a turn that is somebody else's, counted from one", () => {
    expect(correctionsOf(TEXT, TURNS, new Map([[1, { label: "INT" }]]))).toEqual({
      changes: [],
      speakers: [{ turn: 2, label: "INT" }],
    });
  });

  it("forget a turn that was put back as it was", () => {
    const turn = TURNS[1] ?? { start: 0, end: 0, label: null };
    const once = withEdit(new Map(), 1, { words: "We were five short.", label: "P1" }, turn, TEXT);
    expect([...once]).toEqual([[1, { words: "We were five short." }]]);
    expect([...withEdit(once, 1, { words: "We were four short.", label: "P1" }, turn, TEXT)]).toEqual([]);
  });

  it("are shown in their line", () => {
    expect(inContext(TEXT, { from: 20, to: 24, insert: "five" }).map((piece) => piece.words)).toEqual([
      "We were ",
      "four",
      "five",
      " short.",
    ]);
    expect(markedPieces("a b", [{ from: 2, to: 3, insert: "c" }]).map((piece) => piece.kind)).toEqual([
      "same",
      "out",
      "in",
    ]);
    expect([0, 11, 12, 35, 40].map((offset) => turnIndexAt(TURNS, offset))).toEqual([0, 0, 1, 2, 2]);
  });
});
