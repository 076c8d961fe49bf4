import type { ReadResult } from "@/db/reads";
import { positiveAgreement } from "@/lib/agreement/positive-agreement";
import type { Statistic } from "@/lib/agreement/statistic";
import type { Table2x2 } from "@/lib/agreement/table2x2";
import { ratesOf } from "./code-rows";
import { numberWords, shareWords, undefinedWords } from "./figure-words";

type Cell = ReadResult<"agreement-by-document">["codes"][number]["cells"][number];

export const CELL_FIGURES = ["kappa", "positive", "prevalence"] as const;
export type CellFigure = (typeof CELL_FIGURES)[number];

export interface CellFigureWords {
  readonly title: string;
  readonly legend: string;
  readonly format: (value: number) => string;
}

export const CELL_FIGURE_WORDS: Readonly<Record<CellFigure, CellFigureWords>> = {
  kappa: { title: "κ", legend: "Cohen’s κ", format: (value) => numberWords(value) },
  positive: {
    title: "Positive agreement",
    legend: "Positive agreement",
    format: (value) => shareWords(value).replace(/\.\d/, ""),
  },
  prevalence: { title: "Prevalence", legend: "Prevalence, mean of both coders", format: shareWords },
};

export interface DocumentCell {
  readonly value: number | null;
  /** Why there is no value, in words. */
  readonly note: string | null;
}

/** One code in one document, or in all of them. */
export function documentCell({ table, kappa }: Cell, figure: CellFigure): DocumentCell {
  if (figure === "prevalence") {
    const rates = ratesOf({ table });
    return rates ? { value: rates.mean, note: null } : { value: null, note: undefinedWords("no-data") };
  }
  return withReason(figure === "kappa" ? kappa : positiveAgreement(table));
}

function withReason(statistic: Statistic): DocumentCell {
  return statistic.kind === "defined"
    ? { value: statistic.value, note: null }
    : { value: null, note: undefinedWords(statistic.reason) };
}

/** Whether there is text behind a cell. */
export function isUsed(table: Table2x2): boolean {
  return table.both + table.onlyFirst + table.onlySecond > 0;
}
