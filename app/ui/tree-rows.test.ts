import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWithin, nestRows, type TreeNode, type TreeRow, topmost } from "./tree-rows";

const nodes: TreeNode[] = [
  { id: "a", parentId: null },
  { id: "a1", parentId: "a" },
  { id: "b", parentId: null },
  { id: "a2", parentId: "a" },
  { id: "a1x", parentId: "a1" },
];

const flat = (rows: TreeRow<TreeNode>[]): string[] => rows.flatMap((row) => [row.id, ...flat(row.children)]);

describe("nestRows", () => {
  it("keeps the order among siblings", () => {
    expect(flat(nestRows(nodes))).toEqual(["a", "a1", "a1x", "a2", "b"]);
  });

  it("puts a node whose parent is missing at the root", () => {
    expect(flat(nestRows([{ id: "x", parentId: "gone" }]))).toEqual(["x"]);
  });

  it("loses and doubles nothing in any tree", () => {
    const trees = fc
      .array(fc.nat(), { maxLength: 60 })
      .map((picks) =>
        picks.map((pick, index) => ({ id: `n${index}`, parentId: index === 0 ? null : `n${pick % index}` })),
      );
    fc.assert(
      fc.property(trees, (list) => {
        expect(flat(nestRows(list)).sort()).toEqual(list.map((node) => node.id).sort());
      }),
    );
  });
});

describe("moving", () => {
  it("moves only the topmost of what is chosen, in order", () => {
    expect(topmost(nodes, new Set(["b", "a1x", "a"]))).toEqual(["a", "b"]);
  });

  it("knows what hangs below what is moved", () => {
    expect(isWithin(nodes, "a1x", new Set(["a"]))).toBe(true);
    expect(isWithin(nodes, "a", new Set(["a"]))).toBe(true);
    expect(isWithin(nodes, "b", new Set(["a"]))).toBe(false);
  });

  it("ends on a tree that bites its tail", () => {
    const ring = [
      { id: "a", parentId: "b" },
      { id: "b", parentId: "a" },
    ];
    expect(isWithin(ring, "a", new Set(["c"]))).toBe(false);
  });
});
