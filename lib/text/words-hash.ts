// Hashes of words: how a client says which words it saw, and how a revision's text is fixed.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** The whole SHA-256 of a text in UTF-8, 64 hexadecimal digits. */
export function textHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The first 128 bits of the SHA-256 of a span's words in UTF-8, 32 hexadecimal digits. */
export function wordsHash(words: string): string {
  return textHash(words).slice(0, 32);
}
