// How often two coders with the same rate and a given kappa both, singly or neither give a code.
import type { Table2x2 } from "./table2x2";

/**
 * The shares of items that both, only the first, only the second and neither coder give the code: both coders use it
 * at the rate `prevalence`, and their kappa is `kappa`. Throws RangeError for a prevalence outside (0, 1) and for a
 * kappa that it rules out. Source: Donner & Eliasziw 1992, the common correlation model.
 */
export function pairProbabilities(prevalence: number, kappa: number): Table2x2 {
  if (!(prevalence > 0 && prevalence < 1)) throw new RangeError(`a prevalence of ${prevalence} is not between 0 and 1`);
  const mixed = prevalence * (1 - prevalence);
  const both = prevalence ** 2 + kappa * mixed;
  const neither = (1 - prevalence) ** 2 + kappa * mixed;
  const single = (1 - kappa) * mixed;
  if (!(both >= 0 && neither >= 0 && single >= 0)) {
    throw new RangeError(`a kappa of ${kappa} cannot be with a prevalence of ${prevalence}`);
  }
  return { both, onlyFirst: single, onlySecond: single, neither };
}

/**
 * The chi-square distance per item between what `truth` and `hypothesis` make of both, one and neither; its square root
 * grows with the difference of the kappas. Throws RangeError where the hypothesis leaves no room for disagreement.
 */
export function distancePerItem(prevalence: number, hypothesis: number, truth: number): number {
  if (hypothesis === truth) throw new RangeError(`a kappa of ${truth} cannot be told from itself`);
  const [expected, actual] = [pairProbabilities(prevalence, hypothesis), pairProbabilities(prevalence, truth)];
  const cells = [
    [expected.neither, actual.neither],
    [expected.onlyFirst + expected.onlySecond, actual.onlyFirst + actual.onlySecond],
    [expected.both, actual.both],
  ] as const;
  return cells.reduce((sum, [e, a]) => {
    if (e === 0) throw new RangeError(`a kappa of ${hypothesis} leaves an outcome without probability`);
    return sum + (a - e) ** 2 / e;
  }, 0);
}
