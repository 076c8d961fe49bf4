import { expect, test } from "vitest";
import { branchOf, branchState, type PickItem, pickedIds, withBranch } from "./pick-list";

const items: PickItem[] = [
  { id: "effects", label: "Effects", depth: 0 },
  { id: "workload", label: "Workload", depth: 1 },
  { id: "night", label: "Night shifts", depth: 2 },
  { id: "staff", label: "Staff", depth: 1 },
  { id: "care", label: "Care", depth: 0 },
];

test("a branch is an item with all that hangs below it", () => {
  expect(branchOf(items, "effects")).toEqual(["effects", "workload", "night", "staff"]);
  expect(branchOf(items, "workload")).toEqual(["workload", "night"]);
  expect(branchOf(items, "care")).toEqual(["care"]);
  expect(branchOf(items, "gone")).toEqual([]);
});

test("choosing a theme chooses its sub-themes; a part of them shows as some", () => {
  const none = new Set<string>();
  const on = withBranch(items, none, "effects", true);
  expect(pickedIds(items, on)).toEqual(["effects", "workload", "night", "staff"]);
  const without = withBranch(items, on, "workload", false);
  expect(pickedIds(items, without)).toEqual(["effects", "staff"]);
  expect(branchState(items, without, "effects")).toBe("some");
  expect(branchState(items, without, "workload")).toBe("none");
  expect(branchState(items, on, "effects")).toBe("all");
  expect(none.size).toBe(0);
});

test("all of them is no choice at all", () => {
  expect(pickedIds(items, new Set(items.map(({ id }) => id)))).toBeUndefined();
  expect(pickedIds(items, new Set())).toEqual([]);
});
