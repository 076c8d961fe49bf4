import { describe, expect, it } from "vitest";
import type { Code } from "@/lib/codebook/code";
import { indexCodes, treeOrder } from "@/lib/codebook/tree";
import {
  changing,
  type DropPosition,
  isNameTaken,
  merging,
  moving,
  placeOfDrop,
  placeOfStep,
  removing,
  retiring,
  type TreeStep,
  topmostCodes,
} from "./code-changes";

const code = (id: string, parentId: string | null, position: number): Code => ({
  id,
  parentId,
  name: id,
  position,
  colour: "#0072b2",
  retired: false,
});

/** A > A1, A2; B > B1; C */
const tree: readonly Code[] = [
  code("A", null, 0),
  code("B", null, 1),
  code("C", null, 2),
  code("A1", "A", 0),
  code("A2", "A", 1),
  code("B1", "B", 0),
];
const index = indexCodes(tree);

const shape = (codes: readonly Code[]) =>
  treeOrder(codes)
    .map((row) => "-".repeat(row.depth) + row.code.name)
    .join(" ");

const step = (ids: string[], where: TreeStep) => {
  const place = placeOfStep(index, ids, where);
  return place && shape(moving(ids, place)(tree));
};

const drop = (ids: string[], target: string, where: DropPosition) => {
  const place = placeOfDrop(index, ids, target, where);
  return place && shape(moving(ids, place)(tree));
};

describe("changes to the theme tree", () => {
  it("steps among siblings, in and out", () => {
    expect(step(["B"], "up")).toBe("B -B1 A -A1 -A2 C");
    expect(step(["A"], "down")).toBe("B -B1 A -A1 -A2 C");
    expect(step(["C"], "in")).toBe("A -A1 -A2 B -B1 -C");
    expect(step(["A1"], "out")).toBe("A -A2 A1 B -B1 C");
  });

  it("steps with several codes as with one", () => {
    expect(step(["B", "C"], "up")).toBe("B -B1 C A -A1 -A2");
    expect(step(["A", "B"], "down")).toBe("C A -A1 -A2 B -B1");
    expect(step(["B", "C"], "in")).toBe("A -A1 -A2 -B --B1 -C");
    expect(step(["A1", "A2"], "out")).toBe("A A1 A2 B -B1 C");
  });

  it("stays where there is no such step", () => {
    expect(step(["A"], "up")).toBeNull();
    expect(step(["C"], "down")).toBeNull();
    expect(step(["A1"], "in")).toBeNull();
    expect(step(["A"], "out")).toBeNull();
  });

  it("lands where it is dropped", () => {
    expect(drop(["C"], "A", "before")).toBe("C A -A1 -A2 B -B1");
    expect(drop(["A2"], "B1", "after")).toBe("A -A1 B -B1 -A2 C");
    expect(drop(["C"], "A", "inside")).toBe("A -A1 -A2 -C B -B1");
    expect(drop(["A1"], "A2", "after")).toBe("A -A2 -A1 B -B1 C");
    expect(drop(["A"], "A", "after")).toBeNull();
    expect(drop(["A"], "A1", "inside")).toBeNull();
  });

  it("lands several together, in their order, wherever they came from", () => {
    expect(drop(["A1", "B1", "C"], "A2", "after")).toBe("A -A2 -A1 -B1 -C B");
    expect(drop(["A2", "C"], "B", "inside")).toBe("A -A1 B -B1 -A2 -C");
    expect(drop(["A1", "C"], "A", "after")).toBe("A -A2 A1 C B -B1");
  });

  it("leaves the siblings that keep their place as they are", () => {
    const moved = moving(["C"], { parentId: "A", beforeId: null })(tree);
    expect(tree.filter((each) => !moved.includes(each)).map((each) => each.id)).toEqual(["C"]);
  });

  it("merges: what hung below goes along, the code is retired or, as a mere proposal, gone", () => {
    const retired = merging("A", "B", false)(tree);
    expect(shape(retired)).toBe("A B -B1 -A1 -A2 C");
    expect(retired.filter((each) => each.retired).map((each) => each.id)).toEqual(["A"]);
    expect(shape(merging("A", "B", true)(tree))).toBe("B -B1 -A1 -A2 C");
  });

  it("rewords, retires and removes one code alone", () => {
    expect(shape(changing("C", { name: "See" })(tree))).toBe("A -A1 -A2 B -B1 See");
    expect(retiring("C", true)(tree).filter((each) => each.retired)).toHaveLength(1);
    expect(shape(removing("A2")(tree))).toBe("A -A1 B -B1 C");
  });

  it("moves the topmost of what is chosen, in the order of the tree", () => {
    expect(topmostCodes(index, ["C", "A2", "A", "B1"])).toEqual(["A", "B1", "C"]);
  });

  it("knows a name that a sibling in use has", () => {
    expect(isNameTaken(index, "A", " a1 ")).toBe(true);
    expect(isNameTaken(index, "A", "A1", "A1")).toBe(false);
    expect(isNameTaken(index, "B", "A1")).toBe(false);
    expect(isNameTaken(indexCodes(retiring("A1", true)(tree)), "A", "A1")).toBe(false);
  });
});
