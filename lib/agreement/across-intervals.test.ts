import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanKappa, pooledKappa } from "./across-codes";
import { acrossIntervals } from "./across-intervals";
import { bootstrapOverDocuments } from "./bootstrap-over-documents";
import { kappaIntervals } from "./kappa-intervals";
import { type Statistic, valueOrNull } from "./statistic";
import type { Table2x2 } from "./table2x2";

const OPTIONS = { confidence: 0.9, bootstrap: { replicates: 25, seed: 11 } };

const mark = fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4));
const anyProject = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
  .chain(([codes, documents]) =>
    fc.array(fc.array(mark, { minLength: documents, maxLength: documents }), { minLength: codes, maxLength: codes }),
  )
  .map((codes) =>
    codes.map((marks) =>
      marks.map(([both, onlyFirst, onlySecond], i): Table2x2 => {
        const size = i === 3 ? 0 : 12 + i;
        if (size === 0) return { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
        return { both, onlyFirst, onlySecond, neither: size - both - onlyFirst - onlySecond };
      }),
    ),
  );

/** Each document as the cells of all codes, one after the other; a plain bootstrap of any figure over codes. */
function plain(codes: readonly (readonly Table2x2[])[], figure: (tables: readonly Table2x2[]) => Statistic) {
  const documents = (codes[0] ?? [])
    .map((_, i) =>
      codes.flatMap((tables) => {
        const { both = 0, onlyFirst = 0, onlySecond = 0, neither = 0 } = tables[i] ?? {};
        return [both, onlyFirst, onlySecond, neither];
      }),
    )
    .filter((cells) => cells.some((cell) => cell > 0));
  return bootstrapOverDocuments(
    documents,
    (sums) =>
      valueOrNull(
        figure(
          codes.map((_, c) => {
            const [both = 0, onlyFirst = 0, onlySecond = 0, neither = 0] = sums.slice(4 * c, 4 * c + 4);
            return { both, onlyFirst, onlySecond, neither };
          }),
        ),
      ),
    { ...OPTIONS.bootstrap, confidence: OPTIONS.confidence },
  );
}

describe("acrossIntervals", () => {
  it("is what a plain bootstrap of each figure finds", () => {
    fc.assert(
      fc.property(anyProject, (codes) => {
        const found = acrossIntervals(codes, OPTIONS);
        const documents = (codes[0] ?? []).filter((_, i) => i !== 3).length;
        for (const [name, figure] of [
          ["pooledKappa", pooledKappa],
          ["meanKappa", meanKappa],
        ] as const) {
          const { value, bootstrap } = found[name];
          if (value.kind === "undefined" || documents < 2) {
            expect(bootstrap?.se.kind).toBe("undefined");
            continue;
          }
          const expected = plain(codes, figure);
          expect(bootstrap?.undefinedReplicates).toBe(expected.undefinedReplicates);
          expect(bootstrap?.se.kind).toBe(expected.se.kind);
          if (expected.se.kind === "defined" && bootstrap) {
            expect(valueOrNull(bootstrap.se)).toBeCloseTo(expected.se.value, 10);
          }
        }
        expect(JSON.stringify(found)).not.toMatch(/NaN|null/);
      }),
      { numRuns: 50 },
    );
  });

  it("of one code is that code's own, in all three figures", () => {
    fc.assert(
      fc.property(anyProject, ([tables = []]) => {
        const found = acrossIntervals([tables], OPTIONS);
        const own = kappaIntervals(tables, OPTIONS);
        expect(found.summed).toEqual(own);
        fc.pre(own.kappa.kind === "defined");
        for (const { value, jackknife } of [found.pooledKappa, found.meanKappa]) {
          expect(valueOrNull(value)).toBeCloseTo(valueOrNull(own.kappa) ?? 0, 12);
          expect(jackknife.se.kind).toBe(own.jackknife.se.kind);
          if (own.jackknife.se.kind === "defined") {
            expect(valueOrNull(jackknife.se)).toBeCloseTo(own.jackknife.se.value, 12);
          }
        }
      }),
    );
  });

  it("says why there is none, and refuses codes with different documents", () => {
    const unused = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 5 };
    expect(acrossIntervals([], OPTIONS).meanKappa.bootstrap).toMatchObject({ se: { reason: "no-defined" } });
    expect(acrossIntervals([[unused, unused]], OPTIONS).pooledKappa.jackknife).toMatchObject({
      interval: { reason: "both-empty" },
    });
    expect(acrossIntervals([[unused]], { confidence: 0.9 }).pooledKappa.bootstrap).toBeNull();
    expect(() => acrossIntervals([[unused], [unused, unused]], OPTIONS)).toThrow(RangeError);
  });
});
