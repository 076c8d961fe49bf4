import { describe, expect, it } from "vitest";
import { chartNumber, clipInterval, type Domain, domainOf, linearScale, tickLabels, ticksOf } from "./chart-scale";

describe("a linear scale", () => {
  it("maps the ends and the middle, either way round", () => {
    const x = linearScale([-0.2, 1], [100, 700]);
    expect([x(-0.2), x(0.4), x(1)]).toEqual([100, 400, 700]);
    const y = linearScale([0, 10], [300, 30]);
    expect([y(0), y(5), y(10)]).toEqual([300, 165, 30]);
  });

  it("holds what lies outside at the edge, and one that has no width in the middle", () => {
    const x = linearScale([0, 1], [0, 50]);
    expect([x(-3), x(7)]).toEqual([0, 50]);
    expect(linearScale([2, 2], [0, 50])(2)).toBe(25);
  });
});

describe("ticks", () => {
  it.each<[Domain, number[]]>([
    [
      [0, 1],
      [0, 0.2, 0.4, 0.6, 0.8, 1],
    ],
    [
      [-0.2, 1],
      [-0.2, 0, 0.2, 0.4, 0.6, 0.8, 1],
    ],
    [
      [-0.4, 1],
      [-0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1],
    ],
    [
      [-1, 1],
      [-1, -0.5, 0, 0.5, 1],
    ],
    [
      [0, 100],
      [0, 20, 40, 60, 80, 100],
    ],
    [
      [0, 7],
      [0, 1, 2, 3, 4, 5, 6, 7],
    ],
    [
      [0.5, 0.53],
      [0.5, 0.505, 0.51, 0.515, 0.52, 0.525, 0.53],
    ],
    [[3, 3], [3]],
  ])("of %j", (domain, ticks) => expect(ticksOf(domain)).toEqual(ticks));

  it("have as many decimals as the finest needs", () => {
    expect(tickLabels(ticksOf([-0.2, 1]))).toEqual(["−0.2", "0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]);
    expect(tickLabels([0, 20, 40])).toEqual(["0", "20", "40"]);
  });
});

it("a domain is 0 to 1, wider in fifths where a value needs it", () => {
  expect(domainOf([])).toEqual([0, 1]);
  expect(domainOf([0.3, null, -0.2])).toEqual([-0.2, 1]);
  expect(domainOf([-0.21, 1.3])).toEqual([-0.4, 1.4]);
});

it("an interval is cut at the domain, and it is known on which side", () => {
  expect(clipInterval([-0.5, 0.4], [-0.2, 1])).toEqual({ low: -0.2, high: 0.4, cutLow: true, cutHigh: false });
  expect(clipInterval([0, 1], [0, 1])).toEqual({ low: 0, high: 1, cutLow: false, cutHigh: false });
  expect(clipInterval([1.2, 1.4], [0, 1])).toEqual({ low: 1, high: 1, cutLow: false, cutHigh: true });
});

it("numbers have a minus sign, and zero has none", () => {
  expect([chartNumber(-0.125, 2), chartNumber(-0.001), chartNumber(3, 0)]).toEqual(["−0.13", "0.00", "3"]);
});
