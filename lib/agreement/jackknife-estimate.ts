// The delete-one jackknife: a standard error from the figure as it would be without each document in turn.
import { type ErrorAndInterval, noError, tInterval } from "./interval";
import { defined, type Statistic } from "./statistic";

export interface JackknifeEstimate extends ErrorAndInterval {
  /** Of Student's distribution: one less than the documents. */
  readonly degrees: number;
}

/**
 * SE = √((K − 1)/K Σ (θ₍ᵢ₎ − mean θ₍.₎)²) and value ± t SE with K − 1 degrees of freedom, of any figure: `without`
 * holds it without each of the K documents, null where it then has no value. Undefined with the value's reason, and
 * few-documents or undefined-without-one. Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap, ch. 11.
 */
export function jackknifeEstimate(
  value: Statistic,
  without: readonly (number | null)[],
  confidence: number,
): JackknifeEstimate {
  const count = without.length;
  const degrees = Math.max(0, count - 1);
  if (value.kind === "undefined") return { degrees, ...noError(value.reason) };
  if (count < 2) return { degrees, ...noError("few-documents") };
  let sum = 0;
  for (const one of without) {
    if (one === null) return { degrees, ...noError("undefined-without-one") };
    sum += one;
  }
  const mean = sum / count;
  const squares = without.reduce<number>((total, one) => total + ((one ?? mean) - mean) ** 2, 0);
  const se = defined(Math.sqrt((squares * degrees) / count));
  return { degrees, se, interval: tInterval(value, se, degrees, confidence) };
}
