import { describe, expect, it } from "vitest";
import type { ReadOptions } from "./read-result";
import { buildTranscript } from "./transcript";
import { readTableFile } from "./turns-table";
import { sheetOf, xlsxBytes } from "./xlsx-fixture";

async function read(text: string | Uint8Array, options: ReadOptions = {}) {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const content = await readTableFile(bytes, options);
  return content.kind === "transcript" ? content.read : content.kind;
}
async function turns(text: string | Uint8Array, options: ReadOptions = {}) {
  const found = await read(text, options);
  if (typeof found === "string") return found;
  const { text: words, turns: made } = buildTranscript(found, []);
  return made.map(({ start, end, label, startMs }) => [
    label,
    words.slice(start, end),
    ...(startMs === null ? [] : [startMs]),
  ]);
}

describe("a table of turns", () => {
  it("is known by its titles; times make it cues, and what stands beside the talk is told", async () => {
    const text =
      'Speaker,Start,End,Text,Translation\nINT:,0:00:01,0:00:03,Wie war es?,How?\nP1,0:00:03,00:00:09.5,"Gut, danke",Fine\n';
    const found = await read(text);
    expect(found).toMatchObject({
      format: "csv",
      unit: "cue",
      problems: [{ code: "columns-left-out", params: { count: 1 } }],
    });
    if (typeof found === "string") throw new Error(found);
    expect(found.blocks[0]).toEqual({
      raw: "INT:\tWie war es?",
      label: "INT",
      labelLength: 5,
      startMs: 1_000,
      endMs: 3_000,
    });
    expect(found.blocks[1]).toMatchObject({ label: "P1", endMs: 9_500 });
    expect(await turns(text)).toEqual([
      ["INT", "Wie war es?", 1_000],
      ["P1", "Gut, danke", 3_000],
    ]);
  });

  it("goes on where the speaker's cell is empty, and reads seconds and milliseconds", async () => {
    expect(await turns("Who;Text\nINT;Hello\n;and you?\nP1;Yes\n")).toEqual([
      ["INT", "Hello\nand you?"],
      ["P1", "Yes"],
    ]);
    expect(await turns("start,speaker,text\n1.5,A B,Hello\n3,C D,Yes\n")).toEqual([
      ["A B", "Hello", 1_500],
      ["C D", "Yes", 3_000],
    ]);
    expect(await turns("start_ms,speaker,text\n1500,A B,Hello\n3000,C D,Yes\n")).toEqual([
      ["A B", "Hello", 1_500],
      ["C D", "Yes", 3_000],
    ]);
  });

  it("is known without titles by short labels that recur beside words", async () => {
    expect(await turns("INT;How was it for you?\nP1;It was fine\nINT;And your day?\nP2;Much the same\n")).toMatchObject(
      [
        ["INT", "How was it for you?"],
        ["P1", "It was fine"],
        ["INT", "And your day?"],
        ["P2", "Much the same"],
      ],
    );
  });

  it("comes as a workbook too, below a title", async () => {
    const body = sheetOf([
      ["Interview 3"],
      ["Sprecher", "Text"],
      ["I", "Wie geht's?"],
      ["B1", "Gut."],
      ["I", "Schön."],
    ]);
    const bytes = xlsxBytes({ sheets: [{ name: "Tabelle1", body }] });
    expect(await turns(bytes)).toEqual([
      ["I", "Wie geht's?"],
      ["B1", "Gut."],
      ["I", "Schön."],
    ]);
    expect(await read(bytes)).toMatchObject({ format: "xlsx", problems: [{ code: "rows-above-titles" }] });
  });

  it("is a survey where everybody answers once, or a survey program wrote it, unless a person says otherwise", async () => {
    const once = `Name,Text\n${[1, 2, 3, 4, 5, 6, 7].map((n) => `Person ${n},I think it is fine ${n}`).join("\n")}\n`;
    expect(await read(once)).toBe("survey");
    expect(await turns(once, { tableAs: "turns" })).toHaveLength(7);
    expect(await read("ID;Gender;Comment\n1;f;All good so far\n2;m;Not that good\n3;f;Fine, thank you\n")).toBe(
      "survey",
    );
    expect(await read("Speaker,Text\nINT,Hello\nP1,Yes\nINT,Fine\n", { tableAs: "survey" })).toBe("survey");
    expect(await turns("words\nyes, of course\nno\n", { tableAs: "turns" })).toEqual([
      [null, "words\nyes, of course\nno"],
    ]);
  });
});
