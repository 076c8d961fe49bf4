import { describe, expect, it } from "vitest";
import { indexCodes, treeOrder } from "@/lib/codebook/tree";
import { adding, type BookCode, moving, placeOfDrop, placeOfStep, removing, retiring, rewording } from "./code-changes";

/** A > A1, A2; B > B1; C */
const tree = [
  adding("A", null, "A", "#0072b2"),
  adding("B", null, "B", "#0072b2"),
  adding("C", null, "C", "#0072b2"),
  adding("A1", "A", "A1", "#0072b2"),
  adding("A2", "A", "A2", "#0072b2"),
  adding("B1", "B", "B1", "#0072b2"),
].reduce<readonly BookCode[]>((codes, change) => change(codes), []);

const shape = (codes: readonly BookCode[]) =>
  treeOrder(codes)
    .map(({ code, depth }) => "-".repeat(depth) + code.name)
    .join(" ");

const step = (id: string, where: "up" | "down" | "in" | "out") => {
  const place = placeOfStep(indexCodes(tree), id, where);
  return place && shape(moving(id, place)(tree));
};

describe("changes to the theme tree", () => {
  it("adds at the end of its siblings, and once only", () => {
    expect(shape(tree)).toBe("A -A1 -A2 B -B1 C");
    expect(adding("A1", "A", "A1", "#0072b2")(tree)).toBe(tree);
  });

  it("steps among siblings, in and out", () => {
    expect(step("B", "up")).toBe("B -B1 A -A1 -A2 C");
    expect(step("A", "down")).toBe("B -B1 A -A1 -A2 C");
    expect(step("C", "in")).toBe("A -A1 -A2 B -B1 -C");
    expect(step("A1", "out")).toBe("A -A2 A1 B -B1 C");
  });

  it("stays where there is no such step", () => {
    expect(step("A", "up")).toBeNull();
    expect(step("C", "down")).toBeNull();
    expect(step("A1", "in")).toBeNull();
    expect(step("A", "out")).toBeNull();
  });

  it("lands where it is dropped", () => {
    const drop = (id: string, target: string, where: "before" | "after" | "inside") => {
      const place = placeOfDrop(indexCodes(tree), id, target, where);
      return place && shape(moving(id, place)(tree));
    };
    expect(drop("C", "A", "before")).toBe("C A -A1 -A2 B -B1");
    expect(drop("A2", "B1", "after")).toBe("A -A1 B -B1 -A2 C");
    expect(drop("C", "A", "inside")).toBe("A -A1 -A2 -C B -B1");
    expect(drop("A1", "A2", "after")).toBe("A -A2 -A1 B -B1 C");
    expect(drop("A", "A", "after")).toBeNull();
  });

  it("rewords, retires and removes one code alone", () => {
    expect(shape(rewording("C", { name: "See" })(tree))).toBe("A -A1 -A2 B -B1 See");
    expect(retiring("C", true)(tree).filter((code) => code.retired)).toHaveLength(1);
    expect(shape(removing("A2")(tree))).toBe("A -A1 B -B1 C");
  });
});
