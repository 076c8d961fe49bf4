import { describe, expect, test } from "vitest";
import { readCsv } from "./csv";
import { readMd } from "./md";
import { readPdf } from "./pdf";
import { linesFrom, pdfFile } from "./pdf-fixture";
import type { ReadResult } from "./read-result";
import { foundLabels } from "./speakers";
import { buildTranscript } from "./transcript";
import { readTxt } from "./txt";
import { readVtt } from "./vtt";

type Turn = readonly [label: string | null, words: string, startMs: number | null];
const txt = (text: string): ReadResult => ({ ...readTxt(text), encoding: "utf-8" });
const md = (text: string): ReadResult => ({ ...readMd(text), encoding: "utf-8" });
function turnsOf(read: ReadResult): Turn[] {
  const { text, turns } = buildTranscript(read, []);
  return turns.map((turn) => [turn.label, text.slice(turn.start, turn.end), turn.startMs]);
}
const spokenBy = (read: ReadResult) => turnsOf(read).map(([label, words]) => [label, words]);
const labelsOf = (read: ReadResult) => foundLabels(read).map((found) => found.label);

describe("names as they are written", () => {
  test.each([
    ["an initial with its stop", "Maria L.: Why?\nFrau K.: So.\nMaria L.: And?\nFrau K.: No.", ["Maria L.", "Frau K."]],
    [
      "a comma, initials, a title",
      "O'Brien, Mary J.: a\nDr. J. Smith: b\nO'Brien, Mary J.: c\nDr. J. Smith: d",
      ["O'Brien, Mary J.", "Dr. J. Smith"],
    ],
    [
      "no-break spaces",
      "Anna\u00A0L.\u00A0: a\nBen:\u00A0b\nAnna\u00A0L.\u00A0: c\nBen:\u00A0d",
      ["Anna\u00A0L.", "Ben"],
    ],
    ["one in lower case", "Ann:\na b\nbo:\nc d\nAnn:\ne f\nbo:\ng h\nAnn:\ni j\nbo:\nk: l", ["Ann", "bo"]],
    ["in lower case", "interviewer: a\n\ninterviewee: b\n\ninterviewer: c", ["interviewer", "interviewee"]],
    [
      "numbers beyond nine",
      "Speaker 1: a\nSpeaker 10: b\nSpeaker 11: c\nSpeaker 1: d",
      ["Speaker 1", "Speaker 10", "Speaker 11"],
    ],
    ["angle brackets", "<Anna> One <b>two</b>.\n<Ben> Three.\n<Anna>Four.\n<Ben> Five.", ["Anna", "Ben"]],
    ["Korean", "면접자: 하나\n참여자1: 둘\n면접자: 셋\n참여자2: 넷", ["면접자", "참여자1", "참여자2"]],
    ["a list", "- P1: Why?\n- P2: So.\n- P1: And?\n\nThey left.", ["P1", "P2"]],
    [
      "a numbered list beside lines of its own",
      "1. Interviewer: a\n   Me: b\n2. Interviewer: c\n   Me: d",
      ["Interviewer", "Me"],
    ],
    ["a stop after Q and A", "Q. Where?\nA. There.\nQ. When?\nA. Then.", ["Q", "A"]],
  ])("%s", (_, text, labels) => {
    expect(labelsOf(txt(text))).toEqual(labels);
  });

  test("a space left out after a name that elsewhere has one", () => {
    expect(
      spokenBy(txt("Anna: One.\nBen:it was two.\nAnna: Three: C:\\x\nBen: Four.\nhttp://example.org five")),
    ).toEqual([
      ["Anna", "One."],
      ["Ben", "it was two."],
      ["Anna", "Three: C:\\x"],
      ["Ben", "Four.\nhttp://example.org five"],
    ]);
  });

  test("names on lines of their own, beside a role's; a short answer is none", () => {
    const text = "Interviewer\nWhy?\n\nMaria\nYes\n\nInterviewer\nReally?\n\nMaria\nYes\nor no.";
    expect(spokenBy(txt(text))).toEqual([
      ["Interviewer", "Why?"],
      ["Maria", "Yes"],
      ["Interviewer", "Really?"],
      ["Maria", "Yes\nor no."],
    ]);
  });

  test("a label that says how it is called from then on", () => {
    const read = md("**Ann Lee (AL):** a\n\n**Respondent (R):** b\n\n**AL:** c\n\n**R:** d\n\n**AL:** e\n\n**R:** f");
    expect(foundLabels(read).map(({ label, proposal }) => [label, proposal.name])).toEqual([
      ["Ann Lee (AL)", "Ann Lee (AL)"],
      ["Respondent (R)", "Respondent (R)"],
      ["AL", "Ann Lee (AL)"],
      ["R", "Respondent (R)"],
    ]);
  });

  test("a word that begins a sentence is no name, whoever speaks", () => {
    expect(spokenBy(txt("Ann:\nYes: so.\nBo:\nThen: no.\nWell: I went.\nAnn:\nSo\nBo:\nOkay: good."))).toEqual([
      ["Ann", "Yes: so."],
      ["Bo", "Then: no.\nWell: I went."],
      ["Ann", "So"],
      ["Bo", "Okay: good."],
    ]);
  });

  test("a shopping list and minutes are nobody's", () => {
    const read = md(
      "**Ann:** a\n\n- Milk: two\n- Bread: one\n- **Action:** go\n- **Action:** stay\n\n**Ben:** b\n\n**Ann:** c\n\n**Ben:** d",
    );
    expect(labelsOf(read)).toEqual(["Ann", "Ben"]);
  });

  test("a form above the talk is nobody's", () => {
    const form = "Interview Number: 12\nInterviewee: Maria Lopez\nInterviewer: Jo Doe\nDate: 12 March\nPlace: Oslo";
    expect(spokenBy(txt(`${form}\n\nInterviewer: Why?\nML: So.\nInterviewer: And?\nML: No.`))).toEqual([
      [null, form],
      ["Interviewer", "Why?"],
      ["ML", "So."],
      ["Interviewer", "And?"],
      ["ML", "No."],
    ]);
  });
});

describe("times as they are written", () => {
  test("spoken, as Teams has them for those who listen", () => {
    const text =
      "Anna Lee 0 minutes 3 seconds\nOne.\nBen Ray 1 minute 8 seconds1:08\nTwo took 3 minutes 2 seconds\nAnna Lee 1 Stunde 2 Minuten 5 Sekunden\nThree.";
    expect(turnsOf(txt(text))).toEqual([
      ["Anna Lee", "One.", 3_000],
      ["Ben Ray", "Two took 3 minutes 2 seconds", 68_000],
      ["Anna Lee", "Three.", 3_725_000],
    ]);
  });

  test("a bracketed time and a colon go on with who spoke", () => {
    expect(turnsOf(txt("Anna Lee (00:19:38):\nOne.\n\n(00:19:48):\nTwo.\n\nBen Ray (00:20:12):\nThree."))).toEqual([
      ["Anna Lee", "One.\nTwo.", 1_178_000],
      ["Ben Ray", "Three.", 1_212_000],
    ]);
  });

  test("from and to after the name", () => {
    expect(
      turnsOf(
        txt("Speaker 1: [00:00:00.100 - 00:00:03.100] One.\nSpeaker 2: [00:00:03.100 - 00:00:04.700] [sigh] Two."),
      ),
    ).toEqual([
      ["Speaker 1", "One.", 100],
      ["Speaker 2", "[sigh] Two.", 3_100],
    ]);
  });
});

describe("Markdown as programs and sites write it", () => {
  const three: Turn[] = [
    ["Anna", "One.", 5_000],
    ["Ben", "Two.", 9_000],
    ["Anna", "Three.", 12_000],
  ];
  test.each([
    ["the time first, in the bold", "**[00:05] Anna:** One.\n\n**[00:09] Ben:** Two.\n\n**[00:12] Anna:** Three."],
    ["bare and first", "**00:05 Anna:** One.\n\n**00:09 Ben:** Two.\n\n**00:12 Anna:** Three."],
    ["after the name, in the bold", "**Anna [00:05]:** One.\n\n**Ben [00:09]:** Two.\n\n**Anna [00:12]:** Three."],
    ["the colon behind", "**Anna (00:05)**: One.\n\n**Ben (00:09)**: Two.\n\n**Anna (00:12)**: Three."],
    ["in italics", "**Anna** *[00:05]*: One.\n\n**Ben** *[00:09]*: Two.\n\n**Anna** *[00:12]*: Three."],
    [
      "as code, over the words",
      "**Anna** `[00:05]`\n\nOne.\n\n**Ben** `[00:09]`\n\nTwo.\n\n**Anna** `[00:12]`\n\nThree.",
    ],
    [
      "a span, over the words",
      "**Anna** [00:05 - 00:08]\nOne.\n\n**Ben** [00:09 – 00:11]\nTwo.\n\n**Anna** [00:12 - 00:13]\nThree.",
    ],
    [
      "a link to the recording",
      "[00:05](a.wav#t=5) **Anna** One.\n\n[00:09](a.wav#t=9) **Ben** Two.\n\n[00:12](a.wav#t=12) **Anna** Three.",
    ],
    [
      "a link that runs a script",
      "[00:05](javascript:go(5);) Anna: One.\n\n[00:09](javascript:go(9);) Ben: Two.\n\n[00:12](javascript:go(12);) Anna: Three.",
    ],
    [
      "two brackets",
      "[[00:05]](seek:5) **[Anna]** : One.\n\n[[00:09]](seek:9) **[Ben]** : Two.\n\n[[00:12]](seek:12) **[Anna]** : Three.",
    ],
    [
      "brackets and a hard break",
      "**[Anna]** (00:05)\\\nOne.\n\n**[Ben]** (00:09)\\\nTwo.\n\n**[Anna]** (00:12)\\\nThree.",
    ],
  ])("%s", (_, text) => {
    expect(turnsOf(md(text))).toEqual(three);
  });

  test("headings with names, bold times, words of one word", () => {
    const text =
      "## SPEAKER_00\n**[00:05]** One two.\n\n## SPEAKER_01\n**[00:09]** Yes\n\n## SPEAKER_00\n**[00:12]** So";
    expect(turnsOf(md(text))).toEqual([
      ["SPEAKER_00", "One two.", 5_000],
      ["SPEAKER_01", "Yes", 9_000],
      ["SPEAKER_00", "So", 12_000],
    ]);
  });

  test.each([
    ["kramdown's attributes", "**Anna:**{: .blue}  \nOne.\n\n**Ben:**{: .red}  \nTwo.\n\n**Anna:**{: .blue} Three."],
    ["tags", "<u>Anna:</u>\tOne.\n\n<strong>Ben</strong>: Two.\n\n<b>Anna:</b> Three.\n\n<u>Ben:</u> Four."],
    ["headings", "# Talk 3\n\n### Anna\nOne.\n\n### Ben\nTwo.\n\n### Anna\nThree.\n\n### Ben\nFour."],
  ])("%s", (_, text) => {
    expect(
      spokenBy(md(text))
        .filter(([label]) => label !== null)
        .slice(0, 3),
    ).toEqual([
      ["Anna", "One."],
      ["Ben", "Two."],
      ["Anna", "Three."],
    ]);
  });

  test("a bold title over a list is no speaker, a bold name with a time that comes once is", () => {
    const read = md(
      "**00:40** - One\n\n**More Reading**\n\n- a link\n- another\n\n**Ali** [00:00:01] Hello.\n**Ben** [00:00:05] Hi.\n**Ali** [00:00:09] So.\n- a\n- b\n- c\n- d\n- e\n- f",
    );
    expect(labelsOf(read)).toEqual(["Ali", "Ben"]);
    expect(buildTranscript(read, []).text).toContain("**00:40** - One\n**More Reading**\n- a link");
  });

  test("wrapped lines: a bold name with a colon that comes once", () => {
    const words = "and so\n\non and\n\non it\n\nwent";
    expect(labelsOf(md(`**Ann Lee:**\n\n${words}\n\n**Bo Ray:**\n\n${words}\n\n**Ann Lee:**\n\n${words}`))).toEqual([
      "Ann Lee",
      "Bo Ray",
    ]);
  });

  test("chapters and numbered sections are nobody", () => {
    const read = md("## 00:00 Intro\nOne.\n\n## 14:32 Outro\nTwo.\n\n## Turn 1\nThree.\n\n## Turn 2\nFour.");
    expect(labelsOf(read)).toEqual([]);
  });
});

describe("captions and tables", () => {
  test("Stream's older captions: confidences are notes, ids are no words", () => {
    const read = {
      ...readVtt(
        'WEBVTT\n\nNOTE duration:"00:00:32"\n\nNOTE Confidence: 0.69\n\nef04c7c2-a59e-463f\n00:00:03.300 --> 00:00:06.870\nHello\nthere.\n\nNOTE Confidence: 0.62\n\n8a017ebb-1722-4e7f\n00:00:08.100 --> 00:00:09.620\nHi.\n',
      ),
      encoding: "utf-8",
    };
    expect(buildTranscript(read, []).text).toBe("Hello there. Hi.");
  });

  test("Whisper's table quotes nothing: every quotation mark is a word's", () => {
    const { rows, problems } = readCsv(
      'start\tend\ttext\n0\t5\t"Hello."\n5\t9\t"oh" she said\n9\t12\t"and\n12\t14\tso',
    );
    expect(rows.map((row) => row[2])).toEqual(["text", '"Hello."', '"oh" she said', '"and', "so"]);
    expect(problems).toEqual([]);
  });
});

describe("lines of a PDF, all of them full", () => {
  const full = "and so the talk goes on and on until the line is as full as it can ever be";
  const read = (lines: readonly string[]) => readPdf(pdfFile([linesFrom(770, lines)]));

  test("somebody who speaks once begins after a sentence's end, not in the middle of one", async () => {
    const lines = [
      `Ann: ${full}.`,
      `Ben: ${full}`,
      `Milk: ${full}.`,
      `Cleo Ray: ${full}.`,
      `Ann: ${full}.`,
      `Ben: ${full}.`,
    ];
    expect(labelsOf(await read(lines))).toEqual(["Ann", "Ben", "Cleo Ray"]);
  });

  test("a time and a name over the words", async () => {
    const found = await read([
      "[00:02] - Ann Lee",
      `${full}.`,
      "[00:09] - Ben Ray",
      `${full}.`,
      "[00:15] - Ann Lee",
      `${full}.`,
    ]);
    expect(turnsOf(found)).toEqual([
      ["Ann Lee", `${full}.`, 2_000],
      ["Ben Ray", `${full}.`, 9_000],
      ["Ann Lee", `${full}.`, 15_000],
    ]);
  });

  test("names on lines of their own, testimony, and the form above", async () => {
    const alone = await read(["INTERVIEWER", full, "MARIA LOPEZ", full, "INTERVIEWER", full, "MARIA LOPEZ", full]);
    expect(spokenBy(alone).map(([label]) => label)).toEqual([
      "INTERVIEWER",
      "MARIA LOPEZ",
      "INTERVIEWER",
      "MARIA LOPEZ",
    ]);
    const sworn = await read([
      "Interviewee: Jo",
      "Date: May",
      "Place: Oslo",
      `Q. ${full}`,
      `A. ${full}`,
      `Q. ${full}`,
      `A. ${full}`,
    ]);
    expect(labelsOf(sworn)).toEqual(["Q", "A"]);
  });
});
