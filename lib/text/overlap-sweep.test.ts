import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eachOverlap } from "./overlap-sweep";
import { overlaps } from "./span";

const spans = fc.array(
  fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 15 })).map(([start, size]) => ({ start, end: start + size })),
  { maxLength: 25 },
);

describe("eachOverlap", () => {
  it("finds each pair that comparing all with all finds, once", () => {
    fc.assert(
      fc.property(spans, spans, (first, second) => {
        const found: string[] = [];
        eachOverlap(first, second, (i, j) => found.push(`${i} ${j}`));
        const expected = first.flatMap((a, i) => second.flatMap((b, j) => (overlaps(a, b) ? [`${i} ${j}`] : [])));
        expect(found.sort()).toEqual(expected.sort());
      }),
    );
  });

  it("does not compare all with all", () => {
    const many = Array.from({ length: 50_000 }, (_, i) => ({ start: i * 10, end: i * 10 + 15 }));
    let pairs = 0;
    const began = performance.now();
    eachOverlap(many, many, () => pairs++);
    expect(pairs).toBe(149_998);
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
