// An interval: two bounds, or the reason why there are none.
import { type Statistic, type UndefinedReason, undefinedFor } from "./statistic";
import { studentTQuantile } from "./student-t";

/** Bounds as they come out of the formula: they may pass −1 and 1, and are clipped only where they are drawn. */
export type Interval =
  | { readonly kind: "defined"; readonly low: number; readonly high: number }
  | { readonly kind: "undefined"; readonly reason: UndefinedReason };

/** A standard error with the interval that follows from it. */
export interface ErrorAndInterval {
  readonly se: Statistic;
  readonly interval: Interval;
}

export function noInterval(reason: UndefinedReason): Interval {
  return { kind: "undefined", reason };
}

export function noError(reason: UndefinedReason): ErrorAndInterval {
  return { se: undefinedFor(reason), interval: noInterval(reason) };
}

/** value ± t · se with t from Student's distribution; undefined with the standard error's or the value's reason. */
export function tInterval(value: Statistic, se: Statistic, degrees: number, confidence: number): Interval {
  if (value.kind === "undefined") return noInterval(value.reason);
  if (se.kind === "undefined") return noInterval(se.reason);
  const reach = studentTQuantile(1 - checkedConfidence(confidence).tail, degrees) * se.value;
  return { kind: "defined", low: value.value - reach, high: value.value + reach };
}

/** What lies beyond each bound. Throws RangeError for a confidence outside (0, 1). */
export function checkedConfidence(confidence: number): { readonly tail: number } {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`a confidence of ${confidence} is not between 0 and 1`);
  return { tail: (1 - confidence) / 2 };
}

/** For JSON: null where undefined; the reason must stand beside it. */
export function boundsOrNull(interval: Interval): [low: number, high: number] | null {
  return interval.kind === "defined" ? [interval.low, interval.high] : null;
}
