// An interval by the normal distribution, for a figure whose items are independent of one another.
import { checkedConfidence, type Interval, noInterval } from "./interval";
import { normalQuantile } from "./normal-quantile";
import type { Statistic } from "./statistic";

/** value ± z · SE, not clipped; undefined with the value's or the standard error's reason. */
export function normalInterval(value: Statistic, se: Statistic, confidence: number): Interval {
  const reach = normalQuantile(1 - checkedConfidence(confidence).tail);
  if (value.kind === "undefined") return noInterval(value.reason);
  if (se.kind === "undefined") return noInterval(se.reason);
  return { kind: "defined", low: value.value - reach * se.value, high: value.value + reach * se.value };
}
