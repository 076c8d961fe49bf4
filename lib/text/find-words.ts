// Finding words in a text as they are written: letter by letter, in offsets of the text as it stands.
import type { Span } from "./span";

export interface FindOptions {
  /** Capitals count; without it they do not, in any script. */
  readonly matchCase?: boolean;
  /** What is found may not be a part of a longer word. */
  readonly wholeWords?: boolean;
}

export interface Found {
  /** In order, not overlapping, as many as were wanted. */
  readonly spans: readonly Span[];
  /** How many there are in all. */
  readonly total: number;
}

/** What the same key gives on one keyboard and the word processor changes on another. */
const ALIKE = ["'’‘ʼ", '"“”„', " \u00a0\u202f"];
/** A letter before one of these was only the beginning of the letter that was meant: e + ´, a syllable of Hangul. */
const NOT_CUT = "(?![\\u0300-\\u036f\\u11a8-\\u11ff])";
const WORD = "[\\p{L}\\p{N}\\p{M}_]";
const JOINED_BEFORE = `(?<!${WORD})(?<!${WORD}['’])`;
const JOINED_AFTER = `(?!${WORD})(?!['’]${WORD})`;
const IN_WORD = /^[\p{L}\p{N}\p{M}_]$/u;
/** Scripts without spaces between words: whether a letter more makes another word cannot be told. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

function one(char: string): string {
  const alike = ALIKE.find((chars) => chars.includes(char));
  if (alike) return `[${alike}]`;
  const apart = char.normalize("NFD");
  return apart === char ? escaped(char) : `(?:${escaped(char)}|${escaped(apart)})`;
}

function endsAtWord(char: string | undefined): boolean {
  return char !== undefined && IN_WORD.test(char) && !UNSPACED.test(char);
}

/**
 * The words as a pattern. Case is folded by the pattern, not in the text: lower-case copies of a text are not always as
 * long as it is. Straight and curly quotes are alike, kinds of space too, and é is found however it is composed.
 */
function patternOf(words: string, { matchCase = false, wholeWords = false }: FindOptions): RegExp {
  const chars = [...words.normalize("NFC")];
  const before = wholeWords && endsAtWord(chars[0]) ? JOINED_BEFORE : "";
  const after = wholeWords && endsAtWord(chars.at(-1)) ? JOINED_AFTER : "";
  return new RegExp(`${before}${chars.map(one).join("")}${NOT_CUT}${after}`, matchCase ? "gu" : "giu");
}

/** A finder for many texts: the pattern is made once. Nothing is found for empty words. */
export function wordFinder(words: string, options: FindOptions = {}): (text: string, most?: number) => Found {
  if (words === "") return () => ({ spans: [], total: 0 });
  const pattern = patternOf(words, options);
  return (text, most = Number.POSITIVE_INFINITY) => {
    const spans: Span[] = [];
    let total = 0;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      total++;
      if (spans.length < most) spans.push({ start: match.index, end: match.index + match[0].length });
      else break;
    }
    while (total > spans.length && pattern.test(text)) total++;
    return { spans, total };
  };
}
