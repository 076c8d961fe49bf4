// Which encoding bytes without a mark may be in: UTF-16 by its NULs, others by a guess that is checked against its letters.
import { analyse } from "chardet";
import { decode } from "iconv-lite";
import { type EncodingName, encodingName } from "./encodings";

const SAMPLE_BYTES = 64 * 1024;
/** Guessers never name these, or name others for them. */
const OVERLOOKED: readonly EncodingName[] = ["windows-1256", "macintosh"];

/**
 * UTF-16 without a mark. Latin text has a NUL in every other byte; Chinese has one for each line end alone, and its other
 * bytes are hardly ever all letters of ASCII, as they are where a stray NUL stands in plain text.
 */
export function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  let even = 0;
  let odd = 0;
  let little = 0;
  let big = 0;
  let plain = 0;
  for (let i = 0; i < length; i += 2) {
    const first = bytes[i] ?? 0;
    const second = bytes[i + 1] ?? 0;
    if (first === 0) even++;
    if (second === 0) odd++;
    if (second === 0 && isBetweenWords(first)) little++;
    if (first === 0 && isBetweenWords(second)) big++;
    if (isPlain(first)) plain++;
    if (isPlain(second)) plain++;
  }
  // A stray NUL or two stand in no pattern.
  const few = Math.max(3, length / 40);
  if (odd > few && even * 20 <= odd) return "utf-16le";
  if (even > few && odd * 20 <= even) return "utf-16be";
  if (plain > length * 0.85) return null;
  if (little > 0 && big * 10 <= little && isWellFormed(bytes, "utf-16le", length)) return "utf-16le";
  if (big > 0 && little * 10 <= big && isWellFormed(bytes, "utf-16be", length)) return "utf-16be";
  return null;
}

/** What chardet says of a sample, unless its letters make no words and another's do. */
export function guessedEncoding(bytes: Uint8Array): EncodingName {
  // The sample begins shortly before the first byte that ASCII does not explain: a long plain head says nothing.
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const from = Math.max(0, first - 1024);
  const sample = bytes.subarray(from, from + SAMPLE_BYTES);
  const named = analyse(sample).flatMap((match) => {
    // Strict UTF-8 has failed before this; to be told "UTF-8" again would not help.
    const name = match.name === "UTF-8" ? null : encodingName(match.name);
    return name === null || name === "utf-16le" || name === "utf-16be" ? [] : [name];
  });
  const guess = named[0] ?? "windows-1252";
  if (guess === "windows-1252") {
    // Classic Mac files end their lines with CR alone, and guessers take their letters for Windows ones.
    if (sample.includes(0x0d) && !bytes.includes(0x0a)) return "macintosh";
    // The euro sign of ISO-8859-15; Windows has it elsewhere, and ¤ is in nobody's talk.
    if (sample.includes(0xa4) && !sample.some((byte) => byte >= 0x80 && byte < 0xa0)) return "iso-8859-15";
  }
  const wrong = misfits(decode(sample, guess));
  if (wrong < 2) return guess;
  const others = [...new Set([...named.slice(1), ...OVERLOOKED])].map((name) => ({
    name,
    wrong: misfits(decode(sample, name)),
  }));
  const best = others.reduce((a, b) => (b.wrong < a.wrong ? b : a), { name: guess, wrong });
  return best.wrong * 4 <= wrong ? best.name : guess;
}

/** What stands in no word of any language: a capital after a small letter, a sign between letters, two scripts in one. */
const MISFITS = [
  /[\u0080-\u009F\uFFFD\p{Cn}\p{Co}]/gu,
  /(?<![\p{L}\p{M}])\p{M}/gu,
  /\p{Ll}\p{Lu}/gu,
  /\p{L}[¤¦¨¬¯¸¹²³¼½¾±§¶µ×÷¿¡ªº°©®]\p{L}/gu,
  /[\p{Script=Latin}](?=[\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Greek}\uFF61-\uFF9F])/gu,
  /[\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Greek}\uFF61-\uFF9F](?=\p{Script=Latin})/gu,
];

function misfits(text: string): number {
  return MISFITS.reduce((sum, pattern) => sum + (text.match(pattern)?.length ?? 0), 0);
}

/** A letter, a digit, a mark or white space of ASCII. */
function isPlain(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

/** Line ends, the space and `:,.`; read the other way round, hardly any script has letters there. */
function isBetweenWords(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d || byte === 0x20 || byte === 0x2c || byte === 0x2e || byte === 0x3a;
}

function isWellFormed(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be", length: number): boolean {
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, length));
  const odd = text.match(/[\uFFFD\p{Cc}\p{Cn}\p{Co}]/gu)?.length ?? 0;
  const usual = text.match(/[\t\n\r\f\v]/g)?.length ?? 0;
  return (odd - usual) * 100 <= text.length;
}
