// Golden cases of the kinds `unitizing` and `gamma`: units that coders cut out of a continuum.
import * as z from "zod";
import { clipSpans } from "./clip-spans";
import type { CaseFigures, ConformanceValue } from "./conformance-case";
import { GAMMA_WEIGHTS } from "./gamma-dissimilarity";
import { krippendorffAlphaU } from "./krippendorff-alpha-u";
import { observedDisorder } from "./observed-disorder";
import { type Statistic, valueOrNull } from "./statistic";
import { type ContinuumUnit, unitContinuum } from "./unit-continuum";
import { unitizingAlpha } from "./unitizing-alpha";

const category = z.union([z.string(), z.number()]).transform(String);
const units = z.array(z.array(z.tuple([z.number(), z.number(), category])));

const unitizingInput = z.looseObject({ length: z.number(), units });

const gammaInput = z.looseObject({
  units,
  alpha: z.number().nullish(),
  beta: z.number().nullish(),
  deltaEmpty: z.number().nullish(),
});

function codersFrom(coders: z.infer<typeof units>): ContinuumUnit[][] {
  return coders.map((own) => own.map(([start, end, name]) => ({ start, end, category: name })));
}

export const unitizingFigures: CaseFigures = (input) => {
  const { length, units: coders } = unitizingInput.parse(input);
  // Convention C1: what lies outside is cut off, what is left empty is ignored.
  const continuum = unitContinuum(
    length,
    codersFrom(coders).map((own) => clipSpans(length, own).spans),
  );
  const alphaU = krippendorffAlphaU(continuum);
  const family = unitizingAlpha(continuum);
  const figures: [string, Statistic][] = [
    ["alphaU.alphaU", alphaU.alpha],
    ...alphaU.categories.flatMap((one): [string, Statistic][] => [
      [`alphaU.perCategory.${one.category}.Do`, one.observed],
      [`alphaU.perCategory.${one.category}.De`, one.expected],
      [`alphaU.perCategory.${one.category}.alpha`, one.alpha],
    ]),
    ["family.uAlpha", family.uAlpha],
    ["family.barUAlpha", family.barUAlpha],
    ["family.cuAlpha", family.cuAlpha],
    ["family.cuCoverage", family.cuCoverage],
    ...family.kuAlpha.flatMap((one): [string, Statistic][] => [
      [`family.kuAlpha.${one.category}.alpha`, one.alpha],
      [`family.kuAlpha.${one.category}.coverage`, one.coverage],
    ]),
  ];
  return new Map(figures.map(([name, figure]): [string, ConformanceValue] => [name, valueOrNull(figure)]));
};

export const gammaFigures: CaseFigures = (input) => {
  const { units: coders, ...given } = gammaInput.parse(input);
  const weights = {
    alpha: given.alpha ?? GAMMA_WEIGHTS.alpha,
    beta: given.beta ?? GAMMA_WEIGHTS.beta,
    deltaEmpty: given.deltaEmpty ?? GAMMA_WEIGHTS.deltaEmpty,
  };
  const own = codersFrom(coders).map((each) => each.filter(({ start, end }) => start < end));
  const { disorder } = observedDisorder(own, weights);
  return new Map([["observedDisorder", valueOrNull(disorder)]]);
};
