// The difference of two products of counts, exact where doubles alone would round it.

/**
 * a·b − c·d. Whole counts are reckoned in BigInt where a product leaves the safe integers, and rounded once at the end:
 * so the answer is 0 only where the products are equal.
 */
export function productDifference(a: number, b: number, c: number, d: number): number {
  const left = a * b;
  const right = c * d;
  if (left <= Number.MAX_SAFE_INTEGER && right <= Number.MAX_SAFE_INTEGER) return left - right;
  if (![a, b, c, d].every(Number.isSafeInteger)) return left - right;
  return Number(BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d));
}
