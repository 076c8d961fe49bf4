import { expect, test } from "vitest";
import { deskTurns } from "../text/desk-turns";
import { turnStep } from "./caret";
import { sentenceStep, spanStep } from "./span-steps";

const text = "One is here. Two is here.\nThree, Mr. Lee said.\nFour? Five!";
const turns = deskTurns(
  text,
  [
    { start: 0, end: text.indexOf("\nFour"), label: "P1", startMs: null },
    { start: text.indexOf("Four"), end: text.length, label: "P2", startMs: null },
  ],
  [],
);
const at = (words: string) => text.indexOf(words);
const after = (words: string) => at(words) + words.length;

/** Walks until there is nothing further. */
function walk(from: number, step: 1 | -1): number[] {
  const places: number[] = [];
  for (let here: number | null = from; ; ) {
    here = sentenceStep(text, turns, here, step, null);
    if (here === null) return places;
    places.push(here);
  }
}

test("sentence by sentence over paragraphs and turns, forwards and back", () => {
  expect(walk(0, 1)).toEqual([at("Two"), at("Three"), at("Four"), at("Five")]);
  expect(walk(text.length, -1)).toEqual([at("Five"), at("Four"), at("Three"), at("Two"), 0]);
  expect(sentenceStep(text, turns, after("Three,"), -1, null)).toBe(at("Three"));
});

test("with Shift a selection grows to the ends of sentences and shrinks to its anchor, not beyond", () => {
  const anchor = at("Two");
  const grow = (from: number) => sentenceStep(text, turns, from, 1, anchor);
  expect(grow(anchor)).toBe(after("Two is here."));
  expect(grow(after("Two is here."))).toBe(after("Mr. Lee said."));
  expect(grow(after("Mr. Lee said."))).toBe(after("Four?"));
  const shrink = (from: number) => sentenceStep(text, turns, from, -1, anchor);
  expect(shrink(after("Four?"))).toBe(after("Mr. Lee said."));
  expect(shrink(after("Mr. Lee said."))).toBe(after("Two is here."));
  expect(shrink(after("Two is here."))).toBe(anchor);
  expect(shrink(anchor)).toBe(0);
  // And on the other side of the anchor.
  expect(sentenceStep(text, turns, 0, 1, anchor)).toBe(anchor);
});

test("turn by turn: to the next one's beginning, back to this one's first, with Shift to the ends", () => {
  const [end, next] = [after("Lee said."), at("Four")];
  expect(turnStep(turns, 3, 1)).toBe(next);
  expect(turnStep(turns, next + 2, 1)).toBe(text.length);
  expect(turnStep(turns, next + 2, -1)).toBe(next);
  expect(turnStep(turns, next, -1)).toBe(0);
  expect(turnStep(turns, 0, -1)).toBe(0);
  expect(turnStep(turns, 0, 1, 0)).toBe(end);
  expect(turnStep(turns, end, 1, 0)).toBe(text.length);
  expect(turnStep(turns, text.length, -1, 0)).toBe(end);
  expect(turnStep(turns, end, -1, 0)).toBe(0);
});

test("nothing lies beyond the last and before the first", () => {
  const spans = [
    { start: 2, end: 4 },
    { start: 6, end: 8 },
  ];
  expect(spanStep(spans, 6, 1, null)).toBeNull();
  expect(spanStep(spans, 2, -1, null)).toBeNull();
  expect(spanStep(spans, 0, 1, null)).toBe(2);
  expect(spanStep(spans, 8, -1, 5)).toBe(5);
});
