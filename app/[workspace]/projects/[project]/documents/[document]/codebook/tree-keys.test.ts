import { describe, expect, it } from "vitest";
import { type Pressed, treeKey } from "./tree-keys";

const press = (key: string, ...held: ("ctrl" | "alt" | "shift" | "meta")[]): Pressed => ({
  key,
  ctrlKey: held.includes("ctrl"),
  metaKey: held.includes("meta"),
  altKey: held.includes("alt"),
  shiftKey: held.includes("shift"),
});

describe("keys of the tree", () => {
  it("go, and take along with Shift", () => {
    expect(treeKey(press("ArrowDown"))).toEqual({ kind: "go", step: 1, extend: false });
    expect(treeKey(press("ArrowUp", "shift"))).toEqual({ kind: "go", step: -1, extend: true });
    expect(treeKey(press("End"))).toEqual({ kind: "go", step: "last", extend: false });
  });

  it("move codes with Alt, with Shift or without", () => {
    expect(treeKey(press("ArrowUp", "alt", "shift"))).toEqual({ kind: "move", step: "up" });
    expect(treeKey(press("ArrowRight", "alt"))).toEqual({ kind: "move", step: "in" });
    expect(treeKey(press("ArrowRight", "alt", "ctrl"))).toBeNull();
  });

  it("open the menu, choose, rename", () => {
    expect(treeKey(press("F10", "shift"))).toEqual({ kind: "menu" });
    expect(treeKey(press("F10"))).toBeNull();
    expect(treeKey(press(" ", "ctrl"))).toEqual({ kind: "toggle" });
    expect(treeKey(press(" "))).toEqual({ kind: "choose" });
    expect(treeKey(press("F2"))).toEqual({ kind: "rename" });
  });

  it("leave the browser's own alone", () => {
    expect(treeKey(press("z", "ctrl"))).toBeNull();
    expect(treeKey(press("Tab"))).toBeNull();
    expect(treeKey(press("F6"))).toBeNull();
  });

  it("find by letters, also those beyond the basic plane", () => {
    expect(treeKey(press("w"))).toEqual({ kind: "letter", letter: "w" });
    expect(treeKey(press("É", "shift"))).toEqual({ kind: "letter", letter: "É" });
  });
});
