import { expect, test } from "vitest";
import { COMMANDS } from "./desk-commands";
import {
  commandOf,
  DEFAULT_KEYS,
  type KeySettings,
  type KeyStroke,
  keyMap,
  keysOf,
  ownerOf,
  shownKey,
  strokeKey,
  whyNotKey,
  withKey,
  withoutChange,
} from "./desk-keys";

const stroke = (key: string, held: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  altGraph: false,
  capsLock: false,
  ...held,
});
const meaning = (pressed: KeyStroke, settings: KeySettings = DEFAULT_KEYS) =>
  commandOf(pressed, keyMap(settings), settings.singleKeys);
const named = (name: string) => ({ kind: "named", name });

test.each<[string, KeyStroke, unknown]>([
  ["an arrow", stroke("ArrowRight"), { kind: "arrow", unit: "character", side: 1, extend: false }],
  [
    "Ctrl+Shift+Left",
    stroke("ArrowLeft", { ctrlKey: true, shiftKey: true }),
    { kind: "arrow", unit: "word", side: -1, extend: true },
  ],
  ["Alt+Down", stroke("ArrowDown", { altKey: true }), { kind: "caret", unit: "sentence", step: 1, extend: false }],
  [
    "Ctrl+Shift+Up",
    stroke("ArrowUp", { ctrlKey: true, shiftKey: true }),
    { kind: "caret", unit: "turn", step: -1, extend: true },
  ],
  ["Page Down", stroke("PageDown"), { kind: "caret", unit: "page", step: 1, extend: false }],
  ["Ctrl+Page Down changes the browser's tab", stroke("PageDown", { ctrlKey: true }), null],
  ["a digit", stroke("3"), { kind: "recent", place: 2 }],
  ["Ctrl+Z", stroke("z", { ctrlKey: true }), named("undo")],
  ["Ctrl+Shift+Z", stroke("Z", { ctrlKey: true, shiftKey: true }), named("redo")],
  ["Ctrl+Z on a Greek keyboard", stroke("ζ", { ctrlKey: true, code: "KeyZ" }), named("undo")],
  ["Ctrl+C stays the browser's", stroke("c", { ctrlKey: true }), null],
  ["Ctrl+F stays the browser's", stroke("f", { ctrlKey: true }), null],
  ["a bracket that needs AltGr", stroke("]", { ctrlKey: true, altKey: true, altGraph: true }), named("end-later")],
  ["a bracket that needs Alt on a Mac", stroke("[", { altKey: true, code: "Digit5" }), named("end-earlier")],
  ["a letter", stroke("n"), named("next-coding")],
  ["a capital letter", stroke("J", { shiftKey: true }), named("previous-turn")],
  ["a letter with Caps Lock", stroke("K", { capsLock: true }), named("field")],
  ["a capital with Caps Lock", stroke("x", { shiftKey: true, capsLock: true }), named("previous-uncoded")],
  ["a letter of another alphabet", stroke("л", { code: "KeyK" }), named("field")],
  ["a letter with Alt", stroke("n", { altKey: true }), null],
  ["a letter without a meaning", stroke("y"), null],
  ["Shift alone", stroke("Shift", { shiftKey: true }), null],
])("%s", (_name, pressed, command) => {
  expect(meaning(pressed)).toEqual(command);
});

test("no two commands begin with the same key, and no key is the browser's", () => {
  const keys = COMMANDS.flatMap((each) => each.keys);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.map(whyNotKey).filter(Boolean)).toEqual([]);
});

test("single keys can be switched off as a whole, and keys with Ctrl or Alt stay", () => {
  const off = withKey({ ...DEFAULT_KEYS, singleKeys: false }, "field", "Alt+K");
  for (const { keys } of COMMANDS) {
    for (const key of keys) if (key.length === 1) expect(meaning(stroke(key), off), key).toBeNull();
  }
  expect(meaning(stroke("1"), off)).toBeNull();
  expect(meaning(stroke("k", { altKey: true }), off)).toEqual(named("field"));
  expect(meaning(stroke("Backspace"), off)).toEqual(named("remove"));
  expect(meaning(stroke("z", { ctrlKey: true }), off)).toEqual(named("undo"));
});

test("a command gets another key, takes one from another command, and gets its own back", () => {
  const changed = withKey(DEFAULT_KEYS, "next-coding", "w");
  expect(meaning(stroke("w"), changed)).toEqual(named("next-coding"));
  expect(meaning(stroke("n"), changed)).toBeNull();

  const taken = withKey(changed, "previous-coding", "w");
  expect(keysOf("previous-coding", taken)).toEqual(["w"]);
  expect(keysOf("next-coding", taken)).toEqual([]);
  expect(ownerOf("w", taken)).toBe("previous-coding");

  const default_ = withKey(DEFAULT_KEYS, "star", "k");
  expect(keysOf("field", default_)).toEqual(["/"]);
  expect(meaning(stroke("k"), default_)).toEqual(named("star"));
  expect(keysOf("field", withoutChange(default_, "star"))).toEqual(["/", "k"]);
});

test("keys are spelled for settings and shown for people", () => {
  expect(strokeKey(stroke("k", { ctrlKey: true, shiftKey: true }))).toBe("Ctrl+Shift+K");
  expect(strokeKey(stroke("F2", { altKey: true }))).toBe("Alt+F2");
  expect(strokeKey(stroke("+", { ctrlKey: true }))).toBe("Ctrl++");
  expect(shownKey("Ctrl++")).toBe("Ctrl+Plus");
  expect(shownKey("Alt+ArrowUp")).toBe("Alt+Up");
  expect(shownKey("+")).toBe("Plus");
  expect(shownKey("PageUp")).toBe("Page Up");
  expect(whyNotKey("Ctrl+W")).toMatch(/browser/);
  expect(whyNotKey("Shift+Tab")).toMatch(/everywhere/);
  expect(whyNotKey("7")).toMatch(/recent/);
  expect(whyNotKey("w")).toBeNull();
});
