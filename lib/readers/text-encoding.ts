// Bytes of unknown encoding → text with line ends `\n`, and what was guessed or replaced on the way.
import { decode } from "iconv-lite";
import { Refusal } from "../refusal";
import { guessedEncoding, wideEncoding } from "./encoding-guess";
import { type EncodingName, encodingName } from "./encodings";
import type { Problem } from "./read-result";

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
  return { text: withLineFeeds(nuls > 0 ? raw.replaceAll("\0", REPLACEMENT) : raw), encoding, problems };
}

function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
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
  const wide = wideEncoding(bytes);
  if (wide !== null) return wide;
  if (isUtf8(bytes) || isNearlyUtf8(bytes)) return "utf-8";
  const guess = guessedEncoding(bytes);
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

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) found++;
  return found;
}
