// The short names that golden cases use for the figures of a table, of a matrix and across codes.
import type { AcrossCodes } from "./across-codes";
import type { ConformanceValue } from "./conformance-case";
import { type AgreementWeights, confusionKappa, expectedAgreementOfMatrix, weightedKappa } from "./confusion-kappa";
import type { ConfusionMatrix } from "./confusion-matrix";
import { type Measures, measuresOf } from "./measures";
import { percentAgreementOfMatrix } from "./percent-agreement";
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
    ["ppos", valueOrNull(measures.positiveAgreement)],
  ];
}

export function tableFigures(table: Table2x2): Figures {
  return measureFigures(measuresOf(table));
}

export function matrixFigures(matrix: ConfusionMatrix, weights: AgreementWeights | undefined): Figures {
  if (weights !== undefined) {
    const { observed, expected, kappa } = weightedKappa(matrix, weights);
    return [
      ["po", valueOrNull(observed)],
      ["pe", valueOrNull(expected)],
      ["kappa", valueOrNull(kappa)],
    ];
  }
  return [
    ["po", valueOrNull(percentAgreementOfMatrix(matrix))],
    ["pe", valueOrNull(expectedAgreementOfMatrix(matrix))],
    ["kappa", valueOrNull(confusionKappa(matrix))],
  ];
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
