import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "./runs";
import type { Span } from "./span";

type Item = Span & { id: string };

const LENGTH = 40;
const item = fc
  .tuple(fc.integer({ min: 0, max: LENGTH - 1 }), fc.integer({ min: 1, max: LENGTH }), fc.constantFrom(..."abcdefg"))
  .map(([start, size, id]): Item => ({ start, end: Math.min(LENGTH, start + size), id }));

function idsAt(items: readonly Item[], offset: number): string {
  return [...new Set(items.filter((i) => i.start <= offset && offset < i.end).map((i) => i.id))].sort().join("");
}

describe("runs", () => {
  it("cuts overlapping items where the set of ids changes", () => {
    const cut = runs(10, [
      { id: "x", start: 1, end: 5 },
      { id: "y", start: 3, end: 8 },
    ]);
    expect(cut).toEqual([
      { start: 0, end: 1, ids: [] },
      { start: 1, end: 3, ids: ["x"] },
      { start: 3, end: 5, ids: ["x", "y"] },
      { start: 5, end: 8, ids: ["y"] },
      { start: 8, end: 10, ids: [] },
    ]);
  });

  it("gives one empty run where nothing is coded, and none for an empty text", () => {
    expect(runs(7, [])).toEqual([{ start: 0, end: 7, ids: [] }]);
    expect(runs(0, [])).toEqual([]);
  });

  it("does not cut between two touching items of one id", () => {
    const items = [
      { id: "x", start: 0, end: 4 },
      { id: "x", start: 4, end: 9 },
    ];
    expect(runs(9, items)).toEqual([{ start: 0, end: 9, ids: ["x"] }]);
  });

  it("refuses an item that leaves the text", () => {
    expect(() => runs(5, [{ id: "x", start: 3, end: 6 }])).toThrow(RangeError);
    expect(() => runs(5, [{ id: "x", start: 3, end: 3 }])).toThrow(RangeError);
  });

  it("agrees with counting character by character, is maximal, and covers the text", () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 25 }), (items) => {
        const cut = runs(LENGTH, items);
        let at = 0;
        let last: string | null = null;
        for (const run of cut) {
          expect(run.start).toBe(at);
          expect(run.end).toBeGreaterThan(run.start);
          const ids = [...run.ids].sort().join("");
          expect(ids).not.toBe(last);
          for (let offset = run.start; offset < run.end; offset++) expect(ids).toBe(idsAt(items, offset));
          at = run.end;
          last = ids;
        }
        expect(at).toBe(LENGTH);
      }),
    );
  });

  it("does not depend on the order of the items", () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 15 }), (items) => {
        expect(runs(LENGTH, [...items].reverse())).toEqual(runs(LENGTH, items));
      }),
    );
  });

  it("cuts 20,000 codings of a long transcript at once", () => {
    const items = Array.from({ length: 20_000 }, (_, i) => ({ id: `c${i}`, start: i * 25, end: i * 25 + 200 }));
    const began = performance.now();
    expect(runs(600_000, items).length).toBeGreaterThan(20_000);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
