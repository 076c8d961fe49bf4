import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lanesOf, spreadLabels } from "./chart-labels";

describe("labels at the ends of lines", () => {
  it("stay where they want to be when there is room", () => {
    expect(spreadLabels([50, 10, 90], 16, [0, 100])).toEqual([50, 10, 90]);
  });

  it("give way to both sides alike", () => {
    expect(spreadLabels([50, 50], 16, [0, 100])).toEqual([42, 58]);
    expect(spreadLabels([60, 50, 55], 10, [0, 100])).toEqual([65, 45, 55]);
  });

  it("stay inside, and come closer where the room is too small", () => {
    expect(spreadLabels([99, 100], 16, [0, 100])).toEqual([84, 100]);
    expect(spreadLabels([1, 2, 3], 80, [0, 100])).toEqual([0, 50, 100]);
    expect(spreadLabels([], 16, [0, 100])).toEqual([]);
  });

  it("never meet, never change their order, never leave", () => {
    const wanted = fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(wanted, (places) => {
        const gap = 16;
        const spread = spreadLabels(places, gap, [0, 400]);
        const order = places.map((_, index) => index).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || a - b);
        const sorted = order.map((index) => spread[index] ?? 0);
        for (let i = 0; i < sorted.length; i++) {
          expect(sorted[i]).toBeGreaterThanOrEqual(-1e-9);
          expect(sorted[i]).toBeLessThanOrEqual(400 + 1e-9);
          if (i > 0) expect((sorted[i] ?? 0) - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(gap - 1e-9);
        }
      }),
    );
  });
});

it("stretches that meet stand in different lanes", () => {
  expect(
    lanesOf([
      [0, 10],
      [5, 15],
      [10, 20],
      [12, 30],
    ]),
  ).toEqual([0, 1, 0, 2]);
  expect(
    lanesOf(
      [
        [0, 10],
        [12, 20],
      ],
      5,
    ),
  ).toEqual([0, 1]);
});
