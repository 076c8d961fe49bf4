// The measures of one table: the counts, what they allow, and every coefficient that needs nothing but them.
import { biasIndex } from "./bias-index";
import { cohenKappa, expectedAgreement } from "./cohen-kappa";
import { cohenKappaNullSE } from "./cohen-kappa-null-se";
import { cohenKappaSE } from "./cohen-kappa-se";
import { gwetAC1, gwetAC1SE } from "./gwet-ac1";
import { jaccard } from "./jaccard";
import { kappaMax } from "./kappa-max";
import { krippendorffAlpha } from "./krippendorff-alpha";
import { negativeAgreement } from "./negative-agreement";
import { pabak } from "./pabak";
import { percentAgreement } from "./percent-agreement";
import { positiveAgreement } from "./positive-agreement";
import { prevalenceIndex } from "./prevalence-index";
import { scottPi } from "./scott-pi";
import type { Statistic } from "./statistic";
import { checkedTable, type Table2x2, type TableStatus, tableStatus } from "./table2x2";

/** In the order in which screens and files list them. */
export const MEASURE_NAMES = [
  "percentAgreement",
  "expectedAgreement",
  "cohenKappa",
  "cohenKappaSE",
  "cohenKappaNullSE",
  "kappaMax",
  "scottPi",
  "krippendorffAlpha",
  "gwetAC1",
  "gwetAC1SE",
  "pabak",
  "positiveAgreement",
  "negativeAgreement",
  "jaccard",
  "prevalenceIndex",
  "biasIndex",
] as const;

export type MeasureName = (typeof MEASURE_NAMES)[number];

export interface Measures extends Readonly<Record<MeasureName, Statistic>> {
  readonly table: Table2x2;
  readonly status: TableStatus;
}

/** Throws RangeError for a cell that is not a count. */
export function measuresOf(table: Table2x2): Measures {
  const status = tableStatus(checkedTable(table));
  return status === "both-empty" ? { ...OF_BOTH_EMPTY, table } : computed(table, status);
}

// Most codes are unused in most documents, and how long those are changes none of the figures.
const OF_BOTH_EMPTY = computed({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 1 }, "both-empty");

/** Written out, because it is asked for every code in every document of every pair of coders. */
function computed(table: Table2x2, status: TableStatus): Measures {
  return {
    table,
    status,
    percentAgreement: percentAgreement(table),
    expectedAgreement: expectedAgreement(table),
    cohenKappa: cohenKappa(table),
    cohenKappaSE: cohenKappaSE(table),
    cohenKappaNullSE: cohenKappaNullSE(table),
    kappaMax: kappaMax(table),
    scottPi: scottPi(table),
    krippendorffAlpha: krippendorffAlpha(table),
    gwetAC1: gwetAC1(table),
    gwetAC1SE: gwetAC1SE(table),
    pabak: pabak(table),
    positiveAgreement: positiveAgreement(table),
    negativeAgreement: negativeAgreement(table),
    jaccard: jaccard(table),
    prevalenceIndex: prevalenceIndex(table),
    biasIndex: biasIndex(table),
  };
}
