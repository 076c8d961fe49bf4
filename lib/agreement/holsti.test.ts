import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holsti } from "./holsti";
import { percentAgreement } from "./percent-agreement";
import { positiveAgreement } from "./positive-agreement";
import { valueOrNull } from "./statistic";

describe("Holsti 1969, p. 140", () => {
  it("is percent agreement on a fixed list of items, positive agreement on free decisions", () => {
    const count = fc.nat(300);
    fc.assert(
      fc.property(count, count, count, count, (both, onlyFirst, onlySecond, neither) => {
        const table = { both, onlyFirst, onlySecond, neither };
        const n = both + onlyFirst + onlySecond + neither;
        expect(valueOrNull(holsti(both + neither, n, n))).toBe(valueOrNull(percentAgreement(table)));
        const free = valueOrNull(holsti(both, both + onlyFirst, both + onlySecond));
        expect(free).toBe(valueOrNull(positiveAgreement(table)));
      }),
    );
  });
});

describe("holsti", () => {
  it("is undefined where nothing was decided, and refuses what is impossible", () => {
    expect(holsti(0, 0, 0)).toEqual({ kind: "undefined", reason: "no-data" });
    expect(holsti(0, 3, 0)).toEqual({ kind: "defined", value: 0 });
    expect(() => holsti(4, 3, 9)).toThrow(RangeError);
    expect(() => holsti(0, -1, 2)).toThrow(RangeError);
    expect(() => holsti(Number.NaN, 1, 2)).toThrow(RangeError);
  });
});
