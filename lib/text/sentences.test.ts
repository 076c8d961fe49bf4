import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paragraphBounds, sentenceBounds } from "./sentences";

function pieces(text: string, bounds: readonly number[]): string[] {
  const found: string[] = [];
  for (let i = 0; i < bounds.length; i += 2) found.push(text.slice(bounds[i], bounds[i + 1]));
  return found;
}

function sentences(text: string): string[] {
  return pieces(text, sentenceBounds(text));
}

describe("paragraphBounds", () => {
  it("splits at line ends and leaves blank lines out", () => {
    const text = "One.\n\n  \nTwo two.\nThree";
    expect(pieces(text, paragraphBounds(text))).toEqual(["One.", "Two two.", "Three"]);
    expect(paragraphBounds("")).toEqual([]);
    expect(paragraphBounds("\n\n")).toEqual([]);
  });
});

describe("sentenceBounds", () => {
  it("does not stop after an abbreviation", () => {
    expect(sentences("Dr. Smith said it. Then Mrs. Jones left, e.g. Early. St. Mary's as well.")).toEqual([
      "Dr. Smith said it.",
      "Then Mrs. Jones left, e.g. Early.",
      "St. Mary's as well.",
    ]);
    expect(sentences("As Braun et al. Wrote. Us vs. Them. Prof. Dr. Meyer, i.e. Anna.")).toEqual([
      "As Braun et al. Wrote.",
      "Us vs. Them.",
      "Prof. Dr. Meyer, i.e. Anna.",
    ]);
  });

  it("takes No. as an answer unless a number follows", () => {
    expect(sentences("No. I never did. It was No. 7 on p. 12 then.")).toEqual([
      "No.",
      "I never did.",
      "It was No. 7 on p. 12 then.",
    ]);
    expect(sentences("We went to the casino. Then home.")).toEqual(["We went to the casino.", "Then home."]);
  });

  it("keeps hesitation within its sentence and ends one at each line", () => {
    expect(sentences("It was, um... fine. Really?\nYes")).toEqual(["It was, um... fine.", "Really?", "Yes"]);
  });

  it("reads Japanese", () => {
    expect(sentences("仕事が大変です。休みたい。")).toEqual(["仕事が大変です。", "休みたい。"]);
  });

  it("covers every character but white space, in order, within one paragraph each", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "B", ".", "?", " ", "\n", "Dr. ", "No. ", "3", "\u{1f600}", "。"),
    });
    fc.assert(
      fc.property(text, (words) => {
        const bounds = sentenceBounds(words);
        let at = 0;
        for (let i = 0; i < bounds.length; i += 2) {
          const [start = 0, end = 0] = bounds.slice(i, i + 2);
          expect(words.slice(at, start).trim()).toBe("");
          expect(end).toBeGreaterThan(start);
          expect(words.slice(start, end)).toBe(words.slice(start, end).trim());
          expect(words.slice(start, end)).not.toContain("\n");
          at = end;
        }
        expect(words.slice(at).trim()).toBe("");
      }),
    );
  });

  it("cuts a single line of a million characters without its time growing by the square", () => {
    const line = "And then we went on and did the next thing that came up. ".repeat(18_000);
    const began = performance.now();
    expect(sentenceBounds(line).length / 2).toBe(18_000);
    expect(sentenceBounds("word ".repeat(200_000)).length).toBe(2);
    expect(sentenceBounds("\u{1f600}".repeat(50_000)).length).toBe(2);
    expect(sentenceBounds(`${"Word ".repeat(1_990)}so it was... over. `.repeat(3)).length / 2).toBe(3);
    expect(performance.now() - began).toBeLessThan(8_000);
  });
});
