import { expect, it } from "vitest";
import { outlineOf } from "./outline";

it("reads an indented list with bullets", () => {
  const text =
    "- Effects of resourcing\n  - Levels of support\n  - Workload levels\r\n- Conservation of resources\n\n  - Compassion fatigue";
  expect(outlineOf(text)).toEqual([
    { name: "Effects of resourcing", depth: 0 },
    { name: "Levels of support", depth: 1 },
    { name: "Workload levels", depth: 1 },
    { name: "Conservation of resources", depth: 0 },
    { name: "Compassion fatigue", depth: 1 },
  ]);
});

it("reads tabs and numbers, and never goes down by more than one", () => {
  expect(outlineOf("1. A\n\t\t1.1. B\n\tC\nD").map(({ name, depth }) => `${depth} ${name}`)).toEqual([
    "0 A",
    "1 B",
    "1 C",
    "0 D",
  ]);
});

it("keeps a hyphen or a number that belongs to the name", () => {
  expect(outlineOf("Self-managing risk\n24 hours").map((line) => line.name)).toEqual([
    "Self-managing risk",
    "24 hours",
  ]);
});
