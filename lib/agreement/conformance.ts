// Evaluates golden cases with the shipped coefficients and compares what comes out with what was expected.
import { acrossCodesFigures } from "./conformance-across";
import type { CaseFigures, ConformanceCase, ConformanceValue } from "./conformance-case";
import { clustersFigures } from "./conformance-clusters";
import { projectFigures } from "./conformance-project";
import { countsFigures, ratingsFigures, ratingsMissingFigures } from "./conformance-ratings";
import { sampleSizeFigures } from "./conformance-samplesize";
import { distanceFigures, setsFigures } from "./conformance-sets";
import { confusionFigures, table2x2Figures } from "./conformance-tables";
import { gammaFigures, unitizingFigures } from "./conformance-unitizing";

/** How each kind of case is evaluated; a kind that is not in here is not offered. */
export const CASE_KINDS: Readonly<Record<string, CaseFigures>> = {
  table2x2: table2x2Figures,
  confusion: confusionFigures,
  "across-codes": acrossCodesFigures,
  clusters: clustersFigures,
  samplesize: sampleSizeFigures,
  sets: setsFigures,
  distance: distanceFigures,
  project: projectFigures,
  ratings: ratingsFigures,
  "ratings-missing": ratingsMissingFigures,
  counts: countsFigures,
  unitizing: unitizingFigures,
  gamma: gammaFigures,
};

export interface ConformanceFailure {
  readonly stat: string;
  readonly value: ConformanceValue;
  readonly expected: ConformanceValue;
  readonly tolerance: number;
}

/** The value of each statistic that the case asks for and the program offers; other kinds and names are left out. */
export function evaluateCase(one: ConformanceCase): Record<string, ConformanceValue> {
  const asked = Object.keys(one.expected);
  const figures = CASE_KINDS[one.kind]?.(one.input, asked) ?? new Map();
  return Object.fromEntries(
    asked.flatMap((name): [string, ConformanceValue][] => {
      const value = figures.get(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** What lies outside its tolerance, measured against the oracle and against the published figure. */
export function compareCase(
  one: ConformanceCase,
  results: Record<string, ConformanceValue> = evaluateCase(one),
): ConformanceFailure[] {
  return Object.entries(results).flatMap(([stat, value]): ConformanceFailure[] => {
    const asked = one.expected[stat];
    if (!asked) return [];
    const { published, publishedTol } = asked;
    const failures: ConformanceFailure[] = [];
    if (!within(value, asked.value, asked.tol)) {
      failures.push({ stat, value, expected: asked.value, tolerance: asked.tol });
    }
    if (published !== undefined && publishedTol !== undefined && !within(value, published, publishedTol)) {
      failures.push({ stat, value, expected: published, tolerance: publishedTol });
    }
    return failures;
  });
}

function within(value: ConformanceValue, expected: ConformanceValue, tolerance: number): boolean {
  if (typeof value !== "number" || typeof expected !== "number") return value === expected;
  return Math.abs(value - expected) <= tolerance;
}
