// The files that the benchmark of the import reads, built here so that nothing has to be shipped.
import { chance, clock, saying } from "./import-words.mjs";
import { pdfOf } from "./pdf-writer.mjs";
import { zipOf } from "./zip-writer.mjs";

const MEGABYTE = 1024 * 1024;

/** Turns of 10 to 60 words, interviewer and participant in turn, until the size is reached. */
export function txtOf(bytes, seed = 1) {
  const next = chance(seed);
  const turns = [];
  for (let size = 0, i = 0; size < bytes; i++) {
    const turn = `${i % 2 ? "P7" : "INT"}: ${saying(next, 10 + Math.floor(next() * 50))}`;
    size += Buffer.byteLength(turn) + 2;
    turns.push(turn);
  }
  return Buffer.from(`${turns.join("\n\n")}\n`);
}

/** Cues as Teams writes them: an id, the name in a voice tag, three to a turn. */
export function vttOf(cues, seed = 2) {
  const next = chance(seed);
  const lines = ["WEBVTT", ""];
  for (let i = 0; i < cues; i++) {
    const name = `Speaker ${1 + (Math.floor(i / 3) % 4)}`;
    lines.push(`${i}/${i}-0`, `${clock(i * 2000)} --> ${clock(i * 2000 + 1900)}`);
    lines.push(`<v ${name}>${saying(next, 4 + Math.floor(next() * 10))}</v>`, "");
  }
  return Buffer.from(lines.join("\n"));
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';

function avatar(id) {
  return (
    `<w:r><w:rPr><w:noProof/></w:rPr><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="228600" cy="228600"/><wp:docPr id="${id}" name=""/>` +
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><a:blip r:embed="rId4"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
  );
}

export function documentOf(body) {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`;
}

export const CONTENT_TYPES = {
  name: "[Content_Types].xml",
  data:
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>' +
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
};

/** A meeting as Teams writes it: one paragraph a turn, avatar, bold name, grey clock, every cue after a line break. */
export function teamsDocx(pages, seed = 3) {
  const next = chance(seed);
  const run = (text, properties = "") =>
    `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ""}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  const paragraph = (runs, id) => `<w:p w:rsidR="00${id}" w:rsidRDefault="00${id}">${runs}</w:p>`;
  const body = [
    paragraph(run("Interview-20251027_120530-Meeting Recording", "<w:b/>"), 1),
    paragraph(run("October 27, 2025, 10:05AM"), 2),
    paragraph(run("55m 55s"), 3),
  ];
  // Twelve turns of about 40 words fill a page.
  for (let i = 0; i < pages * 12; i++) {
    const cues = Array.from({ length: 3 }, () => `<w:r><w:br/></w:r>${run(saying(next, 13))}`).join("");
    const name = run(`Person ${1 + (i % 3)}   `, "<w:b/>");
    const time = run(`${Math.floor(i / 6)}:${String((i * 10) % 60).padStart(2, "0")}`, '<w:color w:val="808080"/>');
    body.push(paragraph(`${avatar(i)}<w:r><w:br/></w:r>${name}${time}${cues}`, i + 10));
  }
  return zipOf([
    CONTENT_TYPES,
    { name: "word/document.xml", data: documentOf(body.join("")) },
    { name: "word/media/image1.png", data: Buffer.alloc(20_000, 7), stored: true },
  ]);
}

/** Pages of labelled turns with a running head and a page number, in lines as a word processor breaks them. */
export function pdfPages(pages, seed = 4) {
  const next = chance(seed);
  const ascii = (text) => text.normalize("NFD").replace(/[^ -~]/g, "");
  let turn = 0;
  return pdfOf(
    Array.from({ length: pages }, (_, page) => {
      const lines = [];
      while (lines.length < 36) {
        const words = `${turn++ % 2 ? "P7" : "INT"}: ${ascii(saying(next, 50))}`.split(" ");
        for (let line = ""; words.length > 0; line = "") {
          while (words.length > 0 && line.length + words[0].length < 80) line += `${words.shift()} `;
          lines.push(line.trimEnd());
        }
        lines.push("");
      }
      return { head: "Interview P7, transcript", lines: lines.slice(0, 38), foot: String(page + 1) };
    }),
  );
}

const SCALE = ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"];

/** Rows of a survey: an id, closed questions, and one free text a ten columns; the first row holds the questions. */
export function surveyTable(rows, columns, seed = 5) {
  const next = chance(seed);
  const kindOf = (column) => (column === 0 ? "id" : column % 10 === 9 ? "free" : "closed");
  const head = Array.from({ length: columns }, (_, column) =>
    column === 0 ? "Response ID" : `Question ${column}: how do you feel about it?`,
  );
  const cell = (row, column) => {
    const kind = kindOf(column);
    if (kind === "id") return `R_${String(row).padStart(6, "0")}`;
    if (kind === "closed") return SCALE[Math.floor(next() * SCALE.length)];
    // Most people leave most of the free fields empty.
    return next() < 0.8 ? "" : saying(next, 5 + Math.floor(next() * 15));
  };
  return [head, ...Array.from({ length: rows }, (_, row) => head.map((_, column) => cell(row, column)))];
}

export function csvOf(table) {
  const quoted = (cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return Buffer.from(`${table.map((row) => row.map(quoted).join(",")).join("\r\n")}\r\n`);
}

export function columnName(index) {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}

const SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The parts of a workbook of one sheet, its cells by number into the table of shared strings, as Excel writes it. */
export function workbookParts(sheetData, sharedStrings) {
  const xml = (text) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`;
  const relation = (id, type, target) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (...lines) =>
    xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join("")}</Relationships>`,
    );
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return [
    {
      name: "[Content_Types].xml",
      data: xml(
        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/></Types>`,
      ),
    },
    { name: "_rels/.rels", data: relations(relation("rId1", "officeDocument", "xl/workbook.xml")) },
    {
      name: "xl/workbook.xml",
      data: xml(
        `<workbook ${SHEET} xmlns:r="${RELATIONS}"><sheets><sheet name="Answers" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: relations(
        relation("rId1", "worksheet", "worksheets/sheet1.xml"),
        relation("rId2", "sharedStrings", "sharedStrings.xml"),
      ),
    },
    {
      name: "xl/worksheets/sheet1.xml",
      data: xml(`<worksheet ${SHEET}><sheetData>${sheetData}</sheetData></worksheet>`),
    },
    { name: "xl/sharedStrings.xml", data: xml(`<sst ${SHEET}>${sharedStrings}</sst>`) },
  ];
}

export function xlsxOf(table) {
  const numbers = new Map();
  const rows = table.map((row, r) => {
    const cells = row.map((cell, c) => {
      if (cell === "") return "";
      if (!numbers.has(cell)) numbers.set(cell, numbers.size);
      return `<c r="${columnName(c)}${r + 1}" t="s"><v>${numbers.get(cell)}</v></c>`;
    });
    return `<row r="${r + 1}">${cells.join("")}</row>`;
  });
  const strings = [...numbers.keys()].map((cell) => `<si><t xml:space="preserve">${escaped(cell)}</t></si>`);
  return zipOf(workbookParts(rows.join(""), strings.join("")));
}

export const BENCH_FILES = {
  txt_10mb: () => ({ name: "interview.txt", bytes: txtOf(10 * MEGABYTE) }),
  vtt_100k: () => ({ name: "meeting.vtt", bytes: vttOf(100_000) }),
  docx_teams: () => ({ name: "meeting.docx", bytes: teamsDocx(40) }),
  pdf_100p: () => ({ name: "interview.pdf", bytes: pdfPages(100) }),
};
