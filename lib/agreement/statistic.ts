// A statistic: a value, or the reason why there is none. Never NaN, never a number that stands for "undefined".

/**
 * `no-data`: nothing was compared. `both-empty`: neither coder used the code. `both-full`: both gave it to everything.
 * `one-category`: every item fell into one and the same category for both. `no-defined`: no code had a defined value.
 */
export type UndefinedReason = "no-data" | "both-empty" | "both-full" | "one-category" | "no-defined";

export type Statistic =
  | { readonly kind: "defined"; readonly value: number }
  | { readonly kind: "undefined"; readonly reason: UndefinedReason };

export function defined(value: number): Statistic {
  if (!Number.isFinite(value)) throw new RangeError(`a statistic came out as ${value}`);
  return { kind: "defined", value };
}

export function undefinedFor(reason: UndefinedReason): Statistic {
  return { kind: "undefined", reason };
}

/** For JSON and arithmetic: null where undefined; the reason must stand beside it. */
export function valueOrNull(statistic: Statistic): number | null {
  return statistic.kind === "defined" ? statistic.value : null;
}
