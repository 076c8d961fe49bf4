import { encode } from "iconv-lite";
import { describe, expect, it } from "vitest";
import { guessDelimiter, looksLikeTable } from "./csv";
import { readTable } from "./table";

const bytes = (text: string) => new TextEncoder().encode(text);
const codes = (problems: readonly { readonly code: string }[]) => problems.map((problem) => problem.code);

describe("a table in plain letters", () => {
  it.each([
    ["commas", 'id,age,words\n1,34,"a; b; c, d"\n2,35,e\n', ","],
    ["semicolons with decimal commas", "id;x;words\n1;4,5;a, b\n2;3,5;c, d, e\n", ";"],
    ["tabs", "id\tx\n1\ta, b, c\n2\td; e\n", "\t"],
    ["bars", "id|x\n1|a\n2|b\n", "|"],
    ["ragged commas", "id,comment,comment,,Q1\n1,a,b\n2,a,b,c,d,e,f\n3,x\n", ","],
    ["nothing, in one column", "words\nyes, of course\nno\n", "\u001F"],
    ["semicolons below a title", "Export of May\nid;x\n1;a\n2;b\n3;c\n", ";"],
  ])("is parted by %s", (_, text, delimiter) => {
    expect(guessDelimiter(text)).toBe(delimiter);
  });

  it("keeps every cell as it is written", async () => {
    const { rows } = await readTable(bytes('id,a,b\n0007,1E5," lead, ""quoted""\nline two "\n'));
    expect(rows).toEqual([
      ["id", "a", "b"],
      ["0007", "1E5", ' lead, "quoted"\nline two '],
    ]);
  });

  it("obeys `sep=`, drops the byte order mark, and reads what Excel calls Unicode Text", async () => {
    expect((await readTable(bytes("sep=;\na;b,c\n1;2\n"))).rows).toEqual([
      ["a", "b,c"],
      ["1", "2"],
    ]);
    expect((await readTable(bytes("\uFEFFa,b\n1,2\n"))).rows[0]).toEqual(["a", "b"]);
    const wide = await readTable(new Uint8Array(encode("\uFEFFa\tü\r\n0007\t🙂\r\n", "utf-16le")));
    expect(wide).toMatchObject({
      encoding: "utf-16le",
      rows: [
        ["a", "ü"],
        ["0007", "🙂"],
      ],
    });
  });

  it("tells of a quotation mark that nothing closes, and swallows no row behind it", async () => {
    const { rows, problems } = await readTable(bytes('id,words\n1,"fine, so far"\n2,"never closed, it is\n3,x\n'));
    expect(rows.map((row) => row[0])).toEqual(["id", "1", "2", "3"]);
    expect(rows[2]?.slice(1).join(",")).toBe('"never closed, it is');
    expect(problems).toContainEqual({ code: "quote-unclosed", params: { row: 3 } });
  });

  it("tells of ragged rows, replaces NUL, and leaves out columns and rows without a word", async () => {
    const { rows, problems } = await readTable(bytes("a,b,,\n1,2,,\n,,,\n3\n4,5,6,\nx\u0000y,z,,\n"));
    expect(rows).toEqual([
      ["a", "b", ""],
      ["1", "2", ""],
      ["3", "", ""],
      ["4", "5", "6"],
      ["x\uFFFDy", "z", ""],
    ]);
    expect(codes(problems)).toEqual(["nul-replaced", "rows-short"]);
    const long = await readTable(bytes("a,b\n1,2,3,4\n"));
    expect(codes(long.problems)).toEqual(["rows-long"]);
  });

  it("refuses a table without a word and one that is wider than any survey", async () => {
    await expect(readTable(bytes(" , \n,\n"))).rejects.toMatchObject({ code: "file-no-words" });
    await expect(readTable(bytes(`a${",".repeat(5_000)}b\n`))).rejects.toMatchObject({ code: "table-too-large" });
  });
});

describe("plain text of another name is a table", () => {
  it.each([
    ["Qualtrics' ImportIds", 'a,b\nA,B\n"{""ImportId"":""x""}","{""ImportId"":""y""}"\n1,2\n', true],
    ["every cell quoted", '"a";"b"\n"1";"2; 3"\n"4";"5"\n', true],
    ["three columns by tabs", "a\tb\tc\n1\t2\t3\n4\t5\t6\n", true],
    ["labels before tabs", "P1:\tHello\nP2:\tYes\nP1:\tNo\n", false],
    ["commas in talk", "P1: Well, yes\nP2: No, no\nP1: Fine, then\n", false],
    ["quoted speech", '"I see," he said.\n"No," she said.\n"Yes."\n', false],
  ])("%s: %s", (_, text, is) => {
    expect(looksLikeTable(text)).toBe(is);
  });
});
