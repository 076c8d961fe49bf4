// The rule of thumb for how many items a weighted kappa needs.

/**
 * Answers: How many items should there be at least before a weighted kappa of q ordered categories is worth giving?
 * Formula: N = 2q².
 * Shape: the number of categories.
 * Unit: items that are independent: units, or documents; never characters.
 * Undefined: never.
 * Misleads: it is a rule of thumb that knows nothing of kappa, the categories' shares or the width that is wanted.
 * Throws: RangeError where q is not a whole number of at least 2.
 * Cost: constant.
 * Source: Cicchetti 1981, Applied Psychological Measurement 5:101–104.
 * Checked: arithmetic.
 */
export function cicchettiSampleSize(categories: number): number {
  if (!(Number.isSafeInteger(categories) && categories >= 2)) throw new RangeError(`${categories} categories`);
  return 2 * categories ** 2;
}
