// Golden cases of the kind `samplesize`: how many items a study of agreement needs.
import * as z from "zod";
import { cantorSampleSize } from "./cantor-sample-size";
import { cicchettiSampleSize } from "./cicchetti-sample-size";
import { type CaseFigures, type ConformanceValue, orAbsent } from "./conformance-case";
import { donnerEliasziwSampleSize } from "./donner-eliasziw-sample-size";
import { donnerRotondiSampleSize } from "./donner-rotondi-sample-size";
import { intervalWidthSampleSize } from "./interval-width-sample-size";
import { wholeItems } from "./plan-agreement";

const sampleSizeInput = z.looseObject({ method: z.string(), args: z.unknown() });

const risks = {
  alpha: orAbsent(z.number()),
  power: orAbsent(z.number()),
  twosided: orAbsent(z.boolean()),
};

const cantorArgs = z.looseObject({ rate1: z.number(), rate2: z.number(), k1: z.number(), k0: z.number(), ...risks });
const powerArgs = z.looseObject({ k0: z.number(), k1: z.number(), pi: z.number(), ...risks });
const boundArgs = z.looseObject({
  k0: z.number(),
  kL: z.number(),
  kU: orAbsent(z.number()),
  pi: z.number(),
  alpha: orAbsent(z.number()),
});
const widthArgs = z.looseObject({ k: z.number(), pi: z.number(), half: z.number(), alpha: orAbsent(z.number()) });
const categoriesArgs = z.looseObject({ q: z.number() });

/** By the name that a case gives its method. In Cantor's, k1 is the true kappa and k0 that of the null hypothesis. */
const METHODS: Readonly<Record<string, (args: unknown) => number>> = {
  n_cohen_kappa: (args) => {
    const { rate1, rate2, k1, k0, alpha, power, twosided } = cantorArgs.parse(args);
    return cantorSampleSize({ rates: [rate1, rate2], kappa1: k1, kappa0: k0, alpha, power, sides: twosided ? 2 : 1 });
  },
  n_gof_power: (args) => {
    const { k0, k1, pi, alpha, power, twosided = true } = powerArgs.parse(args);
    const sides = twosided ? 2 : 1;
    return donnerEliasziwSampleSize({ prevalence: pi, kappa0: k0, kappa1: k1, alpha, power, sides });
  },
  n_gof_ci: (args) => {
    const { k0, kL, kU, pi, alpha = 0.05 } = boundArgs.parse(args);
    return donnerRotondiSampleSize({
      prevalence: pi,
      kappa: k0,
      low: kL,
      high: kU,
      confidence: 1 - alpha,
    });
  },
  n_ci_width: (args) => {
    const { k, pi, half, alpha = 0.05 } = widthArgs.parse(args);
    return intervalWidthSampleSize({ prevalence: pi, kappa: k, halfWidth: half, confidence: 1 - alpha });
  },
  n_cicchetti: (args) => cicchettiSampleSize(categoriesArgs.parse(args).q),
};

export const sampleSizeFigures: CaseFigures = (input) => {
  const { method, args } = sampleSizeInput.parse(input);
  const figures = new Map<string, ConformanceValue>();
  const sizeOf = METHODS[method];
  if (!sizeOf) return figures;
  try {
    const n = sizeOf(args);
    return figures.set("n", n).set("nCeil", wholeItems(n));
  } catch (error) {
    // What cannot be planned, a kappa that the rates rule out for instance, is a null, like any undefined figure.
    if (!(error instanceof RangeError)) throw error;
    return figures.set("n", null).set("nCeil", null);
  }
};
