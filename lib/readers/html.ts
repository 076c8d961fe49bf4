// Web pages (.html, .htm, and Word's .doc files that are web pages): in which encoding they stand, and what they show.
import { encodingName } from "./encodings";
import { readHtmlBody } from "./html-body";
import { flowResult } from "./page-flow-result";
import type { ReadOptions, ReadResult } from "./read-result";
import { decodeText } from "./text-encoding";

const LOOKED_AT = 4_096;
const CHARSET = /<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/i;
const XML_ENCODING = /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})/i;

/** Throws Refusal: those of `decodeText`, and file-too-deep. */
export function readHtml(bytes: Uint8Array, options: ReadOptions = {}): ReadResult {
  const { text, encoding, problems } = decodeText(bytes, options.encoding ?? declared(bytes));
  const read = flowResult("html", readHtmlBody(text), options);
  return { ...read, encoding, problems: [...problems, ...read.problems] };
}

/** What the page says of itself, where its bytes do not say otherwise: a BOM, or UTF-8 that is none. */
function declared(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isWide || (first === 0xef && second === 0xbb)) return undefined;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LOOKED_AT)).toString("latin1");
  const name = encodingName(CHARSET.exec(head)?.[1] ?? XML_ENCODING.exec(head)?.[1] ?? "");
  // A page that can be read far enough to find its charset is not in UTF-16; plain UTF-8 is found without being told.
  return name === null || name.startsWith("utf-") ? undefined : name;
}
