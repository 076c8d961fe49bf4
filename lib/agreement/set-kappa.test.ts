import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cohenKappa } from "./cohen-kappa";
import { confusionKappa, expectedAgreementOfMatrix } from "./confusion-kappa";
import { percentAgreementOfMatrix } from "./percent-agreement";
import { setKappa } from "./set-kappa";
import { type SetItem, setTable } from "./set-table";
import { valueOrNull } from "./statistic";

const set = (labels: string) => new Set(labels);

describe("Cohen 1960, p. 45, with a set of one label for each category", () => {
  it("200 patients: observed .70, expected .41, kappa .492", () => {
    const matrix = [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ];
    const items = matrix.flatMap((row, i) => row.map((count, j): SetItem => [set(`${i}`), set(`${j}`), count]));
    const { observed, expected, kappa } = setKappa(setTable(items));
    expect(valueOrNull(observed)).toBeCloseTo(0.7, 12);
    expect(valueOrNull(expected)).toBeCloseTo(0.41, 12);
    expect(valueOrNull(kappa)).toBeCloseTo(0.492, 3);
  });
});

describe("setKappa", () => {
  it("is the kappa of the confusion matrix of the sets", () => {
    const labels = ["", "a", "b", "ab"];
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(9), { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 }),
        (m) => {
          const items = m.flatMap((row, i) =>
            row.map((count, j): SetItem => [set(labels[i] ?? ""), set(labels[j] ?? ""), count]),
          );
          const { observed, expected, kappa } = setKappa(setTable(items));
          expect(observed).toEqual(percentAgreementOfMatrix(m));
          expect(kappa).toEqual(confusionKappa(m));
          const chance = valueOrNull(expectedAgreementOfMatrix(m));
          if (chance === null) expect(expected.kind).toBe("undefined");
          else expect(valueOrNull(expected)).toBeCloseTo(chance, 12);
        },
      ),
    );
  });

  it("stays exact where the products of the counts leave the safe integers", () => {
    const [both, onlyFirst, onlySecond, neither] = [1_000_001, 3, 5, 500_000_000];
    const { kappa } = setKappa(
      setTable([
        [set("a"), set("a"), both],
        [set("a"), set(""), onlyFirst],
        [set(""), set("a"), onlySecond],
        [set(""), set(""), neither],
      ]),
    );
    const exact = valueOrNull(cohenKappa({ both, onlyFirst, onlySecond, neither }));
    expect(valueOrNull(kappa)).toBeCloseTo(exact ?? Number.NaN, 14);
    // One character apart among five hundred million is not the same set throughout.
    const nearly = setTable([
      [set(""), set(""), 500_000_000],
      [set("a"), set("a"), 1],
    ]);
    expect(setKappa(nearly).kappa).toEqual({ kind: "defined", value: 1 });
  });

  it("says why there is none", () => {
    const none = { kind: "undefined", reason: "no-data" };
    expect(setKappa(setTable([]))).toEqual({ observed: none, expected: none, kappa: none });
    expect(setKappa(setTable([[set("a"), set("a"), 5]])).kappa).toEqual({ kind: "undefined", reason: "one-category" });
    expect(setKappa(setTable([[set("a"), set("b"), 5]])).kappa).toEqual({ kind: "defined", value: 0 });
  });
});
