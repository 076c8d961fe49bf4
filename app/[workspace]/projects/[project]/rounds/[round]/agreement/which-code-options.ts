import type { OverlapOptions } from "./view-props";

/** The least intersection over union of a pair that can be chosen, in per cent; 0 for any character in common. */
export const OVERLAPS = ["0", "25", "50", "75", "90"] as const;

/** From the query of the address; what is not understood is left at its default. */
export function overlapOptionsFrom(query: URLSearchParams): OverlapOptions {
  const level = query.get("level") ?? "";
  return {
    minIou: Number(OVERLAPS.find((each) => each === query.get("overlap")) ?? "0") / 100,
    matching: query.get("matching") === "one-to-one" ? "one-to-one" : "all-pairs",
    withUnmatched: query.get("nothing") === "yes",
    level: /^\d{1,2}$/.test(level) && Number(level) <= 50 ? Number(level) : null,
  };
}

/** What the address keeps of them; null where it is as by default. */
export function overlapAddress({ minIou, matching, withUnmatched, level }: OverlapOptions) {
  return {
    overlap: minIou === 0 ? null : String(Math.round(minIou * 100)),
    matching: matching === "all-pairs" ? null : matching,
    nothing: withUnmatched ? "yes" : null,
    level: level === null ? null : String(level),
  };
}

/** The levels at which themes are compared, from the top; the deepest is how codes are chosen anyway. */
export function levelOptions(depths: readonly number[]): { id: string; label: string }[] {
  const deepest = Math.max(0, ...depths);
  const name = (level: number) => (level === 0 ? "Top themes" : level === 1 ? "Sub-themes" : `Level ${level + 1}`);
  return [
    { id: "chosen", label: "As chosen" },
    ...Array.from({ length: deepest }, (_, level) => ({ id: String(level), label: name(level) })),
  ];
}

export interface ConfusedPair {
  readonly firstCodeId: string | null;
  readonly secondCodeId: string | null;
  readonly pairs: number;
  /** The same two codes the other way round. */
  readonly turned: number;
}

/** The cells off the diagonal that hold something, the fullest first; null stands for "no excerpt". */
export function confusedPairs(
  labels: readonly (string | null)[],
  matrix: readonly (readonly number[])[],
): ConfusedPair[] {
  return labels
    .flatMap((firstCodeId, row) =>
      labels.map((secondCodeId, column) => ({
        firstCodeId,
        secondCodeId,
        pairs: row === column ? 0 : (matrix[row]?.[column] ?? 0),
        turned: matrix[column]?.[row] ?? 0,
      })),
    )
    .filter(({ pairs }) => pairs > 0)
    .sort((a, b) => b.pairs - a.pairs || b.turned - a.turned);
}
