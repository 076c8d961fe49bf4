import { describe, expect, it } from "vitest";
import { cohenKappaInterval, confusionKappaInterval } from "./cohen-kappa-interval";

describe("Vanbelle & Albert 2008, depression by diagnosis and by questionnaire", () => {
  const table = { both: 11, onlyFirst: 2, onlySecond: 3, neither: 34 };
  const reach = 1.959963984540054 * 0.1066508049467;

  it("kappa .7465 with the standard error .1067 and 1.96 on either side", () => {
    const interval = cohenKappaInterval(table);
    if (interval.kind === "undefined") throw new Error(interval.reason);
    expect(interval.low).toBeCloseTo(0.7464503042596 - reach, 11);
    expect(interval.high).toBeCloseTo(0.7464503042596 + reach, 11);
    const asMatrix = confusionKappaInterval([
      [11, 2],
      [3, 34],
    ]);
    if (asMatrix.kind === "undefined") throw new Error(asMatrix.reason);
    expect(asMatrix.low).toBeCloseTo(interval.low, 12);
  });

  it("is wider for more confidence, and not clipped", () => {
    const [narrow, wide] = [cohenKappaInterval(table, 0.9), cohenKappaInterval(table, 0.99)];
    if (narrow.kind === "undefined" || wide.kind === "undefined") throw new Error("it has bounds");
    expect(wide.low).toBeLessThan(narrow.low);
    expect(wide.high).toBeGreaterThan(1);
    expect(() => cohenKappaInterval(table, 95)).toThrow(RangeError);
  });
});

describe("cohenKappaInterval and confusionKappaInterval", () => {
  const reason = (both: number, onlyFirst: number, onlySecond: number, neither: number) => {
    const interval = cohenKappaInterval({ both, onlyFirst, onlySecond, neither });
    return interval.kind === "undefined" ? interval.reason : [interval.low, interval.high];
  };

  it("have no bounds where kappa has no value or cannot vary", () => {
    expect(reason(0, 0, 0, 0)).toBe("no-data");
    expect(reason(0, 0, 0, 5)).toBe("both-empty");
    expect(reason(5, 0, 0, 0)).toBe("both-full");
    expect(reason(0, 5, 0, 5)).toBe("one-empty");
    expect(reason(5, 5, 0, 0)).toBe("one-full");
    expect(reason(5, 0, 0, 5)).toEqual([1, 1]);
    const none = (matrix: number[][]) => confusionKappaInterval(matrix);
    expect(none([])).toEqual({ kind: "undefined", reason: "no-data" });
    expect(none([[3]])).toEqual({ kind: "undefined", reason: "one-category" });
    const constant = [
      [4, 1, 2],
      [0, 0, 0],
      [0, 0, 0],
    ];
    expect(none(constant)).toEqual({ kind: "undefined", reason: "one-full" });
    expect(confusionKappaInterval(constant, "linear")).toEqual({ kind: "undefined", reason: "one-full" });
  });
});
