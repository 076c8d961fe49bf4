// What one coder gave each code in one document, packed: the stretches of all codes end to end in one array.
import type { Stretches } from "./stretches";

/** Codes are called by their id, or faster by their place in the layout's list of codes. */
export class CoveredCodes {
  /** The bounds of all stretches; those of the code at `place` lie at `[offsets[place], offsets[place + 1])`. */
  readonly bounds: readonly number[];
  readonly offsets: Int32Array;
  /** How many items each code covers. */
  readonly items: readonly number[];
  private readonly places: ReadonlyMap<string, number>;

  constructor(
    places: ReadonlyMap<string, number>,
    bounds: readonly number[],
    offsets: Int32Array,
    items: readonly number[],
  ) {
    this.places = places;
    this.bounds = bounds;
    this.offsets = offsets;
    this.items = items;
  }

  /** Undefined for a code that the coder did not give here. */
  get(codeId: string): Stretches | undefined {
    const place = this.places.get(codeId);
    if (place === undefined) return undefined;
    const [from, to] = [this.offsets[place] as number, this.offsets[place + 1] as number];
    return from === to ? undefined : this.bounds.slice(from, to);
  }

  has(codeId: string): boolean {
    return this.get(codeId) !== undefined;
  }

  /** The codes that cover anything, in the order of the list of codes. */
  *[Symbol.iterator](): Iterator<[codeId: string, covered: Stretches]> {
    for (const codeId of this.places.keys()) {
      const covered = this.get(codeId);
      if (covered) yield [codeId, covered];
    }
  }
}
