// A statistic: a value, or the reason why there is none. Never NaN, never a number that stands for "undefined".

/**
 * Of any figure. `no-data`: nothing was compared. `both-empty`: neither coder used the code (of more than two: none).
 * `both-full`: all gave it to everything. `one-category`: every item fell into one and the same category.
 * `one-label`: there is only one category to choose from. `not-used`: the code is not in what is counted.
 * Over codes or pairs. `no-defined`: no code had a defined value. `undefined-pair`: a pair of coders has none.
 * Of intervals. `one-empty`, `one-full`: one coder never or always used the code, so nothing varies.
 * `few-documents`: fewer than two documents. `undefined-without-one`: leaving out one document leaves no value.
 * `no-replicate`: no resample had a value.
 * Of what cannot be computed. `overlapping-units`: a coder gave one passage two values where only one may stand.
 * `too-large`: an exact answer would take too long. `too-many-coders`: more than can be told apart.
 */
export const UNDEFINED_REASONS = [
  "no-data",
  "both-empty",
  "both-full",
  "one-category",
  "one-label",
  "not-used",
  "no-defined",
  "undefined-pair",
  "one-empty",
  "one-full",
  "few-documents",
  "undefined-without-one",
  "no-replicate",
  "overlapping-units",
  "too-large",
  "too-many-coders",
] as const;

export type UndefinedReason = (typeof UNDEFINED_REASONS)[number];

export type Statistic =
  | { readonly kind: "defined"; readonly value: number }
  | { readonly kind: "undefined"; readonly reason: UndefinedReason };

// Rare codes come out at 0 and 1 time and again.
const ZERO: Statistic = Object.freeze({ kind: "defined", value: 0 });
const ONE: Statistic = Object.freeze({ kind: "defined", value: 1 });

export function defined(value: number): Statistic {
  if (value === 0) return ZERO;
  if (value === 1) return ONE;
  if (!Number.isFinite(value)) throw new RangeError(`a statistic came out as ${value}`);
  return { kind: "defined", value };
}

const UNDEFINED = new Map(
  UNDEFINED_REASONS.map((reason): [UndefinedReason, Statistic] => [reason, { kind: "undefined", reason }]),
);

export function undefinedFor(reason: UndefinedReason): Statistic {
  return UNDEFINED.get(reason) ?? { kind: "undefined", reason };
}

/** For JSON and arithmetic: null where undefined; the reason must stand beside it. */
export function valueOrNull(statistic: Statistic): number | null {
  return statistic.kind === "defined" ? statistic.value : null;
}
