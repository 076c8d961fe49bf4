import { expect, test } from "vitest";
import { indexCodes } from "@/lib/codebook/tree";
import { deskTurns } from "../text/desk-turns";
import { comparedTurnWords, comparedWords } from "./compared-words";
import { type ComparedCoder, Comparison, sidesOfCodes } from "./comparison";

const text = "There is never enough cover. We are tired.\nAnd what did they say? They said carry on.";
const turns = deskTurns(
  text,
  [
    { start: 0, end: 42, label: "P598", startMs: null },
    { start: 43, end: text.length, label: "INT", startMs: null },
  ],
  [],
);

function span(words: string) {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

function coder(name: string, ...codings: [id: string, codeId: string, words: string][]): ComparedCoder {
  return { coderId: name, name, codings: codings.map(([id, codeId, words]) => ({ id, codeId, ...span(words) })) };
}

const sam = coder(
  "Sam",
  ["s1", "workload", "never enough cover"],
  ["s2", "workload", "We are tired"],
  ["s3", "support", "carry on"],
);
const jo = coder(
  "Jo",
  ["j1", "workload", "never enough cover"],
  ["j2", "workload", "tired"],
  ["j3", "fatigue", "carry on"],
);

test("alike is the same code on the same words; whatever differs in either stands on its side alone", () => {
  const { left, right, both, store } = new Comparison(sam, jo, turns);
  expect({ both, left: left.alone, right: right.alone }).toEqual({ both: 1, left: 2, right: 2 });
  expect({ left: left.overlapping, right: right.overlapping }, "of these with some words in common").toEqual({
    left: 1,
    right: 1,
  });
  expect([store.size, left.store.size, right.store.size]).toEqual([5, 3, 3]);
});

test("every coding knows its side, and an alike pair is one coding on both", () => {
  const comparison = new Comparison(sam, jo, turns);
  expect(["s1", "s2", "s3", "j2", "j3"].map((id) => comparison.sideOf(id))).toEqual([
    "both",
    "left",
    "left",
    "right",
    "right",
  ]);
  expect(comparison.store.get("j1")).toBeUndefined();
  expect(comparison.right.store.get("s1")).toBeDefined();
});

test("changing places changes sides and nothing else", () => {
  const comparison = new Comparison(jo, sam, turns);
  expect([comparison.left.alone, comparison.both, comparison.right.alone]).toEqual([2, 1, 2]);
  expect(["j1", "j2", "s2"].map((id) => comparison.sideOf(id))).toEqual(["both", "left", "right"]);
});

test("a code given twice to the same words by one coder and once by the other is alike once", () => {
  const twice = coder("Sam", ["s1", "workload", "tired"], ["s2", "workload", "tired"]);
  const once = coder("Jo", ["j1", "workload", "tired"]);
  const comparison = new Comparison(twice, once, turns);
  expect([comparison.both, comparison.left.alone, comparison.left.overlapping, comparison.right.alone]).toEqual([
    1, 1, 1, 0,
  ]);
});

test("touching is not overlapping, and neither is the same code elsewhere", () => {
  const one = coder("Sam", ["s1", "workload", "There is "], ["s2", "workload", "We are"]);
  const other = coder("Jo", ["j1", "workload", "never"], ["j2", "support", "We are"]);
  const { left, right } = new Comparison(one, other, turns);
  expect([left.alone, left.overlapping, right.alone, right.overlapping]).toEqual([2, 0, 2, 0]);
});

test("words that both gave a code are on both sides, also where their codings end elsewhere", () => {
  const comparison = new Comparison(sam, jo, turns);
  const at = (words: string) => [...sidesOfCodes(comparison.store.touching(span(words)), comparison)];
  expect(at("tired")).toEqual([["workload", "both"]]);
  expect(at("We are")).toEqual([["workload", "left"]]);
  expect(at("carry on")).toEqual([
    ["fatigue", "right"],
    ["support", "left"],
  ]);
});

test("asked what is here, it tells by coder what lies there, and who has nothing", () => {
  const code = { parentId: null, position: 0, colour: "#000000", retired: false };
  const index = indexCodes([
    { ...code, id: "workload", name: "Workload" },
    { ...code, id: "support", name: "Support" },
    { ...code, id: "fatigue", name: "Fatigue" },
  ]);
  const ground = { comparison: new Comparison(sam, jo, turns), index: () => index, text, turns };
  const { store } = ground.comparison;
  const told = (words: string) => comparedWords(ground, span(words).start, store.touching(span(words)));
  expect(told("cover")).toBe(
    "Turn 1, P598. Both: Workload on “never enough cover”. Only Sam: nothing. Only Jo: nothing.",
  );
  expect(told("tired")).toBe(
    "Turn 1, P598. Both: nothing. Only Sam: Workload on “We are tired”. Only Jo: Workload on “tired”.",
  );
  expect(told("what did")).toBe("Turn 2, INT. Neither Sam nor Jo coded anything here.");
  expect(comparedTurnWords(ground, 1)).toBe("Sam: 1 coding: Support. Jo: 1 coding: Fatigue");
  expect(comparedTurnWords(ground, 0)).toBe("Sam: 2 codings: Workload. Jo: 2 codings: Workload");
});
