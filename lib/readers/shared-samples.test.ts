import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readFile } from "./read-file";
import { FILE_FORMATS } from "./read-result";
import { foundLabels } from "./speakers";
import { buildTranscript } from "./transcript";

interface Expected {
  readonly sha256: string;
  readonly turns?: number;
  readonly speakers?: readonly string[];
}

const ENDINGS = new RegExp(`^(?:(?:file|json|table)-[a-z-]+$|(?:${FILE_FORMATS.join("|")}) )`);
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
  test.each(Object.entries(expected).filter(([file]) => /\.(?:docx|pdf|txt|md|vtt|srt)$/.test(file)))(
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

  test("r53: 77 segments, 11 runs, and the names that the file itself gives", async () => {
    const read = await readFile(bytesOf("real/r53_awsbites_speakers.json"), "r53.json");
    expect(read.blocks).toHaveLength(77);
    const { turns, cues } = buildTranscript(read, []);
    expect(turns).toHaveLength(11);
    expect(cues).toHaveLength(75);
    expect(foundLabels(read).map(({ label, proposal }) => `${label}=${proposal.name}`)).toEqual([
      "spk_0=Luciano",
      "spk_1=Eoin",
    ]);
    expect(cues[1]).toMatchObject({ startMs: 11_660, endMs: 18_060 });
  });

  test("r36: 99 labelled turns; r28: 14 headings and nobody; e52: five speakers, nine labelled lines, one silence", async () => {
    const labelled = async (file: string) =>
      (await readFile(bytesOf(file), path.basename(file))).blocks.filter((block) => block.label !== null);
    expect(await labelled("real/r36_md_bold_brackets_htmlentities.md")).toHaveLength(99);
    expect(await labelled("real/r28_pt_exp_p1.txt")).toHaveLength(0);
    const jefferson = await readFile(bytesOf("edge/e52_jefferson.txt"), "e52.txt");
    expect(jefferson.blocks.filter((block) => block.label === null).map((block) => block.raw.trim())).toEqual([
      "05        (1.2)",
    ]);
    expect(jefferson.findings).toMatchObject([{ kind: "line-numbers", count: 10, removed: true }]);
  });

  test("e53: every label of the focus group", async () => {
    const found = foundLabels(await readFile(bytesOf("edge/e53_focus_group_house.txt"), "e53.txt"));
    expect(found.map(({ label, proposal }) => `${label}>${proposal.name}/${proposal.role}`)).toEqual([
      "MOD>MOD/moderator",
      "P1>P1/participant",
      "P2>P2/participant",
      "ALL>ALL/several",
      "P3/P4>P3/P4/several",
      "P5 [to P2]>P5/participant",
      "F>F/participant",
      "M?>M?/unknown",
      "P6>P6/participant",
      "P7>P7/participant",
      "P8>P8/participant",
      "MOD (AB)>MOD/moderator",
      "Q>Q/interviewer",
      "A>A/participant",
      "UNKNOWN SPEAKER>UNKNOWN SPEAKER/unknown",
      "P4>P4/participant",
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
    ["e27_html_named.doc", "html 8+0 INT P1 P2 MOD P3 P4"],
    ["e29_json_named.txt", "json 0+1 "],
    ["e62_assemblyai_ms.json", "json 2+0 A B"],
    ["e64_nan_bigint.json", "json-bad-times"],
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
    ["e65_qualtrics_crafted.csv", "file-survey"],
    ["e67_excel_semicolon_cp1252.csv", "file-survey"],
    ["e69_ragged_dup_headers.csv", "file-survey"],
    ["e91_survey_features.xlsx", "file-survey"],
    ["e95_far_cell.xlsx", "table-too-large"],
    ["e71_password_protected.docx", "file-password"],
    ["e79_house.rtf", "rtf 8+0 INT P1 P2 MOD P3 P4"],
    ["e80_table.rtf", "rtf 8+2 INT P1 P2 MOD P3 P4"],
    ["e81_house.odt", "odt 8+0 INT P1 P2 MOD P3 P4"],
    ["e83_tracked.odt", "odt 2+0 INT P1"],
    ["e88_textedit.rtf", "rtf 5+0 INT P1 P2 P3 P4"],
    ["e85_house.doc", "doc 8+0 INT P1 P2 MOD P3 P4"],
    ["e87_header_footnote.pdf", "pdf 2+1 INT P1"],
    ["e99_rtl_cjk_emoji.pdf", "pdf 3+0 מראיין משתתפת 1 P1"],
    ["e97b_line_numbers.docx", "docx 48+0 INT P1 P2 MOD P3 P4"],
  ])("%s: %s", async (file, result) => {
    expect(await outcome(`edge/${file}`)).toBe(result);
  });

  test("no file ends in anything but a reading or a refusal with a code", async () => {
    for (const sub of ["edge", "real"]) {
      for (const file of readdirSync(path.join(folder, sub))) expect(await outcome(`${sub}/${file}`)).toMatch(ENDINGS);
    }
  });
});
