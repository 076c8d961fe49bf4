import fc from "fast-check";
import { expect, test } from "vitest";
import { namePlaces, stripeColumns } from "./stripe-columns";

const stripes = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 200 })), { maxLength: 30 })
  .map((pairs) => pairs.map(([from, length], i) => ({ id: String(i), from, to: from + length, length })));

test("no two stripes share a place, and taken columns stay free", () => {
  fc.assert(
    fc.property(stripes, (all) => {
      const columns = stripeColumns(all, 5, new Set([1]));
      for (const a of all) {
        expect(columns.get(a.id)).not.toBe(1);
        for (const b of all) {
          if (a.id >= b.id || columns.get(a.id) === undefined) continue;
          if (a.from < b.to && b.from < a.to) expect(columns.get(a.id)).not.toBe(columns.get(b.id));
        }
      }
    }),
  );
});

test("the longest stands outermost", () => {
  const columns = stripeColumns(
    [
      { id: "short", from: 10, to: 20, length: 10 },
      { id: "long", from: 0, to: 100, length: 100 },
    ],
    4,
  );
  expect(columns.get("long")).toBe(0);
  expect(columns.get("short")).toBe(1);
});

test("names do not cover each other", () => {
  fc.assert(
    fc.property(stripes, (all) => {
      const places = namePlaces(
        all.map(({ id, from, to }) => ({ id, top: from, bottom: to })),
        17,
      );
      const tops = places.map((place) => place.top);
      for (const [i, top] of tops.entries()) if (i > 0) expect(top - (tops[i - 1] ?? 0)).toBeGreaterThanOrEqual(17);
    }),
  );
});
