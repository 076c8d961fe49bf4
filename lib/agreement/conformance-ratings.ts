// Golden cases of the kinds `ratings`, `ratings-missing` and `counts`: several coders on a list of items.
import * as z from "zod";
import { type CaseFigures, type ConformanceValue, orAbsent } from "./conformance-case";
import { matrixFigures } from "./conformance-figures";
import { congerKappa } from "./conger-kappa";
import { fleissKappa } from "./fleiss-kappa";
import { type EstimateOverItems, gwetRatings } from "./gwet-ratings";
import { lightKappa, pairMatrix } from "./light-kappa";
import { randolphKappa } from "./randolph-kappa";
import { countsOfRatings, countsOfTable, type RatingCounts } from "./rating-counts";
import { type Ratings, ratingsOfLabels } from "./ratings";
import { agreementOfAll, pairwisePercentAgreement } from "./ratings-agreement";
import { ratingsAlpha } from "./ratings-alpha";
import { valueOrNull } from "./statistic";

type Figures = [name: string, value: ConformanceValue][];

const label = z.union([z.string(), z.number()]);
const ratingsInput = z.looseObject({
  ratings: z.array(z.array(label.nullable())),
  categories: orAbsent(z.array(label)),
  weights: orAbsent(z.union([z.literal("linear"), z.literal("quadratic"), z.array(z.array(z.number()))])),
});
const countsInput = z.looseObject({
  counts: z.array(z.array(z.number())),
  coders: orAbsent(z.number()),
  raters: orAbsent(z.number()),
});

export const ratingsFigures: CaseFigures = (input) => {
  const { ratings: rows, categories, weights } = ratingsInput.parse(input);
  const ratings = ratingsOfLabels(rows, categories);
  const counts = countsOfRatings(ratings);
  const light = lightKappa(ratings);
  return new Map<string, ConformanceValue>([
    ...countFigures(counts),
    ["conger", valueOrNull(congerKappa(ratings).kappa)],
    ["light", valueOrNull(light.kappa)],
    ["lightOfDefined", valueOrNull(light.kappaOfDefined)],
    ["lightDefined", light.pairsDefined],
    ...light.pairwise.map((kappa, i): [string, ConformanceValue] => [`pairwiseKappa[${i}]`, valueOrNull(kappa)]),
    ...(ratings.coders === 2 ? prefixed("pair", matrixFigures(pairMatrix(ratings, 0, 1), weights)) : []),
  ]);
};

export const ratingsMissingFigures: CaseFigures = (input) => {
  const { ratings: rows, categories } = ratingsInput.parse(input);
  const ratings = ratingsOfLabels(rows, categories);
  const counts = countsOfRatings(ratings);
  return new Map<string, ConformanceValue>([
    ...prefixed("alpha", alphaFigures(counts)),
    ...levelFigures(ratings, counts),
    ...prefixed("gwet", gwetFigures(counts)),
  ]);
};

export const countsFigures: CaseFigures = (input) => {
  const { counts: table, coders, raters } = countsInput.parse(input);
  const counts = countsOfTable(table, coders ?? raters);
  return new Map<string, ConformanceValue>([
    ...countFigures(counts),
    ["kappa", valueOrNull(fleissKappa(counts).kappa)],
    ...prefixed("gwet", gwetFigures(counts)),
  ]);
};

/** The figures that need no more than how many coders chose each category. */
function countFigures(counts: RatingCounts): Figures {
  const fleiss = fleissKappa(counts);
  return [
    ["po", valueOrNull(pairwisePercentAgreement(counts))],
    ["fleiss", valueOrNull(fleiss.kappa)],
    ["fleissPe", valueOrNull(fleiss.expected)],
    ["fleissSE0", valueOrNull(fleiss.standardErrorUnderNull)],
    ...fleiss.perCategory.map((kappa, k): [string, ConformanceValue] => [
      `fleissPerCategory[${k}]`,
      valueOrNull(kappa),
    ]),
    ["randolph", valueOrNull(randolphKappa(counts))],
    ["alpha", valueOrNull(ratingsAlpha(counts).alpha)],
    ["ac1", valueOrNull(gwetRatings(counts).gwetAC1.value)],
    ["allAgree", valueOrNull(agreementOfAll(counts))],
  ];
}

function alphaFigures(counts: RatingCounts): Figures {
  const { alpha, observedDisagreement, expectedDisagreement, pairableValues } = ratingsAlpha(counts);
  return [
    ["alpha", valueOrNull(alpha)],
    ["Do", valueOrNull(observedDisagreement)],
    ["De", valueOrNull(expectedDisagreement)],
    ["n", pairableValues],
  ];
}

/** Interval and ratio only where the labels are numbers, ratio only where none is negative. */
function levelFigures({ scores }: Ratings, counts: RatingCounts): Figures {
  const levels: Figures = [["ordinal", valueOrNull(ratingsAlpha(counts, "ordinal").alpha)]];
  if (!scores) return levels;
  levels.push(["interval", valueOrNull(ratingsAlpha(counts, "interval").alpha)]);
  if (scores.every((score) => score >= 0)) levels.push(["ratio", valueOrNull(ratingsAlpha(counts, "ratio").alpha)]);
  return levels;
}

function gwetFigures(counts: RatingCounts): Figures {
  const gwet = gwetRatings(counts);
  const estimate = (name: string, { value, standardError }: EstimateOverItems): Figures => [
    [`${name}.value`, valueOrNull(value)],
    [`${name}.se`, valueOrNull(standardError)],
  ];
  return [
    ["pa", valueOrNull(gwet.percentAgreement)],
    ...estimate("ac1", gwet.gwetAC1),
    ...estimate("fleiss", gwet.fleissKappa),
    ...estimate("brennanPrediger", gwet.brennanPrediger),
    ...estimate("alpha", gwet.krippendorffAlpha),
  ];
}

function prefixed(prefix: string, figures: Figures): Figures {
  return figures.map(([name, value]) => [`${prefix}.${name}`, value]);
}
