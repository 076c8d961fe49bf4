import { expect, test } from "vitest";
import { clockOf, deskTurns, indexAt } from "./desk-turns";

const TEXT = "Are you well?\nNot really.\nNot for years.\nA note at the end";

test("each paragraph of a turn is a block, and what no turn holds stands between them", () => {
  const turns = deskTurns(
    TEXT,
    [
      { start: 0, end: 13, label: "INT", startMs: null },
      { start: 14, end: 40, label: "P1", startMs: 61_000 },
    ],
    [
      { label: "INT", name: "Interviewer", role: "interviewer" },
      { label: "P1", name: "P858", role: "participant" },
    ],
  );
  expect(turns.map((turn) => [turn.number, turn.speaker, turn.asks])).toEqual([
    [1, "Interviewer", true],
    [2, "P858", false],
    [null, null, false],
  ]);
  expect(turns.map((turn) => turn.blocks.map((block) => TEXT.slice(block.start, block.end)))).toEqual([
    ["Are you well?"],
    ["Not really.", "Not for years."],
    ["A note at the end"],
  ]);
  expect(turns.map((turn) => turn.blocks.map((block) => block.line))).toEqual([[1], [2, 3], [4]]);
});

test("lines are counted as the text has them, the empty ones too", () => {
  const text = "One\n\nThree\nFour\n\n\nSeven";
  const turns = deskTurns(text, [{ start: 0, end: text.length, label: null, startMs: null }], []);
  expect(turns[0]?.blocks.map((block) => block.line)).toEqual([1, 3, 4, 7]);
});

test.each([
  [61_000, "1:01"],
  [3_723_000, "1:02:03"],
])("%i ms is %s", (ms, words) => expect(clockOf(ms)).toBe(words));

test("an offset belongs to the last span that begins before it", () => {
  const spans = [0, 10, 20].map((start) => ({ start, end: start + 9 }));
  expect([0, 9, 10, 25].map((offset) => indexAt(spans, offset))).toEqual([0, 0, 1, 2]);
});
