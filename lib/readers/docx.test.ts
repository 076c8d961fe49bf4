import { describe, expect, test } from "vitest";
import { readDocx } from "./docx";
import { readFile } from "./read-file";
import type { ReadResult } from "./read-result";
import { buildTranscript } from "./transcript";
import { documentXml, docxBytes, paragraphXml as p, zipBytes } from "./zip-fixture";

async function turnsOf(bytes: Uint8Array): Promise<(readonly [string | null, string])[]> {
  const { text, turns } = buildTranscript(await readDocx(bytes), []);
  return turns.map((turn) => [turn.label, text.slice(turn.start, turn.end)]);
}
const textOf = async (body: string) => buildTranscript(await readDocx(docxBytes(body)), []).text;
const problemsOf = (read: ReadResult) =>
  Object.fromEntries(read.problems.map(({ code, params }) => [code, params.count ?? true]));
const codeOf = async (bytes: Uint8Array) => {
  try {
    await readFile(bytes, "x.docx");
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return "read";
};
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const run = (properties: string, words: string) =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
const cell = (...paragraphs: string[]) => `<w:tc>${paragraphs.map((words) => p(words)).join("")}</w:tc>`;
const row = (...cells: string[]) =>
  `<w:tr>${cells.map((words) => (words.startsWith("<w:tc>") ? words : cell(words))).join("")}</w:tr>`;

describe("readDocx", () => {
  test("bold labels, tabs, soft breaks; words exactly as they stand", async () => {
    const body =
      p("**INT:", "\t", "Why?  Or “so” – 😀") +
      p("**P1:", "\tBecause \n of that. ") +
      p(" unlabelled, goes on") +
      p("") +
      p("**INT:", "\tOh.");
    expect(await turnsOf(docxBytes(body))).toEqual([
      ["INT", "Why?  Or “so” – 😀"],
      ["P1", "Because \n of that. \n unlabelled, goes on"],
      ["INT", "Oh."],
    ]);
  });

  test("many turns in one paragraph", async () => {
    expect(await turnsOf(docxBytes(p("INT: a\nP1: b\nstill b\nINT: c\n")))).toEqual([
      ["INT", "a"],
      ["P1", "b\nstill b"],
      ["INT", "c"],
    ]);
  });

  test("bold labels without a colon", async () => {
    const body = p("**Anna", " One.") + p("**Ben", " Two.") + p("**Anna", " Three.") + p("**Ben", " Four.");
    expect((await turnsOf(docxBytes(body))).map(([label]) => label)).toEqual(["Anna", "Ben", "Anna", "Ben"]);
  });

  test("tracked changes, hidden words, field codes, fallbacks, content controls, special characters", async () => {
    const body = [
      `<w:p>${run("", "one ")}<w:ins>${run("", "kept ")}</w:ins><w:del><w:r><w:delText>Real Name</w:delText></w:r></w:del>`,
      `<w:moveFrom>${run("", "moved away ")}</w:moveFrom><w:moveTo>${run("", "moved here ")}</w:moveTo>`,
      `${run("<w:vanish/>", "secret")}${run('<w:vanish w:val="0"/>', "shown ")}`,
      `<w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink>${run("", "link ")}</w:hyperlink>`,
      `<w:r><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Wingdings" w:char="F04A"/><w:cr/></w:r>`,
      `<w:pPr><w:rPr><w:vanish/></w:rPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr></w:p>`,
      `<w:sdt><w:sdtContent>${p("controlled")}</w:sdtContent></w:sdt>`,
      `<w:p>${run("", "host")}<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p("in a box")}</w:txbxContent></mc:Choice>`,
      `<mc:Fallback><w:txbxContent>${p("in a box")}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      `<w:p><w:r><w:commentReference w:id="0"/><w:footnoteReference w:id="2"/><w:endnoteReference w:id="2"/></w:r></w:p>`,
      `<w:altChunk/>`,
    ].join("");
    const header = `<w:hdr ${W}>${p("Interview 3, page ")}</w:hdr>`;
    const footer = `<w:ftr ${W}>${p("7")}</w:ftr>`;
    const read = await readDocx(docxBytes(body, { "word/header1.xml": header, "word/footer1.xml": footer }));
    expect(buildTranscript(read, []).text).toBe(
      "one kept moved here shown link \u2011\u00AD☺\ncontrolled\nhost\nin a box",
    );
    expect(problemsOf(read)).toMatchObject({
      "hidden-text-left-out": 6,
      "tracked-insertions-kept": 2,
      "tracked-deletions-left-out": 2,
      "comments-left-out": 1,
      "notes-left-out": 2,
      "headers-left-out": 1,
      "embedded-left-out": 1,
    });
  });

  test("a style that hides", async () => {
    const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`;
    const body = `<w:p>${run('<w:rStyle w:val="H"/>', "no")}${run("", "yes")}</w:p><w:p><w:pPr><w:pStyle w:val="H"/></w:pPr>${run("", "never")}</w:p>`;
    const read = await readDocx(docxBytes(body, { "word/styles.xml": styles }));
    expect(buildTranscript(read, []).text).toBe("yes");
    expect(problemsOf(read)["hidden-text-left-out"]).toBe(7);
  });

  test("automatic numbers with letters are labels; others are layout", async () => {
    const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="P%1:"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
    const numbered = (id: number, words: string) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr></w:pPr>${run("", words)}</w:p>`;
    const read = await readDocx(
      docxBytes(numbered(3, "a") + numbered(4, "b") + numbered(3, "c"), { "word/numbering.xml": numbering }),
    );
    const { text, turns } = buildTranscript(read, []);
    expect(turns.map((turn) => [turn.label, text.slice(turn.start, turn.end)])).toEqual([
      ["P1", "a\nb"],
      ["P2", "c"],
    ]);
    expect(problemsOf(read)).toMatchObject({ "automatic-numbers-rebuilt": 2, "automatic-numbers-left-out": 1 });
  });

  test("bold and italic from runs, from styles and from what those are based on; two styles that say bold undo each other", async () => {
    const styles = `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:i w:val="0"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="N"/><w:style w:type="paragraph" w:styleId="Q"><w:basedOn w:val="Base"/></w:style><w:style w:type="paragraph" w:styleId="Base"><w:basedOn w:val="Q"/><w:rPr><w:b/></w:rPr></w:style><w:style w:type="character" w:styleId="S"><w:rPr><w:b/><w:i/></w:rPr></w:style></w:styles>`;
    const body = [
      `<w:p>${run("", "plain ")}${run("<w:b/>", "bold")}${run("", " ")}${run("<w:b/><w:i/>", "both")}${run('<w:rStyle w:val="S"/><w:b w:val="0"/>', "slanted")}</w:p>`,
      `<w:p><w:pPr><w:pStyle w:val="Q"/></w:pPr>${run("", "all ")}${run('<w:rStyle w:val="S"/>', "less")}</w:p>`,
    ].join("");
    const { blocks } = await readDocx(docxBytes(body, { "word/styles.xml": styles }));
    const shown = blocks.map(({ raw, emphasis }) =>
      (emphasis ?? []).map(
        ({ start, end, bold, italic }) => `${raw.slice(start, end)}:${bold ? "b" : ""}${italic ? "i" : ""}`,
      ),
    );
    expect(shown).toEqual([
      ["bold:b", "both:bi", "slanted:i"],
      ["all :b", "less:i"],
    ]);
  });

  test("a style becomes the speaker when a person says so: late letters, paragraphs that go on", async () => {
    const late = `<w:p>${run("", "W")}${run("<w:i/>", "hy then?")}</w:p>`;
    const body = [p("**Why?"), p("Because."), p("And so."), p("**What ", "**else?"), p("A ", "**lot", "."), late].join(
      "",
    );
    const plain = await readDocx(docxBytes(body));
    expect([plain.styleMightLabel, plain.blocks.some((block) => block.label)]).toEqual([true, false]);
    const read = await readDocx(docxBytes(body), { styleSpeakers: true });
    const { text, turns } = buildTranscript(read, []);
    expect(turns.map((turn) => [turn.label, text.slice(turn.start, turn.end)])).toEqual([
      ["Bold", "Why?"],
      ["Plain", "Because.\nAnd so."],
      ["Bold", "What else?"],
      ["Plain", "A lot."],
      ["Italic", "Why then?"],
    ]);
    expect(problemsOf(read)).toEqual({});
    const headings = [p("**Part one"), p("Because."), p("**Part two"), p("And so."), p("**Part three"), p("No.")];
    expect((await readDocx(docxBytes(headings.join("")))).styleMightLabel).toBeUndefined();
  });

  test("field codes and what is nested in them; a field that never ends swallows nothing", async () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const body = [
      `<w:p>${run("", "a ")}${field("begin")}${run("", "CODE")}${field("begin")}${field("separate")}${run("", "NESTED")}${field("end")}${field("separate")}${run("", "result")}${field("end")}${run("", " b")}</w:p>`,
      `<w:p>${field("begin")}${run("", "CODE")}</w:p>`,
      p("c"),
    ].join("");
    expect(await textOf(body)).toBe("a result b\nc");
  });

  test("ruby without its gloss, symbols by their fonts, a page break, smart tags, boxes of old and new drawings", async () => {
    const box = (words: string) => `<w:txbxContent>${p(words)}</w:txbxContent>`;
    const body = [
      `<w:p><w:r><w:ruby><w:rt>${run("", "かん")}</w:rt><w:rubyBase>${run("", "漢")}</w:rubyBase></w:ruby></w:r></w:p>`,
      `<w:p><w:r><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0E0"/><w:sym w:font="Wingdings" w:char="F0C1"/></w:r></w:p>`,
      `<w:p>${run("", "before")}<w:r><w:br w:type="page"/></w:r><w:smartTag>${run("", "after")}</w:smartTag><w:r><w:pict>${box("old box")}</w:pict></w:r></w:p>`,
    ].join("");
    const read = await readDocx(docxBytes(body));
    expect(buildTranscript(read, []).text).toBe("漢\nα→\uFFFD\nbefore\nafter\nold box");
    expect(problemsOf(read)["symbols-unknown"]).toBe(1);
  });

  test("Otter: a bold name, two spaces and a time; its keywords are nobody's words and can be left out", async () => {
    const body = [
      p("**Interview 3"),
      p("**SUMMARY KEYWORDS"),
      p("clinic, people, work"),
      p("**SPEAKERS"),
      p("Anna Bell, Speaker 1"),
      p(""),
      p("**Anna Bell", "  0:05  "),
      p("So, how was it?"),
      p("**Speaker 1", "  1:00:07"),
      p("It was fine."),
    ].join("");
    const read = await readDocx(docxBytes(body));
    const { text, turns } = buildTranscript(read, []);
    expect(turns.slice(-2).map((turn) => [turn.label, text.slice(turn.start, turn.end), turn.startMs])).toEqual([
      ["Anna Bell", "So, how was it?", 5_000],
      ["Speaker 1", "It was fine.", 3_607_000],
    ]);
    expect(read.findings).toMatchObject([{ kind: "product-lines", count: 4, removed: false }]);
    const without = await readDocx(docxBytes(body), { leaveOut: ["product-lines"] });
    expect(buildTranscript(without, []).text).toBe("Interview 3\nSo, how was it?\nIt was fine.");
  });

  test("Word's own transcription: the time before the name, the words below", async () => {
    const body = [
      p("**Transcript"),
      p("00:00:03 Speaker 1"),
      p("Hello there."),
      p("00:01:10 Speaker 2"),
      p("Good morning."),
    ];
    const { text, turns } = buildTranscript(await readDocx(docxBytes(body.join(""))), []);
    expect(turns.slice(-2).map((turn) => [turn.label, text.slice(turn.start, turn.end), turn.startMs])).toEqual([
      ["Speaker 1", "Hello there.", 3_000],
      ["Speaker 2", "Good morning.", 70_000],
    ]);
  });

  test("rows of a speaker table: a title over it, a section without merging, a time under the name, an empty turn", async () => {
    const body = `<w:tbl>${row("Focus group")}${row("Speaker", "Text", "Notes")}${row(cell("INT", "00:10"), "Why?", "")}${row("P1", cell("Because."), "nods")}${row("This is a longer remark about the room", "", "")}${row("P2", "Oh.", "")}</w:tbl>`;
    const { text, turns } = buildTranscript(await readDocx(docxBytes(body)), []);
    expect(turns.map((turn) => [turn.label, text.slice(turn.start, turn.end), turn.startMs])).toEqual([
      [null, "Focus group", null],
      ["INT", "Why?", 10_000],
      ["P1", "Because.\nnods", null],
      [null, "This is a longer remark about the room", null],
      ["P2", "Oh.", null],
    ]);
  });

  test("a table with titles: times, line numbers, continued and spanning rows", async () => {
    const body = `${p("**Group 2")}<w:tbl>${row("Line", "Time", "Speaker", "Text")}${row("1", "00:00:10", "INT", "Why?")}${row("2", "00:01:11", "P1", cell("Because.", "And so."))}${row("3", "", "", "Still me.")}${row("--- Section B ---")}${row("4", "[00:02:00]", "P2:", "Oh.")}</w:tbl>`;
    const read = await readDocx(docxBytes(body));
    const { text, turns } = buildTranscript(read, []);
    expect(turns.map((turn) => [turn.label, text.slice(turn.start, turn.end), turn.startMs])).toEqual([
      [null, "Group 2", null],
      ["INT", "Why?", 10_000],
      ["P1", "Because.\nAnd so.\nStill me.", 71_000],
      [null, "--- Section B ---", null],
      ["P2", "Oh.", 120_000],
    ]);
    expect(problemsOf(read)).toEqual({ "table-titles-left-out": 1 });
  });

  test("a table without titles, merged speaker cells, a table within", async () => {
    const merged = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>";
    const nested = `<w:tc><w:tbl>${row("A", "B")}</w:tbl>${p("after")}</w:tc>`;
    const body = `<w:tbl>${row("INT", "First question?")}${row("P1", "First part.")}${row(merged, "Second part.")}${row("P2", nested)}</w:tbl>`;
    expect(await turnsOf(docxBytes(body))).toEqual([
      ["INT", "First question?"],
      ["P1", "First part.\nSecond part."],
      ["P2", "A\tB\nafter"],
    ]);
  });

  test("a table of anything else is rows", async () => {
    expect(await textOf(`<w:tbl>${row("how it was", "and what came")}${row("later on", "nothing")}</w:tbl>`)).toBe(
      "how it was\tand what came\nlater on\tnothing",
    );
  });

  test("Teams until 2023", async () => {
    const read = await readDocx(
      docxBytes(
        p("0:0:0.0 --> 0:0:1.250\nJane Doe\nHi!") +
          p("0:0:2.90 --> 0:0:4.480\nJohn Doe\nHello.\nSo.") +
          p("0:0:5.0 --> 0:0:6.0\nJohn Doe\nYes."),
      ),
    );
    const { text, turns } = buildTranscript(read, []);
    expect(turns.map((turn) => [turn.label, text.slice(turn.start, turn.end), turn.startMs, turn.endMs])).toEqual([
      ["Jane Doe", "Hi!", 0, 1_250],
      ["John Doe", "Hello.\nSo.", 2_090, 4_480],
      ["John Doe", "Yes.", 5_000, 6_000],
    ]);
  });

  test("Teams now: a name left empty is nobody's, and the closing line neither", async () => {
    const turn = (name: string, time: string, words: string) => p("\n", `**${name}   `, `${time}\n`, words);
    const body =
      p("**Planning-20251027-Meeting Recording") +
      turn("Nicolas Blank", "0:03", "Hi.\nSo.") +
      turn("Bo | Cy", "0:09", "Hello.") +
      p("\n", "   46:45\n", "Who?") +
      turn("Bo | Cy", "55:00", "Bye.") +
      p("Bo | Cy stopped transcription");
    expect(await turnsOf(docxBytes(body))).toEqual([
      [null, "Planning-20251027-Meeting Recording"],
      ["Nicolas Blank", "Hi.\nSo."],
      ["Bo | Cy", "Hello."],
      [null, "Who?"],
      ["Bo | Cy", "Bye."],
      [null, "Bo | Cy stopped transcription"],
    ]);
  });

  test("an interviewer in bold without a label is told", async () => {
    const body = ["**Why?", "Because.", "**And then?", "Nothing.", "**Really?", "Yes."]
      .map((words) => p(words))
      .join("");
    expect(problemsOf(await readDocx(docxBytes(body)))).toEqual({
      "style-might-label": true,
      "no-speakers-found": true,
    });
  });

  test("strict namespaces, another main part, macros", async () => {
    const strict = documentXml(p("INT: a") + p("P1: b"), 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"');
    const rels =
      '<Relationships><Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>';
    const bytes = zipBytes([
      { name: "_rels/.rels", data: rels },
      { name: "word/document2.xml", data: strict },
      { name: "word/vbaProject.bin", data: "x" },
    ]);
    expect(await turnsOf(bytes)).toEqual([
      ["INT", "a"],
      ["P1", "b"],
    ]);
    expect(problemsOf(await readDocx(bytes))).toEqual({ "macros-present": 1 });
  });
});

describe("what is refused", () => {
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  const ole = (name: string) =>
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...[...name].flatMap((c) => [c.charCodeAt(0), 0])]);
  const zipOf = (...names: string[]) => zipBytes(names.map((name) => ({ name, data: "x" })));

  test.each<[string, Uint8Array]>([
    ["file-empty", new Uint8Array()],
    ["file-no-words", bytesOf(" \n\t\u00A0\n\uFEFF\n")],
    ["file-no-words", docxBytes(p("") + p(" "))],
    ["file-no-words", bytesOf("WEBVTT\n\n")],
    ["file-damaged", bytesOf("%PDF-1.7")],
    ["file-no-words", bytesOf("{\\rtf1\\ansi")],
    ["file-no-words", bytesOf("<html><p> &nbsp;</p></html>")],
    ["file-mhtml", bytesOf("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n")],
    ["json-unknown", bytesOf('{"text":"a"}')],
    ["file-xml", bytesOf('<?xml version="1.0"?><tt/>')],
    ["file-lfs-pointer", bytesOf("version https://git-lfs.github.com/spec/v1\noid sha256:0\n")],
    ["file-password", ole("EncryptedPackage")],
    ["file-damaged", ole("WordDocument")],
    ["file-xls", ole("Workbook")],
    ["file-damaged", zipOf("xl/workbook.xml")],
    ["file-presentation", zipOf("ppt/presentation.xml")],
    ["file-damaged", zipOf("mimetype", "content.xml")],
    ["file-qdpx", zipOf("project.qde")],
    ["file-archive", zipOf("a.txt")],
    ["file-damaged", docxBytes("").subarray(0, 200)],
    ["file-damaged", docxBytes("<w:p><w:r></w:p>")],
    ["file-damaged", docxBytes("<w:p><w:r><w:t>&nosuch;</w:t></w:r></w:p>")],
    ["file-recording", new Uint8Array([0, 0, 0, 32, ...bytesOf("ftypisom")])],
    ["file-too-large", new Uint8Array(25 * 1024 * 1024 + 1)],
  ])("%s", async (code, bytes) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  test("a DTD, with or without a target, before anything is expanded", async () => {
    const evil = (dtd: string) =>
      zipBytes([{ name: "word/document.xml", data: `<?xml version="1.0"?><!DOCTYPE x ${dtd}><x>&x;</x>` }]);
    expect(await codeOf(evil('[<!ENTITY x SYSTEM "file:///etc/passwd">]'))).toBe("file-doctype");
    expect(await codeOf(evil('[<!ENTITY a "aaaaaaaaaa"><!ENTITY x "&a;&a;&a;&a;">]'))).toBe("file-doctype");
  });

  test("nesting without end", async () => {
    const depth = 3_000;
    const open = Array.from({ length: depth }, (_, i) => `<w:sdt w:a${i}="${i}">`).join("");
    expect(await codeOf(docxBytes(`${open}${"</w:sdt>".repeat(depth)}`))).toBe("file-too-deep");
  });

  test("the refusal names the file and none of its words", async () => {
    await expect(readFile(bytesOf("%PDF secret words"), "Interview 3.docx")).rejects.toMatchObject({
      code: "file-damaged",
      status: 422,
      params: { name: "Interview 3.docx" },
    });
  });

  test("content decides, not the name", async () => {
    expect((await readFile(docxBytes(p("INT: a") + p("P1: b")), "renamed.txt")).format).toBe("docx");
    expect((await readFile(bytesOf("1\n00:00:01,000 --> 00:00:02,000\na"), "x.txt")).format).toBe("srt");
    expect((await readFile(bytesOf("WEBVTT\n\n00:01.000 --> 00:02.000\na"), "x.srt")).format).toBe("vtt");
    expect((await readFile(bytesOf("**Ann** a"), "x.md")).format).toBe("md");
    expect((await readFile(bytesOf("ID3: a\nID4: b"), "x.docx")).format).toBe("txt");
  });
});
