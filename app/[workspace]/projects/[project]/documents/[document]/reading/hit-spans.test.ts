import { expect, test } from "vitest";
import { deskTurns } from "../text/desk-turns";
import { firstAfter, hitInContext, hitWidener } from "./hit-spans";

const TEXT = "Is it enough?\nNo. There is never enough cover. We cope.\nNever ever.";
const TURNS = deskTurns(
  TEXT,
  [
    { start: 0, end: 13, label: "INT", startMs: null },
    { start: 14, end: 55, label: "P1", startMs: null },
    { start: 56, end: 67, label: "P2", startMs: null },
  ],
  [],
);
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

test.each([
  ["words", "nev", "never"],
  ["sentence", "nev", "There is never enough cover."],
  ["turn", "nev", "No. There is never enough cover. We cope."],
  ["sentence", "cover. We", "There is never enough cover. We cope."],
  ["turn", "cope.\nNever", "No. There is never enough cover. We cope.\nNever ever."],
] as const)("a hit becomes %s: “%s” is coded as “%s”", (reach, hit, coded) => {
  const { start, end } = hitWidener(TEXT, TURNS, reach)(at(hit));
  expect(TEXT.slice(start, end)).toBe(coded);
});

test("a hit is shown between whole words, and says where the text goes on", () => {
  expect(hitInContext(TEXT, at("Is it"))).toEqual({
    before: "",
    words: "Is it",
    after: " enough? No. There is never enough cover. We…",
  });
  expect(hitInContext(TEXT, at("ever.")).before).toBe("…There is never enough cover. We cope. Never ");
});

test("the hits of a stretch are found among all of them", () => {
  const spans = [0, 10, 20].map((start) => ({ start, end: start + 5 }));
  expect([0, 4, 5, 12, 30].map((offset) => firstAfter(spans, offset))).toEqual([0, 0, 1, 1, 3]);
});
