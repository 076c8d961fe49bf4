// The words of a text as names are looked for in it: letters, marks and digits; scripts without spaces stay whole runs.
import type { Span } from "../text/span";

export interface NameWord extends Span {
  readonly word: string;
  /** Of a script that sets no spaces between words: names are found within it by their letters alone. */
  readonly unspaced: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const UNSPACED_LETTER =
  "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u30fc]";
const UNSPACED = new RegExp(UNSPACED_LETTER, "u");
const PARTS = new RegExp(`${UNSPACED_LETTER}+|(?:(?!${UNSPACED_LETTER})[\\s\\S])+`, "gu");
/** The first letter of the scripts without spaces lies behind all of Latin, Greek, Cyrillic, Hebrew, Arabic, Indic. */
const HIGH = /[\u0e00-\u{10ffff}]/u;

export function isUnspaced(word: string): boolean {
  return HIGH.test(word) && UNSPACED.test(word);
}

export function nameWords(text: string): NameWord[] {
  const words: NameWord[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!isUnspaced(word)) {
      words.push({ word, start: index, end: index + word.length, unspaced: false });
      continue;
    }
    for (const { 0: part, index: at } of word.matchAll(PARTS)) {
      const start = index + at;
      words.push({ word: part, start, end: start + part.length, unspaced: UNSPACED.test(part) });
    }
  }
  return words;
}

const SPACES = /[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+/gu;

/** What stands between two words of a name, in one spelling: any space like another, any apostrophe, any hyphen. */
export function between(separator: string): string {
  if (separator === " ") return separator;
  return separator
    .replace(SPACES, " ")
    .replace(/[\u2018\u2019\u02bc\uff07]/g, "'")
    .replace(/[\u2010\u2011]/g, "-");
}
