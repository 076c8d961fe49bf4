// One change after another to a file's bytes, by a seed: the same number makes the same file again.
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import { zipOf } from "./zip-writer.mjs";

const LARGEST = 4 * 1024 * 1024;

/** Whole parts of a zip that this program's own writer or another made; null when it is none. */
export function partsOf(bytes) {
  const end = bytes.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  if (end < 0) return null;
  const parts = [];
  try {
    let at = bytes.readUInt32LE(end + 16);
    for (let i = bytes.readUInt16LE(end + 10); i > 0; i--) {
      const sizes = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
      const local = bytes.readUInt32LE(at + 42);
      const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const packed = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
      const data = bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed;
      parts.push({ name: bytes.toString("utf8", at + 46, at + 46 + sizes[0]), data });
      at += 46 + sizes[0] + sizes[1] + sizes[2];
    }
  } catch {
    return null;
  }
  return parts.length > 0 ? parts : null;
}

/** One to six changes: bits, bytes, cuts, repeats, numbers at their ends, and words of the format. */
export function mutate(bytes, tokens, next) {
  let out = Buffer.from(bytes);
  const place = () => Math.floor(next() * (out.length + 1));
  const pick = (list) => list[Math.floor(next() * list.length)];
  const put = (at, piece, instead = 0) =>
    Buffer.concat([out.subarray(0, at), piece, out.subarray(Math.min(out.length, at + instead))]);
  const changes = [
    () => {
      if (out.length > 0) out[Math.min(place(), out.length - 1)] ^= 1 << Math.floor(next() * 8);
    },
    () => {
      if (out.length > 0) out[Math.min(place(), out.length - 1)] = pick([0, 1, 0x7f, 0x80, 0xff, 0x0a, 0x3c, 0x22]);
    },
    () => {
      const at = place();
      out = put(at, Buffer.alloc(0), Math.floor(next() * 64));
    },
    () => {
      out = out.subarray(0, place());
    },
    () => {
      const at = place();
      const piece = out.subarray(at, at + Math.floor(next() * 400));
      out = put(place(), Buffer.concat(Array.from({ length: 1 + Math.floor(next() * 60) }, () => piece)));
    },
    () => {
      const token = Buffer.from(pick(tokens));
      out = put(place(), token, next() < 0.5 ? token.length : 0);
    },
    () => {
      const token = Buffer.from(pick(tokens));
      out = put(place(), Buffer.concat(Array.from({ length: 1 + Math.floor(next() * 3000) }, () => token)));
    },
    () => {
      const at = place();
      if (at + 4 <= out.length) out.writeUInt32LE(pick([0, 1, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff]), at);
    },
  ];
  for (let n = 1 + Math.floor(next() * 6); n > 0 && out.length < LARGEST; n--) pick(changes)();
  return out.subarray(0, LARGEST);
}

/** A zip changed inside: a part's bytes, its name, its absence, or twice the same; checksums are right again. */
export function mutateZip(parts, tokens, next) {
  const changed = parts.map((part) => ({ ...part }));
  const at = Math.floor(next() * changed.length);
  const part = changed[at];
  const kind = next();
  if (kind < 0.8) part.data = mutate(part.data, tokens, next);
  else if (kind < 0.87) changed.splice(at, 1);
  else if (kind < 0.92) changed.push({ ...part, name: `${part.name}${next() < 0.5 ? "" : "x"}` });
  else if (kind < 0.96) part.declaredSize = Math.floor(next() * 0xffffffff);
  else Object.assign(part, { packed: mutate(deflateRawSync(part.data), ["\u0000"], next), crc: crc32(part.data) });
  return zipOf(changed);
}
