// For tests alone: writes small PDF files whose words lie where a test puts them.

export interface FixtureWords {
  readonly x: number;
  /** From the bottom of the page, in points. */
  readonly y: number;
  readonly text: string;
  readonly bold?: boolean;
  readonly size?: number;
  /** Written upwards, as stamps at a margin are. */
  readonly turned?: boolean;
}

export interface PdfFixtureOptions {
  /** More entries of the file's last dictionary, and what they name: a password's checks. */
  readonly trailer?: string;
  readonly encrypt?: (stream: string, object: number) => string;
  /** Instead of each page's words: bytes as they are packed, one character each. */
  readonly packed?: string;
  readonly catalogue?: string;
}

const FONTS = ["Helvetica", "Helvetica-Bold"];

/** On A4. Letters beyond Windows-1252 cannot be written. */
export function pdfFile(pages: readonly (readonly FixtureWords[])[], options: PdfFixtureOptions = {}): Uint8Array {
  const objects: string[] = [];
  const kids = pages.map((_, i) => `${3 + FONTS.length + i * 2} 0 R`).join(" ");
  objects.push(
    `<</Type/Catalog/Pages 2 0 R${options.catalogue ?? ""}>>`,
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
  );
  for (const font of FONTS) objects.push(`<</Type/Font/Subtype/Type1/BaseFont/${font}/Encoding/WinAnsiEncoding>>`);
  for (const words of pages) {
    const content = objects.length + 2;
    const fonts = FONTS.map((_, i) => `/F${i} ${3 + i} 0 R`).join("");
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<<${fonts}>>>>/Contents ${content} 0 R>>`,
    );
    const drawn = options.packed ?? words.map(drawnWords).join("");
    const stream = options.encrypt ? options.encrypt(drawn, content) : drawn;
    const filter = options.packed === undefined ? "" : "/Filter/FlateDecode";
    objects.push(`<</Length ${stream.length}${filter}>>\nstream\n${stream}\nendstream`);
  }
  let file = "%PDF-1.5\n";
  const places: number[] = [];
  for (const [i, object] of objects.entries()) {
    places.push(file.length);
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const trailer = `<</Size ${objects.length + 1}/Root 1 0 R${options.trailer ?? ""}>>`;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${file.length}\n%%EOF\n`;
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0));
}

/** Lines from the top of a page downwards, as far apart as `step`. */
export function linesFrom(y: number, texts: readonly string[], step = 13, x = 72): FixtureWords[] {
  return texts.map((text, i) => ({ x, y: y - i * step, text }));
}

function drawnWords({ x, y, text, bold, size = 11, turned }: FixtureWords): string {
  const escaped = text.replace(/[\\()]/g, "\\$&");
  const place = turned ? `0 1 -1 0 ${x} ${y} Tm` : `${x} ${y} Td`;
  return `BT /F${bold ? 1 : 0} ${size} Tf ${place} (${escaped}) Tj ET\n`;
}
