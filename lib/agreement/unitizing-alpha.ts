// The family of unitizing coefficients of 2016 together: uα, |uα, cuα and (k)uα, with what each rests on.
import { barUAlpha } from "./bar-u-alpha";
import { cuAlpha, cuCoverage } from "./cu-alpha";
import { kuAlpha, kuCoverage } from "./ku-alpha";
import { type Statistic, undefinedFor } from "./statistic";
import { uAlpha } from "./u-alpha";
import { unitCoincidences } from "./unit-coincidences";
import type { UnitContinuum } from "./unit-continuum";

export interface UnitizingAlpha {
  readonly uAlpha: Statistic;
  readonly barUAlpha: Statistic;
  readonly cuAlpha: Statistic;
  readonly cuCoverage: Statistic;
  /** In the order of the continuum's categories. */
  readonly kuAlpha: readonly { readonly category: string; readonly alpha: Statistic; readonly coverage: Statistic }[];
}

/** One count of coincidences serves them all. Where a coder gave a passage two values, all are undefined. */
export function unitizingAlpha(continuum: UnitContinuum): UnitizingAlpha {
  const coincidences = unitCoincidences(continuum);
  if (typeof coincidences === "string") {
    const none = undefinedFor(coincidences);
    const kuAlphas = continuum.categories.map((category) => ({ category, alpha: none, coverage: none }));
    return { uAlpha: none, barUAlpha: none, cuAlpha: none, cuCoverage: none, kuAlpha: kuAlphas };
  }
  return {
    uAlpha: uAlpha(coincidences),
    barUAlpha: barUAlpha(coincidences),
    cuAlpha: cuAlpha(coincidences),
    cuCoverage: cuCoverage(coincidences),
    kuAlpha: continuum.categories.map((category, i) => ({
      category,
      alpha: kuAlpha(coincidences, i),
      coverage: kuCoverage(coincidences, i),
    })),
  };
}
