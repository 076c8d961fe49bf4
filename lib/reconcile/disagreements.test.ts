import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Code } from "@/lib/codebook/code";
import { overlaps, unionOf } from "@/lib/text/span";
import type { CodedSpan } from "./coded-component";
import { consensusOf, type Decision } from "./consensus-of";
import { disagreements, type Reconciliation } from "./disagreements";

function code(id: string, parentId: string | null, position: number): Code {
  return { id, parentId, name: id, position, colour: "#0072b2", retired: false };
}

const CODES = [code("T", null, 0), code("T1", "T", 0), code("T2", "T", 1), code("U", null, 1)];

let ids = 0;
function coding(codeId: string, start: number, end: number, id = `id${++ids}`): CodedSpan {
  return { id, codeId, start, end };
}

function settle(a: CodedSpan[], b: CodedSpan[], ...more: CodedSpan[][]): Reconciliation {
  const coders = [a, b, ...more].map((codings, i) => ({ coder: "ABCD".charAt(i), codings }));
  return disagreements({ coders, codes: CODES });
}

function kinds(found: Reconciliation): string[] {
  return found.disagreements.map((one) => `${one.kind} ${one.start}-${one.end} ${one.codeIds.join("+")}`);
}

describe("disagreements", () => {
  it("takes the same words under the same code as agreed, however they were coded", () => {
    const found = settle([coding("U", 0, 10), coding("U", 10, 20), coding("U", 5, 15)], [coding("U", 0, 20)]);
    expect(found.disagreements).toEqual([]);
    expect(found.agreed).toMatchObject([{ codeId: "U", start: 0, end: 20 }]);
    expect(found.agreed[0]?.sides.map((side) => side.codings.length)).toEqual([3, 1]);
  });

  it("tells missed from boundaries; touching is not overlapping", () => {
    const found = settle([coding("U", 0, 10), coding("U", 30, 40)], [coding("U", 10, 20), coding("U", 32, 44)]);
    expect(kinds(found)).toEqual(["missed 0-10 U", "missed 10-20 U", "boundaries 30-44 U"]);
    expect(found.disagreements[1]?.sides.map((side) => side.codings.length)).toEqual([0, 1]);
  });

  it("finds boundaries where one coder has two passages and the other one over both", () => {
    expect(kinds(settle([coding("U", 0, 8), coding("U", 12, 20)], [coding("U", 0, 20)]))).toEqual([
      "boundaries 0-20 U",
    ]);
  });

  it("joins two codes for one place into one disagreement, and sees when one stands above the other", () => {
    expect(kinds(settle([coding("U", 0, 20)], [coding("T2", 2, 20)]))).toEqual(["other-code 0-20 T2+U"]);
    expect(kinds(settle([coding("T", 0, 20)], [coding("T1", 5, 9)]))).toEqual(["other-level 0-20 T+T1"]);
    expect(kinds(settle([coding("T1", 0, 20)], [coding("T2", 0, 20)]))).toEqual(["other-code 0-20 T1+T2"]);
    expect(kinds(settle([coding("U", 0, 20)], [coding("T", 15, 35)]))).toEqual(["missed 0-20 U", "missed 15-35 T"]);
  });

  it("does not take two codes for each other where one coder used both", () => {
    const found = settle([coding("U", 0, 20), coding("T", 0, 20)], []);
    expect(kinds(found)).toEqual(["missed 0-20 T", "missed 0-20 U"]);
    expect(kinds(settle([coding("U", 0, 20), coding("T", 0, 20)], [coding("U", 0, 20)]))).toEqual(["missed 0-20 T"]);
  });

  it("matches the longest common part first, and each passage once", () => {
    const found = settle([coding("U", 0, 20)], [coding("T1", 0, 12), coding("T2", 2, 20)]);
    expect(kinds(found)).toEqual(["other-code 0-20 T2+U", "missed 0-12 T1"]);
  });

  it("settles three coders at once", () => {
    const found = settle([coding("U", 0, 10)], [coding("U", 0, 10)], [coding("U", 0, 10)]);
    expect(found.agreed.length).toBe(1);
    expect(kinds(settle([coding("U", 0, 10)], [coding("U", 0, 10)], []))).toEqual(["missed 0-10 U"]);
    expect(kinds(settle([coding("U", 0, 10)], [coding("U", 0, 10)], [coding("U", 0, 9)]))).toEqual([
      "boundaries 0-10 U",
    ]);
    expect(kinds(settle([coding("U", 0, 10)], [coding("U", 0, 10)], [coding("T", 0, 9)]))).toEqual([
      "other-code 0-10 T+U",
    ]);
  });

  it("keeps its key while the codings are the same", () => {
    const [a, b] = [coding("U", 0, 10, "a"), coding("U", 0, 12, "b")];
    const [key, other] = [settle([a], [b]), settle([b], [a])].map((found) => found.disagreements[0]?.key);
    expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect(other).toBe(key);
    expect(settle([a], [coding("U", 0, 12, "c")]).disagreements[0]?.key).not.toBe(key);
  });

  it("refuses what cannot be compared", () => {
    expect(() => disagreements({ coders: [{ coder: "A", codings: [] }], codes: CODES })).toThrow(RangeError);
    expect(() => settle([coding("U", 4, 4)], [])).toThrow(RangeError);
    expect(() => settle([coding("U", 0, 4, "x")], [coding("U", 0, 4, "x")])).toThrow(RangeError);
  });
});

const LENGTH = 60;
const anySide = fc.array(
  fc
    .tuple(fc.constantFrom("T", "T1", "T2", "U"), fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 20 }))
    .map(([codeId, start, size]) => ({ codeId, start, end: Math.min(LENGTH, start + size) })),
  { maxLength: 8 },
);
const anySides = fc.array(anySide, { minLength: 2, maxLength: 3 }).map((sides) =>
  sides.map((codings, i) => ({
    coder: "ABC".charAt(i),
    codings: codings.map((one, j): CodedSpan => ({ ...one, id: `${i}.${j}` })),
  })),
);

function idsOf(sides: Reconciliation["agreed"][number]["sides"]): string[] {
  return sides.flatMap((side) => side.codings.map((one) => one.id));
}

describe("disagreements, whatever the codings", () => {
  it("put every coding into one agreed coding or one disagreement", () => {
    fc.assert(
      fc.property(anySides, (coders) => {
        const { agreed, disagreements: found } = disagreements({ coders, codes: CODES });
        const placed = [...agreed, ...found].flatMap((one) => idsOf(one.sides));
        expect(placed.sort()).toEqual(coders.flatMap((side) => side.codings.map((one) => one.id)).sort());
      }),
    );
  });

  it("mirror when the coders change places, and are in document order", () => {
    fc.assert(
      fc.property(anySides, (coders) => {
        const found = disagreements({ coders, codes: CODES });
        const swapped = disagreements({ coders: [...coders].reverse(), codes: CODES });
        const mirror = <T extends { sides: readonly unknown[] }>(one: T) => ({
          ...one,
          sides: [...one.sides].reverse(),
        });
        expect(swapped.disagreements).toEqual(found.disagreements.map(mirror));
        expect(swapped.agreed).toEqual(found.agreed.map(mirror));
        const starts = found.disagreements.map((one) => one.start);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
    );
  });

  it("are none between identical sets", () => {
    fc.assert(
      fc.property(anySide, (codings) => {
        const [a, b] = ["a", "b"].map((side) => codings.map((one, i) => ({ ...one, id: `${side}${i}` })));
        const found = settle(a ?? [], b ?? []);
        expect(found.disagreements).toEqual([]);
        for (const codeId of ["T", "T1", "T2", "U"]) {
          const spans = found.agreed.filter((one) => one.codeId === codeId).map(({ start, end }) => ({ start, end }));
          expect(spans).toEqual(unionOf(codings.filter((one) => one.codeId === codeId)));
        }
      }),
    );
  });

  it("leave, when all are decided for one coder, exactly what that coder covered", () => {
    fc.assert(
      fc.property(anySides, (coders) => {
        const { agreed, disagreements: found } = disagreements({ coders, codes: CODES });
        for (const { coder, codings } of coders) {
          const decision: Decision = { kind: "side", coder };
          const consensus = [...agreed, ...found.flatMap((one) => consensusOf(one, decision))];
          for (const codeId of ["T", "T1", "T2", "U"]) {
            const of = <T extends { codeId: string }>(list: readonly T[]) =>
              list.filter((one) => one.codeId === codeId);
            expect(unionOf(of(consensus))).toEqual(unionOf(of(codings)));
          }
        }
      }),
    );
  });

  it("take 2,000 codings a side in well under a second", () => {
    const side = (shift: number) =>
      Array.from({ length: 2_000 }, (_, i) => coding(CODES[(i + shift) % 4]?.id ?? "U", i * 40 + shift, i * 40 + 100));
    const began = performance.now();
    const found = settle(side(0), side(1));
    expect(found.disagreements.length).toBeGreaterThan(100);
    expect(performance.now() - began).toBeLessThan(1_500);
  });
});

describe("consensusOf", () => {
  it("gives one side, both, or neither", () => {
    const [one] = settle([coding("U", 0, 20)], [coding("T2", 2, 24)]).disagreements;
    if (!one) throw new Error("no disagreement");
    expect(consensusOf(one, { kind: "side", coder: "B" })).toEqual([{ codeId: "T2", start: 2, end: 24 }]);
    expect(consensusOf(one, { kind: "both" })).toEqual([
      { codeId: "U", start: 0, end: 20 },
      { codeId: "T2", start: 2, end: 24 },
    ]);
    expect(consensusOf(one, { kind: "neither" })).toEqual([]);
    expect(() => consensusOf(one, { kind: "side", coder: "Z" })).toThrow(RangeError);
  });

  it("takes both for boundaries as the union, and the side of one who coded nothing as nothing", () => {
    const { disagreements: found } = settle([coding("U", 0, 20), coding("T", 40, 50)], [coding("U", 10, 30)]);
    expect(found.map((one) => consensusOf(one, { kind: "both" }))).toEqual([
      [{ codeId: "U", start: 0, end: 30 }],
      [{ codeId: "T", start: 40, end: 50 }],
    ]);
    expect(found.map((one) => consensusOf(one, { kind: "side", coder: "B" }).length)).toEqual([1, 0]);
  });

  it("never leaves overlapping spans of one code", () => {
    fc.assert(
      fc.property(anySides, (coders) => {
        for (const one of disagreements({ coders, codes: CODES }).disagreements) {
          const spans = consensusOf(one, { kind: "both" });
          for (const [i, a] of spans.entries()) {
            for (const b of spans.slice(i + 1)) expect(a.codeId === b.codeId && overlaps(a, b)).toBe(false);
          }
        }
      }),
    );
  });
});
