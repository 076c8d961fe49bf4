// Words: where they begin and end around an offset, found by looking only at the letters near it.
import type { Span } from "./span";

const LETTER = /^[\p{L}\p{N}\p{M}]$/u;
/** Scripts that set no spaces between words: a selection in them stays as the hand made it. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;
/** What never begins a character of its own: marks, joiners, skin tones, the tags of flags. */
const EXTENDS = /^(?:\p{M}|\p{Emoji_Modifier}|\u200c|\u200d|[\u{e0020}-\u{e007f}])$/u;
const JOINS_AFTER = /^(?:\u200c|\u200d)$/u;
const FLAG_HALF = /^\p{Regional_Indicator}$/u;
const SPACE = /^\s$/u;
/** Between two letters these belong to the word: don't, twenty-one, col·legi. */
const INNER = new Set(["'", "\u2019", "-", "\u2010", "\u2011", "\u00b7"]);
/** Between two digits these belong to the number: 3.5, 1,000, 10:30. */
const INNER_NUMBER = new Set([".", ",", ":"]);
const DIGIT = /^\p{Nd}$/u;

function charAt(text: string, offset: number): string {
  const point = text.codePointAt(offset);
  return point === undefined ? "" : String.fromCodePoint(point);
}

function charBefore(text: string, offset: number): string {
  if (offset <= 0) return "";
  return splitsPair(text, offset - 1) ? text.slice(offset - 2, offset) : text.charAt(offset - 1);
}

function splitsPair(text: string, offset: number): boolean {
  const low = text.charCodeAt(offset);
  const high = text.charCodeAt(offset - 1);
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff;
}

/** The letter that carries the marks before `offset`, so that "é" written as two joins like one. */
function baseBefore(text: string, offset: number): string {
  let at = offset;
  let char = charBefore(text, at);
  while (char && EXTENDS.test(char) && !SPACE.test(charBefore(text, at - char.length))) {
    const base = charBefore(text, at - char.length);
    if (!base) break;
    at -= char.length;
    char = base;
  }
  return char;
}

function splitsFlag(text: string, offset: number): boolean {
  if (!FLAG_HALF.test(charAt(text, offset))) return false;
  let halves = 0;
  for (let at = offset; FLAG_HALF.test(charBefore(text, at)); at -= 2) halves++;
  return halves % 2 === 1;
}

function joinsLetters(before: string, after: string): boolean {
  return LETTER.test(before) && LETTER.test(after) && !UNSPACED.test(before) && !UNSPACED.test(after);
}

/** Whether a mark between two characters holds them together as one word. */
function joinsAcross(before: string, inner: string, after: string): boolean {
  if (INNER.has(inner)) return joinsLetters(before, after);
  return INNER_NUMBER.has(inner) && DIGIT.test(before) && DIGIT.test(after);
}

/** Whether a cut at `offset` would go through a character, an emoji or a word. */
function isInside(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  if (splitsPair(text, offset) || splitsFlag(text, offset)) return true;
  const after = charAt(text, offset);
  const last = charBefore(text, offset);
  if (SPACE.test(last) || SPACE.test(after)) return false;
  if (EXTENDS.test(after) || JOINS_AFTER.test(last)) return true;
  const before = baseBefore(text, offset);
  if (joinsLetters(before, after)) return true;
  return (
    joinsAcross(before, after, charAt(text, offset + after.length)) ||
    joinsAcross(baseBefore(text, offset - last.length), last, after)
  );
}

function startAround(text: string, offset: number): number {
  let at = offset;
  while (isInside(text, at)) at--;
  return at;
}

function endAround(text: string, offset: number): number {
  let at = offset;
  while (isInside(text, at)) at++;
  return at;
}

/**
 * Leaves out the white space around a selection and grows it to whole words; a caret within a word becomes that word.
 * Where only white space was selected the span that comes back is empty: there is nothing to code.
 */
export function snapToWords(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && SPACE.test(text.charAt(start))) start++;
  while (end > start && SPACE.test(text.charAt(end - 1))) end--;
  return { start: startAround(text, start), end: endAround(text, end) };
}

/** The last word that begins before `offset`, the one that `offset` lies in included; null where there is none. */
export function wordBefore(text: string, offset: number): Span | null {
  let end = Math.min(offset, text.length);
  while (end > 0) {
    const start = startAround(text, end - 1);
    if (LETTER.test(charAt(text, start))) return { start, end: endAround(text, end) };
    end = start;
  }
  return null;
}

/** The first word that ends after `offset`, the one that `offset` lies in included; null where there is none. */
export function wordAfter(text: string, offset: number): Span | null {
  let start = Math.max(offset, 0);
  while (start < text.length) {
    const end = endAround(text, start + 1);
    const begin = startAround(text, start);
    if (LETTER.test(charAt(text, begin))) return { start: begin, end };
    start = end;
  }
  return null;
}
