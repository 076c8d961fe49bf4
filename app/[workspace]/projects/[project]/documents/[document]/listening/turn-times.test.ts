import fc from "fast-check";
import { expect, test } from "vitest";
import { timeOf, turnAt, turnTimes } from "./turn-times";

const turns = [0, null, 4000, 9000, null, 9000].map((startMs) => ({ startMs }));
const times = turnTimes(turns);

test("turns without a time are passed over", () => {
  expect(times.map(({ index }) => index)).toEqual([0, 2, 3, 5]);
  expect(turnTimes([{ startMs: null }])).toEqual([]);
});

test.each([
  [-1, undefined],
  [0, 0],
  [3999, 0],
  [4000, 2],
  [8999, 2],
  [9000, 5],
  [99_000, 5],
])("at %i ms the turn is %s", (ms, index) => {
  expect(turnAt(times, ms)?.index).toBe(index);
});

test("a turn without a time is heard from the one before it that has one", () => {
  expect([0, 1, 3, 4, 5].map((index) => timeOf(times, index)?.index)).toEqual([0, 0, 3, 3, 5]);
  expect(timeOf(turnTimes([{ startMs: null }, { startMs: 5 }]), 0)).toBeNull();
});

test("times out of order are found as if they stood in order", () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat(1000))), fc.nat(1200), (startMs, ms) => {
      const found = turnAt(turnTimes(startMs.map((each) => ({ startMs: each }))), ms);
      const before = startMs.filter((each) => each !== null && each <= ms) as number[];
      return before.length === 0 ? found === null : found?.ms === Math.max(...before);
    }),
  );
});
