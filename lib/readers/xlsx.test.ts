import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { streamXlsxRows } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { readTable } from "./table";
import { sheetOf, type WorkbookFixture, xlsxBytes } from "./xlsx-fixture";
import { formatOfCode, shownNumber } from "./xlsx-number";

const read = (fixture: WorkbookFixture, sheet?: string) =>
  readTable(xlsxBytes(fixture), sheet === undefined ? {} : { sheet });
const code = (fixture: WorkbookFixture, sheet?: string) =>
  read(fixture, sheet).then(
    () => "read",
    (error: { code?: string }) => error.code,
  );
const one = (body: string, more: Partial<WorkbookFixture> = {}): WorkbookFixture => ({
  sheets: [{ name: "S", body }],
  ...more,
});
const cells = (...xml: string[]) => `<sheetData><row r="1">${xml.join("")}</row></sheetData>`;

describe("cells, as the sheet shows them", () => {
  it("reads shared, inline and formula strings, rich text without its furigana, escapes and line ends", async () => {
    const strings =
      '<si><t>plain &amp; &#x1F642;</t></si><si><r><t xml:space="preserve">two </t></r><r><rPr><b/></rPr><t>runs</t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t>a_x000D_\nb_x005F_x000D_</t></si><si/>';
    const { rows } = await read(
      one(
        cells(
          '<c r="A1" t="s"><v>0</v></c>',
          '<c r="B1" t="s"><v>1</v></c>',
          '<c r="C1" t="s"><v>2</v></c>',
          '<c r="D1" t="s"><v>3</v></c>',
          '<c r="E1" t="str"><f>A1&amp;"x"</f><v>cached &lt;value&gt;</v></c>',
          '<c r="F1" t="inlineStr"><is><r><t>in</t></r><r><t xml:space="preserve">line </t></r></is></c>',
          '<c r="G1" t="b"><v>1</v></c>',
          '<c r="H1" t="d"><v>2026-03-01T09:30:00</v></c>',
        ),
        { strings },
      ),
    );
    expect(rows).toEqual([
      ["plain & 🙂", "two runs", "東京", "a\nb_x000D_", "cached <value>", "inline ", "TRUE", "2026-03-01 09:30:00"],
    ]);
  });

  it("keeps what is text as text, and shows numbers as their format does", async () => {
    const styles =
      '<numFmts count="2"><numFmt numFmtId="170" formatCode="0000"/><numFmt numFmtId="171" formatCode="yyyy\\-mm\\-dd hh:mm"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="21"/></cellXfs>';
    const { rows } = await read(
      one(
        cells(
          '<c r="A1" t="inlineStr"><is><t>0007</t></is></c>',
          '<c r="B1" t="inlineStr"><is><t>1E5</t></is></c>',
          '<c r="C1" s="1"><v>7</v></c>',
          '<c r="D1"><v>0.30000000000000004</v></c>',
          '<c r="E1"><v>1e+21</v></c>',
          '<c r="F1" s="2"><v>46082.395833333336</v></c>',
          '<c r="G1" s="3"><v>46083</v></c>',
          '<c r="H1" s="4"><v>0.25</v></c>',
          '<c r="I1" s="5"><v>0.5</v></c>',
        ),
        { styles },
      ),
    );
    expect(rows).toEqual([
      ["0007", "1E5", "0007", "0.3", "1E+21", "2026-03-01 09:30:00", "2026-03-02", "25%", "12:00:00"],
    ]);
  });

  it("counts days from 1904 where the workbook does", async () => {
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>';
    const fixture = one(cells('<c r="A1" s="0"><v>0</v></c>', '<c r="B1" s="0"><v>44621</v></c>'), { styles });
    expect((await read({ ...fixture, from1904: true })).rows).toEqual([["1904-01-01", "2026-03-02"]]);
    expect((await read(fixture)).rows[0]?.[1]).toBe("2022-03-01");
  });

  it.each([
    ["General", "general"],
    ["0", "general"],
    ["#,##0.00", "general"],
    ["d/m/yyyy", "date"],
    ["[$-407]d. mmmm yyyy;@", "date"],
    ['yyyy"年"m"月"', "date"],
    ["h:mm AM/PM", "time"],
    ["m/d/yy h:mm", "date-time"],
    ["[h]:mm:ss", "elapsed"],
    ['0.0" days"', "general"],
    ["0.00%", "percent"],
    ["[Red]General", "general"],
    ["mm:ss.0", "time"],
  ])("knows the format %s", (format, kind) => {
    expect(formatOfCode(format).kind).toBe(kind);
  });

  it("knows the 29 February that 1900 did not have, and leaves days out of range as numbers", () => {
    const date = { kind: "date" } as const;
    expect([1, 59, 61, 2_958_465].map((serial) => shownNumber(String(serial), date, false))).toEqual([
      "1900-01-01",
      "1900-02-28",
      "1900-03-01",
      "9999-12-31",
    ]);
    expect(shownNumber("-1", date, false)).toBe("-1");
    expect(shownNumber("2958466", date, false)).toBe("2958466");
    expect(shownNumber("1.5", { kind: "elapsed" }, false)).toBe("36:00:00");
  });
});

describe("sheets", () => {
  it("reads the first that is shown and has cells, names the others, and reads the one asked for", async () => {
    const fixture: WorkbookFixture = {
      sheets: [
        { name: "Codes", hidden: true, body: sheetOf([["secret"]]) },
        { name: "Empty" },
        { name: "Answers", body: sheetOf([["a"]]) },
        { name: "Notes", body: sheetOf([["n"]]) },
      ],
    };
    const first = await read(fixture);
    expect(first).toMatchObject({ sheet: "Answers", sheets: ["Codes", "Empty", "Answers", "Notes"], rows: [["a"]] });
    expect(first.problems).toEqual([
      { code: "other-sheets", params: { count: 1 } },
      { code: "hidden-sheets", params: { count: 1 } },
    ]);
    expect((await read(fixture, "Codes")).rows).toEqual([["secret"]]);
    expect(await code(fixture, "No such")).toBe("sheet-unknown");
  });

  it("tells of hidden rows and columns, formulas without a value and errors, and spreads merged titles", async () => {
    const body =
      '<cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Group</t></is></c></row>' +
      '<row r="2" hidden="1"><c r="A2"><f>1+1</f><v></v></c><c r="B2" t="e"><v>#N/A</v></c><c r="C2"><v>3</v></c></row>' +
      '</sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells>';
    const { rows, problems } = await read(one(body));
    expect(rows).toEqual([
      ["Group", "Group", "Group"],
      ["", "#N/A", "3"],
    ]);
    expect(problems.map((problem) => problem.code)).toEqual([
      "rows-hidden",
      "columns-hidden",
      "formulas-without-value",
      "cells-with-errors",
    ]);
  });

  it("reads cells without references, and a sheet whose writer uses prefixes, comments and CDATA", async () => {
    expect((await read(one("<sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row></sheetData>"))).rows).toEqual([
      ["1", "", "3"],
    ]);
    const xml =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><!-- </row> --><x:sheetData>' +
      '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t><![CDATA[a </row> b]]></x:t></x:is></x:c><x:c r="C1"><x:v>2</x:v></x:c></x:row>' +
      "</x:sheetData></x:worksheet>";
    expect((await read({ sheets: [{ name: "S", xml }] })).rows).toEqual([["a </row> b", "", "2"]]);
  });
});

describe("what is refused", () => {
  it.each([
    [
      "a cell at the far end of the sheet",
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
      "table-too-large",
    ],
    ["a column that no sheet has", cells('<c r="ZZZZ1"><v>1</v></c>'), "file-damaged"],
    ["a string that is not there", cells('<c r="A1" t="s"><v>5</v></c>'), "file-damaged"],
    ["a row without an end", '<sheetData><row r="1"><c r="A1"><v>1</v></c></sheetData>', "file-damaged"],
    ["an entity of its own making", cells('<c r="A1" t="str"><v>&xxe;</v></c>'), "file-damaged"],
    ["no cell at all", "<sheetData/>", "file-no-words"],
  ])("%s", async (_, body, refusal) => {
    expect(await code(one(body))).toBe(refusal);
  });

  it("a document type declaration, wherever it stands", async () => {
    const declared = '<!DOCTYPE x [<!ENTITY e "y">]>';
    const sheet =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>';
    expect(await code({ sheets: [{ name: "S", xml: declared + sheet }] })).toBe("file-doctype");
    const more = { "xl/workbook.xml": `${declared}<workbook/>` };
    expect(await code({ ...one(cells('<c r="A1"><v>1</v></c>')), more })).toBe("file-doctype");
  });

  it("a sheet that is said to lie outside the file is no sheet", async () => {
    const more = {
      "xl/_rels/workbook.xml.rels":
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://x/worksheet" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
    };
    expect(await code({ ...one(cells('<c r="A1"><v>1</v></c>')), more })).toBe("file-empty");
  });
});

const samples = path.resolve(import.meta.dirname, "../../../shared/data/edge");
describe.runIf(existsSync(samples))("the sample of a survey in a workbook", () => {
  it("has the words that another reader finds in it", async () => {
    const bytes = new Uint8Array(readFileSync(path.join(samples, "e91_survey_features.xlsx")));
    const ours = (await readTable(bytes)).rows;
    const theirs: unknown[][] = [];
    for await (const row of streamXlsxRows(bytes)) theirs.push(row.values);
    for (const [r, row] of theirs.entries()) {
      for (const [c, value] of row.entries()) {
        if (typeof value === "string") expect(ours[r]?.[c]).toBe(value);
        if (typeof value === "number") expect(Number(ours[r]?.[c])).toBeCloseTo(value, 10);
        if (value instanceof Date)
          expect(`${ours[r]?.[c]?.replace(" ", "T")}`.slice(0, 10)).toBe(value.toISOString().slice(0, 10));
      }
    }
    expect(theirs.flat().filter((value) => typeof value === "string" && value !== "").length).toBeGreaterThan(10);
  });
});
