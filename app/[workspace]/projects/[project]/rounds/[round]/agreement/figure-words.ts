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

/** Not any number: the index that `map` hands to a function must not become its decimals. */
type Decimals = 0 | 1 | 2 | 3;

/** Two decimals, a minus that is one, and a dash where there is no value: the reason stands beside it in words. */
export function kappaWords(statistic: Statistic, decimals: Decimals = 2): string {
  return statistic.kind === "defined" ? numberWords(statistic.value, decimals) : "–";
}

/** What rounds to nothing has no sign. */
export function numberWords(value: number, decimals: Decimals = 2): string {
  const words = value.toFixed(decimals);
  return Number(words) === 0 ? words.replace("-", "") : words.replace("-", "−");
}

export function percentWords(statistic: Statistic): string {
  return statistic.kind === "defined" ? shareWords(statistic.value) : "–";
}

export function shareWords(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

export function countWords(count: number): string {
  return count.toLocaleString("en-GB");
}

/** Whose words stand beside a κ. */
export const LABEL_SCHEMES = ["landis-koch", "mchugh", "altman"] as const;
export type LabelScheme = (typeof LABEL_SCHEMES)[number];

interface Labels {
  readonly title: string;
  readonly source: string;
  /** Of a value that is rounded to two decimals, as all three authors wrote their bounds. */
  readonly word: (value: number) => string | null;
}

export const LABELS: Readonly<Record<LabelScheme, Labels>> = {
  "landis-koch": {
    title: "Landis & Koch 1977",
    source: "Landis & Koch 1977, Biometrics 33:159–174",
    word: (value) => {
      if (value < 0) return "poor";
      if (value <= 0.2) return "slight";
      if (value <= 0.4) return "fair";
      if (value <= 0.6) return "moderate";
      return value <= 0.8 ? "substantial" : "almost perfect";
    },
  },
  mchugh: {
    title: "McHugh 2012",
    source: "McHugh 2012, Biochemia Medica 22:276–282",
    word: (value) => {
      // Her table begins at 0.
      if (value < 0) return null;
      if (value <= 0.2) return "none";
      if (value < 0.4) return "minimal";
      if (value < 0.6) return "weak";
      if (value < 0.8) return "moderate";
      return value <= 0.9 ? "strong" : "almost perfect";
    },
  },
  altman: {
    title: "Altman 1991",
    source: "Altman 1991, Practical Statistics for Medical Research, p. 404",
    word: (value) => {
      if (value <= 0.2) return "poor";
      if (value <= 0.4) return "fair";
      if (value <= 0.6) return "moderate";
      return value <= 0.8 ? "good" : "very good";
    },
  },
};

/** The word for the number as it is shown: 0.804 stands as 0.80. Null without a value, a scheme or a word. */
export function labelWord(statistic: Statistic, scheme: LabelScheme | null): string | null {
  if (statistic.kind === "undefined" || scheme === null) return null;
  return LABELS[scheme].word(Number(statistic.value.toFixed(2)));
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
    // Cut, not rounded: what is below 5% does not read 5.0%.
    return `rare: ${(Math.floor(share * 1000) / 10).toFixed(1)}% of ${items}`;
  }
  return null;
}

/** Of one, of several. */
const ASIDE: Readonly<Record<SetAside["why"], readonly [one: string, several: string]>> = {
  clipped: [
    "reaches beyond its text; what lies within it counts",
    "reach beyond their text; what lies within it counts",
  ],
  empty: ["covers nothing", "cover nothing"],
  "unknown-document": ["is in a document outside the round", "are in documents outside the round"],
  "unknown-code": ["has a code outside the round's codebook", "have codes outside the round's codebook"],
  "unknown-coder": ["is by a coder outside the round", "are by coders outside the round"],
  "not-compared": ["was not assigned to both coders", "were not assigned to both coders"],
  "not-touched": ["holds no coding of one of the two", "hold no coding of one of the two"],
  "no-units": ["has no such unit to count", "have no such unit to count"],
};

export function setAsideWords({ what, why, count }: SetAside): string {
  const [one, several] = ASIDE[why];
  return count === 1 ? `1 ${what.slice(0, -1)} ${one}` : `${countWords(count)} ${what} ${several}`;
}
