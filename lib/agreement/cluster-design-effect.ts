// How many times more items are needed because they come in documents.

/**
 * Answers: How many times more items are needed because items of one document resemble one another?
 * Formula: design effect = 1 + (m̄ − 1) ICC, m̄ the mean number of items in a document.
 * Shape: the mean items of a document and their intraclass correlation.
 * Unit: any.
 * Undefined: never.
 * Misleads: it takes documents of about one length; long and short ones together need more. On characters it is in the
 *   hundreds.
 * Throws: RangeError for fewer than one item a document or a correlation outside [−1, 1].
 * Cost: constant.
 * Source: Kish 1965, Survey Sampling, chapter 5.
 * Checked: the inverse, intraclassCorrelation, gives the correlation back.
 */
export function clusterDesignEffect(itemsPerDocument: number, correlation: number): number {
  checkItems(itemsPerDocument);
  if (!(correlation >= -1 && correlation <= 1)) throw new RangeError(`a correlation of ${correlation}`);
  return 1 + (itemsPerDocument - 1) * correlation;
}

/** The correlation behind a design effect of a pilot round, to plan for longer or shorter documents; 0 for m̄ = 1. */
export function intraclassCorrelation(itemsPerDocument: number, designEffect: number): number {
  checkItems(itemsPerDocument);
  return itemsPerDocument === 1 ? 0 : (designEffect - 1) / (itemsPerDocument - 1);
}

function checkItems(itemsPerDocument: number): void {
  if (!(itemsPerDocument >= 1 && itemsPerDocument < Infinity)) {
    throw new RangeError(`${itemsPerDocument} items a document`);
  }
}
