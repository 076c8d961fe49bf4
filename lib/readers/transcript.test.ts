import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block, LabelDecision, ReadResult } from "./read-result";
import { buildTranscript } from "./transcript";

const block = (raw: string, label: string | null = null, more: Partial<Block> = {}): Block => ({
  raw,
  label,
  labelLength: label === null ? 0 : label.length + 2,
  startMs: null,
  endMs: null,
  ...more,
});
const read = (blocks: readonly Block[], unit: "paragraph" | "cue" = "paragraph"): ReadResult => ({
  format: "docx",
  encoding: null,
  unit,
  blocks,
  problems: [],
});
const speaker = (label: string, more: Partial<LabelDecision> = {}): LabelDecision => ({
  label,
  treatment: "speaker",
  name: label,
  role: "participant",
  ...more,
});
const span = (start: number, end: number, bold: boolean, italic = false) => ({ start, end, bold, italic });

describe("bold and italic", () => {
  test("stand over the stored text, without what the label took", () => {
    const blocks = [
      block("I: Why now", "I", { emphasis: [span(0, 6, true)] }),
      block("P: so so", "P", { emphasis: [span(3, 5, false, true), span(6, 8, true, true)] }),
    ];
    const { text, emphasis } = buildTranscript(read(blocks), []);
    expect(text).toBe("Why now\nso so");
    expect(emphasis).toEqual([0, 3, 1, 8, 10, 2, 11, 13, 3]);
  });

  test("neighbours of one kind become one; none at all leaves no list", () => {
    const touching = [span(3, 5, true), span(5, 6, true), span(6, 7, false)];
    expect(buildTranscript(read([block("I: Why now", "I", { emphasis: touching })]), []).emphasis).toEqual([0, 3, 1]);
    expect(buildTranscript(read([block("I: Why now", "I", { emphasis: [span(0, 2, true)] })]), [])).not.toHaveProperty(
      "emphasis",
    );
  });

  test("a label that is nobody comes back with its letters", () => {
    const decisions = [speaker("Note", { treatment: "not-speaker" })];
    const blocks = [block("Note: bell", "Note", { emphasis: [span(0, 4, true)] })];
    expect(buildTranscript(read(blocks), decisions)).toMatchObject({ text: "Note: bell", emphasis: [0, 4, 1] });
  });

  test("whatever the spans: the same letters, rising and apart", () => {
    const line = fc.string({ unit: fc.constantFrom("a", "b", " ", "\r\n", "\n", "😀"), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(line, fc.nat(8), fc.nat(6)), { minLength: 1, maxLength: 5 }), (lines) => {
        const blocks = lines.map(([words, from, length]) => {
          const raw = `P: x${words}x`;
          const start = Math.min(from, raw.length);
          return block(raw, "P", { emphasis: [span(start, Math.min(start + length, raw.length), true)] });
        });
        const { text, emphasis = [] } = buildTranscript(read(blocks), []);
        const wanted = blocks
          .map(({ raw, labelLength, emphasis: [only] = [] }) =>
            only ? raw.slice(Math.max(only.start, labelLength), Math.max(only.end, labelLength)) : "",
          )
          .join("")
          .replace(/\r\n?/g, "\n");
        const found: string[] = [];
        for (let i = 0; i < emphasis.length; i += 3) {
          expect(emphasis[i]).toBeGreaterThanOrEqual(emphasis[i - 2] ?? 0);
          found.push(text.slice(emphasis[i], emphasis[i + 1]));
        }
        // A span may begin or end within CRLF, whose halves become one character.
        expect(found.join("").replace(/\n/g, "")).toBe(wanted.replace(/\n/g, ""));
      }),
    );
  });
});

describe("a label parted into people", () => {
  test("their turns bear the name too, and keep the file's own label", () => {
    const blocks = [block("M: a", "M"), block("M: b", "M"), block("goes on"), block("M: c", "M")];
    const parts = [{ name: "Anna", role: "participant" as const, blocks: [1] }];
    const { text, turns } = buildTranscript(read(blocks), [speaker("M", { parts })]);
    expect(turns.map(({ start, end, label, rawLabel }) => [label, rawLabel, text.slice(start, end)])).toEqual([
      ["M", undefined, "a"],
      ["M (Anna)", "M", "b\ngoes on"],
      ["M", undefined, "c"],
    ]);
    expect(turns[0]).not.toHaveProperty("rawLabel");
  });

  test("cues that follow each other part where the person changes", () => {
    const cues = ["a", "b", "c"].map((words, i) => block(words, "M", { labelLength: 0, startMs: i, endMs: i + 1 }));
    const parts = [{ name: "Ben", role: "participant" as const, blocks: [1, 2] }];
    const { turns, text } = buildTranscript(read(cues, "cue"), [speaker("M", { parts })]);
    expect(turns.map(({ start, end, label }) => [label, text.slice(start, end)])).toEqual([
      ["M", "a"],
      ["M (Ben)", "b c"],
    ]);
  });

  test("who is no speaker is not parted", () => {
    const decisions = [
      speaker("M", { treatment: "not-speaker", parts: [{ name: "Anna", role: "participant", blocks: [0] }] }),
    ];
    expect(buildTranscript(read([block("M: a", "M")]), decisions).turns).toMatchObject([{ label: null }]);
  });
});
