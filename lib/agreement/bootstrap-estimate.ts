// What a bootstrap says, once every replicate has its figure: standard error and percentile interval.
import { checkedConfidence, type ErrorAndInterval, noError } from "./interval";
import { defined } from "./statistic";

export interface BootstrapEstimate extends ErrorAndInterval {
  readonly replicates: number;
  /** Replicates in which the figure had no value; they are left out, and many of them are a warning. */
  readonly undefinedReplicates: number;
}

/**
 * The standard deviation of the replicates that have a value (the first `count` of `values`, which are sorted in
 * place), and their percentiles of type 7 (Hyndman & Fan 1996). Undefined: no-replicate where fewer than two have one.
 */
export function bootstrapEstimate(
  values: Float64Array,
  count: number,
  replicates: number,
  confidence: number,
): BootstrapEstimate {
  const { tail } = checkedConfidence(confidence);
  const counts = { replicates, undefinedReplicates: replicates - count };
  if (count < 2) return { ...counts, ...noError("no-replicate") };
  const sorted = values.subarray(0, count).sort();
  let sum = 0;
  for (let i = 0; i < count; i++) sum += sorted[i] as number;
  const mean = sum / count;
  let squares = 0;
  for (let i = 0; i < count; i++) squares += ((sorted[i] as number) - mean) ** 2;
  return {
    ...counts,
    se: defined(Math.sqrt(squares / (count - 1))),
    interval: { kind: "defined", low: percentile(sorted, tail), high: percentile(sorted, 1 - tail) },
  };
}

function percentile(sorted: Float64Array, p: number): number {
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (at - below) * (high - low);
}
