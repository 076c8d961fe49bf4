import { encode } from "iconv-lite";
import { describe, expect, test } from "vitest";
import { readFile } from "./read-file";
import type { ReadResult } from "./read-result";
import { buildTranscript } from "./transcript";

const FONTS =
  "{\\fonttbl{\\f0\\fnil\\fcharset0 Times;}{\\f1\\fcharset204 Arial Cyr{\\*\\falt Arial};}{\\f2\\fcharset128 Mincho;}{\\f3\\fcharset2 Symbol;}{\\f4\\fcharset2 Wingdings;}}";
const rtf = (body: string, head = `\\ansi\\ansicpg1252\\deff0${FONTS}`) =>
  new Uint8Array(Buffer.from(`{\\rtf1${head}${body}}`, "latin1"));
const readOf = (body: string, head?: string) => readFile(rtf(body, head), "x.rtf");
const textOf = async (body: string, head?: string) => buildTranscript(await readOf(body, head), []).text;
const turnsOf = (read: ReadResult) => {
  const { text, turns } = buildTranscript(read, []);
  return turns.map((turn) => [turn.label, text.slice(turn.start, turn.end)]);
};
const countsOf = (read: ReadResult) =>
  Object.fromEntries(read.problems.map(({ code, params }) => [code, params.count]));
const hex = (words: string, encoding: string) =>
  [...encode(words, encoding)].map((byte) => `\\'${byte.toString(16).padStart(2, "0")}`).join("");

describe("a rich text file", () => {
  test("named characters, breaks, escaped signs and spaces", async () => {
    expect(
      await textOf(
        "INT:\\tab \\ldblquote so\\rdblquote  \\endash  caf\\'e9\\emdash\\lquote x\\rquote\\~y\\_z\\-w \\{\\}\\\\ \\bullet\\line next\\par\r\nP1: a\nb\\par",
      ),
    ).toBe("“so” – café—‘x’\u00A0y\u2011z\u00ADw {}\\ •\nnext\nab");
  });

  test("bytes in the code page of their font, else of the file; wide pages whose second byte looks like a letter", async () => {
    expect(await textOf(`\\f1 ${hex("Привет", "win1251")}\\f0  ${hex("é", "win1252")}`)).toBe("Привет é");
    expect(await textOf(hex("Łódź", "win1250"), "\\ansi\\ansicpg1250")).toBe("Łódź");
    expect(await textOf(hex("naïve", "macintosh"), "\\mac")).toBe("naïve");
    expect(await textOf(`{\\f2 \\'83e\\'83X\\'83g\\'95\\'5c}`)).toBe("テスト表");
    expect(await textOf(`\\f3\\'61{\\f4\\'e0}{\\f3\\u-3999 ?}`)).toBe("α→α");
    expect(await textOf("Zürich é", "\\ansi\\ansicpg65001")).toBe("Z\uFFFDrich \uFFFD");
  });

  test("Unicode signed and unsigned, pairs, and the fallbacks that stand in for it", async () => {
    expect(
      await textOf("\\u8230 ?\\u8364\\'80\\uc0\\u55357\\u56832 x\\uc2\\u26085\\'93\\'fa{\\uc1\\u-10179?\\u-8704?}y"),
    ).toBe("…€😀x日😀y");
    expect(await textOf("a\\uc0\\u55357 b\\u56832 c")).toBe("a\uFFFDb\uFFFDc");
    expect(await textOf("{\\upr{ANSI}{\\*\\ud{\\uc0 w\\u246 rd}}}")).toBe("wörd");
  });

  test("what is not the page's text, counted", async () => {
    const read = await readOf(
      "{\\stylesheet{\\s1\\b Loud;}}{\\info{\\author NAME}}{\\*\\unknown WORDS}{\\header HEAD\\par}{\\footer 7\\par}INT: a{\\v HIDDEN}{\\deleted GONE}{\\revised kept}{\\footnote NOTE}{\\*\\annotation COMMENT} {\\field{\\*\\fldinst HYPERLINK}{\\fldrslt link}}{\\pict\\bin5 }{}{}}b{\\*\\bkmkstart x}{\\object{\\*\\objdata 00}{\\result shown}}\\par",
    );
    expect(buildTranscript(read, []).text).toBe("akept linkbshown");
    expect(countsOf(read)).toMatchObject({
      "hidden-text-left-out": 6,
      "tracked-deletions-left-out": 1,
      "tracked-insertions-kept": 1,
      "notes-left-out": 1,
      "comments-left-out": 1,
      "headers-left-out": 1,
    });
  });

  test("bold and italic, switched off by 0, by plain and by the end of a group", async () => {
    const { blocks } = await readOf("a{\\b b\\i c\\b0 d}e\\b f\\plain g");
    expect(blocks.map((block) => block.emphasis)).toEqual([
      [
        { start: 1, end: 2, bold: true, italic: false },
        { start: 2, end: 3, bold: true, italic: true },
        { start: 3, end: 4, bold: false, italic: true },
        { start: 5, end: 6, bold: true, italic: false },
      ],
    ]);
  });

  test("TextEdit: a backslash at the line's end is a paragraph", async () => {
    expect(turnsOf(await readOf("\\f0\\b INT:\\b0  a\\\nP1: b\\\r\nP1: c"))).toEqual([
      ["INT", "a"],
      ["P1", "b"],
      ["P1", "c"],
    ]);
  });

  test("a table of speakers: merged cells, two paragraphs, a table within, words after it", async () => {
    const row = (...cells: string[]) =>
      `\\trowd\\cellx1000\\cellx8000\\pard\\intbl ${cells.map((cell) => `${cell}\\cell `).join("")}\\row\n`;
    const merged = "\\trowd\\clvmrg\\cellx1000\\cellx8000\\pard\\intbl WAS P1\\cell two\\cell\\row\n";
    const section = "\\trowd\\clmgf\\cellx1000\\clmrg\\cellx8000\\pard\\intbl Section B\\cell\\cell\\row\n";
    const within =
      "\\trowd\\cellx1000\\cellx8000\\pard\\intbl P2\\cell\\pard\\intbl\\itap2 A\\nestcell B\\nestcell{\\*\\nesttableprops\\trowd\\cellx2000\\cellx4000\\nestrow}{\\nonesttables\\par}\\pard\\intbl after\\cell\\row\n";
    const body = `${row("INT", "Why?")}${row("P1", "one\\par still")}${merged}${section}${within}\\pard The end.\\par`;
    expect(turnsOf(await readOf(body))).toEqual([
      ["INT", "Why?"],
      ["P1", "one\nstill\ntwo"],
      [null, "Section B"],
      ["P2", "A\tB\nafter\nThe end."],
    ]);
  });

  test("automatic numbers: with letters they say who speaks", async () => {
    const read = await readOf(
      "{\\listtext\\f0 P1:\\tab}a\\par{\\pntext iv.\\tab}b\\par{\\listtext P2:\\tab}c\\par{\\listtext \\bullet\\tab}d\\par",
    );
    expect(turnsOf(read)).toEqual([
      ["P1", "a\nb"],
      ["P2", "c\nd"],
    ]);
    expect(countsOf(read)).toMatchObject({ "automatic-numbers-rebuilt": 2, "automatic-numbers-left-out": 1 });
  });

  test("a text box once, after the paragraph that holds it", async () => {
    const box =
      "{\\shp{\\*\\shpinst{\\sp{\\sn name}{\\sv value}}{\\shptxt in a box\\par}}{\\shprslt{\\*\\do{\\dptxbxtext in a box\\par}}}}";
    expect(await textOf(`P1: host ${box}goes on\\par P1: next\\par`)).toBe("host goes on\nin a box\nnext");
  });

  test("ends in a refusal or in words, whatever is wrong with it", async () => {
    await expect(readOf("{".repeat(3_000))).rejects.toMatchObject({ code: "file-too-deep" });
    await expect(readOf("\\pard\\plain")).rejects.toMatchObject({ code: "file-no-words" });
    expect(await textOf("a}}}b\\cell\\row\\nestrow c\\bin99999 d")).toContain("a");
    expect(await textOf("a\\'zz\\u99999999 b\\unknownword-12 c\\")).toBe("azzc}");
    expect(await textOf("\\pard\\itap999999\\intbl a\\nestcell b\\par")).toContain("b");
  });
});
