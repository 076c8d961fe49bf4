// JSON as transcription services write it → values; NaN where a number should be, depth and repeated keys looked at first.
import { Refusal } from "../refusal";

const DEEPEST = 2_000;
/** Whole lists of words can hang on a key this near to the top; below, a service writes its own objects. */
const WATCHED_DEPTH = 2;
/** Larger than any number: JSON.parse reads it as Infinity, which nobody takes for a time. */
const TOO_LARGE = "1e400";

export interface ParsedJson {
  readonly value: unknown;
  /** How often NaN or Infinity stood where JSON has numbers; such a value is Infinity. */
  readonly notNumbers: number;
  /** Keys near the top that come twice in one object: the last one counts. */
  readonly repeatedKeys: number;
}

/** Throws Refusal: file-too-deep, json-damaged. */
export function parseJson(text: string): ParsedJson {
  const { clean, notNumbers, repeatedKeys } = scanned(text);
  try {
    return { value: JSON.parse(clean), notNumbers, repeatedKeys };
  } catch {
    throw new Refusal("json-damaged", 422);
  }
}

/** The own property, whatever the object's prototype has; null where there is none. */
export function field(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return null;
  return Reflect.get(value, key) ?? null;
}

export function list(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value : null;
}

export function objects(value: unknown): readonly object[] | null {
  const items = list(value);
  if (items === null || !items.every((item) => typeof item === "object" && item !== null)) return null;
  return items.filter((item): item is object => typeof item === "object" && item !== null);
}

export function string(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function scanned(text: string): { clean: string; notNumbers: number; repeatedKeys: number } {
  const pieces: string[] = [];
  const keys: Set<string>[] = [];
  let copied = 0;
  let depth = 0;
  let notNumbers = 0;
  let repeatedKeys = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      const end = stringEnd(text, at);
      if (depth <= WATCHED_DEPTH && isKey(text, end)) {
        const key = text.slice(at, end);
        const seen = keys[depth];
        if (seen?.has(key)) repeatedKeys++;
        seen?.add(key);
      }
      at = end - 1;
    } else if (code === 0x7b || code === 0x5b) {
      depth++;
      if (depth > DEEPEST) throw new Refusal("file-too-deep", 422);
      if (depth <= WATCHED_DEPTH) keys[depth] = new Set();
    } else if (code === 0x7d || code === 0x5d) {
      depth--;
    } else if (code === 0x4e || code === 0x49) {
      const word = ["NaN", "Infinity"].find((known) => text.startsWith(known, at));
      if (word === undefined) continue;
      const from = text[at - 1] === "-" ? at - 1 : at;
      pieces.push(text.slice(copied, from), TOO_LARGE);
      notNumbers++;
      copied = at + word.length;
      at = copied - 1;
    }
  }
  return { clean: pieces.length === 0 ? text : pieces.join("") + text.slice(copied), notNumbers, repeatedKeys };
}

/** Just behind the closing quotation mark, or the end of the text. */
function stringEnd(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at++;
    else if (code === 0x22) return at + 1;
  }
  return text.length;
}

function isKey(text: string, end: number): boolean {
  let at = end;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  return text[at] === ":";
}
