import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { snapToWords, wordAfter, wordBefore } from "./words";

/** Snaps what stands between the bars and returns what is selected then. */
function snapped(marked: string): string {
  const start = marked.indexOf("|");
  const text = marked.replaceAll("|", "");
  const span = snapToWords(text, { start, end: marked.lastIndexOf("|") - 1 });
  return text.slice(span.start, span.end);
}

describe("snapToWords", () => {
  it.each([
    ["the wo|rkload is hi|gh now", "workload is high"],
    ["the| workload |is", "workload"],
    ["I do|n't kno|w", "don't know"],
    ["I don|'|t", "don't"],
    ["I don’|t| know", "don’t"],
    ["twenty|-|one", "twenty-one"],
    ["yes |-- no| way", "-- no"],
    ["yes--|n|o", "no"],
    ["it costs 1|,|000 pounds", "1,000"],
    ["said so|.| Then", "."],
    ["caf|e\u0301| au", "cafe\u0301"],
    ["na|i\u0308ve|", "nai\u0308ve"],
    ["tired \u{1f62e}|\u200d|\u{1f4a8} today", "\u{1f62e}\u200d\u{1f4a8}"],
    ["a \u{1f44d}|\u{1f3fd}| b", "\u{1f44d}\u{1f3fd}"],
    ["\u{1f1ec}\u{1f1e7}|\u{1f1eb}\u{1f1f7}|", "\u{1f1eb}\u{1f1f7}"],
    ["ok\ud83d|\ude00| ok", "\u{1f600}"],
    ["仕事が|大変|です", "大変"],
    ["(par|ano|id)", "paranoid"],
  ])("%s → %s", (marked, words) => {
    expect(snapped(marked)).toBe(words);
  });

  it("gives an empty span for white space, and the word around a caret", () => {
    const blank = snapToWords("a   b", { start: 1, end: 4 });
    expect(blank.end - blank.start).toBe(0);
    expect(snapToWords("some words", { start: 7, end: 7 })).toEqual({ start: 5, end: 10 });
  });

  it("is settled after once, only trims white space, and never cuts a pair", () => {
    const text = fc.string({
      unit: fc.constantFrom(
        "a",
        "b",
        "é",
        "e\u0301",
        "7",
        " ",
        "\n",
        "'",
        "-",
        ".",
        "\u{1f600}",
        "\u{1f1ec}",
        "\u200d",
        "漢",
      ),
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (words, from, to) => {
        const edge = [from, to].map((n) => n % (words.length + 1)).sort((a, b) => a - b);
        const span = { start: edge[0] ?? 0, end: edge[1] ?? 0 };
        const once = snapToWords(words, span);
        expect(snapToWords(words, once)).toEqual(once);
        if (words.slice(span.start, span.end).trim() !== "") {
          expect(words.slice(once.start, once.end)).toContain(words.slice(span.start, span.end).trim());
          expect(words.slice(once.start, once.end)).toBe(words.slice(once.start, once.end).trim());
        }
        expect(words.slice(once.start, once.end)).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });

  it("looks only at what is near", () => {
    const text = "words and more of them ".repeat(200_000);
    const began = performance.now();
    for (let i = 0; i < 1_000; i++) snapToWords(text, { start: i * 4_000 + 3, end: i * 4_000 + 60 });
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

describe("wordBefore and wordAfter", () => {
  const text = "Well, I don't – know.";

  it("step over what lies between words", () => {
    expect(wordAfter(text, 4)).toEqual({ start: 6, end: 7 });
    expect(wordBefore(text, 16)).toEqual({ start: 8, end: 13 });
    expect(wordBefore(text, text.length)).toEqual({ start: 16, end: 20 });
  });

  it("give the word that the offset lies in", () => {
    expect(wordAfter(text, 10)).toEqual({ start: 8, end: 13 });
    expect(wordBefore(text, 10)).toEqual({ start: 8, end: 13 });
  });

  it("say where there is none", () => {
    expect(wordAfter(text, 20)).toBeNull();
    expect(wordBefore(text, 0)).toBeNull();
    expect(wordBefore(" … ", 3)).toBeNull();
  });
});
