// The short names that golden cases use for the figures of a table, of a matrix and across codes.
import type { AcrossCodes } from "./across-codes";
import { cohenKappaInterval, confusionKappaInterval } from "./cohen-kappa-interval";
import type { ConformanceValue } from "./conformance-case";
import type { ConfusionMatrix } from "./confusion-matrix";
import { type ConfusionMeasures, confusionMeasures } from "./confusion-measures";
import type { AgreementWeights } from "./confusion-weights";
import { boundsOrNull, type Interval } from "./interval";
import { type Measures, measuresOf } from "./measures";
import { valueOrNull } from "./statistic";
import { type Table2x2, tableSize } from "./table2x2";

type Figures = [name: string, value: ConformanceValue][];

export function tableFrom([both, onlyFirst, onlySecond, neither]: readonly [number, number, number, number]): Table2x2 {
  return { both, onlyFirst, onlySecond, neither };
}

export function measureFigures(measures: Measures): Figures {
  const { table } = measures;
  return [
    ["a", table.both],
    ["b", table.onlyFirst],
    ["c", table.onlySecond],
    ["d", table.neither],
    ["n", tableSize(table)],
    ["status", measures.status],
    ["po", valueOrNull(measures.percentAgreement)],
    ["pe", valueOrNull(measures.expectedAgreement)],
    ["kappa", valueOrNull(measures.cohenKappa)],
    ["kappaSE", valueOrNull(measures.cohenKappaSE)],
    ["kappaSE0", valueOrNull(measures.cohenKappaNullSE)],
    ["kappaMax", valueOrNull(measures.kappaMax)],
    ["scottPi", valueOrNull(measures.scottPi)],
    ["alpha", valueOrNull(measures.krippendorffAlpha)],
    ["ac1", valueOrNull(measures.gwetAC1)],
    ["ac1SE", valueOrNull(measures.gwetAC1SE)],
    ["pabak", valueOrNull(measures.pabak)],
    ["ppos", valueOrNull(measures.positiveAgreement)],
    ["pneg", valueOrNull(measures.negativeAgreement)],
    ["jaccard", valueOrNull(measures.jaccard)],
    ["prevalenceIndex", valueOrNull(measures.prevalenceIndex)],
    ["biasIndex", valueOrNull(measures.biasIndex)],
    ...boundFigures(cohenKappaInterval(table)),
  ];
}

function boundFigures(interval: Interval): Figures {
  const [low, high] = boundsOrNull(interval) ?? [null, null];
  return [
    ["ci95[0]", low],
    ["ci95[1]", high],
  ];
}

export function tableFigures(table: Table2x2): Figures {
  return measureFigures(measuresOf(table));
}

/** Of two categories the first counts as the code, so that the names of a 2×2 table are answered as well. */
export function matrixFigures(matrix: ConfusionMatrix, weights?: AgreementWeights): Figures {
  const measures = confusionMeasures(matrix, weights);
  const bp = valueOrNull(measures.brennanPrediger);
  const [[a, b] = [], [c, d] = []] = matrix;
  const asTable = matrix.length === 2 && weights === undefined;
  return [
    ...(asTable ? tableFigures(tableFrom([a ?? 0, b ?? 0, c ?? 0, d ?? 0])) : []),
    ["n", measures.items],
    ...(asTable ? [] : ([["status", statusOf(measures)]] satisfies Figures)),
    ["po", valueOrNull(measures.percentAgreement)],
    ["pe", valueOrNull(measures.expectedAgreement)],
    ["kappa", valueOrNull(measures.cohenKappa)],
    ["kappaSE", valueOrNull(measures.cohenKappaSE)],
    ["kappaSE0", valueOrNull(measures.cohenKappaNullSE)],
    ...(measures.kappaMax ? ([["kappaMax", valueOrNull(measures.kappaMax)]] satisfies Figures) : []),
    ["scottPi", valueOrNull(measures.scottPi)],
    ["alpha", valueOrNull(measures.krippendorffAlpha)],
    ["ac1", valueOrNull(measures.gwetAC1)],
    ["brennanPrediger", bp],
    ["pabak", bp],
    ...boundFigures(confusionKappaInterval(matrix, weights)),
  ];
}

function statusOf({ cohenKappa }: ConfusionMeasures): string {
  return cohenKappa.kind === "defined" ? "ok" : cohenKappa.reason;
}

export function acrossFigures(across: AcrossCodes): Figures {
  const summed = measureFigures(across.summed).map(([name, value]): [string, ConformanceValue] => [
    `micro.${name}`,
    value,
  ]);
  return [
    ...summed,
    ["pooledKappaDeVries", valueOrNull(across.pooledKappa)],
    ["meanKappa", valueOrNull(across.meanKappa)],
    ["codesDefined", across.codesDefined],
    ["codesUsed", across.codesUsed],
  ];
}
