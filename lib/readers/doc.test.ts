import { describe, expect, test } from "vitest";
import { readDoc } from "./doc";
import { CHANGES, type DocFixtureParagraph, docFile } from "./doc-fixture";
import { readFile } from "./read-file";
import { foundLabels } from "./speakers";
import { buildTranscript } from "./transcript";

const plain = (text: string): DocFixtureParagraph => ({ runs: [{ text }] });
const raws = (paragraphs: readonly DocFixtureParagraph[]) =>
  readDoc(docFile(paragraphs)).blocks.map((block) => block.raw);
const problems = (paragraphs: readonly DocFixtureParagraph[]) =>
  Object.fromEntries(readDoc(docFile(paragraphs)).problems.map(({ code, params }) => [code, params.count]));

function refusal(bytes: Uint8Array): string {
  try {
    readDoc(bytes);
    return "read";
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

describe("a Word 97–2003 document", () => {
  test("gives its turns, by content and whatever its name", async () => {
    const bytes = docFile([plain("INT:\tWho was there?"), plain("P1:\tMy sister."), plain("INT:\tAnd then?")]);
    const read = await readFile(bytes, "interview.docx");
    expect(read.format).toBe("doc");
    expect(foundLabels(read).map(({ label, turns }) => [label, turns])).toEqual([
      ["INT", 2],
      ["P1", 1],
    ]);
    expect(buildTranscript(read, []).text).toBe("Who was there?\nMy sister.\nAnd then?");
  });

  test("keeps every letter of narrow and wide pieces, quotation marks and dashes among them", () => {
    expect(
      raws([
        {
          runs: [
            { text: "P1: \x93Curly\x94 \x96 \x85 \xa0na\xefve " },
            { text: "Łódź 😀 非", wide: true },
            { text: " end" },
          ],
        },
      ]),
    ).toEqual(["P1: “Curly” – … \u00a0naïve Łódź 😀 非 end"]);
  });

  test("writes hyphens, tabs and soft breaks as what they are, and drops the marks of pictures and notes", () => {
    expect(raws([plain("P1: co\x1eop re\x1fdo\ta\x0bsecond\x01\x02\x08 line")])).toEqual([
      "P1: co\u2011op re\u00addo\ta\nsecond line",
    ]);
    expect(problems([plain("P1: a\x02b\x05")])).toMatchObject({ "notes-left-out": 1, "comments-left-out": 1 });
  });

  test("keeps a field's result and drops its code, one field within another", () => {
    expect(
      raws([plain("P1: see \x13 HYPERLINK \x13 X \x14secret\x15 \x14the \x13 PAGE \x14first\x15 page\x15 now")]),
    ).toEqual(["P1: see the first page now"]);
  });

  test("does not let a field that never ends swallow the talk", () => {
    expect(raws([plain("P1: one \x13 two"), plain("P2: three")])).toEqual(["P1: one  two", "P2: three"]);
  });

  test("leaves out hidden and deleted words, keeps inserted ones, and says so", () => {
    const paragraph = {
      runs: [
        { text: "P1: in " },
        { text: "Leeds", changes: CHANGES.deleted },
        { text: "[Town A]", changes: CHANGES.inserted },
        { text: "SECRET", changes: CHANGES.hidden },
        { text: " then" },
      ],
    };
    expect(raws([paragraph])).toEqual(["P1: in [Town A] then"]);
    expect(problems([paragraph])).toMatchObject({
      "hidden-text-left-out": 6,
      "tracked-insertions-kept": 1,
      "tracked-deletions-left-out": 1,
    });
  });

  test("keeps bold and italic letters as a hint", () => {
    const [block] = readDoc(
      docFile([
        {
          runs: [{ text: "INT:", changes: CHANGES.bold }, { text: " Why " }, { text: "now", changes: CHANGES.italic }],
        },
      ]),
    ).blocks;
    expect(block?.emphasis).toEqual([
      { start: 0, end: 4, bold: true, italic: false },
      { start: 9, end: 12, bold: false, italic: true },
    ]);
  });

  test("reads a table's speaker column", () => {
    const cell = (text: string) => ({ runs: [{ text }], end: "\x07", changes: CHANGES.inTable });
    const rowEnd = { runs: [], end: "\x07", changes: CHANGES.endsRow };
    const read = readDoc(
      docFile([
        cell("INT"),
        cell("Who?"),
        rowEnd,
        cell("P1"),
        cell("My sister."),
        rowEnd,
        cell(""),
        cell("And him."),
        rowEnd,
        cell("INT"),
        cell("Yes."),
        rowEnd,
        plain("The end"),
      ]),
    );
    expect(read.blocks.map(({ label, raw, labelLength }) => [label, raw.slice(labelLength)])).toEqual([
      ["INT", "Who?"],
      ["P1", "My sister."],
      [null, "And him."],
      ["INT", "Yes."],
      [null, "The end"],
    ]);
  });

  test("sets a text box after the talk, once", () => {
    const bytes = docFile([plain("P1: talk"), plain("P1: more")], { boxes: [plain("A note in a box")] });
    expect(readDoc(bytes).blocks.map(({ raw }) => raw)).toEqual(["P1: talk", "P1: more", "A note in a box"]);
  });

  test("counts automatic numbers, which are not in the text", () => {
    expect(problems([{ runs: [{ text: "said" }], changes: CHANGES.numbered }])["automatic-numbers-left-out"]).toBe(1);
  });
});

describe("what is not read as a Word 97–2003 document", () => {
  const good = [plain("P1: words")];
  test.each([
    ["Word 95 by its first number", [{ at: 0, value: 0xa5dc }], "file-doc-word95"],
    ["Word 6 by its version", [{ at: 2, value: 0x65 }], "file-doc-word95"],
    ["a password", [{ at: 0x0a, value: 0x0300 }], "file-password"],
    ["a text longer than its pieces", [{ at: 0x4c, value: 0x7fff }], "file-damaged"],
    ["pieces beyond the table", [{ at: 0x1a2, value: 0xffff }], "file-damaged"],
  ])("%s", (_, header, code) => {
    expect(refusal(docFile(good, { header }))).toBe(code);
  });

  test("an old spreadsheet says what to save it as", async () => {
    expect(refusal(docFile(good, { name: "Workbook" }))).toBe("file-xls");
    await expect(readFile(docFile(good, { name: "Workbook" }), "a.xls")).rejects.toMatchObject({ code: "file-xls" });
  });

  test("chains of sectors that loop or leave the file", () => {
    for (const next of [9, 0x00fffff0]) {
      const bytes = docFile(good);
      new DataView(bytes.buffer).setUint32(512 + 9 * 4, next, true);
      expect(refusal(bytes)).toBe("file-damaged");
    }
  });

  test("bytes that are flipped, missing or too many end in a reading or a refusal", () => {
    const source = docFile([
      ...good,
      { runs: [{ text: "P2: bold", changes: CHANGES.bold }], changes: CHANGES.numbered },
    ]);
    for (let i = 0; i < 240; i++) {
      const at = (i * 7919) % source.length;
      const bytes =
        i % 3 === 0
          ? source.map((byte, place) => (place === at ? byte ^ (1 << (i % 8)) : byte))
          : i % 3 === 1
            ? Uint8Array.from([...source.subarray(0, at), ...source.subarray(at + 1 + (i % 16))])
            : Uint8Array.from([...source.subarray(0, at), i & 0xff, ...source.subarray(at)]);
      expect(refusal(bytes)).toMatch(/^(?:read|file-[a-z0-9-]+)$/);
    }
  });
});
