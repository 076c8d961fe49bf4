import { expect, test } from "vitest";
import { commandOf, type KeyStroke } from "./desk-keys";

const stroke = (key: string, held: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  altGraph: false,
  ...held,
});

test.each<[string, KeyStroke, unknown]>([
  ["an arrow", stroke("ArrowRight"), { kind: "caret", unit: "character", step: 1, extend: false }],
  [
    "Ctrl+Shift+Left",
    stroke("ArrowLeft", { ctrlKey: true, shiftKey: true }),
    { kind: "caret", unit: "word", step: -1, extend: true },
  ],
  ["Alt+Down", stroke("ArrowDown", { altKey: true }), { kind: "caret", unit: "turn", step: 1, extend: false }],
  ["a digit", stroke("3"), { kind: "recent", place: 2 }],
  ["Ctrl+Z", stroke("z", { ctrlKey: true }), { kind: "undo" }],
  ["Ctrl+Shift+Z", stroke("Z", { ctrlKey: true, shiftKey: true }), { kind: "redo" }],
  ["Ctrl+C stays the browser's", stroke("c", { ctrlKey: true }), null],
  [
    "a bracket that needs AltGr",
    stroke("]", { ctrlKey: true, altKey: true, altGraph: true }),
    { kind: "edge", edge: "end", step: 1 },
  ],
  ["a letter without a meaning", stroke("q"), null],
])("%s", (_name, pressed, command) => {
  expect(commandOf(pressed)).toEqual(command);
});
