import type { MeasureName } from "@/lib/agreement/measures";
import type { PlaceCoders } from "@/lib/agreement/places";
import type { Table2x2 } from "@/lib/agreement/table2x2";
import type { AgreementChoice } from "./agreement-choice";
import { type CodeRow, ratesOf } from "./code-rows";
import { countWords, kappaWords, percentWords, shareWords } from "./figure-words";
import { confidenceWords, intervalWords, shownInterval } from "./interval-words";

/** A row of the table: a code, or all of them added up. */
export type FigureRow = Pick<CodeRow, "measures" | "intervals" | "documents">;

export interface ColumnContext {
  readonly choice: AgreementChoice;
  readonly names: readonly [string, string];
}

export interface CodeColumn {
  readonly id: string;
  readonly title: (context: ColumnContext) => string;
  readonly words: (row: FigureRow, context: ColumnContext) => string;
  /** Which places in the text a number of this column opens. */
  readonly opens?: PlaceCoders;
}

const titled = (title: string) => () => title;

function coefficient(id: MeasureName, title: string): CodeColumn {
  return { id, title: titled(title), words: ({ measures }) => kappaWords(measures[id]) };
}

function share(id: MeasureName, title: string): CodeColumn {
  return { id, title: titled(title), words: ({ measures }) => percentWords(measures[id]) };
}

function count(cell: keyof Table2x2, column: Pick<CodeColumn, "id" | "title" | "opens">): CodeColumn {
  return { ...column, words: ({ measures }) => countWords(measures.table[cell]) };
}

function rate(id: "first" | "second" | "mean", column: Pick<CodeColumn, "id" | "title">): CodeColumn {
  return {
    ...column,
    words: ({ measures }) => {
      const rates = ratesOf(measures);
      return rates ? shareWords(rates[id]) : "–";
    },
  };
}

/** Shown unless taken out. */
const USUAL: readonly CodeColumn[] = [
  {
    id: "interval",
    title: ({ choice }) => `${confidenceWords(choice.confidence)} interval`,
    words: ({ intervals }, { choice }) => (intervals ? intervalWords(shownInterval(intervals, choice.interval)) : "–"),
  },
  share("percentAgreement", "Agreement"),
  share("positiveAgreement", "Positive agreement"),
  rate("mean", { id: "prevalence", title: titled("Prevalence") }),
  count("both", { id: "both", title: titled("Both"), opens: "both" }),
  count("onlyFirst", { id: "onlyFirst", title: ({ names }) => `Only ${names[0]}`, opens: "first" }),
  count("onlySecond", { id: "onlySecond", title: ({ names }) => `Only ${names[1]}`, opens: "second" }),
  count("neither", { id: "neither", title: titled("Neither") }),
  {
    id: "documents",
    title: titled("Documents"),
    words: ({ documents }) => countWords(documents),
  },
];

/** Shown when asked for. */
const FURTHER: readonly CodeColumn[] = [
  coefficient("krippendorffAlpha", "Krippendorff’s α"),
  coefficient("scottPi", "Scott’s π"),
  coefficient("gwetAC1", "Gwet’s AC1"),
  coefficient("pabak", "PABAK"),
  coefficient("kappaMax", "κ max"),
  share("expectedAgreement", "Expected agreement"),
  share("negativeAgreement", "Negative agreement"),
  share("jaccard", "Jaccard"),
  rate("first", { id: "rateFirst", title: ({ names }) => `Rate of ${names[0]}` }),
  rate("second", { id: "rateSecond", title: ({ names }) => `Rate of ${names[1]}` }),
  coefficient("prevalenceIndex", "Prevalence index"),
  coefficient("biasIndex", "Bias index"),
  {
    id: "se",
    title: titled("SE of κ"),
    words: ({ intervals }, { choice }) => {
      const se = intervals && shownInterval(intervals, choice.interval).se;
      return se ? kappaWords(se, 3) : "–";
    },
  },
  {
    id: "designEffect",
    title: titled("Design effect"),
    words: ({ intervals }, { choice }) =>
      intervals && shownInterval(intervals, choice.interval).se ? kappaWords(intervals.designEffect, 1) : "–",
  },
];

export const CODE_COLUMNS: readonly CodeColumn[] = [...USUAL, ...FURTHER];

const USUAL_IDS = new Set(USUAL.map(({ id }) => id));

export function isUsual({ id }: Pick<CodeColumn, "id">): boolean {
  return USUAL_IDS.has(id);
}

/** From the address; what is not understood is left out. */
export function columnsFrom(words: string | null): readonly CodeColumn[] {
  if (words === null) return USUAL;
  const ids = new Set(words.split("."));
  return CODE_COLUMNS.filter(({ id }) => ids.has(id));
}

/** What the address keeps; null for the usual columns. */
export function columnsAddress(shown: ReadonlySet<string>): string | null {
  const ids = CODE_COLUMNS.filter(({ id }) => shown.has(id)).map(({ id }) => id);
  const usual = ids.length === USUAL.length && ids.every((id) => USUAL_IDS.has(id));
  return usual ? null : ids.length === 0 ? "none" : ids.join(".");
}
