import fc from "fast-check";
import { expect, test } from "vitest";
import { productDifference } from "./product-difference";

test("a difference of products is rounded once, at the end, however large the counts are", () => {
  const count = fc.nat(Number.MAX_SAFE_INTEGER);
  fc.assert(
    fc.property(count, count, count, count, (a, b, c, d) => {
      expect(productDifference(a, b, c, d)).toBe(Number(BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d)));
    }),
  );
  expect(productDifference(94_906_267, 94_906_267, 94_906_266, 94_906_268)).toBe(1);
  expect(productDifference(0.5, 4, 1, 0.25)).toBe(1.75);
  expect(productDifference(0.5, 1e300, 1, 1)).toBe(5e299);
});
