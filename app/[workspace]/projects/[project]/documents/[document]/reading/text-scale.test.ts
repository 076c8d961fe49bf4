import fc from "fast-check";
import { expect, test } from "vitest";
import { deskTurns } from "../text/desk-turns";
import { TextScale } from "./text-scale";

function scaleOf(lengths: readonly number[]) {
  const rows: { start: number; end: number; label: null; startMs: null }[] = [];
  let text = "";
  for (const length of lengths) {
    if (text) text += "\n";
    rows.push({ start: text.length, end: text.length + length, label: null, startMs: null });
    text += "a".repeat(length);
  }
  return { scale: new TextScale(deskTurns(text, rows, [])), length: text.length };
}

const lengths = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 40 });

test("places keep their order, from the beginning to the end of the strip", () => {
  fc.assert(
    fc.property(lengths, fc.nat(), fc.nat(), (sizes, a, b) => {
      const { scale, length } = scaleOf(sizes);
      const [first, second] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y) as [number, number];
      expect(scale.share(first)).toBeLessThanOrEqual(scale.share(second));
      expect(scale.share(0)).toBe(0);
      expect(scale.share(length)).toBeLessThanOrEqual(1);
    }),
  );
});

test("what stands at a height is found there again, to within a line", () => {
  fc.assert(
    fc.property(lengths, fc.nat(), (sizes, some) => {
      const { scale, length } = scaleOf(sizes);
      const offset = some % (length + 1);
      expect(Math.abs(scale.offset(scale.share(offset)) - offset)).toBeLessThanOrEqual(1);
    }),
  );
});

test("every span has at least two rows, all of them on the strip", () => {
  fc.assert(
    fc.property(lengths, fc.nat(), fc.nat(), fc.integer({ min: 2, max: 1800 }), (sizes, a, b, rows) => {
      const { scale, length } = scaleOf(sizes);
      const start = a % length;
      const { from, to } = scale.rows({ start, end: start + 1 + (b % (length - start)) }, rows);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThan(rows);
      expect(to - from).toBeGreaterThanOrEqual(1);
    }),
  );
});
