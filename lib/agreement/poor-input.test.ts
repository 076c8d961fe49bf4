import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AgreementProject } from "./agreement-project";
import { measuresOf } from "./measures";
import { reportJson } from "./report-json";
import { valueOrNull } from "./statistic";

const CODERS = ["A", "B", "C"];
const UNITS = ["character", "turn", "document", "given"] as const;

const offset = fc.integer({ min: -5, max: 30 });
const span = fc.record({ start: offset, end: offset });
/** Whatever a file may hold: spans out of range, reversed, empty, of unknown codes, coders and documents. */
const poorProject: fc.Arbitrary<AgreementProject> = fc.record({
  documents: fc
    .array(fc.record({ length: fc.nat(25), turn: fc.option(fc.array(span, { maxLength: 4 }), { nil: undefined }) }), {
      maxLength: 4,
    })
    .map((list) => list.map(({ length, turn }, i) => ({ id: `d${i}`, length, units: turn && { turn } }))),
  codes: fc
    .nat(3)
    .map((count) => Array.from({ length: count }, (_, i) => ({ id: `c${i}`, parentId: i > 0 ? "c0" : null }))),
  coders: fc.constant(CODERS),
  assignments: fc.option(
    fc.array(fc.record({ documentId: fc.constantFrom("d0", "d1", "d9"), coderId: fc.constantFrom(...CODERS, "Z") })),
    { nil: undefined },
  ),
  codings: fc.array(
    fc
      .tuple(
        span,
        fc.constantFrom("d0", "d1", "d2", "d9"),
        fc.constantFrom(...CODERS, "Z"),
        fc.constantFrom("c0", "c1", "c9"),
      )
      .map(([{ start, end }, documentId, coderId, codeId]) => ({ start, end, documentId, coderId, codeId })),
    { maxLength: 20 },
  ),
});

/** The names of nulls that have no reason beside them, and of numbers that are none. */
function unexplained(value: unknown, path = ""): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [path];
  if (typeof value !== "object" || value === null) return [];
  const reasons: unknown = "undefined" in value ? value.undefined : null;
  return Object.entries(value).flatMap(([name, one]) => {
    const here = `${path}.${name}`;
    if (one !== null) return unexplained(one, here);
    const explained = typeof reasons === "object" && reasons !== null && name in reasons;
    return explained ? [] : [here];
  });
}

/** A null here says that nothing was asked for, or stands beside a figure whose own reason says why. */
const NEED_NO_REASON = /\.(undefinedReplicates|labels\.\d+)$/;

describe("whatever a file holds", () => {
  it("every figure is a number or has its reason, at every level, for every pair", () => {
    fc.assert(
      fc.property(poorProject, fc.boolean(), fc.constantFrom(undefined, 0.5, 1), (project, rollUp, minShare) => {
        const report = reportJson(project, new Map(), {
          units: UNITS,
          coders: CODERS,
          rollUp,
          minShare,
          bootstrap: { replicates: 20, seed: 1 },
        });
        expect(unexplained({ levels: report.levels }).filter((path) => !NEED_NO_REASON.test(path))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("an empty project has no-data and no codes, one document no interval, an unused code both-empty", () => {
    const empty = { documents: [], codes: [], coders: ["A", "B"], codings: [] };
    const choice = { units: ["character"] as const, coders: ["A", "B"], rollUp: false };
    const [level] = reportJson(empty, new Map(), choice).levels;
    expect(level?.pairs[0]?.across).toMatchObject({
      summed: { status: "no-data", undefined: { cohenKappa: "no-data", percentAgreement: "no-data" } },
      undefined: { pooledKappa: "no-data", meanKappa: "no-defined" },
    });
    const one = {
      documents: [{ id: "d", length: 10 }],
      codes: [
        { id: "used", parentId: null },
        { id: "unused", parentId: null },
      ],
      coders: ["A", "B"],
      codings: ["A", "B"].map((coderId, i) => ({ documentId: "d", coderId, codeId: "used", start: i, end: 5 })),
    };
    const [pair] = reportJson(one, new Map(), choice).levels[0]?.pairs ?? [];
    expect(pair?.codes[0]?.intervals).toMatchObject({ linearised: null, undefined: { linearised: "few-documents" } });
    expect(pair?.codes[1]?.pooled).toMatchObject({ status: "both-empty", undefined: { cohenKappa: "both-empty" } });
  });

  it("codings of coders, codes and documents that nobody named are set aside with their count", () => {
    const known = { documentId: "d", coderId: "A", codeId: "c", start: 0, end: 5 };
    const project = {
      documents: [{ id: "d", length: 10 }],
      codes: [{ id: "c", parentId: null }],
      coders: ["A", "B"],
      codings: [known, { ...known, coderId: "Z" }, { ...known, codeId: "?" }, { ...known, documentId: "?" }],
    };
    const { setAside } = reportJson(project, new Map(), { units: ["character"], coders: ["A", "B"], rollUp: false });
    expect(setAside).toEqual(
      ["unknown-document", "unknown-code", "unknown-coder"].map((why) => ({ what: "codings", why, count: 1 })),
    );
  });

  it("51 million items are counted exactly, and twenty times as many", () => {
    for (const n of [51_000_000, 1_020_000_000]) {
      const nearly = measuresOf({ both: n - 3, onlyFirst: 1, onlySecond: 1, neither: 1 });
      // 2(ad − bc) / ((a+b)(b+d) + (a+c)(c+d)) by hand: (2(n − 3) − 2) / (4(n − 2)).
      expect(valueOrNull(nearly.cohenKappa)).toBeCloseTo((2 * (n - 3) - 2) / (4 * (n - 2)), 12);
      expect(measuresOf({ both: 0, onlyFirst: 0, onlySecond: 0, neither: n }).status).toBe("both-empty");
      expect(valueOrNull(measuresOf({ both: 1, onlyFirst: 0, onlySecond: 0, neither: n - 1 }).cohenKappa)).toBe(1);
      expect(valueOrNull(measuresOf({ both: 0, onlyFirst: n - 1, onlySecond: 0, neither: 1 }).cohenKappa)).toBe(0);
    }
  });
});
