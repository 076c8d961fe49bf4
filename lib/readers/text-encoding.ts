// Bytes of unknown encoding → text with line ends `\n`, and what was guessed or replaced on the way.
import { analyse } from "chardet";
import { decode } from "iconv-lite";
import { Refusal } from "../refusal";
import { type EncodingName, encodingName } from "./encodings";
import type { Problem } from "./read-result";

const SAMPLE_BYTES = 64 * 1024;
const REPLACEMENT = "\uFFFD";

export interface DecodedText {
  readonly text: string;
  readonly encoding: EncodingName;
  readonly problems: readonly Problem[];
}

/**
 * BOM, else strict UTF-8, else a pattern of NUL bytes (UTF-16), else a guess from a sample; `chosen` overrules all of it.
 * CRLF and CR become LF here, once; U+2028, U+0085, VT and FF stay: they stand inside somebody's line.
 * Throws Refusal: file-binary, encoding-unknown.
 */
export function decodeText(bytes: Uint8Array, chosen?: string): DecodedText {
  const problems: Problem[] = [];
  const encoding = chosen === undefined ? detect(bytes, problems) : chosenName(chosen);
  const raw = decodeAs(bytes, encoding).replace(/^\uFEFF/, "");
  const replaced = count(raw, REPLACEMENT);
  const nuls = count(raw, "\0");
  if (nuls > 8 && nuls > raw.length / 100) throw new Refusal("file-binary", 422);
  if (nuls > 0) problems.push({ code: "nul-replaced", params: { count: nuls } });
  if (replaced > 0) problems.push({ code: "bytes-replaced", params: { count: replaced, encoding } });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: looking for them is the point
  const controls = raw.match(/[\x01-\x08\x0E-\x1F\x7F]/g)?.length ?? 0;
  if (controls > 0) problems.push({ code: "control-characters", params: { count: controls } });
  return { text: raw.replaceAll("\0", REPLACEMENT).replace(/\r\n?/g, "\n"), encoding, problems };
}

function chosenName(chosen: string): EncodingName {
  const name = encodingName(chosen);
  if (name === null) throw new Refusal("encoding-unknown", 422);
  return name;
}

function detect(bytes: Uint8Array, problems: Problem[]): EncodingName {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const wide = nulPattern(bytes);
  if (wide !== null) return wide;
  if (isUtf8(bytes) || isNearlyUtf8(bytes)) return "utf-8";
  const guess = guessed(bytes);
  problems.push({ code: "encoding-guessed", params: { encoding: guess } });
  return guess;
}

function decodeAs(bytes: Uint8Array, encoding: EncodingName): string {
  // Node 20's TextDecoder turns 0x80–0x9F of windows-1252 into control characters; iconv-lite does not.
  if (encoding === "utf-8" || encoding === "utf-16le" || encoding === "utf-16be") {
    return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  }
  return decode(bytes, encoding);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** One bad byte in a long UTF-8 file must not turn every curly quote of it into three wrong letters. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes);
  const bad = count(text, REPLACEMENT);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything beyond ASCII is what is counted
  const good = (text.match(/[^\x00-\x7F]/gu)?.length ?? 0) - bad;
  return good >= 10 && bad * 10 <= good;
}

/** Latin text in UTF-16 has a NUL in every other byte; other scripts still have one for each space and full stop. */
function nulPattern(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const length = Math.min(bytes.length, SAMPLE_BYTES);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i++) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  // A stray NUL or two stand in no pattern.
  const few = Math.max(3, length / 40);
  if (odd > few && even * 20 <= odd) return "utf-16le";
  if (even > few && odd * 20 <= even) return "utf-16be";
  return null;
}

function guessed(bytes: Uint8Array): EncodingName {
  // The sample begins shortly before the first byte that ASCII does not explain: a long plain head says nothing.
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const from = Math.max(0, first - 1024);
  const sample = bytes.subarray(from, from + SAMPLE_BYTES);
  for (const match of analyse(sample)) {
    // Strict UTF-8 has failed before this; to be told "UTF-8" again would not help.
    const name = match.name === "UTF-8" ? null : encodingName(match.name);
    if (name === null) continue;
    // Classic Mac files end their lines with CR alone, and guessers take their letters for Windows ones.
    if (name === "windows-1252" && sample.includes(0x0d) && !bytes.includes(0x0a)) return "macintosh";
    return name;
  }
  return "windows-1252";
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) found++;
  return found;
}
