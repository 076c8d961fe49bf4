// A continuum as it could have come about by chance: coders' units moved around the continuum by random steps.
import type { ContinuumUnit } from "./unit-continuum";

/**
 * For each coder the units of one of the coders, drawn with replacement, moved by a random whole number of positions; a
 * unit whose start would leave the continuum comes back at its beginning, and no unit is cut, so that one may stick out
 * at the end. The steps of two coders differ by more than half a mean unit as long as there is room for that, for else
 * the same units would meet themselves. One without any unit is drawn again, so that at least one coder must have units.
 */
export function shiftedContinuum(
  coders: readonly (readonly ContinuumUnit[])[],
  length: number,
  random: () => number,
): readonly (readonly ContinuumUnit[])[] {
  const all = coders.flat();
  if (all.length === 0) throw new RangeError("there are 0 units to shift");
  const apart = all.reduce((sum, { start, end }) => sum + end - start, 0) / all.length / 2;
  for (;;) {
    const steps: number[] = [];
    const shifted = coders.map(() => {
      const units = coders[Math.floor(random() * coders.length)] ?? [];
      const step = randomStep(length, steps, apart, random);
      steps.push(step);
      return units.map(({ start, end, category }) => {
        const moved = (start + step) % length;
        return { start: moved, end: moved + end - start, category };
      });
    });
    if (shifted.some((units) => units.length > 0)) return shifted;
  }
}

/** A whole number in [0, length), evenly among those that lie far enough from the others, counted around the continuum. */
function randomStep(length: number, others: readonly number[], apart: number, random: () => number): number {
  const near = Math.floor(apart);
  const taken = others
    .flatMap((step) => [-length, 0, length].map((turn) => ({ from: step - near + turn, to: step + near + 1 + turn })))
    .filter(({ from, to }) => to > 0 && from < length)
    .sort((a, b) => a.from - b.from);
  const free: { readonly from: number; readonly to: number }[] = [];
  let at = 0;
  for (const { from, to } of [...taken, { from: length, to: length }]) {
    if (from > at) free.push({ from: at, to: from });
    at = Math.max(at, to);
  }
  const room = free.reduce((sum, { from, to }) => sum + to - from, 0);
  let rest = Math.floor(random() * (room > 0 ? room : length));
  if (room === 0) return rest;
  for (const { from, to } of free) {
    if (rest < to - from) return from + rest;
    rest -= to - from;
  }
  return length - 1;
}
