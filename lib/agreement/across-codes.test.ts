import { describe, expect, it } from "vitest";
import { acrossCodes } from "./across-codes";
import { valueOrNull } from "./statistic";

const X = { both: 20, onlyFirst: 5, onlySecond: 10, neither: 15 };
const Y = { both: 40, onlyFirst: 9, onlySecond: 6, neither: 45 };
const UNUSED = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 50 };

describe("de Vries, Elliott, Kanouse & Teleki 2008", () => {
  it("pools observed and expected agreement of two codes before taking kappa", () => {
    const across = acrossCodes([X, Y]);
    expect(valueOrNull(across.pooledKappa)).toBeCloseTo((0.775 - 0.5004) / (1 - 0.5004), 12);
    expect(valueOrNull(across.summed.cohenKappa)).toBeCloseTo(0.6000710984713828, 12);
    expect(valueOrNull(across.meanKappa)).toBeCloseTo(0.5497596153846154, 12);
  });
});

describe("acrossCodes", () => {
  it("leaves a code that nobody used out of the mean and the pooled kappa, not out of the sum", () => {
    const across = acrossCodes([X, UNUSED]);
    expect(valueOrNull(across.pooledKappa)).toBeCloseTo(0.4, 12);
    expect(valueOrNull(across.meanKappa)).toBeCloseTo(0.4, 12);
    expect(valueOrNull(across.summed.cohenKappa)).toBeCloseTo(0.625, 12);
    expect([across.codesDefined, across.codesUsed]).toEqual([1, 1]);
  });

  it("says why there is no figure", () => {
    expect(acrossCodes([]).pooledKappa).toEqual({ kind: "undefined", reason: "no-data" });
    expect(acrossCodes([UNUSED]).pooledKappa).toEqual({ kind: "undefined", reason: "both-empty" });
    expect(acrossCodes([UNUSED]).meanKappa).toEqual({ kind: "undefined", reason: "no-defined" });
  });
});
