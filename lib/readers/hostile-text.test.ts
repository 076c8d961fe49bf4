import { describe, expect, test } from "vitest";
import { readJson } from "./json";
import { readMd } from "./md";
import type { ReadResult } from "./read-result";
import { foundLabels } from "./speakers";
import { readSrt } from "./srt";
import { buildTranscript } from "./transcript";
import { readTxt } from "./txt";
import { readVtt } from "./vtt";

/** Much of a piece: whatever looks through all of it once for each of its pieces would outlast the test by far. */
const muchOf = (piece: string) => piece.repeat(Math.ceil((piece.includes("\n") ? 15_000 : 200_000) / piece.length));
const PATIENCE_MS = 30_000;
const OF_LINES = [
  "a:a:a:",
  "P1: ",
  "A1: x\nB2: y\n",
  " ",
  "\u200B",
  "[",
  "[a]",
  "((a))",
  "0:00 ",
  "00:00:00 - ",
  "[00:00 - ",
  "–",
  "言",
  "10:04:11 From a to b",
  "1\n",
];
const OF_CUES = [
  " ",
  "<v.",
  "<v ",
  "<c.",
  "<1:",
  "&amp",
  "{\\an",
  ">>",
  "00:00:01.000 --> 00:00:02.000\n",
  "NOTE a\n\n",
  "---\n",
];
const READERS = [
  ["txt", readTxt, OF_LINES],
  ["md", readMd, ["**", "__a", "\\*", "&amp", "---\n", "# 0:0"]],
  ["vtt", readVtt, OF_CUES],
  ["srt", readSrt, ["<c.", "{\\an", "- a\n"]],
] as const;

function everything(read: Omit<ReadResult, "encoding">): number {
  const whole = { ...read, encoding: null };
  foundLabels(whole);
  buildTranscript(whole, []);
  return read.blocks.length;
}

describe.each(READERS)("%s: much of one piece is read in one go", (format, read, pieces) => {
  const cue = format === "vtt" || format === "srt" ? "00:00:01.000 --> 00:00:02.000\n" : "";
  test(
    "whether nothing ends it or something nearly does",
    () => {
      for (const piece of pieces) {
        const blocks = everything(read(`${cue}${muchOf(piece)}x: 0:0`));
        expect(blocks).toBeGreaterThan(0);
      }
    },
    PATIENCE_MS,
  );
});

test("thousands of labels, each of them once", () => {
  const lines = Array.from({ length: 4_000 }, (_, i) => `${i % 2 ? `A${i}:` : `Name ${i} –`} words`);
  expect(everything(readTxt(lines.join("\n")))).toBe(lines.length);
});

test("every line keeps its words, whatever stands at their heads", () => {
  for (const piece of [...OF_LINES, ...OF_CUES]) {
    const text = `${piece}one\n${piece}two\n${piece}three\n${piece}one`;
    const read = readTxt(text, { verbatim: true });
    const kept = read.blocks.map((block) => block.raw).join("\n");
    expect(kept.replace(/\s/gu, "")).toBe(text.replace(/\s/gu, ""));
  }
});

test("JSON of much of one piece is refused or read, never hung", () => {
  for (const piece of ['"', '\\"', "[", "{", '{"a":', "NaN,", '"a",', '{"segments":[', "-Infinity "]) {
    for (const text of [muchOf(piece), `{"segments":[${muchOf(piece)}`]) {
      expect(() => readJson(text)).toThrowError(expect.objectContaining({ status: 422 }));
    }
  }
});
