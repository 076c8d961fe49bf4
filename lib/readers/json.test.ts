import { describe, expect, test } from "vitest";
import { readJson } from "./json";
import { readFile } from "./read-file";
import type { ReadResult } from "./read-result";
import { foundLabels } from "./speakers";
import { buildTranscript } from "./transcript";

const json = (value: unknown, verbatim = false): ReadResult => ({
  ...readJson(typeof value === "string" ? value : JSON.stringify(value), { verbatim }),
  encoding: "utf-8",
});
type Turn = readonly [label: string | null, words: string, startMs: number | null, endMs: number | null];
function turnsOf(value: unknown): Turn[] {
  const { text, turns } = buildTranscript(json(value), []);
  return turns.map((turn) => [turn.label, text.slice(turn.start, turn.end), turn.startMs, turn.endMs]);
}
function codeOf(value: unknown): unknown {
  try {
    json(value);
    return "read";
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

describe("Whisper and its kin", () => {
  test("openai-whisper: the space at a segment's head joins, and is nobody's word", () => {
    const file = {
      text: " Hello there. And so",
      segments: [
        { id: 0, seek: 0, start: 0, end: 1.2, text: " Hello there.", tokens: [1], avg_logprob: -0.2 },
        { id: 1, seek: 0, start: 1.2, end: 117.2399, text: " And so", words: [{ word: " And", start: 1.2, end: 1.4 }] },
      ],
      language: "en",
    };
    expect(turnsOf(file)).toEqual([[null, "Hello there. And so", 0, 117_240]]);
    expect(json(file)).toMatchObject({ format: "json", unit: "cue", problems: [{ code: "no-speakers-found" }] });
    expect(buildTranscript(json(file, true), []).text).toBe(" Hello there. And so");
  });

  test("Chinese segments are joined without a space", () => {
    const segments = ["你好", "世界"].map((text, i) => ({ start: i, end: i + 1, text }));
    expect(turnsOf({ text: "你好世界", segments })).toEqual([[null, "你好世界", 0, 2_000]]);
  });

  test("a confidence that is no number is told; a time that is none refuses the file", () => {
    const file = '{"text":"x","segments":[{"start":0,"end":1,"text":"NaN, he said","avg_logprob":NaN,"x":-Infinity}]}';
    expect(json(file).blocks[0]?.raw).toBe("NaN, he said");
    expect(json(file).problems[0]).toEqual({ code: "json-not-numbers", params: { count: 2 } });
    expect(codeOf(file.replace('"end":1', '"end":NaN'))).toBe("json-bad-times");
    expect(codeOf(file.replace('"end":1', '"end":1e400'))).toBe("json-bad-times");
    expect(codeOf(file.replace('"end":1', '"end":{"a":1}'))).toBe("json-bad-times");
  });

  test("OpenAI's diarized answer", () => {
    const segment = (speaker: string, start: number, text: string) => ({
      type: "transcript.text.segment",
      id: "segment_0",
      speaker,
      start,
      end: start + 1,
      text,
    });
    expect(
      turnsOf({ task: "transcribe", duration: 3, segments: [segment("A", 0, "Hi."), segment("B", 1, "Ho.")] }),
    ).toEqual([
      ["A", "Hi.", 0, 1_000],
      ["B", "Ho.", 1_000, 2_000],
    ]);
  });

  test("WhisperX: two people in one segment are parted; words without times go with the one before", () => {
    const file = {
      segments: [
        {
          start: 0,
          end: 4,
          text: " We paid £20  for it. Did you?",
          speaker: "SPEAKER_00",
          words: [
            { word: "We", start: 0, end: 0.2, speaker: "SPEAKER_00" },
            { word: "paid", start: 0.3, end: 0.5, speaker: "SPEAKER_00" },
            { word: "£20" },
            { word: "for", start: 1, end: 1.2, speaker: "SPEAKER_00" },
            { word: "it.", start: 1.3, end: 1.5, speaker: "SPEAKER_00" },
            { word: "Did", start: 2, end: 2.2, speaker: "SPEAKER_01" },
            { word: "you?", start: 2.3, end: 2.5, speaker: "SPEAKER_01" },
          ],
        },
        { start: 5, end: 6, text: " 1999.", words: [{ word: "1999." }] },
        { start: 6, end: 7, text: " Yes.", words: [{ word: "Yes.", start: 6, end: 7, speaker: "SPEAKER_00" }] },
      ],
      word_segments: [],
      language: "en",
    };
    expect(turnsOf(file)).toEqual([
      ["SPEAKER_00", "We paid £20  for it. ", 0, 1_500],
      ["SPEAKER_01", "Did you?", 2_000, 4_000],
      [null, "1999.", 5_000, 6_000],
      ["SPEAKER_00", "Yes.", 6_000, 7_000],
    ]);
    const other = structuredClone(file);
    for (const word of other.segments[0]?.words ?? []) word.word = `x${word.word}`;
    expect(turnsOf(other)[0]?.[1]).toBe("We paid £20  for it. Did you?");
  });

  test("whisper.cpp counts in milliseconds and writes its guess of the speaker into the text", () => {
    const entry = (from: number, to: number, text: string) => ({ timestamps: {}, offsets: { from, to }, text });
    expect(
      turnsOf({ transcription: [entry(0, 1500, " (speaker 0) Hi."), entry(1500, 2000, " (speaker ?) Ho.")] }),
    ).toEqual([
      ["speaker 0", "Hi.", 0, 1_500],
      ["speaker ?", "Ho.", 1_500, 2_000],
    ]);
  });

  test("Transformers: the last end may be missing", () => {
    const chunks = [
      { timestamp: [0, 1.5], text: " One." },
      { timestamp: [1.5, null], text: " Two." },
    ];
    expect(turnsOf({ text: " One. Two.", chunks })).toEqual([[null, "One. Two.", 0, 1_500]]);
  });

  test("podwhisperer: labels stay, the names beside them are proposed", () => {
    const read = json({
      speakers: { spk_0: "Luciano", spk_1: "Eoin", spk_9: "Nobody" },
      segments: [
        { speakerLabel: "spk_0", start: 0, end: 1, text: " Hi." },
        { speakerLabel: "spk_1", start: 1, end: 2, text: "" },
        { speakerLabel: "spk_1", start: 2, end: 3, text: " Ho." },
      ],
    });
    expect(read.names).toEqual([
      ["spk_0", "Luciano"],
      ["spk_1", "Eoin"],
    ]);
    expect(foundLabels(read).map(({ label, turns, proposal }) => [label, turns, proposal.name])).toEqual([
      ["spk_0", 1, "Luciano"],
      ["spk_1", 1, "Eoin"],
    ]);
    expect(read.problems).toEqual([{ code: "cues-empty", params: { count: 1 } }]);
  });
});

describe("services", () => {
  test("AssemblyAI: utterances in milliseconds; without them words; without those the text", () => {
    const word = (text: string, start: number, speaker: string | null) => ({ text, start, end: start + 300, speaker });
    const file = {
      id: "x",
      status: "completed",
      audio_duration: 3,
      text: "Hi. Hello you.",
      utterances: [
        { speaker: "A", text: "Hi.", start: 250, end: 650, words: [] },
        { speaker: "B", text: "Hello you.", start: 730, end: 1022, words: [] },
      ],
      words: [word("Hi.", 250, "A"), word("Hello", 730, "B"), word("you.", 1_100, "B")],
    };
    expect(turnsOf(file)).toEqual([
      ["A", "Hi.", 250, 650],
      ["B", "Hello you.", 730, 1_022],
    ]);
    expect(turnsOf({ ...file, utterances: null })).toEqual([
      ["A", "Hi.", 250, 550],
      ["B", "Hello you.", 730, 1_400],
    ]);
    expect(turnsOf({ ...file, utterances: null, words: [] })).toEqual([[null, "Hi. Hello you.", null, null]]);
  });

  test("AssemblyAI: a failed transcription is refused with its kind, never with the message", () => {
    const failed = {
      id: "x",
      status: "error",
      error: "Download error to https://example.org/anna-lee.mp3",
      text: null,
    };
    expect(() => json(failed)).toThrowError(
      expect.objectContaining({ code: "json-transcription-failed", params: { reason: "download" } }),
    );
    expect(codeOf({ id: "x", status: "processing", text: null })).toBe("json-not-finished");
  });

  const deepgramWord = (word: string, start: number, speaker: number) => ({
    word: word.toLowerCase().replace(/\W/g, ""),
    punctuated_word: word,
    start,
    end: start + 0.3,
    confidence: 0.9,
    speaker,
  });
  const words = [
    deepgramWord("Hi.", 0, 0),
    deepgramWord("Hello,", 1, 1),
    deepgramWord("you.", 1.5, 1),
    deepgramWord("Fine.", 2, 1),
  ];
  const alternative = (more: object) => ({ results: { channels: [{ alternatives: [{ transcript: "x", ...more }] }] } });
  test.each([
    [
      "utterances",
      {
        results: {
          channels: [],
          utterances: [
            { start: 0, end: 0.3, transcript: "Hi.", speaker: 0 },
            { start: 1, end: 1.8, transcript: "Hello, you.", speaker: 1 },
            { start: 2, end: 2.3, transcript: "Fine.", speaker: 1 },
          ],
        },
      },
    ],
    [
      "paragraphs",
      alternative({
        words,
        paragraphs: {
          transcript: "x",
          paragraphs: [
            { speaker: 0, start: 0, end: 0.3, sentences: [{ text: "Hi.", start: 0, end: 0.3 }] },
            {
              speaker: 1,
              start: 1,
              end: 2.3,
              sentences: [
                { text: "Hello, you.", start: 1, end: 1.8 },
                { text: "Fine.", start: 2, end: 2.3 },
              ],
            },
          ],
        },
      }),
    ],
    ["words with their punctuation", alternative({ words })],
  ])("Deepgram's %s", (_, file) => {
    expect(turnsOf(file)).toEqual([
      ["Speaker 0", "Hi.", 0, 300],
      ["Speaker 1", "Hello, you. Fine.", 1_000, 2_300],
    ]);
    expect(json(file).blocks).toHaveLength(3);
  });

  test("Deepgram with a channel for each person is put in the order of time", () => {
    const channel = (...said: ReturnType<typeof deepgramWord>[]) => ({
      alternatives: [{ transcript: "", words: said.map(({ speaker: _, ...word }) => word) }],
    });
    const file = { results: { channels: [channel(deepgramWord("One.", 0, 0)), channel(deepgramWord("Two.", 1, 0))] } };
    expect(turnsOf(file)).toEqual([
      ["Channel 0", "One.", 0, 300],
      ["Channel 1", "Two.", 1_000, 1_300],
    ]);
  });

  test("Amazon Transcribe: times as text, punctuation without time, speakers apart or on the item", () => {
    const spoken = (content: string, start: string, end: string, more: object = {}) => ({
      type: "pronunciation",
      start_time: start,
      end_time: end,
      alternatives: [{ content, confidence: "0.9" }],
      ...more,
    });
    const mark = (content: string) => ({ type: "punctuation", alternatives: [{ content }] });
    const items = [
      spoken("Hi", "0.5", "0.7"),
      mark(","),
      spoken("you", "0.8", "1.0"),
      mark("."),
      spoken("Yes", "1.25", "1.5"),
      mark("?"),
    ];
    const label = (start: string, who: string) => ({ start_time: start, end_time: start, speaker_label: who });
    const segments = [
      { speaker_label: "spk_0", items: [label("0.5", "spk_0"), label("0.8", "spk_0")] },
      { speaker_label: "spk_1", items: [label("1.25", "spk_1")] },
    ];
    const expected: Turn[] = [
      ["spk_0", "Hi, you.", 500, 1_000],
      ["spk_1", "Yes?", 1_250, 1_500],
    ];
    expect(turnsOf({ jobName: "a", results: { transcripts: [], items, speaker_labels: { segments } } })).toEqual(
      expected,
    );
    const own = items.map((item, i) => ({ ...item, speaker_label: i < 4 ? "spk_0" : "spk_1" }));
    expect(turnsOf({ results: { items: own } })).toEqual(expected);
  });

  test("Rev AI: elements hold their own spaces", () => {
    const elements = [
      { type: "text", value: "Hi", ts: 0.5, end_ts: 0.7 },
      { type: "punct", value: ", " },
      { type: "text", value: "you", ts: 0.8, end_ts: 1 },
      { type: "punct", value: "." },
    ];
    expect(turnsOf({ monologues: [{ speaker: 0, elements }] })).toEqual([["Speaker 0", "Hi, you.", 500, 1_000]]);
  });
});

describe("what is no transcript, or a hostile one", () => {
  test.each([
    ["an unknown shape", { speech: { transcripts: [{ label: "a" }] } }, "json-unknown"],
    ["a list of numbers", [1, 2, 3], "json-unknown"],
    ["segments without words", { segments: [{ start: 0 }] }, "json-unknown"],
    ["a file cut off", '{"segments":[{"text":"a', "json-damaged"],
    ["words of JavaScript", '{"segments":[{"text":undefined}]}', "json-damaged"],
    ["lists in lists", `${"[".repeat(100_000)}`, "file-too-deep"],
  ])("%s", (_, value, code) => {
    expect(codeOf(value)).toBe(code);
  });

  test("__proto__ is a key like any other", () => {
    const read = json(
      '{"__proto__":{"segments":[{"text":"evil"}],"polluted":true},"segments":[{"text":"good","start":1}]}',
    );
    expect(read.blocks.map((block) => block.raw)).toEqual(["good"]);
    expect("polluted" in {}).toBe(false);
    expect(codeOf('{"__proto__":{"segments":[{"text":"evil"}]}}')).toBe("json-unknown");
    expect(json('{"speakers":{"__proto__":"Eve"},"segments":[{"text":"a","speaker":"__proto__"}]}').names).toEqual([
      ["__proto__", "Eve"],
    ]);
  });

  test("a key that comes twice is told", () => {
    const read = json('{"segments":[{"text":"lost"}],"segments":[{"text":"kept","text":"kept"}]}');
    expect(read.problems[0]).toEqual({ code: "json-keys-repeated", params: { count: 1 } });
  });

  test("NULs and halves of characters are replaced and told, for no database keeps them", () => {
    const read = json('{"segments":[{"text":"a\\u0000b \\ud83d c 😀"}]}');
    expect(read.blocks[0]?.raw).toBe("a\uFFFDb \uFFFD c 😀");
    expect(read.problems.map((problem) => problem.code)).toEqual([
      "nul-replaced",
      "half-characters-replaced",
      "no-speakers-found",
    ]);
  });

  test("is known by its content, whatever its name; talk that begins with a brace is talk", async () => {
    const bytes = new TextEncoder().encode(' {"text":" a","segments":[{"start":0,"end":1,"text":" a"}]}');
    expect((await readFile(bytes, "talk.txt")).format).toBe("json");
    const talk = new TextEncoder().encode("{Anna} hi\n{Ben} ho\n{Anna} hey\n{Ben} hm");
    expect((await readFile(talk, "talk.txt")).format).toBe("txt");
  });
});
