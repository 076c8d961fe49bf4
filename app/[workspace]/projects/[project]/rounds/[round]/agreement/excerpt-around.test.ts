import fc from "fast-check";
import { expect, test } from "vitest";
import { excerptAround } from "./excerpt-around";

test("a short stretch stays whole", () => {
  expect(excerptAround("a few words", 7, [{ start: 9, end: 12 }])).toEqual({
    words: "a few words",
    start: 7,
    before: false,
    after: false,
  });
});

test("a long stretch is cut at spaces, on both sides of what is marked", () => {
  const words = "word ".repeat(200).trim();
  const cut = excerptAround(words, 0, [{ start: 500, end: 504 }]);
  expect(cut.before && cut.after).toBe(true);
  expect(cut.words.startsWith("word") && cut.words.endsWith("word")).toBe(true);
  expect(cut.words.length).toBeLessThan(260);
});

test("whatever is cut, the marked words are in it at their place", () => {
  const cases = fc.record({
    words: fc.string({ minLength: 1, maxLength: 900 }),
    start: fc.nat(1000),
    a: fc.nat(899),
    length: fc.integer({ min: 1, max: 50 }),
  });
  fc.assert(
    fc.property(cases, ({ words, start, a, length }) => {
      const from = a % words.length;
      const to = Math.min(words.length, from + length);
      const cut = excerptAround(words, start, [{ start: start + from, end: start + to }]);
      const at = start + from - cut.start;
      expect(cut.words.slice(at, at + to - from)).toBe(words.slice(from, to));
    }),
  );
});
