// The measures of one confusion matrix: every coefficient on offer, weighted or not.
import { brennanPrediger } from "./brennan-prediger";
import { confusionGwetAC1 } from "./confusion-gwet-ac1";
import { confusionKappa, expectedAgreementOfMatrix } from "./confusion-kappa";
import { confusionKappaMax } from "./confusion-kappa-max";
import { confusionKappaNullSE, confusionKappaSE } from "./confusion-kappa-se";
import { confusionKrippendorffAlpha } from "./confusion-krippendorff-alpha";
import { type ConfusionMatrix, matrixSize } from "./confusion-matrix";
import { confusionScottPi } from "./confusion-scott-pi";
import type { AgreementWeights } from "./confusion-weights";
import { percentAgreementOfMatrix } from "./percent-agreement";
import type { Statistic } from "./statistic";
import { weightedKappa } from "./weighted-kappa";

/** In the order in which screens and files list them. */
export const CONFUSION_MEASURE_NAMES = [
  "percentAgreement",
  "expectedAgreement",
  "cohenKappa",
  "cohenKappaSE",
  "cohenKappaNullSE",
  "scottPi",
  "krippendorffAlpha",
  "gwetAC1",
  "brennanPrediger",
] as const;

export type ConfusionMeasureName = (typeof CONFUSION_MEASURE_NAMES)[number];

/** With weights each of them is the weighted one; `gwetAC1` is AC2 then. */
export interface ConfusionMeasures extends Readonly<Record<ConfusionMeasureName, Statistic>> {
  readonly items: number;
  readonly categories: number;
  /** Of the unweighted kappa alone. */
  readonly kappaMax?: Statistic;
}

/** Throws RangeError for what is no square of counts, and for weights that do not fit it. Cost: O(q²). */
export function confusionMeasures(matrix: ConfusionMatrix, weights?: AgreementWeights): ConfusionMeasures {
  return {
    items: matrixSize(matrix),
    categories: matrix.length,
    percentAgreement: percentAgreementOfMatrix(matrix, weights),
    expectedAgreement: expectedAgreementOfMatrix(matrix, weights),
    cohenKappa: weights === undefined ? confusionKappa(matrix) : weightedKappa(matrix, weights),
    cohenKappaSE: confusionKappaSE(matrix, weights),
    cohenKappaNullSE: confusionKappaNullSE(matrix, weights),
    ...(weights === undefined && { kappaMax: confusionKappaMax(matrix) }),
    scottPi: confusionScottPi(matrix, weights),
    krippendorffAlpha: confusionKrippendorffAlpha(matrix, weights),
    gwetAC1: confusionGwetAC1(matrix, weights),
    brennanPrediger: brennanPrediger(matrix, weights),
  };
}
