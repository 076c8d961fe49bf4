// Evaluates golden cases with the shipped coefficients and compares what comes out with what was expected.
import { acrossCodes } from "./across-codes";
import {
  acrossCodesInput,
  type ConformanceCase,
  type ConformanceValue,
  confusionInput,
  distanceInput,
  projectInput,
  setsInput,
  table2x2Input,
} from "./conformance-case";
import { acrossFigures, matrixFigures, tableFigures, tableFrom } from "./conformance-figures";
import { projectFigures } from "./conformance-project";
import { jaccardDistance, masiDistance, nominalDistance, setAlpha } from "./set-distance";
import { valueOrNull } from "./statistic";

export interface ConformanceFailure {
  readonly stat: string;
  readonly value: ConformanceValue;
  readonly expected: ConformanceValue;
  readonly tolerance: number;
}

/** The value of each statistic that the case asks for and the program offers; other kinds and names are left out. */
export function evaluateCase(one: ConformanceCase): Record<string, ConformanceValue> {
  const asked = Object.keys(one.expected);
  const figures = figuresOf(one, asked);
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

function figuresOf(one: ConformanceCase, asked: readonly string[]): ReadonlyMap<string, ConformanceValue> {
  switch (one.kind) {
    case "table2x2":
      return new Map(tableFigures(tableFrom(table2x2Input.parse(one.input).table)));
    case "confusion": {
      const { table, weights } = confusionInput.parse(one.input);
      return new Map(matrixFigures(table, weights));
    }
    case "across-codes": {
      const { tables } = acrossCodesInput.parse(one.input);
      return new Map(acrossFigures(acrossCodes(Object.values(tables).map(tableFrom))));
    }
    case "distance":
      return distanceFigures(one.input);
    case "sets":
      return setFigures(one.input);
    case "project":
      // A case that names its project in a file of its own is completed by whoever can read files.
      return hasProject(one.input) ? projectFigures(projectInput.parse(one.input), asked) : new Map();
    default:
      return new Map();
  }
}

function hasProject(input: unknown): boolean {
  return typeof input === "object" && input !== null && "project" in input;
}

function labelSet(labels: readonly (string | number)[]): ReadonlySet<string> {
  return new Set(labels.map(String));
}

function distanceFigures(input: unknown): ReadonlyMap<string, ConformanceValue> {
  const { a, b } = distanceInput.parse(input);
  return new Map([
    ["jaccard", jaccardDistance(labelSet(a), labelSet(b))],
    ["masi", masiDistance(labelSet(a), labelSet(b))],
  ]);
}

function setFigures(input: unknown): ReadonlyMap<string, ConformanceValue> {
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
}
