import { expect, test } from "vitest";
import { acrossIntervals } from "@/lib/agreement/across-intervals";
import { kappaIntervals } from "@/lib/agreement/kappa-intervals";
import type { Table2x2 } from "@/lib/agreement/table2x2";
import { intervalsWords, intervalWords, methodWords, shownFigureInterval, shownInterval } from "./interval-words";

const used = (i: number): Table2x2 => ({ both: 10 + i, onlyFirst: 3, onlySecond: 4 - (i % 3), neither: 40 });
const unused: Table2x2 = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 57 };
const perfect: Table2x2 = { both: 10, onlyFirst: 0, onlySecond: 0, neither: 40 };
const tables = (withCode: number, all: number, of: (i: number) => Table2x2 = used) =>
  Array.from({ length: all }, (_, i) => (i < withCode ? of(i) : unused));
const options = { confidence: 0.95, bootstrap: { replicates: 200, seed: 1 } };

test("an interval is hidden, with the reason, where fewer than five documents carry the code", () => {
  const four = shownInterval(kappaIntervals(tables(4, 12), options), "linearised");
  expect(four.bounds).toBeNull();
  expect(four.se).toBeNull();
  expect(four.note).toBe("no interval: only 4 documents carry it (5 needed)");
  expect(shownInterval(kappaIntervals(tables(1, 12), options), "jackknife").note).toBe(
    "no interval: only 1 document carries it (5 needed)",
  );
  expect(shownInterval(kappaIntervals(tables(5, 12), options), "linearised").note).toBeNull();
});

test("the interval is that of the chosen method", () => {
  const intervals = kappaIntervals(tables(8, 8), options);
  for (const kind of ["linearised", "jackknife", "bootstrap"] as const) {
    const chosen = intervals[kind]?.interval;
    expect(chosen?.kind).toBe("defined");
    if (chosen?.kind === "defined") expect(shownInterval(intervals, kind).bounds).toEqual([chosen.low, chosen.high]);
  }
});

test("an interval that is not there, or has no width, says why", () => {
  const never = shownInterval(
    kappaIntervals(
      tables(8, 8, (i) => ({ both: 0, onlyFirst: 2 + i, onlySecond: 0, neither: 40 })),
      options,
    ),
    "linearised",
  );
  expect(never).toMatchObject({ bounds: null, note: "no interval: one coder never used it, so nothing varies" });
  const full = shownInterval(
    kappaIntervals(
      tables(8, 8, () => perfect),
      options,
    ),
    "linearised",
  );
  expect(full).toMatchObject({ bounds: [1, 1], note: "the interval has no width: no document differs" });
  // Where there is no κ, its own reason stands beside it already.
  expect(shownInterval(kappaIntervals(tables(0, 8), options), "linearised")).toMatchObject({
    bounds: null,
    note: null,
  });
});

test("figures over codes have the jackknife where the linearised interval is chosen", () => {
  const across = acrossIntervals([tables(8, 8), tables(6, 8)], options);
  const { pooledKappa, summed } = across;
  const jackknife = pooledKappa.jackknife.interval;
  const bounds = jackknife.kind === "defined" ? [jackknife.low, jackknife.high] : null;
  expect(shownFigureInterval(pooledKappa, summed, "linearised").bounds).toEqual(bounds);
  expect(shownFigureInterval(pooledKappa, summed, "bootstrap").bounds).not.toEqual(bounds);
  expect(shownFigureInterval(pooledKappa, { documentsWithCode: 3 }, "jackknife").bounds).toBeNull();
});

test("bounds and methods in words", () => {
  expect(intervalWords({ bounds: [-0.031, 0.5] })).toBe("−0.03 to 0.50");
  expect(intervalWords({ bounds: null })).toBe("–");
  expect(methodWords({ interval: "linearised", seed: 1 }, 8)).toContain("Student’s t with 7 degrees of freedom");
  const choice = { interval: "linearised", seed: 1, confidence: 0.9 } as const;
  expect(intervalsWords(choice, 5)).toBe(
    "90% intervals: linearised over 5 documents, Student’s t with 4 degrees of freedom",
  );
  expect(intervalsWords(choice, 4)).toBe("No 90% intervals: they need 5 documents, and there are 4");
  expect(methodWords({ interval: "bootstrap", seed: 12 }, 8)).toContain("2,000 resamples, percentiles, seed 12");
});
