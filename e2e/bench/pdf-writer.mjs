// Writes a PDF of text lines in Helvetica, and PDFs of given objects, without a library.
import { deflateSync } from "node:zlib";

/** `objects` are the bodies of object 1, 2, …; object 1 must be the catalogue. */
export function pdfOfObjects(objects, { trailer = "" } = {}) {
  const parts = [Buffer.from("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n", "latin1")];
  const places = [];
  let at = parts[0].length;
  for (const [i, body] of objects.entries()) {
    const bytes = Buffer.concat([
      Buffer.from(`${i + 1} 0 obj\n`),
      Buffer.isBuffer(body) ? body : Buffer.from(body, "latin1"),
      Buffer.from("\nendobj\n"),
    ]);
    places.push(at);
    parts.push(bytes);
    at += bytes.length;
  }
  const lines = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

export function streamObject(content, { packed = true, more = "" } = {}) {
  const bytes = packed ? deflateSync(content) : Buffer.from(content);
  const filter = packed ? "/Filter /FlateDecode " : "";
  return Buffer.concat([
    Buffer.from(`<< ${filter}${more}/Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from("\nendstream"),
  ]);
}

const shown = (text) => `(${text.replace(/[\\()]/g, "\\$&")}) Tj`;

function contentOf({ head, lines, foot }) {
  const at = (x, y, text) => `1 0 0 1 ${x} ${y} Tm ${shown(text)}\n`;
  const body = lines.map((line, i) => (line === "" ? "" : at(72, 750 - 17 * i, line))).join("");
  return `BT\n/F1 11 Tf\n${at(72, 800, head)}${body}${at(300, 40, foot)}ET`;
}

/** `pages` are { head, lines, foot }. */
export function pdfOf(pages) {
  const pageAt = (i) => 4 + 2 * i;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${pageAt(i)} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  for (const [i, page] of pages.entries()) {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${pageAt(i) + 1} 0 R >>`,
      streamObject(contentOf(page)),
    );
  }
  return pdfOfObjects(objects);
}
