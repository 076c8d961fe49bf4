import { encode } from "iconv-lite";
import { describe, expect, test } from "vitest";
import { readFile } from "./read-file";
import type { ReadResult } from "./read-result";
import { buildTranscript } from "./transcript";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const readOf = (body: string, name = "x.html") => readFile(bytesOf(`<!DOCTYPE html><html><body>${body}`), name);
const textOf = async (body: string) => buildTranscript(await readOf(body), []).text;
const turnsOf = (read: ReadResult) => {
  const { text, turns } = buildTranscript(read, []);
  return turns.map((turn) => [turn.label, text.slice(turn.start, turn.end)]);
};
const countsOf = (read: ReadResult) =>
  Object.fromEntries(read.problems.map(({ code, params }) => [code, params.count]));

describe("a web page", () => {
  test("paragraphs, breaks and spaces as a browser shows them", async () => {
    const body =
      "<p>\n  <b>INT:</b>\n   Why&nbsp; &ldquo;so&rdquo; &#128512; <i> now </i> ? </p>\n<div>P1: one<br>\n  two<p>INT: thr<!-- no -->ee<pre>P1:  a\n   b</pre> <p>INT: <textarea>NO</textarea>four";
    expect(turnsOf(await readOf(body))).toEqual([
      ["INT", "Why\u00A0 “so” 😀 now ?"],
      ["P1", "one\ntwo"],
      ["INT", "three"],
      ["P1", "a\n   b"],
      ["INT", "four"],
    ]);
  });

  test("what is not shown, counted where it is words", async () => {
    const read = await readOf(
      "<head><title>T</title><style>p{}</style></head><script>var a='<p>NO</p>'</script><template><p>NO</template><svg><text>NO</text></svg><p>a<span hidden>HID</span><span style='color:red; DISPLAY : none'>DEN</span><del>OLD</del><ins>new</ins> <ruby>漢<rt>かん</rt></ruby></p><div style='mso-hide:all'><p>AWAY</p></div>",
    );
    expect(buildTranscript(read, []).text).toBe("anew 漢");
    expect(countsOf(read)).toMatchObject({
      "hidden-text-left-out": 10,
      "tracked-deletions-left-out": 1,
      "tracked-insertions-kept": 1,
    });
  });

  test("bold and italic from elements and from styles", async () => {
    const { blocks } = await readOf(
      "<p>a<strong>b<em>c</em></strong><span style='font-weight:700'>d<b style='font-weight:normal'>e</b></span>",
    );
    expect(blocks.map((block) => block.emphasis)).toEqual([
      [
        { start: 1, end: 2, bold: true, italic: false },
        { start: 2, end: 3, bold: true, italic: true },
        { start: 3, end: 4, bold: true, italic: false },
      ],
    ]);
  });

  test("a table of speakers: cells over two rows and over all columns, ends left out, a table within", async () => {
    const body =
      "<table><tr><th>Speaker<th>Text<tr><td>INT<td>Why?<tr><td rowspan=2>P1<td>One.<tr><td><p>Two.<p>Three.<tr><td colspan=2>Section B<tr><td>P2<td><table><tr><td>A<td>B</table>after</table><p>The end.";
    expect(turnsOf(await readOf(body))).toEqual([
      ["INT", "Why?"],
      ["P1", "One.\nTwo.\nThree."],
      [null, "Section B"],
      ["P2", "A\tB\nafter\nThe end."],
    ]);
  });

  test("Word's lists: a number with a name says who speaks", async () => {
    const item = (number: string, words: string) =>
      `<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>${number}<span>&nbsp;&nbsp;</span></span><![endif]>${words}</p>`;
    const read = await readOf(`${item("P1:", "a")}${item("b)", "c")}${item("P2:", "d")}<ol><li>e</ol>`);
    expect(turnsOf(read)).toEqual([
      ["P1", "a\nc"],
      ["P2", "d\ne"],
    ]);
    expect(countsOf(read)).toMatchObject({ "automatic-numbers-rebuilt": 2, "automatic-numbers-left-out": 2 });
  });

  test("the encoding: a mark of bytes, what the page says, a person's choice", async () => {
    const page = (charset: string) =>
      `<html><meta http-equiv=Content-Type content="text/html; charset=${charset}"><p>INT: Привет – ok</p>`;
    const koi = new Uint8Array(encode(page("koi8-r"), "koi8-r"));
    expect(await readFile(koi, "x.htm")).toMatchObject({ encoding: "koi8-r" });
    const text = async (bytes: Uint8Array, encoding?: string) =>
      buildTranscript(await readFile(bytes, "x.htm", { encoding }), []).text;
    expect(await text(new Uint8Array(encode(page("windows-1251"), "win1251")))).toBe("Привет – ok");
    expect(await text(new Uint8Array(encode(page("windows-1252"), "win1251")), "windows-1251")).toBe("Привет – ok");
    expect(await text(new Uint8Array([0xff, 0xfe, ...encode(page("koi8-r"), "utf-16le")]))).toBe("Привет – ok");
    expect(await text(bytesOf(page("windows-1252").replace("windows-1252", "utf-8")))).toBe("Привет – ok");
  });

  test("known by how it begins; a mark of a transcriber's is no element", async () => {
    expect((await readFile(bytesOf('<?xml version="1.0"?>\n<!-- x -->\n<html><p>a'), "x.doc")).format).toBe("html");
    expect((await readFile(bytesOf("<p>a<p>b"), "x.htm")).format).toBe("html");
    expect((await readFile(bytesOf("<slow> I: a"), "x.txt")).format).toBe("txt");
  });

  test("nesting without end, and tables in tables", async () => {
    await expect(readOf("<i>".repeat(3_000))).rejects.toMatchObject({ code: "file-too-deep" });
    await expect(readOf("<table><tr><td>".repeat(100))).rejects.toMatchObject({ code: "file-too-deep" });
    expect(await textOf("</table></td>a</p></br>b<td>c</p>d")).toBe("a\nb\nc\nd");
    expect(await textOf("<table><td rowspan=0 colspan=-5>a<td colspan=99999999>b</table>")).toBe("a\tb");
  });
});
