import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstTouching, indexIntervals, spansAt, spansTouching } from "./intervals";
import { compareSpans, overlaps } from "./span";

const span = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 30 }))
  .map(([start, size]) => ({ start, end: start + size }));

describe("indexIntervals", () => {
  it("finds what asking every span finds, in document order", () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 40 }), span, (spans, asked) => {
        const index = indexIntervals(spans);
        const expected = [...spans].sort(compareSpans).filter((s) => overlaps(s, asked));
        expect(spansTouching(index, asked)).toEqual(expected);
        expect(firstTouching(index, asked)).toEqual(expected[0]);
        expect(spansAt(index, asked.start)).toEqual(
          [...spans].sort(compareSpans).filter((s) => s.start <= asked.start && asked.start < s.end),
        );
      }),
    );
  });

  it("answers quickly among 20,000 spans, one of them over the whole text", () => {
    const spans = Array.from({ length: 20_000 }, (_, i) => ({ start: i * 25, end: i * 25 + 60 }));
    const index = indexIntervals([{ start: 0, end: 600_000 }, ...spans]);
    const began = performance.now();
    let found = 0;
    for (let i = 0; i < 9_000; i++) found += spansAt(index, i * 50 + 55).length;
    expect(found).toBe(36_000);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
