export type Domain = readonly [number, number];

/** Straight from a domain to a range; what lies outside is held at the edge. To hundredths: no printer sees more. */
export function linearScale([low, high]: Domain, [start, end]: Domain): (value: number) => number {
  return (value) => {
    if (high === low) return (start + end) / 2;
    const share = Math.min(Math.max((value - low) / (high - low), 0), 1);
    return Math.round((start + share * (end - start)) * 100) / 100;
  };
}

/** Round values inside the domain, fewer than ten steps: between 0 and 1 in fifths. */
export function ticksOf([low, high]: Domain): number[] {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return [low];
  let power = 10 ** (Math.floor(Math.log10(span)) - 1);
  let step = power;
  for (const factor of [1, 2, 5, 10, 20]) {
    step = factor * power;
    if (span / step < 9.999) break;
  }
  // Steps below one are kept as their inverse: 3 × 0.2 is not 0.6.
  power = step < 1 ? Math.round(1 / step) : 1 / step;
  const ticks: number[] = [];
  for (let at = Math.ceil(low * power - 1e-9); at <= high * power + 1e-9; at++) ticks.push(at === 0 ? 0 : at / power);
  return ticks;
}

/** From 0 to 1, wider in fifths where a value needs it. Intervals may leave it: they end in an arrow head. */
export function domainOf(values: readonly (number | null)[]): Domain {
  const known = values.filter((value) => value !== null);
  const low = Math.floor(Math.min(0, ...known) * 5 + 1e-9) / 5;
  const high = Math.ceil(Math.max(1, ...known) * 5 - 1e-9) / 5;
  return [low === 0 ? 0 : low, high];
}

export interface ClippedInterval {
  low: number;
  high: number;
  /** The interval goes on beyond the domain. */
  cutLow: boolean;
  cutHigh: boolean;
}

export function clipInterval([low, high]: Domain, [start, end]: Domain): ClippedInterval {
  const hold = (value: number) => Math.min(Math.max(value, start), end);
  return { low: hold(low), high: hold(high), cutLow: low < start, cutHigh: high > end };
}

/** With a minus sign, and as many decimals as asked for; "−0.00" is "0.00". */
export function chartNumber(value: number, decimals = 2): string {
  const text = value.toFixed(decimals);
  return /^-0(\.0+)?$/.test(text) ? text.slice(1) : text.replace("-", "−");
}

/** As many decimals as the ticks' step needs. */
export function tickLabels(ticks: readonly number[]): string[] {
  const decimals = Math.max(0, ...ticks.map((tick) => (String(Number(tick.toFixed(6))).split(".")[1] ?? "").length));
  return ticks.map((tick) => chartNumber(tick, decimals));
}
