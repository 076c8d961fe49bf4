// Good files of every format, from which the mutations begin, and the words of each format that are put into them.
import fs from "node:fs";
import path from "node:path";
import { csvOf, pdfPages, surveyTable, teamsDocx, txtOf, vttOf, xlsxOf } from "./import-files.mjs";
import { zipOf } from "./zip-writer.mjs";

const talk = "INT: How are you?\nP7: Tired. \u201cVery.\u201d\n\nINT: Why?\nP7: Cover.\n";
const srt = "1\n00:00:01,000 --> 00:00:02,000\nINT: Hello\n\n2\n00:00:02,000 --> 00:00:04,500\n<i>P7:</i> Hello\n";
const md = "---\ntitle: x\n---\n\n# Interview\n\n**INT:** How *are* you?\n\n**P7:** [Tired](http://x) &amp; so on.\n";
const html =
  "<!DOCTYPE html><html><body><h1>x</h1><p><b>INT:</b> How are you?</p><table><tr><td>P7</td><td>Tired &amp; so</td></tr></table></body></html>";
const rtf =
  "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\pard\\b INT:\\b0\\tab How are you?\\par P7: Tired\\'e9\\u8217?s\\par\\trowd\\cellx100 a\\cell b\\cell\\row}";
const whisper = {
  text: " Hello. Yes.",
  segments: [
    {
      id: 0,
      start: 0,
      end: 1.5,
      text: " Hello.",
      speaker: "SPEAKER_00",
      words: [{ word: "Hello.", start: 0, end: 1 }],
    },
    { id: 1, start: 1.5, end: 2, text: " Yes.", speaker: "SPEAKER_01" },
  ],
};
const odt = zipOf([
  { name: "mimetype", data: "application/vnd.oasis.opendocument.text", stored: true },
  {
    name: "content.xml",
    data: '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text><text:p>INT:<text:tab/>How <text:span>are</text:span><text:s text:c="2"/>you?</text:p><text:p>P7: Tired<text:line-break/>really</text:p><table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>',
  },
]);

/** By format: what is built here. `--seeds=FOLDER` adds files of one's own. */
export function seeds(folder) {
  const built = {
    txt: [Buffer.from(talk), txtOf(20_000), Buffer.from(`\ufeff${talk}`, "utf16le")],
    md: [Buffer.from(md)],
    vtt: [vttOf(40)],
    srt: [Buffer.from(srt)],
    json: [Buffer.from(JSON.stringify(whisper))],
    html: [Buffer.from(html)],
    rtf: [Buffer.from(rtf)],
    docx: [teamsDocx(1)],
    odt: [odt],
    pdf: [pdfPages(2)],
    csv: [csvOf(surveyTable(20, 12)), Buffer.from("speaker,start,text\nINT,0:01,Hello\nP7,0:02,Yes\n")],
    xlsx: [xlsxOf(surveyTable(20, 12))],
    doc: [],
    zip: [
      zipOf([
        { name: "a.txt", data: talk },
        { name: "b/c.vtt", data: "WEBVTT\n\n00:01.000 --> 00:02.000\nINT: x\n" },
      ]),
    ],
  };
  for (const file of folder ? fs.readdirSync(folder, { recursive: true }).sort() : []) {
    const format = path.extname(file).slice(1).toLowerCase();
    if (Object.hasOwn(built, format)) built[format].push(fs.readFileSync(path.join(folder, file)));
  }
  return built;
}

const XML = ["<", ">", "/>", "]]>", "<![CDATA[", "&#0;", "&#xD800;", "&lt;", "<!--", "<!DOCTYPE x [", "<?x?>", ' a="'];
const TALK = ["A:", "\n", "\r", "\t", "  ", "[00:01:02]", "(00:01)", "\u0000", "\u202e", "\ud800", "1. ", "Speaker 1"];
const NUMBERS = ["-1", "0", "1e999", "NaN", "99999999999999999999", "4294967295", "2147483648", "0x7fffffff"];

/** What a format's own grammar trips over. */
export const TOKENS = {
  txt: TALK,
  md: [...TALK, "**", "*", "_", "`", "[", "](", "---\n", "&amp;", "<b>", "|", "\\"],
  vtt: [...TALK, "-->", "<v ", "</v>", "<c.x>", "NOTE ", "STYLE", "00:00:00.000", "&amp;", "WEBVTT"],
  srt: [...TALK, "-->", ",", "00:00:00,000", "<i>", "{\\an8}"],
  json: ["{", "}", "[", "]", '"', ",", ":", "null", "true", "\\u", "\\ud800", '"__proto__"', '"segments"', ...NUMBERS],
  html: [...XML, "<table>", "<td>", "</p>", "<br>", "<script>", "<style>", "<p>", "&nbsp", "<svg>", "<template>"],
  rtf: ["{", "}", "\\", "\\bin99999", "\\u-1?", "\\'", "\\par", "\\cell", "\\row", "{\\*\\x", "\\uc9", ...NUMBERS],
  docx: [
    ...XML,
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "<w:t>",
    "<w:tbl>",
    "<w:tc>",
    "<w:br/>",
    "<w:del>",
    "<mc:Choice>",
    ...NUMBERS,
  ],
  odt: [...XML, "<text:p>", "<text:s text:c='9999999'/>", "<table:table>", "<text:tracked-changes>", ...NUMBERS],
  pdf: [
    "obj",
    "endobj",
    "stream",
    "endstream",
    "<<",
    ">>",
    "[",
    "]",
    "(",
    ")",
    "/Kids",
    "/Parent",
    "1 0 R",
    ...NUMBERS,
  ],
  csv: ['"', ",", ";", "\t", "\n", "\r", "=1+1", "ImportId", "\u0000", "sep=;\n"],
  xlsx: [
    ...XML,
    "<row>",
    "<c r='XFD1048576'>",
    "<v>",
    "t='s'",
    "t='b'",
    "<si>",
    "<mergeCell ref='A1:XFD9'/>",
    ...NUMBERS,
  ],
  doc: ["\u0000", "\u0007", "\u0013", "\u0015", "\r", "\u00ff\u00ff\u00ff\u00ff"],
  zip: ["PK\u0003\u0004", "PK\u0001\u0002", "PK\u0005\u0006", "../", "\u0000", "/"],
};
