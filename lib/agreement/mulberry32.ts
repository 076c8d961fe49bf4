// Mulberry32: a small seeded stream of numbers, the same on every machine, so that a resample can be repeated.

/**
 * A stream of numbers in [0, 1) that depends on the seed alone; of the seed its 32 lowest bits count. It is for
 * resampling, not for secrets. Source: Tommy Ettinger 2017, in the public domain.
 */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
