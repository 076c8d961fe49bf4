import { describe, expect, test } from "vitest";
import { readFile } from "./read-file";
import type { ReadResult } from "./read-result";
import { buildTranscript } from "./transcript";
import { type FixtureEntry, zipBytes } from "./zip-fixture";

const NAMESPACES = ["office", "text", "table", "style", "manifest"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");
const ROOT = `${NAMESPACES} xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"`;

const style = (name: string, family: string, text: string, more = "") =>
  `<style:style style:name="${name}" style:family="${family}" ${more}><style:text-properties ${text}/></style:style>`;
const STYLES = [
  style("B", "text", 'fo:font-weight="bold"'),
  style("BI", "text", 'fo:font-style="italic"', 'style:parent-style-name="B"'),
  style("H", "text", 'text:display="none"'),
  style("Loud", "paragraph", 'fo:font-weight="700"'),
  style("P1", "paragraph", "", 'style:parent-style-name="Loud" style:list-style-name="L1"'),
  `<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-prefix="P" style:num-suffix=":" style:num-format="1"><style:text-properties fo:font-weight="bold"/></text:list-level-style-number></text:list-style>`,
  `<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-suffix=")" style:num-format="a"/><text:list-level-style-bullet text:level="2" text:bullet-char="•"/></text:list-style>`,
].join("");

const content = (body: string, root = "office:document-content") =>
  `<?xml version="1.0" encoding="UTF-8"?><${root} ${ROOT}><office:automatic-styles>${STYLES}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></${root}>`;

function odt(body: string, more: readonly FixtureEntry[] = []): Uint8Array {
  return zipBytes([
    { name: "mimetype", data: "application/vnd.oasis.opendocument.text" },
    { name: "content.xml", data: content(body) },
    ...more,
  ]);
}
const p = (words: string, name = "Standard") => `<text:p text:style-name="${name}">${words}</text:p>`;
const span = (name: string, words: string) => `<text:span text:style-name="${name}">${words}</text:span>`;
const turnsOf = (read: ReadResult) => {
  const { text, turns } = buildTranscript(read, []);
  return turns.map((turn) => [turn.label, text.slice(turn.start, turn.end)]);
};
const readOf = (body: string, more: readonly FixtureEntry[] = []) => readFile(odt(body, more), "x.odt");
const textOf = async (body: string) => buildTranscript(await readOf(body), []).text;
const countsOf = (read: ReadResult) =>
  Object.fromEntries(read.problems.map(({ code, params }) => [code, params.count]));
const codeOf = async (bytes: Uint8Array) => {
  try {
    await readFile(bytes, "x.odt");
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return "read";
};

describe("an OpenDocument text", () => {
  test("white space is the file's own where it says so, and layout elsewhere", async () => {
    const body =
      p(`${span("B", "INT:")}<text:tab/>Why? <text:s text:c="2"/>“so”\n   – 😀<text:s/>`) +
      p("P1:\n Because<text:line-break/>of <text:soft-page-break/>that.") +
      `<text:h text:outline-level="1"><text:number>1.</text:number>INT: Oh.</text:h>`;
    expect(turnsOf(await readOf(body))).toEqual([
      ["INT", "Why?   “so” – 😀 "],
      ["P1", "Because\nof that."],
      ["INT", "Oh."],
    ]);
  });

  test("bold and italic, from a style, from its parent and from the paragraph's", async () => {
    const { blocks } = await readOf(
      p(`a${span("B", "b")}${span("BI", `c${span("B", "d")}`)}`) + p(`e${span("BI", "f")}`, "Loud"),
    );
    expect(blocks.map((block) => block.emphasis)).toEqual([
      [
        { start: 1, end: 2, bold: true, italic: false },
        { start: 2, end: 4, bold: true, italic: true },
      ],
      [
        { start: 0, end: 1, bold: true, italic: false },
        { start: 1, end: 2, bold: true, italic: true },
      ],
    ]);
  });

  test("tracked changes, notes, comments, hidden words, glosses and scripts", async () => {
    const changes = `<text:tracked-changes><text:changed-region text:id="d1"><text:deletion><text:p>REAL NAME</text:p></text:deletion></text:changed-region><text:changed-region text:id="i1"><text:insertion/></text:changed-region><text:changed-region xml:id="d2" text:id="d2"><text:deletion/></text:changed-region></text:tracked-changes>`;
    const body = [
      changes,
      p(
        `one <text:change text:change-id="d1"/><text:change-start text:change-id="i1"/>kept <text:change-end text:change-id="i1"/><text:change-start text:change-id="d2"/>GONE <text:change-end text:change-id="d2"/>two`,
      ),
      p(
        `three<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>NOTE</text:p></text:note-body></text:note><office:annotation><text:p>COMMENT</text:p></office:annotation> four${span("H", "HIDDEN")}<text:hidden-text text:string-value="SECRET" text:is-hidden="true">SECRET</text:hidden-text>`,
      ),
      p(`<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>かん</text:ruby-text></text:ruby>`),
      `<text:section text:display="none">${p("AWAY")}</text:section>`,
      p(`<text:hidden-paragraph text:is-hidden="true"/>NOT HERE`),
      `<text:table-of-content><text:table-of-content-source><text:index-title-template>TITLE</text:index-title-template></text:table-of-content-source><text:index-body>${p("shown")}</text:index-body></text:table-of-content>`,
    ].join("");
    const read = await readOf(body);
    expect(buildTranscript(read, []).text).toBe("one kept two\nthree four\n漢\nshown");
    expect(countsOf(read)).toMatchObject({
      "tracked-deletions-left-out": 2,
      "tracked-insertions-kept": 1,
      "notes-left-out": 1,
      "comments-left-out": 1,
      "hidden-text-left-out": 6 + 6 + 4 + 8,
    });
  });

  test("a deletion that never ends swallows nothing", async () => {
    const changes = `<text:tracked-changes><text:changed-region text:id="d"><text:deletion/></text:changed-region></text:tracked-changes>`;
    expect(await textOf(`${changes}${p('a<text:change-start text:change-id="d"/>b')}${p("c")}`)).toBe("ab\nc");
  });

  test("numbers of lists: those with letters say who speaks, and go on where the list goes on", async () => {
    const item = (words: string, name = "Standard") => `<text:list-item>${p(words, name)}${p("more")}</text:list-item>`;
    const list = (style: string, items: string, more = "") =>
      `<text:list text:style-name="${style}" ${more}>${items}</text:list>`;
    const read = await readOf(
      list("L1", item("a") + item("b")) +
        list("L2", `<text:list-item>${p("c")}<text:list>${item("d")}</text:list></text:list-item>`) +
        list("L1", item("e"), 'text:continue-numbering="true"') +
        `<text:list>${item("f", "P1")}</text:list>`,
    );
    expect(turnsOf(read)).toEqual([
      ["P1", "a\nmore"],
      ["P2", "b\nmore\nc\nd\nmore"],
      ["P3", "e\nmore"],
      ["P4", "f\nmore"],
    ]);
    expect(countsOf(read)).toMatchObject({ "automatic-numbers-rebuilt": 4, "automatic-numbers-left-out": 1 });
  });

  test("a table of speakers: a cell over two rows, a row over all columns, a table within", async () => {
    const cell = (words: string, more = "") => `<table:table-cell ${more}>${p(words)}</table:table-cell>`;
    const covered = '<table:covered-table-cell table:number-columns-repeated="1"/>';
    const row = (...cells: string[]) => `<table:table-row>${cells.join("")}</table:table-row>`;
    const within = `<table:table-cell><table:table>${row(cell("A"), cell("B"))}</table:table>${p("after")}</table:table-cell>`;
    const body = `<table:table><table:table-header-rows>${row(cell("Speaker"), cell("Text"))}</table:table-header-rows>${row(cell("INT"), cell("Why?"))}${row(cell("P1", 'table:number-rows-spanned="2"'), cell("One."))}${row(covered, cell("Two."))}${row(cell("Section B", 'table:number-columns-spanned="2"'), covered)}${row(cell("P2"), within)}</table:table>`;
    expect(turnsOf(await readOf(body))).toEqual([
      ["INT", "Why?"],
      ["P1", "One.\nTwo."],
      [null, "Section B"],
      ["P2", "A\tB\nafter"],
    ]);
  });

  test("a text box once, after its host; titles of pictures and embedded bytes are no words", async () => {
    const box = `<draw:frame><draw:text-box>${p("in a box")}</draw:text-box><svg:title>TITLE</svg:title></draw:frame><draw:frame><draw:image><office:binary-data>QUJD</office:binary-data></draw:image></draw:frame>`;
    expect(await textOf(p(`P1: host ${box}goes on`) + p("P1: next"))).toBe("host goes on\nin a box\nnext");
  });

  test("styles.xml gives common styles; its headers are counted and not read", async () => {
    const styles = `<office:document-styles ${ROOT}><office:styles>${style("Deep", "text", 'text:display="none"')}<style:default-style style:family="paragraph"><style:text-properties fo:font-style="italic"/></style:default-style></office:styles><office:master-styles><style:master-page><style:header>${p("Interview 3")}</style:header><style:footer>${p("7")}</style:footer></style:master-page></office:master-styles></office:document-styles>`;
    const read = await readOf(p(`a${span("Deep", "b")}`), [{ name: "styles.xml", data: styles }]);
    expect(read.blocks).toMatchObject([{ raw: "a", emphasis: [{ start: 0, end: 1, bold: false, italic: true }] }]);
    expect(countsOf(read)).toMatchObject({ "headers-left-out": 1, "hidden-text-left-out": 1 });
  });

  test("a flat file", async () => {
    const bytes = new TextEncoder().encode(content(p("INT: a") + p("P1: b"), "office:document"));
    const read = await readFile(bytes, "x.fodt");
    expect([read.format, turnsOf(read)]).toEqual([
      "odt",
      [
        ["INT", "a"],
        ["P1", "b"],
      ],
    ]);
  });

  test("what is refused", async () => {
    const manifest = `<manifest:manifest ${ROOT}><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`;
    expect(await codeOf(odt(p("a"), [{ name: "META-INF/manifest.xml", data: manifest }]))).toBe("file-password");
    expect(await codeOf(odt(p("")))).toBe("file-no-words");
    expect(await codeOf(odt("<text:p>"))).toBe("file-damaged");
    const sheet = "application/vnd.oasis.opendocument.spreadsheet";
    expect(
      await codeOf(
        zipBytes([
          { name: "mimetype", data: sheet },
          { name: "content.xml", data: content("") },
        ]),
      ),
    ).toBe("file-spreadsheet");
    const deep = `${"<text:section>".repeat(2_100)}${"</text:section>".repeat(2_100)}`;
    expect(await codeOf(odt(deep))).toBe("file-too-deep");
    expect(await codeOf(odt(`<nobody:p xmlns:__proto__="x"/>`))).toBe("file-damaged");
  });
});
