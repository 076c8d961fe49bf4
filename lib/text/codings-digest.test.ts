import fc from "fast-check";
import { expect, test } from "vitest";
import { codingDigest, codingsDigest, digestText } from "./codings-digest";

const coding = fc.record({
  id: fc.uuid().map((id) => id.replaceAll("-", "")),
  version: fc.integer({ min: 1, max: 50 }),
  memoWording: fc.option(fc.integer({ min: 1, max: 9 })),
});

test("the order does not matter", () => {
  fc.assert(
    fc.property(fc.array(coding), (codings) => {
      expect(codingsDigest([...codings].reverse())).toBe(codingsDigest(codings));
    }),
  );
});

test("taking one out of the sum is the digest without it", () => {
  fc.assert(
    fc.property(fc.array(coding), coding, (codings, extra) => {
      const sum = [...codings, extra].reduce((all, each) => (all + codingDigest(each)) >>> 0, 0);
      expect(digestText(codings.length, (sum - codingDigest(extra)) >>> 0)).toBe(codingsDigest(codings));
    }),
  );
});

test("a new version, a new wording and another coding are each seen", () => {
  const one = { id: "a".repeat(32), version: 1, memoWording: null };
  const all = [one, { ...one, version: 2 }, { ...one, memoWording: 1 }, { ...one, id: "b".repeat(32) }];
  expect(new Set(all.map((each) => codingsDigest([each]))).size).toBe(all.length);
});
