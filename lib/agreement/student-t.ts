// Student's t distribution: what an interval from few documents takes its width from.
import { normalQuantile } from "./normal-quantile";

/**
 * The t below which the share `p` of Student's distribution lies; degrees of freedom need not be whole. Throws
 * RangeError for a p outside (0, 1) or degrees that are not finite and above 0.
 * By Newton's method on the tail, to about 12 digits.
 */
export function studentTQuantile(p: number, degrees: number): number {
  const z = normalQuantile(p);
  checkDegrees(degrees);
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  const logPeak = Math.log(gammaRatio(degrees / 2)) - Math.log(degrees * Math.PI) / 2;
  // The normal quantile lies nearer to the middle, and the tail is convex: Newton's steps never overshoot.
  let t = Math.abs(z);
  for (let step = 0; step < 200; step++) {
    const density = Math.exp(logPeak - ((degrees + 1) / 2) * Math.log1p((t * t) / degrees));
    const further = (upperTail(t, degrees) - tail) / density;
    t += further;
    if (Math.abs(further) <= 1e-14 * t) break;
  }
  return p < 0.5 ? -t : t;
}

/** The share of Student's distribution below `t`. Throws RangeError for degrees that are not finite and above 0. */
export function studentTCdf(t: number, degrees: number): number {
  checkDegrees(degrees);
  const tail = upperTail(Math.abs(t), degrees);
  return t < 0 ? tail : 1 - tail;
}

function checkDegrees(degrees: number): void {
  if (!(degrees > 0 && degrees < Infinity)) throw new RangeError(`${degrees} degrees of freedom`);
}

/** Half the regularised incomplete beta function of ν/(ν + t²) with ν/2 and 1/2. */
function upperTail(t: number, degrees: number): number {
  if (t === Infinity) return 0;
  const [a, square] = [degrees / 2, (t * t) / degrees];
  const x = 1 / (1 + square);
  const common =
    (Math.exp(-a * Math.log1p(square)) * Math.sqrt(square / (1 + square)) * gammaRatio(a)) / Math.sqrt(Math.PI);
  // The fraction converges fast only on its own side of the mean; the other side is the rest to 1.
  if (x < (a + 1) / (a + 2.5)) return (common * continuedFraction(a, 0.5, x)) / (2 * a);
  return 0.5 - common * continuedFraction(0.5, a, square / (1 + square));
}

/** Of the incomplete beta function, by Lentz's method; Press et al., Numerical Recipes, section 6.4. */
function continuedFraction(a: number, b: number, x: number): number {
  let [c, d] = [1, 1 / awayFromZero(1 - ((a + b) * x) / (a + 1))];
  let fraction = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return fraction;
}

function awayFromZero(x: number): number {
  return Math.abs(x) < 1e-300 ? 1e-300 : x;
}

/** Γ(x + 1/2) / Γ(x): one series for all x, where a difference of two large logarithms would lose digits. */
function gammaRatio(x: number): number {
  let [shifted, factor] = [x, 1];
  for (; shifted < 30; shifted++) factor *= shifted / (shifted + 0.5);
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series = inverse * (-1 / 8 + square * (1 / 192 + square * (-1 / 640 + (square * 17) / 14336)));
  return factor * Math.sqrt(shifted) * Math.exp(series);
}
