import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "@/lib/refusal";
import type { Code } from "./code";
import { ancestors, checkMove, codePath, descendants, indexCodes, themeOf, themes, treeOrder } from "./tree";

function code(id: string, parentId: string | null, position: number, name = id): Code {
  return { id, parentId, name, position, colour: "#0072b2", retired: false };
}

const CODES = [
  code("hours", "workload", 1, "Hours"),
  code("resourcing", null, 0, "Effects of resourcing"),
  code("workload", "resourcing", 0, "Workload levels"),
  code("backlog", "workload", 0, "Backlog"),
  code("support", null, 1, "Sources of support"),
  code("b", "support", 5, "Beta"),
  code("a", "support", 5, "Alpha"),
];

describe("the theme tree", () => {
  it("is walked depth first, by position, then by name", () => {
    expect(treeOrder(CODES).map(({ code, depth }) => `${depth}${code.id}`)).toEqual([
      "0resourcing",
      "1workload",
      "2backlog",
      "2hours",
      "0support",
      "1a",
      "1b",
    ]);
    expect(themes(CODES).map((theme) => theme.id)).toEqual(["resourcing", "support"]);
  });

  it("knows paths, ancestors, descendants and the theme", () => {
    const index = indexCodes(CODES);
    expect(codePath(index, "hours")).toEqual(["Effects of resourcing", "Workload levels", "Hours"]);
    expect(ancestors(index, "hours").map((c) => c.id)).toEqual(["resourcing", "workload"]);
    expect(descendants(index, "resourcing").map((c) => c.id)).toEqual(["workload", "backlog", "hours"]);
    expect(descendants(index, "b")).toEqual([]);
    expect(themeOf(index, "hours").id).toBe("resourcing");
    expect(themeOf(index, "support").id).toBe("support");
    expect(() => codePath(index, "gone")).toThrow(RangeError);
  });

  it("refuses a move below itself and lets every other go", () => {
    for (const parent of ["resourcing", "workload", "hours"]) {
      expect(() => checkMove(CODES, "resourcing", parent)).toThrow(
        expect.objectContaining({ code: "code-move-cycle", status: 409 }),
      );
    }
    checkMove(CODES, "hours", "resourcing");
    checkMove(CODES, "workload", null);
    checkMove(CODES, "resourcing", "support");
    expect(() => checkMove(CODES, "hours", "gone")).toThrow(Refusal);
    expect(() => checkMove(CODES, "gone", null)).toThrow(expect.objectContaining({ status: 404 }));
  });

  it("keeps a code whose parent is missing, and refuses a circle or a repeated id as a bug", () => {
    expect(treeOrder([code("x", "gone", 0)]).map((row) => row.depth)).toEqual([0]);
    expect(() => indexCodes([code("x", "y", 0), code("y", "x", 0)])).toThrow(RangeError);
    expect(() => indexCodes([code("x", null, 0), code("x", null, 1)])).toThrow(RangeError);
  });

  it("agrees with walking up from every code", () => {
    const tree = fc
      .array(fc.nat(), { minLength: 1, maxLength: 40 })
      .map((parents) => parents.map((n, i) => code(`c${i}`, i === 0 || n % 4 === 0 ? null : `c${n % i}`, n % 5)));
    fc.assert(
      fc.property(tree, (codes) => {
        const index = indexCodes(codes);
        for (const { code: one, depth } of index.order) {
          expect(ancestors(index, one.id).length).toBe(depth);
          const below = codes.filter((other) => ancestors(index, other.id).some((c) => c.id === one.id));
          expect(new Set(descendants(index, one.id))).toEqual(new Set(below));
        }
      }),
    );
  });

  it("indexes 5,000 codes in one deep chain", () => {
    const chain = Array.from({ length: 5_000 }, (_, i) => code(`c${i}`, i === 0 ? null : `c${i - 1}`, 0));
    const index = indexCodes(chain);
    expect(codePath(index, "c4999").length).toBe(5_000);
    expect(descendants(index, "c0").length).toBe(4_999);
  });
});
