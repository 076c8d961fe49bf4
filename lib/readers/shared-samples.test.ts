import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readFile } from "./read-file";
import { foundLabels } from "./speakers";
import { buildTranscript } from "./transcript";

interface Expected {
  readonly sha256: string;
  readonly turns?: number;
  readonly speakers?: readonly string[];
}

const folder = path.resolve(import.meta.dirname, "../../../shared/data");
const present = existsSync(path.join(folder, "expected.json"));
const bytesOf = (file: string) => new Uint8Array(readFileSync(path.join(folder, file)));
const expected: Record<string, Expected> = present
  ? JSON.parse(readFileSync(path.join(folder, "expected.json"), "utf8"))
  : {};

async function outcome(file: string): Promise<string> {
  try {
    const read = await readFile(bytesOf(file), path.basename(file));
    const transcript = buildTranscript(read, []);
    const labelled = transcript.turns.filter((turn) => turn.label !== null).length;
    return `${read.format} ${labelled}+${transcript.turns.length - labelled} ${foundLabels(read)
      .map((found) => found.label)
      .join(" ")}`;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

if (!present) test.skip(`the sample files are not on this machine (${folder})`, () => {});

describe.runIf(present)("the shared sample files", () => {
  test.each(Object.entries(expected).filter(([file]) => /\.(?:docx|txt|md|vtt|srt)$/.test(file)))(
    "%s",
    async (file, { sha256, turns, speakers }) => {
      const bytes = bytesOf(`real/${file}`);
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
      const read = await readFile(bytes, file);
      const transcript = buildTranscript(read, []);
      expect(transcript.turns.filter((turn) => turn.label !== null)).toHaveLength(turns ?? 0);
      expect(
        foundLabels(read)
          .map((found) => found.label)
          .sort(),
      ).toEqual([...(speakers ?? [])].sort());
      expect(transcript.text).not.toMatch(/&#\d+;/);
    },
  );

  test("the old Teams layout keeps times that overlap", async () => {
    const { turns } = buildTranscript(await readFile(bytesOf("real/r11_teams_old_layout.docx"), "r11.docx"), []);
    expect(turns.slice(0, 3).map((turn) => [turn.startMs, turn.endMs])).toEqual([
      [0, 1_250],
      [2_090, 4_480],
      [3_520, 5_460],
    ]);
  });

  const HOUSE = "docx 8+0 INT P1 P2 MOD P3 P4";
  test.each([
    ["e01_empty.txt", "file-empty"],
    ["e03_whitespace.txt", "file-no-words"],
    ["e09_xxe.docx", "file-doctype"],
    ["e11_lying_sizes_200mb.docx", "file-damaged"],
    ["e12_deep_nesting.docx", "file-too-dense"],
    ["e14_macro_renamed.docx", HOUSE],
    ["e15_house_bold_labels.docx", HOUSE],
    ["e17_table_speaker_col.docx", "docx 8+2 INT P1 P2 MOD P3 P4"],
    ["e18_table_merged_nested.docx", "docx 3+1 INT P1 P2"],
    ["e19_soft_breaks_one_paragraph.docx", HOUSE],
    ["e21_comments_footnotes_headers.docx", "docx 2+0 INT P1"],
    ["e23_strict_ooxml.docx", "docx 2+0 INT P1"],
    ["e25_docx_named.txt", HOUSE],
    ["e27_html_named.doc", "file-html"],
    ["e29_json_named.txt", "file-json"],
    ["e31_utf16be_bom.txt", "txt 3+0 INT P1 P2"],
    ["e33_windows1252.txt", "txt 3+0 INT P1 P2"],
    ["e34_macroman_cr.txt", "txt 3+0 INT P1 P2"],
    ["e36_mixed_eol.txt", "txt 4+0 INT P1 P2 P3"],
    ["e38_ja_shiftjis.txt", "txt 4+0 司会 参加者Ａ 参加者B"],
    ["e42_he_utf8.txt", "txt 4+0 מראיין משתתפת 1 משתתפת 2"],
    ["e46_ru_koi8r.txt", "txt 2+0 Интервьюер Р1"],
    ["e51_nul_and_controls.txt", "txt 3+0 P1 P2 P3"],
    ["e52_jefferson.txt", "txt 9+0 MOD P1 P3 P2 P4"],
    ["e55_rev.txt", "txt 3+0 Speaker 1 Jane Doe"],
    ["e57_no_header.vtt", "vtt 1+0 P1"],
    ["e58_bom_crlf.vtt", "vtt 1+0 P1"],
    ["e60_messy.srt", "srt 2+2 P1 MODERATOR"],
    ["e65_qualtrics_crafted.csv", "file-csv"],
    ["e71_password_protected.docx", "file-password"],
    ["e85_house.doc", "file-doc"],
    ["e97b_line_numbers.docx", "docx 48+0 INT P1 P2 MOD P3 P4"],
  ])("%s: %s", async (file, result) => {
    expect(await outcome(`edge/${file}`)).toBe(result);
  });

  test("no file ends in anything but a reading or a refusal with a code", async () => {
    for (const sub of ["edge", "real"]) {
      for (const file of readdirSync(path.join(folder, sub)))
        expect(await outcome(`${sub}/${file}`)).toMatch(/^(?:file-[a-z-]+$|docx |txt |md |vtt |srt )/);
    }
  });
});
