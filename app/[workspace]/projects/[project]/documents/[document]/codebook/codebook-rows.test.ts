import { describe, expect, it } from "vitest";
import { indexCodes } from "@/lib/codebook/tree";
import { codebookRows, type ShownCodes } from "./codebook-rows";

const code = (id: string, parentId: string | null, position: number, retired = false) => ({
  id,
  parentId,
  name: id,
  position,
  colour: "#0072b2",
  retired,
});

/** A > A1 > A11, A2; B > B1 (retired); C (retired) > C1 */
const index = indexCodes([
  code("A", null, 0),
  code("A1", "A", 0),
  code("A11", "A1", 0),
  code("A2", "A", 1),
  code("B", null, 1),
  code("B1", "B", 0, true),
  code("C", null, 2, true),
  code("C1", "C", 0),
]);

const shown = (change: Partial<ShownCodes> = {}) =>
  codebookRows(index, { found: null, collapsed: new Set(), retired: false, ...change });
const words = (change?: Partial<ShownCodes>) =>
  shown(change)
    .map(({ code: { id }, level, place, siblings, expanded, aside }) => {
      const sign = expanded === null ? "" : expanded ? "-" : "+";
      return `${sign}${id} ${level}:${place}/${siblings}${aside ? "*" : ""}`;
    })
    .join(", ");

describe("rows of the codebook", () => {
  it("stand in the order of the tree with their places, retired codes only where something hangs on them", () => {
    expect(words()).toBe("-A 1:1/3, -A1 2:1/2, A11 3:1/1, A2 2:2/2, B 1:2/3, -C 1:3/3*, C1 2:1/1");
    expect(words({ retired: true })).toContain("-B 1:2/3, B1 2:1/1, -C 1:3/3, C1 2:1/1");
  });

  it("leave out what hangs below a closed branch, and nothing else", () => {
    expect(words({ collapsed: new Set(["A"]) })).toBe("+A 1:1/3, B 1:2/3, -C 1:3/3*, C1 2:1/1");
    expect(words({ collapsed: new Set(["A1", "C"]) })).toBe("-A 1:1/3, +A1 2:1/2, A2 2:2/2, B 1:2/3, +C 1:3/3*");
  });

  it("show what was found below what it hangs on, whatever is closed", () => {
    expect(words({ found: new Set(["A11"]), collapsed: new Set(["A"]) })).toBe("-A 1:1/1*, -A1 2:1/1*, A11 3:1/1");
    expect(words({ found: new Set() })).toBe("");
  });
});
