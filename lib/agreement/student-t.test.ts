import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalQuantile } from "./normal-quantile";
import { studentTCdf, studentTQuantile } from "./student-t";

describe("Student's t, the table of Fisher & Yates", () => {
  it("two-sided .05: 12.706, 4.303, 3.182, 2.776, 2.262, 2.120, 2.042, 1.980", () => {
    const printed = { 1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 9: 2.262, 16: 2.12, 30: 2.042, 120: 1.98 };
    for (const [degrees, t] of Object.entries(printed)) {
      expect(Math.abs(studentTQuantile(0.975, Number(degrees)) - t)).toBeLessThan(5.1e-4);
    }
  });

  it("two-sided .10 and .01 at 16 degrees: 1.746, 2.921", () => {
    expect(studentTQuantile(0.95, 16)).toBeCloseTo(1.746, 3);
    expect(studentTQuantile(0.995, 16)).toBeCloseTo(2.921, 3);
  });

  it("to 12 digits, against 30-digit arithmetic", () => {
    const exact: [number, number, number][] = [
      [0.975, 1, 12.706204736174705],
      [0.975, 2, 4.302652729749464],
      [0.975, 4, 2.7764451051977943],
      [0.975, 16, 2.1199052992212546],
      [0.95, 16, 1.74588367627625],
      [0.975, 120, 1.979930405082441],
      [0.975, 2.5, 3.574654842003683],
    ];
    for (const [p, degrees, t] of exact) expect(Math.abs(studentTQuantile(p, degrees) / t - 1)).toBeLessThan(1e-12);
  });

  it("is Cauchy's at one degree, and close to normal at many", () => {
    expect(studentTQuantile(0.99, 1)).toBeCloseTo(Math.tan(Math.PI * 0.49), 10);
    expect(studentTCdf(1, 1)).toBeCloseTo(0.75, 14);
    expect(studentTQuantile(0.975, 1e6)).toBeCloseTo(normalQuantile(0.975), 5);
  });
});

describe("studentTQuantile", () => {
  it("is the inverse of the share below, and the same on both sides", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.0001, max: 0.9999, noNaN: true }),
        fc.double({ min: 0.5, max: 500, noNaN: true }),
        (p, degrees) => {
          const t = studentTQuantile(p, degrees);
          expect(studentTCdf(t, degrees)).toBeCloseTo(p, 11);
          expect(studentTCdf(-t, degrees)).toBeCloseTo(1 - p, 11);
        },
      ),
    );
  });

  it("refuses shares and degrees that are none", () => {
    expect(() => studentTQuantile(1, 5)).toThrow(RangeError);
    expect(() => studentTQuantile(0.5, 0)).toThrow(RangeError);
    expect(() => studentTCdf(1, Number.NaN)).toThrow(RangeError);
    expect(() => studentTCdf(1, Infinity)).toThrow(RangeError);
  });
});
