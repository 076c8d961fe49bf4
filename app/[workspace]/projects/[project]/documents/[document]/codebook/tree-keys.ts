import type { TreeStep } from "../../../code-change/code-changes";

/** What a key means in the tree of codes. */
export type TreeKey =
  | { readonly kind: "go"; readonly step: number | "first" | "last"; readonly extend: boolean }
  | { readonly kind: "out" | "in" | "act" | "choose" | "toggle" | "let-go" | "rename" | "add" | "remove" | "menu" }
  | { readonly kind: "move"; readonly step: TreeStep }
  | { readonly kind: "letter"; readonly letter: string };

export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const MOVES: Readonly<Record<string, TreeStep>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "in",
  ArrowLeft: "out",
};
const PAGE = 12;
const GOES: Readonly<Record<string, number | "first" | "last">> = {
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -PAGE,
  PageDown: PAGE,
  Home: "first",
  End: "last",
};
const NAMED: Readonly<Record<string, TreeKey>> = {
  ArrowLeft: { kind: "out" },
  ArrowRight: { kind: "in" },
  Enter: { kind: "act" },
  " ": { kind: "choose" },
  Escape: { kind: "let-go" },
  F2: { kind: "rename" },
  Insert: { kind: "add" },
  "+": { kind: "add" },
  Delete: { kind: "remove" },
  ContextMenu: { kind: "menu" },
};

/** The keys of a tree as WAI-ARIA has them, and those that change it; null for keys that are not the tree's. */
export function treeKey({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): TreeKey | null {
  const control = ctrlKey || metaKey;
  if (altKey) {
    const step = MOVES[key];
    return step && !control ? { kind: "move", step } : null;
  }
  if (control) return key === " " ? { kind: "toggle" } : null;
  if (shiftKey && key === "F10") return { kind: "menu" };
  const go = GOES[key];
  if (go !== undefined) return { kind: "go", step: go, extend: shiftKey };
  const named = NAMED[key];
  if (named) return named;
  return [...key].length === 1 ? { kind: "letter", letter: key } : null;
}
