import { COMMANDS, type CommandName } from "./desk-commands";

export type CaretUnit = "character" | "word" | "line" | "sentence" | "turn" | "page" | "line-edge" | "text";

export type DeskCommand =
  | { readonly kind: "caret"; readonly unit: CaretUnit; readonly step: 1 | -1; readonly extend: boolean }
  | { readonly kind: "arrow"; readonly unit: "character" | "word"; readonly side: 1 | -1; readonly extend: boolean }
  | { readonly kind: "recent"; readonly place: number }
  | { readonly kind: "all" }
  | { readonly kind: "let-go" }
  | { readonly kind: "named"; readonly name: CommandName };

export interface KeyStroke {
  readonly key: string;
  /** Which key of the board it is, whatever it types. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** The key that types a third sign on many keyboards reports Ctrl and Alt as well. */
  readonly altGraph: boolean;
  readonly capsLock: boolean;
}

/** What a person made of the keys on this computer; an empty key is none. */
export interface KeySettings {
  readonly singleKeys: boolean;
  readonly keys: Readonly<Record<string, string>>;
}

export const DEFAULT_KEYS: KeySettings = { singleKeys: true, keys: {} };

const NO_KEY = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "Dead", "Process", "Unidentified", "CapsLock"]);
const LETTER = /^\p{L}$/u;

/** The letter a key stands for: Caps Lock changes nothing, and other alphabets lie on the same keys. */
function letterOf({ key, code, shiftKey, capsLock }: KeyStroke): string {
  const latin = /^[a-z]$/i.test(key) ? undefined : /^Key([A-Z])$/.exec(code)?.[1];
  const letter = latin ?? key;
  if (!latin && !capsLock) return key;
  return shiftKey ? letter.toUpperCase() : letter.toLowerCase();
}

/** A key as settings spell it: the sign that it types, `Ctrl+K`, `Alt+Shift+ArrowUp`; null for what is no key yet. */
export function strokeKey(stroke: KeyStroke): string | null {
  const { key, shiftKey, altGraph } = stroke;
  if (NO_KEY.has(key)) return null;
  const ctrl = (stroke.ctrlKey || stroke.metaKey) && !altGraph;
  const sign = [...key].length === 1 && key !== " ";
  // On a Mac, signs such as [ may be typed with Alt; a letter or a digit with Alt is a key of its own.
  const alt = stroke.altKey && !altGraph && !(sign && !ctrl && /^[^\p{L}\p{N}]$/u.test(key));
  if (sign && !ctrl && !alt) return LETTER.test(key) ? letterOf(stroke) : key;
  const name = sign ? (LETTER.test(key) ? letterOf(stroke) : key).toUpperCase() : key === " " ? "Space" : key;
  return `${ctrl ? "Ctrl+" : ""}${alt ? "Alt+" : ""}${shiftKey ? "Shift+" : ""}${name}`;
}

/** A sign alone: what the switch for single keys switches. */
export function isSingle(key: string): boolean {
  return [...key].length === 1;
}

export function keysOf(name: CommandName, { keys }: KeySettings): readonly string[] {
  const changed = keys[name];
  if (changed !== undefined) return changed === "" ? [] : [changed];
  const taken = new Set(Object.values(keys));
  return COMMANDS.find((each) => each.name === name)?.keys.filter((key) => !taken.has(key)) ?? [];
}

/** What of a key event says which key it is. */
export function strokeOf(
  event: Omit<KeyStroke, "altGraph" | "capsLock"> & { getModifierState(key: "AltGraph" | "CapsLock"): boolean },
): KeyStroke {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
  const [altGraph, capsLock] = [event.getModifierState("AltGraph"), event.getModifierState("CapsLock")];
  return { key, code, ctrlKey, metaKey, altKey, shiftKey, altGraph, capsLock };
}

export type KeyMap = ReadonlyMap<string, CommandName>;

/** Which command each key means now. */
export function keyMap(settings: KeySettings): KeyMap {
  const map = new Map<string, CommandName>();
  for (const { name } of COMMANDS) {
    for (const key of keysOf(name, settings)) if (settings.singleKeys || !isSingle(key)) map.set(key, name);
  }
  return map;
}

const ARROWS: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 };

/** Keys with a meaning that is the same in every program. */
function fixedCommand(stroke: KeyStroke): DeskCommand | null {
  const { key, shiftKey: extend, altGraph } = stroke;
  const ctrl = (stroke.ctrlKey || stroke.metaKey) && !altGraph;
  const alt = stroke.altKey && !altGraph;
  const side = ARROWS[key];
  if (side !== undefined) {
    if (key === "ArrowUp" || key === "ArrowDown") {
      return { kind: "caret", unit: ctrl ? "turn" : alt ? "sentence" : "line", step: side, extend };
    }
    return { kind: "arrow", unit: ctrl || alt ? "word" : "character", side, extend };
  }
  if (key === "Home" || key === "End") {
    return { kind: "caret", unit: ctrl ? "text" : "line-edge", step: key === "Home" ? -1 : 1, extend };
  }
  if ((key === "PageUp" || key === "PageDown") && !ctrl && !alt) {
    return { kind: "caret", unit: "page", step: key === "PageUp" ? -1 : 1, extend };
  }
  if (key === "Escape") return { kind: "let-go" };
  if (!ctrl || alt) return null;
  const letter = letterOf(stroke).toLowerCase();
  if (letter === "z") return { kind: "named", name: extend ? "redo" : "undo" };
  if (letter === "y") return { kind: "named", name: "redo" };
  return letter === "a" && !extend ? { kind: "all" } : null;
}

/** What a key means while the focus is in the text; null for what stays the browser's. */
export function commandOf(stroke: KeyStroke, map: KeyMap, singleKeys: boolean): DeskCommand | null {
  const fixed = fixedCommand(stroke);
  if (fixed) return fixed;
  const key = strokeKey(stroke);
  if (key === null) return null;
  if (singleKeys && /^[1-9]$/.test(key)) return { kind: "recent", place: Number(key) - 1 };
  const name = map.get(key);
  return name ? { kind: "named", name } : null;
}

/** Why a key cannot be given to a command: it has its meaning everywhere. */
export function whyNotKey(key: string): string | null {
  if (/^[1-9]$/.test(key)) return "1 to 9 are the recent codes.";
  if (/(?:^|\+)(?:Arrow\w+|Home|End|Page\w+|Escape|Tab|Enter|Space)$/.test(key)) {
    return `${shownKey(key)} has its meaning everywhere.`;
  }
  if (/^(?:Ctrl\+(?:Shift\+)?[ACFNPRTVWXYZ]|Alt\+F4|(?:Shift\+)?F(?:5|6|11|12))$/.test(key)) {
    return `${shownKey(key)} belongs to the browser or is the same everywhere.`;
  }
  return null;
}

/** A key as people read it; the plus key, which also joins keys, by its name. */
export function shownKey(key: string): string {
  return key
    .replace(/\+$/, "Plus")
    .replace(/Arrow(?=\w)/, "")
    .replace(/Page(?=[UD])/, "Page ");
}

/** The keys after a command got one; whichever other command had it has it no longer. */
export function withKey(settings: KeySettings, name: CommandName, key: string): KeySettings {
  const keys = { ...settings.keys, [name]: key };
  const other = key === "" ? undefined : ownerOf(key, settings);
  if (other && other !== name && settings.keys[other] === key) keys[other] = "";
  return { singleKeys: settings.singleKeys, keys };
}

/** The keys after a command got its own back, which may have gone to another since. */
export function withoutChange(settings: KeySettings, name: CommandName): KeySettings {
  const { [name]: _, ...keys } = settings.keys;
  return { singleKeys: settings.singleKeys, keys };
}

/** The command that has a key now, whether single keys are on or not. */
export function ownerOf(key: string, settings: KeySettings): CommandName | undefined {
  return COMMANDS.find(({ name }) => keysOf(name, settings).includes(key))?.name;
}
