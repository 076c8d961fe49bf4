import type { Measures } from "@/lib/agreement/measures";
import type { Statistic, UndefinedReason } from "@/lib/agreement/statistic";
import { tableSize } from "@/lib/agreement/table2x2";
import type { SetAside } from "@/lib/agreement/usable-codings";

const UNDEFINED: Readonly<Record<UndefinedReason, string>> = {
  "no-data": "Not defined: nothing was compared",
  "both-empty": "Not defined: neither coder used it",
  "both-full": "Not defined: both gave it to everything",
  "one-category": "Not defined: both used one and the same code throughout",
  "no-defined": "Not defined: no code has a defined κ",
  "one-label": "Not defined: there is only one code to choose from",
  "not-used": "Not defined: the code is in none of the chosen documents",
  "undefined-pair": "Not defined: at least one pair of coders has no κ",
  "one-empty": "No interval: one coder never used it, so nothing varies",
  "one-full": "No interval: one coder gave it to everything, so nothing varies",
  "few-documents": "No interval: it takes at least two documents",
  "undefined-without-one": "No jackknife: without one of the documents there is no κ",
  "no-replicate": "No interval: none of the resamples has a κ",
  "overlapping-units": "Not computed: a coder gave one passage two codes where this figure allows one",
  "too-large": "Not computed: an exact answer would take too long",
  "too-many-coders": "Not computed: more than 52 coders",
};

export function undefinedWords(reason: UndefinedReason): string {
  return UNDEFINED[reason];
}

/** Two decimals, a minus that is one, and a dash where there is no value: the reason stands beside it in words. */
export function kappaWords(statistic: Statistic, decimals = 2): string {
  return statistic.kind === "defined" ? statistic.value.toFixed(decimals).replace("-", "−") : "–";
}

export function percentWords(statistic: Statistic): string {
  return statistic.kind === "defined" ? `${(statistic.value * 100).toFixed(1)}%` : "–";
}

export function countWords(count: number): string {
  return count.toLocaleString("en-GB");
}

/** The verbal label of Landis & Koch 1977, Biometrics 33:159–174; others draw the lines elsewhere. */
export function landisKochWord(statistic: Statistic): string | null {
  if (statistic.kind === "undefined") return null;
  const { value } = statistic;
  if (value < 0) return "poor";
  if (value <= 0.2) return "slight";
  if (value <= 0.4) return "fair";
  if (value <= 0.6) return "moderate";
  if (value <= 0.8) return "substantial";
  return "almost perfect";
}

/** Below this share of the items κ hangs on a handful of decisions. */
export const RARE_SHARE = 0.05;

/** What a reader of this κ must know: why there is none, or what it hangs on. */
export function cautionWords(measures: Measures, names: readonly [string, string], items: string): string | null {
  const { cohenKappa, status, table } = measures;
  if (cohenKappa.kind === "undefined") return undefinedWords(cohenKappa.reason);
  const [first, second] = [table.both + table.onlyFirst, table.both + table.onlySecond];
  if (status === "one-empty") return `κ is 0: only ${first > 0 ? names[0] : names[1]} used it`;
  if (status === "one-full") return `κ is 0: one of the two gave it to everything`;
  const share = (first + second) / (2 * tableSize(table));
  if (share < RARE_SHARE) {
    return `rare: ${(share * 100).toFixed(1)}% of ${items}`;
  }
  return null;
}

const ASIDE: Readonly<Record<SetAside["why"], string>> = {
  clipped: "reached beyond their text; what lies within it counts",
  empty: "covered nothing",
  "unknown-document": "were in documents outside the round",
  "unknown-code": "had codes outside the round's codebook",
  "not-compared": "were not assigned to both coders",
  "not-touched": "held no coding of one of the two",
  "no-units": "have no turns",
};

export function setAsideWords({ what, why, count }: SetAside): string {
  return `${countWords(count)} ${count === 1 ? what.slice(0, -1) : what} ${ASIDE[why]}`;
}
