// Writes a zip of given parts, honest or lying, without a library.
import { crc32, deflateRawSync } from "node:zlib";

const STORED = 0;
const DEFLATED = 8;

function sized(part) {
  const data = typeof part.data === "string" ? Buffer.from(part.data) : (part.data ?? Buffer.alloc(0));
  const packed = part.packed ?? (part.stored ? data : deflateRawSync(data, { level: part.level ?? 6 }));
  return {
    name: Buffer.from(part.name),
    method: part.stored ? STORED : DEFLATED,
    packed,
    size: part.declaredSize ?? data.length,
    crc: part.crc ?? crc32(data),
  };
}

/** `parts` are { name, data, stored?, packed?, declaredSize?, crc?, level? }; `entries` is what the end record says. */
export function zipOf(parts, { entries } = {}) {
  const local = [];
  const listed = [];
  let at = 0;
  for (const part of parts.map(sized)) {
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(0x0800, 6);
    head.writeUInt16LE(part.method, 8);
    head.writeUInt32LE(0x00210000, 10);
    head.writeUInt32LE(part.crc, 14);
    head.writeUInt32LE(part.packed.length, 18);
    head.writeUInt32LE(part.size, 22);
    head.writeUInt16LE(part.name.length, 26);
    const line = Buffer.alloc(46);
    line.writeUInt32LE(0x02014b50, 0);
    line.writeUInt16LE(20, 4);
    head.copy(line, 6, 4, 28);
    line.writeUInt32LE(at, 42);
    local.push(head, part.name, part.packed);
    listed.push(line, part.name);
    at += head.length + part.name.length + part.packed.length;
  }
  const list = Buffer.concat(listed);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  const count = (entries ?? parts.length) & 0xffff;
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, list, end]);
}
