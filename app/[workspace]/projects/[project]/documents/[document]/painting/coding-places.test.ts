import { expect, test } from "vitest";
import { CodingStore, freshCoding } from "../saving/coding-store";
import { drawnEdge, mergeable, splitPlace } from "./coding-places";

const TEXT = "We never have enough cover. Never, I said.\nAnd nobody hears it.";
const spanOf = (words: string) => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
};
const wordsOf = ({ start, end }: { start: number; end: number }) => TEXT.slice(start, end);

test("a coding is cut between words, and the white space at the cut belongs to neither", () => {
  const coding = spanOf("never have enough cover. Never, I said.");
  const cut = splitPlace(TEXT, coding, TEXT.indexOf("Never"));
  expect(cut && wordsOf({ start: coding.start, end: cut.firstEnd })).toBe("never have enough cover.");
  expect(cut && wordsOf({ start: cut.secondStart, end: coding.end })).toBe("Never, I said.");
});

test("within a word it is cut before the word, after it where it is the first", () => {
  const coding = spanOf("never have enough");
  expect(splitPlace(TEXT, coding, TEXT.indexOf("ough"))?.secondStart).toBe(TEXT.indexOf("enough"));
  expect(splitPlace(TEXT, coding, coding.start + 2)?.secondStart).toBe(TEXT.indexOf("have"));
});

test("a coding of one word, or a place at its edge or outside it, is not cut", () => {
  expect(splitPlace(TEXT, spanOf("cover"), spanOf("cover").start + 2)).toBeNull();
  expect(splitPlace(TEXT, spanOf("enough cover"), spanOf("enough").start)).toBeNull();
  expect(splitPlace(TEXT, spanOf("enough cover"), spanOf("hears").start)).toBeNull();
});

test("neighbours of one code are found across overlaps, full stops and turns, but not across words", () => {
  const store = new CodingStore([
    { start: 0, end: 42 },
    { start: 43, end: TEXT.length },
  ]);
  const coding = (id: string, codeId: string, words: string) => freshCoding(id, codeId, spanOf(words));
  store.replaceAll([
    coding("1", "a", "We"),
    coding("2", "a", "have enough cover"),
    coding("3", "a", "enough cover."),
    coding("4", "a", "Never, I said."),
    coding("5", "b", "cover. Never"),
    coding("6", "a", "And nobody"),
    coding("7", "a", "it"),
  ]);
  const from = store.get("3");
  expect(from && mergeable(store, TEXT, from).map((each) => each.id)).toEqual(
    expect.arrayContaining(["2", "3", "4", "6"]),
  );
  expect(from && mergeable(store, TEXT, from)).toHaveLength(4);
  const alone = store.get("7");
  expect(alone && mergeable(store, TEXT, alone).map((each) => each.id)).toEqual(["7"]);
});

test("a boundary that is drawn goes to whole words, unless it is drawn exactly, and a word always stays", () => {
  const coding = spanOf("have enough");
  expect(wordsOf(drawnEdge(TEXT, coding, "end", TEXT.indexOf("over"), false))).toBe("have enough cover");
  expect(wordsOf(drawnEdge(TEXT, coding, "end", TEXT.indexOf("over"), true))).toBe("have enough c");
  expect(wordsOf(drawnEdge(TEXT, coding, "end", 0, false))).toBe("have");
  expect(wordsOf(drawnEdge(TEXT, coding, "start", TEXT.indexOf("ever"), false))).toBe("never have enough");
  expect(wordsOf(drawnEdge(TEXT, coding, "start", TEXT.length, false))).toBe("enough");
  expect(wordsOf(drawnEdge(TEXT, coding, "start", TEXT.length, true))).toBe("h");
  expect(wordsOf(drawnEdge(TEXT, spanOf("it"), "end", TEXT.length, false))).toBe("it.");
});
