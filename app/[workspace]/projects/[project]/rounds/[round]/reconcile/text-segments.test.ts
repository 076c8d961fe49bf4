import { expect, test } from "vitest";
import { textSegments } from "./text-segments";

const speakers = [{ label: "I", participantId: "i", name: "Interviewer", role: "interviewer" as const }];

test("turns carry who speaks, and words between and after them are kept", () => {
  const text = "heading\nHow are you?\nTired.\nEnd of tape.";
  const turns = [
    { start: 8, end: 20, label: "I", startMs: null },
    { start: 21, end: 27, label: "P1", startMs: null },
  ];
  const segments = textSegments({ text, turns, speakers });
  expect(segments.map(({ words, turn, speaker, asks }) => [words, turn, speaker, asks])).toEqual([
    ["heading\n", null, null, false],
    ["How are you?", 1, "Interviewer", true],
    ["Tired.", 2, "P1", false],
    ["\nEnd of tape.", null, null, false],
  ]);
  for (const { start, end, words } of segments) expect(text.slice(start, end)).toBe(words);
});

test("a text without turns is one segment, an empty one none", () => {
  expect(textSegments({ text: "A note.", turns: [], speakers: [] })).toMatchObject([{ start: 0, end: 7, turn: null }]);
  expect(textSegments({ text: "", turns: [], speakers: [] })).toEqual([]);
});
