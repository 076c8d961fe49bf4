// Paragraphs and sentences of a text as flat lists of [start, end) pairs: start0, end0, start1, end1, …
import { sentenceEnds } from "./sentence-ends";

/** ICU's search is quadratic in the length it is given; a longer paragraph is searched in pieces, cut at spaces. */
const LONGEST_PIECE = 10_000;

/** After these a sentence goes on, whatever follows. */
const GOES_ON = /(?:^|[^\p{L}\p{N}.])(?:Dr|Mr|Mrs|Ms|Prof|St|vs|[Ee]\.g|[Ii]\.e|et al)\.$/u;
/** After these it goes on only before a number: "No. 7", "p. 12"; "No." alone is an answer. */
const GOES_ON_BEFORE_NUMBER = /(?:^|[^\p{L}\p{N}.])(?:[Nn]o|pp?)\.$/u;
const LONGEST_ABBREVIATION = 8;

/** The lines of the text that hold words; blank ones are left out, and so is the white space around them. */
export function paragraphBounds(text: string): number[] {
  const bounds: number[] = [];
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    pushTrimmed(bounds, text, start, end);
    start = end + 1;
  }
  return bounds;
}

/** The sentences of each paragraph, without the white space around them; no sentence spans two paragraphs. */
export function sentenceBounds(text: string, locale = "en"): number[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: "sentence" });
  const paragraphs = paragraphBounds(text);
  const bounds: number[] = [];
  for (let i = 0; i < paragraphs.length; i += 2) {
    pushSentences(bounds, text, paragraphs[i] ?? 0, paragraphs[i + 1] ?? 0, segmenter);
  }
  return bounds;
}

function pushSentences(bounds: number[], text: string, from: number, to: number, segmenter: Intl.Segmenter): void {
  let begun = from;
  for (let pieceStart = from; pieceStart < to; ) {
    const pieceEnd = cutBefore(text, pieceStart, to);
    const piece = text.slice(pieceStart, pieceEnd);
    for (const pieceOffset of sentenceEnds(piece, segmenter)) {
      const end = pieceStart + pieceOffset;
      const cutInside = end === pieceEnd && end < to && !/[.?!]\s*$/.test(piece);
      if (!cutInside && !goesOn(text, begun, end, to)) {
        pushTrimmed(bounds, text, begun, end);
        begun = end;
      }
    }
    pieceStart = pieceEnd;
  }
  pushTrimmed(bounds, text, begun, to);
}

/** Where the piece that begins at `start` ends: after the last sentence end, else the last space, within the limit. */
function cutBefore(text: string, start: number, to: number): number {
  const limit = start + LONGEST_PIECE;
  if (limit >= to) return to;
  const window = text.slice(start, limit);
  const afterStop = Math.max(window.lastIndexOf(". "), window.lastIndexOf("? "), window.lastIndexOf("! "));
  if (afterStop > 0) return start + afterStop + 2;
  const afterSpace = window.lastIndexOf(" ") + 1;
  if (afterSpace > 0) return start + afterSpace;
  return /[\ud800-\udbff]$/.test(window) ? limit - 1 : limit;
}

function goesOn(text: string, begun: number, end: number, to: number): boolean {
  if (end >= to) return false;
  if (/^\p{Ll}/u.test(text.slice(end, end + 2))) return true;
  const trimmed = trimmedEnd(text, begun, end);
  if (text[trimmed - 1] !== ".") return false;
  const tail = text.slice(Math.max(begun, trimmed - LONGEST_ABBREVIATION), trimmed);
  if (GOES_ON.test(tail)) return true;
  return GOES_ON_BEFORE_NUMBER.test(tail) && /^\s*\p{Nd}/u.test(text.slice(trimmed, trimmed + LONGEST_ABBREVIATION));
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}

function pushTrimmed(bounds: number[], text: string, from: number, to: number): void {
  const end = trimmedEnd(text, from, to);
  let start = from;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  if (start < end) bounds.push(start, end);
}
