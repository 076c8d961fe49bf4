// Files that mean harm: each must be refused, or read, in little time and little memory.
import { deflateRawSync } from "node:zlib";
import { CONTENT_TYPES, columnName, documentOf, workbookParts } from "./import-files.mjs";
import { pdfOfObjects, streamObject } from "./pdf-writer.mjs";
import { zipOf } from "./zip-writer.mjs";

const MEGABYTE = 1024 * 1024;
const FILE_LIMIT = 25 * MEGABYTE;

const lines = (...all) => Buffer.from(all.join("\n"));
/** `piece` again and again, up to the size. */
const again = (piece, bytes) => Buffer.alloc(bytes, piece);

const PARAGRAPH = "<w:p><w:r><w:t>INT: Hello there.</w:t></w:r></w:p>";
const docx = (xml, ...more) => zipOf([CONTENT_TYPES, { name: "word/document.xml", data: xml }, ...more]);
const ODT_NAMES =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"';
const odt = (text, before = "") =>
  zipOf([
    { name: "mimetype", data: "application/vnd.oasis.opendocument.text", stored: true },
    {
      name: "content.xml",
      data: `<?xml version="1.0"?>${before}<office:document-content ${ODT_NAMES}><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    },
  ]);
const doctype = (name, subset) => `<!DOCTYPE ${name} ${subset}>`;
const LAUGHS =
  '[<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x "&c;&c;&c;&c;&c;&c;&c;&c;">]';
const withDoctype = (subset) =>
  documentOf(PARAGRAPH.replace("Hello", "&x;")).replace("?>", `?>${doctype("w:document", subset)}`);

function zips() {
  const spaces = Buffer.alloc(120 * MEGABYTE, " ");
  const packed = deflateRawSync(spaces, { level: 1 });
  const bomb = (declaredSize) =>
    zipOf([CONTENT_TYPES, { name: "word/document.xml", data: "", packed, declaredSize, crc: 0 }]);
  const many = Array.from({ length: 5_001 }, (_, i) => ({ name: `p${i}`, data: "", stored: true }));
  let nested = zipOf([{ name: "0.txt", data: "INT: hello", stored: true }]);
  for (let i = 1; i < 60; i++) nested = zipOf([{ name: `${i}.zip`, data: nested, stored: true }]);
  const part = Buffer.alloc(4 * MEGABYTE, "ab");
  const overlapping = Array.from({ length: 400 }, (_, i) => ({
    name: `f${i}.txt`,
    data: part,
    packed: Buffer.alloc(2),
    crc: 0,
  }));
  const outside = { name: "../../../../tmp/x", data: "x" };
  return {
    "ratio.docx": bomb(spaces.length),
    "says-one-byte.docx": bomb(1),
    "says-nothing.docx": bomb(0),
    "says-4-gigabytes.docx": bomb(0xfffffffe),
    "ratio.zip": zipOf([{ name: "a.txt", data: "", packed, declaredSize: 1000, crc: 0 }]),
    "5001-parts.docx": zipOf([CONTENT_TYPES, ...many]),
    "5001-parts.zip": zipOf(many),
    "says-65535-parts.zip": zipOf([{ name: "a.txt", data: "INT: hello" }], { entries: 65_535 }),
    "zip-in-zip.zip": nested,
    "overlapping.zip": zipOf(overlapping),
    "outside.docx": docx(documentOf(PARAGRAPH), outside),
    "outside.zip": zipOf([outside]),
    "not-a-zip.docx": Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(2000, 7)]),
  };
}

/** Packages whose XML nests, repeats, names entities or claims numbers without end; small to build. */
export function xmls() {
  const deep = (open, close, n) => `${open.repeat(n)}${close.repeat(n)}`;
  // Just dense enough to pass as a file that people make.
  const unlike = Array.from({ length: 60_000 }, (_, i) => `a${(i * 7919).toString(36)}="${i}"`).join(" ");
  return {
    "deep.docx": docx(documentOf(deep("<w:p>", "</w:p>", 50_000))),
    "deep-tables.docx": docx(documentOf(deep("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 20_000))),
    "laughs.docx": docx(withDoctype(LAUGHS)),
    "reads-a-file.docx": docx(withDoctype('[<!ENTITY x SYSTEM "file:///etc/passwd">]')),
    "asks-elsewhere.docx": docx(withDoctype('SYSTEM "http://127.0.0.1:9/x.dtd"')),
    "attributes.docx": docx(documentOf(`<w:p ${unlike}/>${PARAGRAPH}`)),
    "never-closed.docx": docx(documentOf("<w:p>".repeat(1_500)).slice(0, -40)),
    "deep.odt": odt(deep("<text:span>", "</text:span>", 50_000)),
    "laughs.odt": odt("<text:p>INT: &x;</text:p>", doctype("x", LAUGHS)),
    "spaces.odt": odt('<text:p>INT: <text:s text:c="2000000000"/>hello</text:p>'),
    "repeated-cells.odt": odt(
      '<table:table xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>INT: x</text:p></table:table-cell></table:table-row></table:table>',
    ),
  };
}

function workbooks() {
  const cell = (at, value) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const workbook = (sheet, strings = "") => zipOf(workbookParts(sheet, strings));
  const farRows = Array.from(
    { length: 200 },
    (_, i) => `<row r="${1 + i * 5000}">${cell(`${columnName(16_383)}${1 + i * 5000}`, "x")}</row>`,
  );
  // Not one letter again and again, or the ratio alone would give it away.
  const long = Array.from({ length: 3000 }, (_, i) => (i * 2654435761).toString(36)).join(" ");
  const strings = `<si><t>${long}</t></si>`;
  const same = Array.from({ length: 150_000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>0</v></c></row>`);
  return {
    "far-cell.xlsx": workbook(`<row r="1">${cell("A1", "id")}</row><row r="1048576">${cell("XFD1048576", "x")}</row>`),
    "far-cells.xlsx": workbook(farRows.join("")),
    "one-string-150000-times.xlsx": workbook(same.join(""), strings),
    "string-out-of-reach.xlsx": workbook('<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>'),
    "deep.xlsx": workbook("<row>".repeat(50_000) + "</row>".repeat(50_000)),
    "laughs.xlsx": zipOf(
      workbookParts(`<row r="1">${cell("A1", "&x;")}</row>`, "").map((part) =>
        part.name.endsWith("sheet1.xml")
          ? { ...part, data: part.data.replace("?>", `?>${doctype("worksheet", LAUGHS)}`) }
          : part,
      ),
    ),
    "wild-numbers.xlsx": workbook(
      '<row r="-1"><c r="A0"><v>1e999</v></c><c r="ZZZZZZ99999999999"><v>NaN</v></c></row><row r="9007199254740993"/>',
    ),
  };
}

function pdfs() {
  const catalogue = "<< /Type /Catalog /Pages 2 0 R >>";
  const page = (contents, more = "") =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> ${more} >> /Contents ${contents} >>`;
  const font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
  const one = (stream, more) =>
    pdfOfObjects([catalogue, "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", page("4 0 R", more), stream, font]);
  const text = "BT /F1 11 Tf 72 700 Td (INT: hello) Tj ET\n";
  return {
    "pages-in-a-circle.pdf": pdfOfObjects([catalogue, "<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>"]),
    "a-million-pages.pdf": pdfOfObjects([
      catalogue,
      "<< /Type /Pages /Count 1000000 /Kids [3 0 R] >>",
      page("4 0 R"),
      streamObject(text),
      font,
    ]),
    "kids-deep.pdf": pdfOfObjects([
      catalogue,
      ...Array.from({ length: 5000 }, (_, i) => `<< /Type /Pages /Count 1 /Kids [${i + 3} 0 R] >>`),
      page("4 0 R"),
    ]),
    "huge-stream.pdf": one(streamObject(again(" ", 300 * MEGABYTE))),
    "endless-text.pdf": one(streamObject(again(text, 30 * MEGABYTE))),
    "form-in-itself.pdf": one(
      streamObject("/X Do", {
        more: "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >> ",
      }),
      "/XObject << /X 4 0 R >>",
    ),
    "deep-arrays.pdf": one(streamObject(`BT /F1 11 Tf ${"[".repeat(200_000)} TJ ET`)),
    "length-lies.pdf": pdfOfObjects([
      catalogue,
      "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
      page("4 0 R"),
      "<< /Length 999999999 >>\nstream\nBT\nendstream",
      font,
    ]),
    "header-alone.pdf": Buffer.from("%PDF-1.7\n"),
    "objects-without-end.pdf": Buffer.concat([Buffer.from("%PDF-1.7\n"), again("1 0 obj <<", 4 * MEGABYTE)]),
  };
}

/** An OLE file whose allocation table goes in a circle, and one that says it has four billion sectors. */
function compounds() {
  const head = (fields) => {
    const bytes = Buffer.alloc(512 * 4, 0xff);
    bytes.fill(0, 0, 76);
    Buffer.from("d0cf11e0a1b11ae1", "hex").copy(bytes);
    bytes.writeUInt16LE(0x3e, 24);
    bytes.writeUInt16LE(3, 26);
    bytes.writeUInt16LE(0xfffe, 28);
    bytes.writeUInt16LE(9, 30);
    bytes.writeUInt16LE(6, 32);
    bytes.writeUInt32LE(1, 44);
    bytes.writeUInt32LE(4096, 56);
    bytes.writeUInt32LE(0, 76);
    for (const [at, value] of fields) bytes.writeUInt32LE(value, at);
    return bytes;
  };
  const table = 512;
  return {
    "circle.doc": head([
      [48, 1],
      [table, 1],
      [table + 4, 1],
      [table + 8, 1],
    ]),
    "circle-of-tables.doc": head([
      [44, 0xffffffff],
      [68, 0],
      [72, 0xffffffff],
      [table + 508, 0],
    ]),
    "sectors-of-2-to-the-40.doc": (() => {
      const bytes = head([[48, 1]]);
      bytes.writeUInt16LE(40, 30);
      return bytes;
    })(),
    "head-alone.doc": head([]).subarray(0, 512),
  };
}

/** Marked-up text whose nesting, lengths or numbers lie; small to build. */
export function markups() {
  return {
    "deep.rtf": Buffer.from(`{\\rtf1 ${"{".repeat(300_000)}x${"}".repeat(300_000)}}`),
    "never-closed.rtf": Buffer.from(`{\\rtf1 ${"{\\b INT: ".repeat(100_000)}`),
    "binary-without-end.rtf": Buffer.from("{\\rtf1 INT: hello\\bin2147483647 x}"),
    "long-word.rtf": Buffer.from(`{\\rtf1 \\${"a".repeat(2 * MEGABYTE)} x}`),
    "wild-numbers.rtf": Buffer.from("{\\rtf1\\ansi\\uc-5\\u99999999999999999999 \\'zz\\u-70000 INT: hello\\par}"),
    "deep.html": Buffer.from(`<html><body>${"<div>".repeat(200_000)}INT: x`),
    "deep-tables.html": Buffer.from(`<html><body>${"<table><tr><td>".repeat(60_000)}INT: x`),
    "comments-never-closed.html": Buffer.from(`<html><body>${"<!--".repeat(500_000)}`),
    "half-tags.html": Buffer.from(`<html><body>${"<a ".repeat(600_000)}`),
    "entities.html": Buffer.from(`<html><body><p>${"&amp".repeat(400_000)}${"&#".repeat(100_000)}`),
    "deep.json": Buffer.from(`${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}`),
    "deep-objects.json": Buffer.from(`${'{"a":'.repeat(300_000)}1${"}".repeat(300_000)}`),
    "prototype.json": Buffer.from(
      '{"segments":[{"__proto__":{"text":"x"},"text":"hello","start":0,"end":1e999,"speaker":"__proto__"}]}',
    ),
    "wild-times.json": Buffer.from(
      '{"segments":[{"text":"hello","start":-1e308,"end":1e308},{"text":"x","start":"NaN","end":null}]}',
    ),
  };
}

/** Texts that make a careless pattern look for hours; reading them is no harm. */
function traps() {
  const size = 2 * MEGABYTE;
  return {
    "colons.txt": again("a:", size),
    "labels.txt": again("A B C D: ", size),
    "brackets.txt": again("[", size),
    "round-brackets.txt": again("(a", size),
    "spaces.txt": Buffer.concat([Buffer.from("INT:"), again(" ", size), Buffer.from("x")]),
    "tabs.txt": again("\t ", size),
    "numbers.txt": again("1:2:3.", size),
    "clocks.txt": again("00:00:00 ", size),
    "dots.txt": again(".", size),
    "one-word.txt": again("a", size),
    "capitals.txt": again("Mary Ann ", size),
    "empty-lines.txt": again("\n", size),
    "labels-alone.txt": again("A:\n", size),
    "accents.txt": Buffer.from(`INT: a${"\u0301".repeat(size / 2)}`),
    "joiners.txt": Buffer.from(`INT: ${"\u200d👩".repeat(size / 8)}`),
    "right-to-left.txt": Buffer.from("\u202e\u2067ש: ".repeat(size / 12)),
    "half-letters.txt": Buffer.from(`\ufeffINT: ${"\ud800".repeat(1000)}`, "utf16le"),
    "stars.md": Buffer.concat([Buffer.from("# x\n\n"), again("*a_b", size)]),
    "brackets.md": Buffer.concat([Buffer.from("# x\n\n"), again("[a](", size)]),
    "backticks.md": Buffer.concat([Buffer.from("# x\n\n"), again("` ``", size)]),
    "front-matter.md": Buffer.concat([Buffer.from("---\n"), again("a: b\n", size)]),
    "tables.md": Buffer.concat([Buffer.from("# x\n\n"), again("|a", size)]),
    "tags.vtt": Buffer.concat([Buffer.from("WEBVTT\n\n00:01.000 --> 00:02.000\n"), again("<v ", size)]),
    "arrows.vtt": Buffer.concat([Buffer.from("WEBVTT\n\n"), again("-->\n", size)]),
    "entities.vtt": Buffer.concat([Buffer.from("WEBVTT\n\n00:01.000 --> 00:02.000\n"), again("&amp", size)]),
    "empty-cues.vtt": Buffer.concat([Buffer.from("WEBVTT\n\n"), again("00:01.000 --> 00:02.000\n\n", size)]),
    "digits.srt": again("1\n", size),
    "wild-times.srt": lines("1", "99999999999:99:99,999 --> -1:00:00,000", "hello", ""),
    "one-line.csv": Buffer.concat([Buffer.from("id,text\n1,"), again("word ", FILE_LIMIT - 20)]),
    "one-quote.csv": Buffer.concat([Buffer.from('id,text\n1,"'), again("word,\n", size)]),
    "quotes.csv": Buffer.concat([Buffer.from("id,text\n1,"), again('"', size)]),
    "commas.csv": Buffer.concat([Buffer.from("id,text\n"), again(",", size)]),
    "lines.csv": Buffer.concat([Buffer.from("id,text\n"), again("1,\n", size)]),
    "many-columns.csv": Buffer.from(`${Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(",")}\n1,2\n`),
    "one-name.csv": Buffer.from(`${"a,".repeat(20_000)}a\n1\n`),
  };
}

/** { name, bytes, options? } */
export function hostileFiles() {
  const all = { ...zips(), ...xmls(), ...workbooks(), ...pdfs(), ...compounds(), ...markups(), ...traps() };
  return Object.entries(all).map(([name, bytes]) => ({ name, bytes }));
}
