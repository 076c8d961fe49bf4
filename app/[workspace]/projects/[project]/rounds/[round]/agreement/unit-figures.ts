import type { ReadResult } from "@/db/reads";
import type { Statistic } from "@/lib/agreement/statistic";
import { treeOrder } from "@/lib/codebook/tree";
import { kappaWords, numberWords, percentWords, shareWords } from "./figure-words";

type Answer = ReadResult<"agreement-by-unit">;

export const UNIT_FIGURES = ["kappa", "percentAgreement", "positiveAgreement"] as const;
export type UnitFigure = (typeof UNIT_FIGURES)[number];

export interface UnitFigureWords {
  readonly title: string;
  readonly axis: string;
  readonly format: (value: number) => string;
  readonly words: (statistic: Statistic) => string;
}

export const UNIT_FIGURE_WORDS: Readonly<Record<UnitFigure, UnitFigureWords>> = {
  kappa: { title: "κ", axis: "Cohen’s κ", format: (value) => numberWords(value), words: (each) => kappaWords(each) },
  percentAgreement: {
    title: "Agreement",
    axis: "Percent agreement, as a share",
    format: shareWords,
    words: percentWords,
  },
  positiveAgreement: {
    title: "Positive agreement",
    axis: "Positive agreement, as a share",
    format: shareWords,
    words: percentWords,
  },
};

export interface UnitRow {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly depth: number;
  /** One for each unit, in their order. */
  readonly figures: readonly Statistic[];
}

/** The codes in the order of the tree, each with one figure per unit. */
export function unitRows(
  codes: ReadResult<"agreement-report">["codes"],
  units: Answer["units"],
  figure: UnitFigure,
): UnitRow[] {
  const byUnit = units.map((unit) => new Map(unit.codes.map((each) => [each.codeId, each[figure]])));
  const [first] = byUnit;
  return treeOrder(codes.filter(({ id }) => first?.has(id))).map(({ code, depth }) => ({
    id: code.id,
    name: code.name,
    colour: code.colour,
    depth,
    figures: byUnit.flatMap((found) => found.get(code.id) ?? []),
  }));
}
