import { describe, expect, test } from "vitest";
import { readMd } from "./md";
import type { ReadOptions, ReadResult } from "./read-result";
import { buildTranscript } from "./transcript";
import { readTxt } from "./txt";

type Turn = readonly [label: string | null, words: string, startMs: number | null];
const txt = (text: string, options: ReadOptions = {}): ReadResult => ({ ...readTxt(text, options), encoding: "utf-8" });
const md = (text: string, options: ReadOptions = {}): ReadResult => ({ ...readMd(text, options), encoding: "utf-8" });
function turnsOf(read: ReadResult): Turn[] {
  const { text, turns } = buildTranscript(read, []);
  return turns.map((turn) => [turn.label, text.slice(turn.start, turn.end), turn.startMs]);
}
const codes = (read: ReadResult) => read.problems.map((problem) => problem.code);

describe("meetings", () => {
  const chat: Turn[] = [
    ["Anna Lee", "hello there", 0],
    ["Ben", "hi: all 🙂", 19_000],
    ["Anna Lee", "bye\nthen", 49_000],
  ];
  test.each([
    [
      "newer",
      "10:04:11 From Anna Lee to Everyone:\n\thello there\n10:04:30 From Ben to Anna Lee(Direct Message):\n\thi: all 🙂\n10:05:00 From Anna Lee to Everyone:\n\tbye\nthen",
    ],
    [
      "in one line",
      "10:04:11 From Anna Lee to Everyone: hello there\n10:04:30 From Ben to Everyone: hi: all 🙂\n10:05:00 From Anna Lee to Everyone: bye\nthen",
    ],
    [
      "older",
      "10:04:11\t From  Anna Lee : hello there\n10:04:30\t From  Ben : hi: all 🙂\n10:05:00\t From  Anna Lee : bye\nthen",
    ],
  ])("Zoom's chat, %s: messages with times since the first, and it is said that nobody spoke them", (_, text) => {
    const read = txt(text);
    expect(turnsOf(read)).toEqual(chat);
    expect(codes(read)).toEqual(["chat-messages", "clock-times"]);
  });

  test("Zoom's chat with tabs has times of the recording", () => {
    const read = txt("00:11:40\tDora Demszky:\thello 🙂\n00:11:52\tAnn Lee:\thi all\n00:12:01\tDora Demszky:\tbye");
    expect(turnsOf(read)).toEqual([
      ["Dora Demszky", "hello 🙂", 700_000],
      ["Ann Lee", "hi all", 712_000],
      ["Dora Demszky", "bye", 721_000],
    ]);
    expect(codes(read)).toEqual(["chat-messages"]);
  });

  test("talk that begins with a time is no chat", () => {
    expect(codes(txt("00:00:01 P1: a\n00:00:05 P2: From Ben to Anna: b"))).toEqual([]);
  });

  test("Meet as Markdown: headings of time, bold names, what the product says of itself", () => {
    const read = md(
      "# 📖 Transcript\n\n### 00:00:00\n\n**Anna Lee:** Hello.\n**Ben Ray:** Hi.\n\n### 00:05:00\n\n**Anna Lee:** More.\n\n### Transcription ended after 00:30:30\n\n*This editable transcript was computer generated and might contain errors.*",
    );
    expect(turnsOf(read)).toEqual([
      [null, "# 📖 Transcript", null],
      ["Anna Lee", "Hello.", 0],
      ["Ben Ray", "Hi.", null],
      ["Anna Lee", "More.", 300_000],
      [
        null,
        "### Transcription ended after 00:30:30\n*This editable transcript was computer generated and might contain errors.*",
        null,
      ],
    ]);
    expect(read.findings).toMatchObject([{ kind: "product-lines", count: 2, removed: false }]);
  });

  test("Meet as text: the attendees' line is nobody's, and can be left out", () => {
    const text =
      "Weekly\nAttendees\nAnna Lee, Ben Ray\nTranscript\n00:00:00\n\nAnna Lee: One.\nBen Ray: Two.\n00:05:00\n\nAnna Lee: Three.\nTranscription ended after 00:30:30";
    expect(turnsOf(txt(text))).toEqual([
      [null, "Weekly\nAttendees\nAnna Lee, Ben Ray\nTranscript", null],
      ["Anna Lee", "One.", 0],
      ["Ben Ray", "Two.", null],
      ["Anna Lee", "Three.", 300_000],
      [null, "Transcription ended after 00:30:30", null],
    ]);
    const without = txt(text, { leaveOut: ["product-lines"] });
    expect(without.findings).toEqual([
      {
        kind: "product-lines",
        count: 4,
        examples: ["Attendees", "Anna Lee, Ben Ray", "Transcript", "Transcription ended after 00:30:30"],
        removed: true,
      },
    ]);
    expect(turnsOf(without).map(([label, words]) => [label, words])).toEqual([
      [null, "Weekly"],
      ["Anna Lee", "One."],
      ["Ben Ray", "Two."],
      ["Anna Lee", "Three."],
    ]);
    expect(txt(text, { verbatim: true }).findings).toBeUndefined();
  });

  test("Otter with its keywords and speakers", () => {
    const read = txt(
      "Kickoff\nSUMMARY KEYWORDS\nschool, bus\n\nSPEAKERS\nAnna Lee, Speaker 1\n\nAnna Lee  0:05  \nHello.\n\nSpeaker 1  1:02:03  \nHi.\n\nTranscribed by https://otter.ai",
    );
    expect(turnsOf(read).slice(1)).toEqual([
      ["Anna Lee", "Hello.", 5_000],
      ["Speaker 1", "Hi.", 3_723_000],
      [null, "Transcribed by https://otter.ai", null],
    ]);
    expect(read.findings).toMatchObject([{ kind: "product-lines", count: 5 }]);
  });
});

describe("services and editors", () => {
  test.each<[string, string, Turn[]]>([
    [
      "Rev, tabular: name, time, words",
      "Jane Doe:    00:14    Text here.\n\nSpeaker 2:    00:20    More [crosstalk 00:00:21].\n\nJane Doe:    00:31    Yes…",
      [
        ["Jane Doe", "Text here.", 14_000],
        ["Speaker 2", "More [crosstalk 00:00:21].", 20_000],
        ["Jane Doe", "Yes…", 31_000],
      ],
    ],
    [
      "Word's Transcribe",
      "Audio file\nInterview 3.m4a\n\nTranscript\n00:00:03 Speaker 1\nHello.\n00:00:09 Speaker 2\nHi.\n00:00:12 Speaker 1\nSo.",
      [
        [null, "Audio file\nInterview 3.m4a\nTranscript", null],
        ["Speaker 1", "Hello.", 3_000],
        ["Speaker 2", "Hi.", 9_000],
        ["Speaker 1", "So.", 12_000],
      ],
    ],
    [
      "Descript: a time after the name, and others in the words",
      "Anna: [00:00:00] Hello there. [00:00:05] More.\n\nBen: [00:01:23] Hi.\n\nAnna: Bye.",
      [
        ["Anna", "Hello there. [00:00:05] More.", 0],
        ["Ben", "Hi.", 83_000],
        ["Anna", "Bye.", null],
      ],
    ],
    [
      "a short time and a dash before the name",
      "0:05 - Anna Lee (Acme)\nHello there.\nMore.\nStill more.\n\n0:09 - Ben Ray\nHi.\n\n0:15 - Anna Lee (Acme)\nIt was 9:30 - late.",
      [
        ["Anna Lee (Acme)", "Hello there.\nMore.\nStill more.", 5_000],
        ["Ben Ray", "Hi.", 9_000],
        ["Anna Lee (Acme)", "It was 9:30 - late.", 15_000],
      ],
    ],
    [
      "a dash between name and time",
      "Anna Lee - 00:00\nHello.\n\nBen Ray - 00:05\nHi.\n\nAnna Lee - 00:09\nSo.",
      [
        ["Anna Lee", "Hello.", 0],
        ["Ben Ray", "Hi.", 5_000],
        ["Anna Lee", "So.", 9_000],
      ],
    ],
    [
      "Granola",
      "Me: Hello there.\n\nThem: Hi.\n\nMe: So.",
      [
        ["Me", "Hello there.", null],
        ["Them", "Hi.", null],
        ["Me", "So.", null],
      ],
    ],
  ])("%s", (_, text, turns) => {
    expect(turnsOf(txt(text))).toEqual(turns);
  });

  test("times from and to, in brackets and over the words", () => {
    const read = txt(
      "00:00:03.120,00:00:05.500\nAnna: Hello.\n\n00:00:06.000,00:00:07.000\nBen: Hi.\n\n[00:00:08 – 00:00:09] Anna: So.",
    );
    expect(read.blocks.map((block) => [block.label, block.startMs, block.endMs])).toEqual([
      ["Anna", 3_120, 5_500],
      ["Ben", 6_000, 7_000],
      ["Anna", 8_000, 9_000],
    ]);
  });

  test("Granola's and podcasts' bold names; a pseudo-speaker's words stay where they are", () => {
    expect(turnsOf(md("## Notes\n- thing\n\n**Me:** Hello.\n**Them:** Hi.\n**Me:** So."))).toEqual([
      [null, "## Notes\n- thing", null],
      ["Me", "Hello.", null],
      ["Them", "Hi.", null],
      ["Me", "So.", null],
    ]);
    expect(
      turnsOf(
        md(
          "**Ali** [00:00:00] It&#39;s\n\n**Break:** music\n\n**Tim Smith:** \\[01:46\\] Hey\n\n**Ali** [00:02:00] R&amp;amp;D",
        ),
      ),
    ).toEqual([
      ["Ali", "It's\n**Break:** music", 0],
      ["Tim Smith", "Hey", 106_000],
      ["Ali", "R&amp;D", 120_000],
    ]);
  });

  test("a Markdown archive: front matter aside, a time after the colon, words below", () => {
    const read = md(
      "---\ntitle: Ep\nspeakers: ['Sjors Provoost', 'Aaron']\n---\n\nSjors Provost: 00:01:53\n\nWelcome.\n\nAaron van Wirdum: 00:02:10\n\nHi.\n\nSjors Provost: 00:02:20\n\nSo.",
    );
    expect(turnsOf(read)).toEqual([
      ["Sjors Provost", "Welcome.", 113_000],
      ["Aaron van Wirdum", "Hi.", 130_000],
      ["Sjors Provost", "So.", 140_000],
    ]);
    expect(codes(read)).toEqual(["front-matter-left-out"]);
  });
});

describe("typists", () => {
  test("tape changes are nobody's; an unlabelled paragraph goes on with who spoke", () => {
    const text =
      "INT: Why?\nBecause I ask.\n[END OF TAPE 1 SIDE A]\n[Tape 2 begins]\nP1: b [P7: Yeah] c\n\nand more\nEND OF RECORDING";
    expect(turnsOf(txt(text)).map(([label, words]) => [label, words])).toEqual([
      ["INT", "Why?\nBecause I ask."],
      [null, "[END OF TAPE 1 SIDE A]\n[Tape 2 begins]"],
      ["P1", "b [P7: Yeah] c\nand more"],
      [null, "END OF RECORDING"],
    ]);
  });

  test("typed line numbers are a finding; kept, they stand in the text", () => {
    const text = "01 MOD: one\n02 P1: two\n03 (1.2)\n04 P1: three";
    const read = txt(text);
    expect(read.findings).toEqual([
      { kind: "line-numbers", count: 4, examples: ["01", "02", "03", "04"], removed: true },
    ]);
    expect(buildTranscript(read, []).text).toBe("one\ntwo\n(1.2)\nthree");
    const kept = txt(text, { keep: ["line-numbers"] });
    expect(kept.findings).toBeUndefined();
    expect(buildTranscript(kept, []).text).toBe(text);
  });

  test("Jefferson, verbatim: every space, and no mark of it is taken for another", () => {
    const text = "MOD:  so >a bit< *x* _y_ #z#\nP1:       [we:ll]  (0.4)\n      (1.2)\nMOD:  <slow> °q° =";
    const { text: stored } = buildTranscript(txt(text, { verbatim: true }), []);
    expect(stored).toBe("  so >a bit< *x* _y_ #z#\n       [we:ll]  (0.4)\n      (1.2)\n  <slow> °q° =");
    expect(buildTranscript(md(text, { verbatim: true }), []).text).toBe(stored);
  });
});

describe("CHAT of TalkBank", () => {
  const text =
    "@UTF8\n@Begin\n@Participants:\tCHI Ross Target_Child, FAT Brian Father\n*CHI:\tmore cookie . \u001512_1500\u0015\n%mor:\tqn|more n|cookie .\n*FAT:\tyou want more (.) cookies\n\tor what ? \u00151500_2900\u0015\n%com:\tlaughs\n*CHI:\tyes .\n@End";

  test("speakers' tiers are turns, other tiers and heads are counted", () => {
    const read = txt(text);
    expect(turnsOf(read)).toEqual([
      ["CHI", "more cookie .", 12],
      ["FAT", "you want more (.) cookies\n\tor what ?", 1_500],
      ["CHI", "yes .", null],
    ]);
    expect(read.blocks[1]).toMatchObject({ startMs: 1_500, endMs: 2_900 });
    expect(read.problems).toEqual([
      { code: "chat-tiers-left-out", params: { count: 2 } },
      { code: "chat-headers-left-out", params: { count: 4 } },
    ]);
  });

  test("verbatim leaves nothing out", () => {
    const read = txt(text, { verbatim: true });
    expect(read.blocks.map((block) => block.raw).join("\n")).toBe(text);
    expect(read.problems).toEqual([]);
  });
});
