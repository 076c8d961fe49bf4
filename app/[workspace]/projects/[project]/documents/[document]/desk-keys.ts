export type CaretUnit = "character" | "word" | "line" | "turn" | "line-edge" | "text";

export type DeskCommand =
  | { readonly kind: "caret"; readonly unit: CaretUnit; readonly step: 1 | -1; readonly extend: boolean }
  | { readonly kind: "edge"; readonly edge: "start" | "end"; readonly step: 1 | -1 }
  | { readonly kind: "recent"; readonly place: number }
  | { readonly kind: "coding"; readonly step: 1 | -1 }
  | { [Kind in PlainKind]: { readonly kind: Kind } }[PlainKind];

type PlainKind =
  | "again"
  | "all"
  | "cycle"
  | "field"
  | "in-vivo"
  | "keys"
  | "let-go"
  | "memo"
  | "redo"
  | "remove"
  | "undo";

export interface KeyStroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** The key that types a third sign on many keyboards reports Ctrl and Alt as well. */
  readonly altGraph: boolean;
}

const ARROWS: Readonly<Record<string, readonly ["character" | "line", 1 | -1]>> = {
  ArrowLeft: ["character", -1],
  ArrowRight: ["character", 1],
  ArrowUp: ["line", -1],
  ArrowDown: ["line", 1],
};

const SINGLE: Readonly<Record<string, DeskCommand>> = {
  "/": { kind: "field" },
  k: { kind: "field" },
  ".": { kind: "again" },
  v: { kind: "in-vivo" },
  m: { kind: "memo" },
  n: { kind: "coding", step: 1 },
  p: { kind: "coding", step: -1 },
  o: { kind: "cycle" },
  j: { kind: "caret", unit: "turn", step: 1, extend: false },
  u: { kind: "undo" },
  "?": { kind: "keys" },
  "[": { kind: "edge", edge: "end", step: -1 },
  "]": { kind: "edge", edge: "end", step: 1 },
  "{": { kind: "edge", edge: "start", step: -1 },
  "}": { kind: "edge", edge: "start", step: 1 },
  Backspace: { kind: "remove" },
  Delete: { kind: "remove" },
  Escape: { kind: "let-go" },
};

/** What a key means while the focus is in the text; null for what stays the browser's. */
export function commandOf(stroke: KeyStroke): DeskCommand | null {
  const { key, shiftKey: extend } = stroke;
  const command = stroke.ctrlKey || stroke.metaKey;
  const arrow = ARROWS[key];
  if (arrow) {
    const [unit, step] = arrow;
    const far = command || stroke.altKey;
    return { kind: "caret", unit: far ? (unit === "character" ? "word" : "turn") : unit, step, extend };
  }
  if (key === "Home" || key === "End") {
    return { kind: "caret", unit: command ? "text" : "line-edge", step: key === "Home" ? -1 : 1, extend };
  }
  if (command && !stroke.altGraph) {
    if (key.toLowerCase() === "z") return { kind: extend ? "redo" : "undo" };
    if (key.toLowerCase() === "y") return { kind: "redo" };
    return key.toLowerCase() === "a" ? { kind: "all" } : null;
  }
  if (stroke.altKey && !stroke.altGraph) return null;
  if (/^[1-9]$/.test(key)) return { kind: "recent", place: Number(key) - 1 };
  return SINGLE[key] ?? null;
}

/** The sheet that `?` shows. */
export const DESK_KEYS: readonly { readonly title: string; readonly rows: readonly (readonly [string, string])[] }[] = [
  {
    title: "Moving in the text",
    rows: [
      ["← →", "by character; with Ctrl or Alt by word"],
      ["↑ ↓", "by line; with Ctrl or Alt by turn"],
      ["Shift", "with any of these: select"],
      ["Home End", "to the ends of the line; with Ctrl of the document"],
      ["j", "to the next turn"],
      ["n p", "to the next or the previous coding"],
      ["o", "through the codings that overlap at the caret"],
      ["Esc", "let go of the selection"],
    ],
  },
  {
    title: "Coding the selection",
    rows: [
      ["/ or k", "search the codes by any part of their path"],
      ["Enter", "in the search: apply; with Shift apply and keep the selection"],
      ["1 – 9", "apply a recent code"],
      [".", "apply the last code again"],
      ["v", "in vivo: a new code named by the selected words"],
    ],
  },
  {
    title: "The chosen coding",
    rows: [
      ["m", "write its memo"],
      ["[ ]", "move its end by a word"],
      ["{ }", "move its beginning by a word"],
      ["Backspace", "remove it"],
    ],
  },
  {
    title: "Anywhere",
    rows: [
      ["u or Ctrl+Z", "undo, in the text; Ctrl+Z also elsewhere"],
      ["Ctrl+Shift+Z", "redo"],
      ["Alt", "held while selecting with the mouse: do not snap to whole words"],
      ["?", "this list"],
    ],
  },
];
