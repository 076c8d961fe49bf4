// Golden cases of the kinds `sets` and `distance`: labels that are sets of codes.
import * as z from "zod";
import type { CaseFigures, ConformanceValue } from "./conformance-case";
import { jaccardDistance, masiDistance, nominalDistance, setAlpha } from "./set-distance";
import { valueOrNull } from "./statistic";

const labels = z.array(z.union([z.string(), z.number()]));
const distanceInput = z.looseObject({ a: labels, b: labels });
const setsInput = z.looseObject({ items: z.array(z.tuple([labels, labels])) });

function labelSet(names: readonly (string | number)[]): ReadonlySet<string> {
  return new Set(names.map(String));
}

export const distanceFigures: CaseFigures = (input) => {
  const { a, b } = distanceInput.parse(input);
  return new Map([
    ["jaccard", jaccardDistance(labelSet(a), labelSet(b))],
    ["masi", masiDistance(labelSet(a), labelSet(b))],
  ]);
};

export const setsFigures: CaseFigures = (input) => {
  const items = setsInput.parse(input).items.map(([a, b]) => [labelSet(a), labelSet(b)] as const);
  const distances = { nominal: nominalDistance, jaccard: jaccardDistance, masi: masiDistance };
  return new Map(
    Object.entries(distances).flatMap(([name, distance]): [string, ConformanceValue][] => {
      const { observed, expected, alpha } = setAlpha(items, distance);
      return [
        [`${name}.alpha`, valueOrNull(alpha)],
        [`${name}.Do`, valueOrNull(observed)],
        [`${name}.De`, valueOrNull(expected)],
      ];
    }),
  );
};
