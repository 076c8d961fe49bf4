import fc from "fast-check";
import { expect, test } from "vitest";
import { sentenceEnds } from "./sentence-ends";

const icu = new Intl.Segmenter("en", { granularity: "sentence" });
const never = {
  segment: () => {
    throw new RangeError("asked for a line of plain letters");
  },
} as Pick<Intl.Segmenter, "segment"> as Intl.Segmenter;

function byIcu(line: string): number[] {
  return [...icu.segment(line)].map(({ segment, index }) => index + segment.length);
}

test("plain letters: what ICU says, without asking it", () => {
  const line = fc.string({
    unit: fc.constantFrom(..."abZ Y. ?!'\"()[]{}‘’“”–—,-:37/*&".split(""), ". ", "...", "e.g. ", "U.S. ", "? ", ".) "),
    maxLength: 40,
  });
  fc.assert(
    fc.property(line, (words) => {
      expect(sentenceEnds(words, never)).toEqual(byIcu(words));
    }),
    { numRuns: 1_000 },
  );
});

test("other letters are ICU's", () => {
  const line = "仕事が大変です。休みたい。Und so… Ähm. Ja.";
  expect(sentenceEnds(line, icu)).toEqual(byIcu(line));
});
