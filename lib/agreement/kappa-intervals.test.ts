import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundsOrNull } from "./interval";
import { intervalStanding } from "./interval-standing";
import { jackknifeKappa } from "./jackknife-kappa";
import { kappaIntervals, kappaIntervalsOfCodes } from "./kappa-intervals";
import { valueOrNull } from "./statistic";
import type { Table2x2 } from "./table2x2";

function table(both: number, onlyFirst: number, onlySecond: number, neither: number): Table2x2 {
  return { both, onlyFirst, onlySecond, neither };
}

const count = fc.nat(9);
const anyTable = fc.tuple(count, count, count, count).map(([a, b, c, d]) => table(a, b, c, d));

/** 17 documents of characters: .0035 as if characters were independent, .052 over documents. */
const CHARACTERS: readonly Table2x2[] = (
  [
    [968, 395, 644, 33588],
    [199, 24, 1532, 59252],
    [433, 1105, 521, 34938],
    [1781, 1434, 338, 71265],
    [0, 0, 0, 61606],
    [0, 0, 0, 64001],
    [0, 0, 0, 71123],
    [1108, 857, 367, 75261],
    [1611, 2034, 1911, 66932],
    [0, 0, 0, 26386],
    [204, 242, 167, 47971],
    [1120, 383, 555, 52944],
    [216, 88, 21, 21553],
    [736, 414, 260, 74992],
    [0, 0, 0, 66780],
    [0, 0, 0, 28154],
    [0, 0, 0, 42549],
  ] as const
).map(([a, b, c, d]) => table(a, b, c, d));

describe("Efron & Tibshirani 1993, the delete-one jackknife", () => {
  it("17 documents of characters: .0572", () => {
    const found = jackknifeKappa(CHARACTERS, 0.95);
    expect(valueOrNull(found.se)).toBeCloseTo(0.05719099776634312, 12);
    const [low, high] = boundsOrNull(found.interval) ?? [0, 0];
    expect((low + high) / 2).toBeCloseTo(0.550249793098794, 12);
    expect(high - low).toBeCloseTo(2 * 2.1199052992212546 * 0.05719099776634312, 10);
  });

  it("has no value where one document carries the code, or is the only one", () => {
    const none = (reason: string) => ({ se: { kind: "undefined", reason } });
    expect(jackknifeKappa([table(30, 5, 5, 60), table(0, 0, 0, 100)], 0.95)).toMatchObject(
      none("undefined-without-one"),
    );
    expect(jackknifeKappa([table(30, 5, 5, 60)], 0.95)).toMatchObject(none("few-documents"));
    expect(jackknifeKappa([table(0, 0, 0, 60)], 0.95)).toMatchObject(none("both-empty"));
    expect(jackknifeKappa([table(0, 5, 0, 60), table(0, 5, 0, 6)], 0.95)).toMatchObject({
      se: { value: 0 },
      interval: { reason: "one-empty" },
    });
  });
});

describe("kappaIntervals", () => {
  it("shows that characters are not independent: the design effect is 221", () => {
    const found = kappaIntervals(CHARACTERS, { confidence: 0.95, bootstrap: { replicates: 2000, seed: 2024 } });
    expect([found.documents, found.documentsWithCode]).toEqual([17, 10]);
    expect(valueOrNull(found.designEffect)).toBeCloseTo(220.91162551161602, 8);
    expect(found.linearised).toMatchObject({ degrees: 16, interval: { low: expect.closeTo(0.44057002418037766, 9) } });
    expect(boundsOrNull(found.bootstrap?.interval ?? { kind: "undefined", reason: "no-data" })).toEqual([
      expect.closeTo(0.44495461572566775, 12),
      expect.closeTo(0.6492962752370225, 12),
    ]);
  });

  it("runs no bootstrap that nobody asked for", () => {
    expect(kappaIntervals(CHARACTERS, { confidence: 0.95 }).bootstrap).toBeNull();
  });

  it("gives every part a number or a reason, and each code what it gets alone", () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyTable, { maxLength: 5 }), { maxLength: 4 }), (codes) => {
        const options = { confidence: 0.95, bootstrap: { replicates: 20, seed: 1 } };
        const all = kappaIntervalsOfCodes(codes, options);
        expect(all).toEqual(codes.map((tables) => kappaIntervals(tables, options)));
        expect(JSON.stringify(all)).not.toMatch(/NaN|null/);
        for (const { linearised, kappa } of all) {
          if (kappa.kind === "undefined") expect(linearised.interval).toEqual(kappa);
        }
      }),
    );
  });
});

describe("intervalStanding", () => {
  it("hides below five documents with the code and warns below ten documents", () => {
    expect(intervalStanding(4)).toBe("hidden");
    expect(intervalStanding(9)).toBe("caution");
    expect(intervalStanding(10)).toBe("plain");
  });
});
