// That words are found where they stand: folded, quoted and composed in whatever way, at the text's own offsets.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type FindOptions, wordFinder } from "./find-words";

function found(text: string, words: string, options: FindOptions = {}): string[] {
  return wordFinder(words, options)(text).spans.map(({ start, end }) => `${start} ${text.slice(start, end)}`);
}

test("capitals do not count unless asked, and a text whose lower case is longer keeps its offsets", () => {
  expect(found("İİ Team, TEAM, team", "team")).toEqual(["3 Team", "9 TEAM", "15 team"]);
  expect(found("İİ Team, TEAM, team", "Team", { matchCase: true })).toEqual(["3 Team"]);
  expect(found("ΟΔΟΣ οδός οδος", "οδος")).toEqual(["0 ΟΔΟΣ", "10 οδος"]);
  expect(found("🙂 Élan, ÉLAN", "élan")).toEqual(["3 Élan", "9 ÉLAN"]);
});

test("curly and straight quotes and the kinds of space are alike", () => {
  expect(found("don’t don't donʼt", "don't")).toEqual(["0 don’t", "6 don't", "12 donʼt"]);
  expect(found("don’t don't", "don’t", { matchCase: true })).toHaveLength(2);
  expect(found('say “no” and "no"', '"no"')).toEqual(["4 “no”", '13 "no"']);
  expect(found("four\u00a0short", "four short")).toHaveLength(1);
});

test("an accent is found however it is composed, and a bare letter is not found within an accented one", () => {
  const apart = "cafe\u0301 cafe café";
  expect(found(apart, "café")).toEqual(["0 cafe\u0301", "11 café"]);
  expect(found(apart, "cafe\u0301")).toEqual(["0 cafe\u0301", "11 café"]);
  expect(found(apart, "cafe")).toEqual(["6 cafe"]);
});

test("what means something in a pattern is only itself", () => {
  expect(found("Why? (I don.t) [a-z]\\", "?")).toEqual(["3 ?"]);
  expect(found("Why? (I don.t) [a-z]\\", "don.t)")).toEqual(["8 don.t)"]);
  expect(found("a-z", "[a-z]")).toEqual([]);
  expect(found("x\\d{2}^$|*+/", "\\d{2}^$|*+/")).toEqual(["1 \\d{2}^$|*+/"]);
});

test("whole words alone, with what an apostrophe joins; scripts without spaces are searched as they are", () => {
  expect(found("cover, covers; recover cover-up", "cover", { wholeWords: true })).toEqual(["0 cover", "23 cover"]);
  expect(found("don’t don", "don", { wholeWords: true })).toEqual(["6 don"]);
  expect(found("ÉLAN vélan", "élan", { wholeWords: true })).toEqual(["0 ÉLAN"]);
  expect(found("他们支持我", "支持", { wholeWords: true })).toEqual(["2 支持"]);
  expect(found("no cover.", "cover.", { wholeWords: true })).toEqual(["3 cover."]);
});

test("as many as wanted come, and all are counted", () => {
  const find = wordFinder("a");
  expect(find("a a a a a", 2)).toEqual({
    spans: [
      { start: 0, end: 1 },
      { start: 2, end: 3 },
    ],
    total: 5,
  });
  expect(find("a a", 2).total).toBe(2);
  expect(find("a a", 0)).toEqual({ spans: [], total: 2 });
  expect(wordFinder("")("anything")).toEqual({ spans: [], total: 0 });
});

test("any stretch of a text is found in it, where it was taken from", () => {
  const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), words, (before, taken) => {
      const text = `${before}\n${taken}\n`.normalize("NFC");
      const start = `${before}\n`.normalize("NFC").length;
      const { spans } = wordFinder(taken, { matchCase: true })(text);
      const end = text.length - 1;
      // An earlier find may reach into it; otherwise it is there, whole.
      expect(spans.some((span) => (span.start <= start && span.end > start) || span.end === end)).toBe(true);
    }),
  );
});
