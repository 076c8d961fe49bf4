import { expect, test } from "vitest";
import { readZip } from "../readers/zip";
import { tableDocx } from "./table-docx";

async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  const { parts } = await readZip(bytes, (part) => part === name);
  return new TextDecoder().decode(parts.get(name));
}

/** The words of each cell, row by row. */
function cellsOf(xml: string): string[][] {
  const words = (part: string) => [...part.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((found) => found[1]).join("");
  return [...xml.matchAll(/<w:tr\b.*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => words(cell)),
  );
}

test("a table with its head on every page, rules where they belong, and words that cannot break the file", async () => {
  const bytes = await tableDocx({
    title: "Agreement & <more>",
    intro: ["Counted by turn."],
    columns: [{ header: "Code" }, { header: "κ", align: "end" }],
    rows: [
      { cells: ["Theme\u0007", "0.70"] },
      { cells: ["Sub-theme", "−0.10"], depth: 1 },
      { cells: ["All codes", "–"], rule: true },
    ],
    notes: ["κ: Cohen (1960)."],
  });
  const xml = await partOf(bytes, "word/document.xml");
  expect(cellsOf(xml)).toEqual([
    ["Code", "κ"],
    ["Theme", "0.70"],
    ["Sub-theme", "−0.10"],
    ["All codes", "–"],
  ]);
  expect(xml).toContain("Agreement &amp; &lt;more&gt;");
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(xml).toContain('w:orient="landscape"');
  // The head has rules above and below, the last part one above, the last row one below.
  expect(xml.match(/<w:top w:val="single"/g)).toHaveLength(2 + 2);
  expect(xml.match(/<w:bottom w:val="single"/g)).toHaveLength(2 + 2);
});
