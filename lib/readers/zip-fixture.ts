// For tests alone: writes small zip files and Word documents, honest ones and lying ones.

export interface FixtureEntry {
  readonly name: string;
  readonly data: Uint8Array | string;
  /** Already deflated bytes; `data` is then only measured. */
  readonly deflated?: Uint8Array;
  /** What the headers say instead of the truth. */
  readonly declaredSize?: number;
  readonly encrypted?: boolean;
}

export function zipBytes(entries: readonly FixtureEntry[]): Uint8Array {
  const local: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = new TextEncoder().encode(entry.name);
    const data = typeof entry.data === "string" ? new TextEncoder().encode(entry.data) : entry.data;
    const stored = entry.deflated ?? data;
    const flags = 0x0800 | (entry.encrypted ? 1 : 0);
    const fields = [flags, entry.deflated ? 8 : 0, 0, 0x21] as const;
    const sizes = [crc32(data), stored.length, entry.declaredSize ?? data.length] as const;
    const head = record(30 + name.length, (view) => {
      view.setUint32(0, 0x04034b50, true);
      view.setUint16(4, 20, true);
      for (const [i, field] of fields.entries()) view.setUint16(6 + 2 * i, field, true);
      for (const [i, size] of sizes.entries()) view.setUint32(14 + 4 * i, size, true);
      view.setUint16(26, name.length, true);
    });
    head.set(name, 30);
    const listed = record(46 + name.length, (view) => {
      view.setUint32(0, 0x02014b50, true);
      view.setUint16(4, 20, true);
      view.setUint16(6, 20, true);
      for (const [i, field] of fields.entries()) view.setUint16(8 + 2 * i, field, true);
      for (const [i, size] of sizes.entries()) view.setUint32(16 + 4 * i, size, true);
      view.setUint16(28, name.length, true);
      view.setUint32(42, offset, true);
    });
    listed.set(name, 46);
    local.push(head, stored);
    central.push(listed);
    offset += head.length + stored.length;
  }
  const listing = joined(central);
  const end = record(22, (view) => {
    view.setUint32(0, 0x06054b50, true);
    view.setUint16(8, entries.length, true);
    view.setUint16(10, entries.length, true);
    view.setUint32(12, listing.length, true);
    view.setUint32(16, offset, true);
  });
  return joined([...local, listing, end]);
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

export function documentXml(body: string, namespaces = `${W} ${MC}`): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`;
}

/** A Word document with that body, and with further parts by name. */
export function docxBytes(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts: Record<string, string> = {
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": documentXml(body),
    ...more,
  };
  return zipBytes(Object.entries(parts).map(([name, data]) => ({ name, data })));
}

/** `<w:p>` with one run a string; "\n" is a soft break, "\t" a tab, and `**` at the head of a run makes it bold. */
export function paragraphXml(...runs: string[]): string {
  const body = runs.map((run) => {
    const bold = run.startsWith("**");
    const words = (bold ? run.slice(2) : run).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    const text = words.split(/(\n|\t)/).map((piece) => {
      if (piece === "\n") return "<w:br/>";
      return piece === "\t" ? "<w:tab/>" : `<w:t xml:space="preserve">${piece}</w:t>`;
    });
    return `<w:r>${bold ? "<w:rPr><w:b/></w:rPr>" : ""}${text.join("")}</w:r>`;
  });
  return `<w:p>${body.join("")}</w:p>`;
}

function record(length: number, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length);
  fill(new DataView(bytes.buffer));
  return bytes;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
