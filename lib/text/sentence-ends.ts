// Where the sentences of one line end, by the rules of Unicode (UAX 29): ICU's answers, found without ICU for plain letters.

/** Letters, digits and marks whose classes are written out below; any other character sends the line to ICU. */
const PLAIN = /^[ -~‘’“”–—]*$/;

const OTHER = 0;
const UPPER = 1;
const LOWER = 2;
const NUMERIC = 3;
/** The full stop, which may stand inside a number or an abbreviation. */
const STOP = 4;
/** `?` and `!`. */
const TERM = 5;
const CLOSE = 6;
const SPACE = 7;
const CONTINUE = 8;

const KINDS = new Uint8Array(128);
for (const [letters, kind] of [
  ["ABCDEFGHIJKLMNOPQRSTUVWXYZ", UPPER],
  ["abcdefghijklmnopqrstuvwxyz", LOWER],
  ["0123456789", NUMERIC],
  [".", STOP],
  ["?!", TERM],
  ["\"'()[]{}", CLOSE],
  [" ", SPACE],
  [",-:", CONTINUE],
] as const) {
  for (const letter of letters) KINDS[letter.charCodeAt(0)] = kind;
}

/** Ends of the sentences of `line`, rising; the last is its length. `segmenter` decides where this file has no rule. */
export function sentenceEnds(line: string, segmenter: Intl.Segmenter): number[] {
  if (PLAIN.test(line)) return plainEnds(line);
  const ends: number[] = [];
  for (const { segment, index } of segmenter.segment(line)) ends.push(index + segment.length);
  return ends;
}

function plainEnds(line: string): number[] {
  const ends: number[] = [];
  const { length } = line;
  for (let at = 0; at < length; at++) {
    const kind = kindAt(line, at);
    if (kind !== STOP && kind !== TERM) continue;
    if (kind === STOP && staysInside(line, at)) continue;
    let end = at + 1;
    while (kindAt(line, end) === CLOSE) end++;
    while (kindAt(line, end) === SPACE) end++;
    const next = kindAt(line, end);
    const goesOn =
      next === CONTINUE || next === STOP || next === TERM || (kind === STOP && nextLetterIsLower(line, end));
    if (!goesOn && end < length) ends.push(end);
    at = end - 1;
  }
  if (length > 0) ends.push(length);
  return ends;
}

/** `3.5` and `U.S`. */
function staysInside(line: string, at: number): boolean {
  const next = kindAt(line, at + 1);
  if (next === NUMERIC) return true;
  const before = kindAt(line, at - 1);
  return next === UPPER && (before === UPPER || before === LOWER);
}

function nextLetterIsLower(line: string, from: number): boolean {
  for (let at = from; at < line.length; at++) {
    const kind = kindAt(line, at);
    if (kind === LOWER) return true;
    if (kind === UPPER || kind === STOP || kind === TERM) return false;
  }
  return false;
}

function kindAt(line: string, at: number): number {
  const code = line.charCodeAt(at);
  if (code < 128) return KINDS[code] ?? OTHER;
  if (code >= 0x2018 && code <= 0x201d) return CLOSE;
  return code === 0x2013 || code === 0x2014 ? CONTINUE : OTHER;
}
