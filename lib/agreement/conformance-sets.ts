// Golden cases of the kinds `sets` and `distance`: labels that are sets of codes.
import * as z from "zod";
import type { CaseFigures, ConformanceValue } from "./conformance-case";
import { setAlpha } from "./set-alpha";
import { distanceBetween, SET_DISTANCES } from "./set-distance";
import { setTable } from "./set-table";
import { valueOrNull } from "./statistic";

const labels = z.array(z.union([z.string(), z.number()]));
const distanceInput = z.looseObject({ a: labels, b: labels });
const setsInput = z.looseObject({ items: z.array(z.tuple([labels, labels])) });

function labelSet(names: readonly (string | number)[]): ReadonlySet<string> {
  return new Set(names.map(String));
}

export const distanceFigures: CaseFigures = (input) => {
  const { a, b } = distanceInput.parse(input);
  return new Map(
    Object.entries(SET_DISTANCES).map(([name, distance]) => [
      name,
      distanceBetween(labelSet(a), labelSet(b), distance),
    ]),
  );
};

export const setsFigures: CaseFigures = (input) => {
  const table = setTable(setsInput.parse(input).items.map(([a, b]) => [labelSet(a), labelSet(b)]));
  return new Map(
    Object.entries(SET_DISTANCES).flatMap(([name, distance]): [string, ConformanceValue][] => {
      const { observed, expected, alpha } = setAlpha(table, distance);
      return [
        [`${name}.alpha`, valueOrNull(alpha)],
        [`${name}.Do`, valueOrNull(observed)],
        [`${name}.De`, valueOrNull(expected)],
      ];
    }),
  );
};
