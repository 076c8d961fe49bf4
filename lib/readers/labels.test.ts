import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMd } from "./md";
import type { LabelDecision, ReadResult, SpeakerRole } from "./read-result";
import { foundLabels } from "./speakers";
import { buildTranscript } from "./transcript";
import { readTxt } from "./txt";

const txt = (text: string, verbatim = false): ReadResult => ({ ...readTxt(text, { verbatim }), encoding: "utf-8" });
const md = (text: string, verbatim = false): ReadResult => ({ ...readMd(text, { verbatim }), encoding: "utf-8" });
const labelsOf = (read: ReadResult) => foundLabels(read).map((found) => found.label);
function turnsOf(
  read: ReadResult,
  decisions: LabelDecision[] = [],
): (readonly [string | null, string, number | null])[] {
  const { text, turns } = buildTranscript(read, decisions);
  return turns.map((turn) => [turn.label, text.slice(turn.start, turn.end), turn.startMs]);
}

describe("labels that people type", () => {
  test.each([
    ["colon and space", "INT: Why?\nP1: Because.", ["INT", "P1"]],
    ["colon and tab", "INT:\tWhy?\nP1:\tBecause.", ["INT", "P1"]],
    ["colon and nothing", "INT:Why?\nP1:Because.", ["INT", "P1"]],
    ["colon and two spaces", "I:  Why?\nS1:  Because.\nI:  Oh.", ["I", "S1"]],
    ["tab alone", "INT\tWhy?\nP1\tBecause.\nINT\tOh.", ["INT", "P1"]],
    ["a dash after a code", "P1: One.\nP2 – Two.\nP1: Three.", ["P1", "P2"]],
    ["full-width colon", "司会：どうぞ。\n参加者Ａ：はい。\n参加者B：ええ。", ["司会", "参加者Ａ", "参加者B"]],
    [
      "a no-break space before the colon",
      "Enquêteur\u00A0: Oui?\nMarie\u00A0: Non.\nMarie\u00A0: Si.",
      ["Enquêteur", "Marie"],
    ],
    ["brackets", "[id1] hello\n[id2] hi\n[laughs]\n[id1] bye", ["id1", "id2"]],
    ["a label on its own line", "INT:\nWhy?\n\nP1:\nBecause.", ["INT", "P1"]],
    ["a code on its own line", "P1\nOne.\nP2\nTwo.\nP1\nThree.\nP2\nFour.", ["P1", "P2"]],
    ["names that recur", "Anna: One.\nBen Smith: Two.\nAnna: Three.\nBen Smith: Four.", ["Anna", "Ben Smith"]],
    [
      "Smith, John",
      "Smith, John: One.\nDoe, Jane: Two.\nSmith, John: Three.\nDoe, Jane: Oh.",
      ["Smith, John", "Doe, Jane"],
    ],
    ["US captions", ">> ANNA: One.\n>> BEN: Two.\n>> ANNA: Three.\n>> BEN: Four.", ["ANNA", "BEN"]],
    ["a mark before the label", "\u200FP1: a\n\uFEFFP2: b", ["P1", "P2"]],
    ["several and unsure", "P1: a\nP2: b\nP3/P4: c\nP?: d\nALL: e", ["P1", "P2", "P3/P4", "P?", "ALL"]],
    ["times before the label", "[00:00:05] P1: a\n[00:01:00] P2: b", ["P1", "P2"]],
    ["a dash after names on most lines", "Anna – Why?\nBen – Because.\nAnna – Oh.\nBen – Yes.", ["Anna", "Ben"]],
    ["tab after names", "Anna\tWhy?\nBen\tBecause.\nAnna\tOh.\nBen\tYes.", ["Anna", "Ben"]],
    ["braces", "{Anna} hi\n{Ben} ho\n{Anna} hey\n{Ben} hm", ["Anna", "Ben"]],
    ["group and person", "FG2-P3: a\nFG2-M: b\nFG2-P1: c\nFG2-P3: d", ["FG2-P3", "FG2-M", "FG2-P1"]],
    ["initials and names", "MSM: a b\nAho: c\nMSM: d\nAho: e", ["MSM", "Aho"]],
    ["minutes and seconds with marks", "12'41\" P1: a\n12'50\" P2: b\n13'00\" P1: c", ["P1", "P2"]],
    ["times with frames", "00:12:41:05 P1: a\n00:12:45:20 P2: b\n00:12:50:00 P1: c", ["P1", "P2"]],
    ["times in round brackets", "(0:05) P1: a\n(0:15) P2: b\n(0:25) P1: c", ["P1", "P2"]],
    ["QualCoder", "@Anna: a\n#Ben: b\n@Anna: c\n#Ben: d", ["Anna", "Ben"]],
  ])("%s", (_, text, labels) => {
    expect(labelsOf(txt(text))).toEqual(labels);
  });

  test.each([
    ["numbered questions", "Pergunta 1: Quantos?\nNove.\nPergunta 2: Quais?\nUm.\nPergunta 3: Quando?\nHoje."],
    ["questions of any language", "Aufgabe 1: Wie?\nSo.\nAufgabe 2: Was?\nDas.\nAufgabe 3: Wann?\nJetzt."],
    ["Q2", "Q1: How?\nSo.\nQ2: What?\nThat.\nQ3: When?\nNow."],
    ["a note", "Some talk here.\nNote: phone rings\nMore talk."],
    ["form fields", "Date: 12/03/2025\nVenue: Hall\nParticipants: P1 (F, 34), P2 (M, 41)\nWe sat down."],
    ["a colon in a sentence", "One thing: it was late.\nAnd then I said: no.\nOne more: yes."],
    ["times of day", "10:30: we began.\nAt 11:15 we left.\n9:30 was late."],
    ["a web address", "http://example.org said so\nhttps://example.org too"],
    ["sounds", "[laughs] well\n[laughs] so\n(pause) no\n[00:01:02] yes"],
    ["words set off by a dash", "Well – I was there.\nThen we left.\nWell – not all.\nThey stayed.\nSo – yes."],
    ["headings with a full stop", "Pergunta 1. Quantos?\nNove.\nPergunta 2. Quais?\nUm."],
    ["a stutter", "I – I don't know\nI – I mean it\nA – a house"],
  ])("%s are nobody", (_, text) => {
    expect(labelsOf(txt(text)).filter((label) => label !== "")).toEqual([]);
  });

  test("a heading's word that recurs is shown as nobody", () => {
    const read = txt("P1: a\nNote: phone\nP2: b\nNote: door\nP1: c");
    expect(foundLabels(read).find((found) => found.label === "Note")?.proposal.treatment).toBe("not-speaker");
    expect(turnsOf(read).map(([label, words]) => [label, words])).toEqual([
      ["P1", "a\nNote: phone"],
      ["P2", "b\nNote: door"],
      ["P1", "c"],
    ]);
  });
});

describe("layouts of products", () => {
  test("Otter", () => {
    const read = txt(
      "Anna Lee  0:05  \nHello there.\nAnd more.\n\nUnknown Speaker  1:02:03  \nHi.\n\nTranscribed by https://otter.ai",
    );
    expect(turnsOf(read)).toEqual([
      ["Anna Lee", "Hello there.\nAnd more.", 5_000],
      ["Unknown Speaker", "Hi.", 3_723_000],
      [null, "Transcribed by https://otter.ai", null],
    ]);
  });
  test("Rev", () => {
    const read = txt(
      "Speaker 1: (00:03)\nThanks.\n\nJane Doe (00:09):\nHappy. We [crosstalk 00:00:11] so.\n\nSpeaker 1:    00:14    Great.",
    );
    expect(turnsOf(read)).toEqual([
      ["Speaker 1", "Thanks.", 3_000],
      ["Jane Doe", "Happy. We [crosstalk 00:00:11] so.", 9_000],
      ["Speaker 1", "Great.", 14_000],
    ]);
  });
  test("Word Transcribe", () => {
    const read = txt("Transcript\n00:00:03 Speaker 1\nHello.\n00:00:09 Jane Doe\nHi.\n00:00:12 Speaker 1\nSo.");
    expect(turnsOf(read)).toEqual([
      [null, "Transcript", null],
      ["Speaker 1", "Hello.", 3_000],
      ["Jane Doe", "Hi.", 9_000],
      ["Speaker 1", "So.", 12_000],
    ]);
  });
  test("Zoom's saved captions: times of day count from the first", () => {
    const read = txt("[Anna Lee] 23:59:58\nHello.\n\n[Ben] 00:00:03\nHi.\n");
    expect(turnsOf(read)).toEqual([
      ["Anna Lee", "Hello.", 0],
      ["Ben", "Hi.", 5_000],
    ]);
    expect(read.problems).toEqual([{ code: "clock-times", params: {} }]);
  });
  test("Whisper's lines with times and nobody", () => {
    const read = txt("00:00:06 so we\n00:00:09 Yes\n00:00:12 Yes\n00:00:15 began");
    expect(turnsOf(read)).toEqual([[null, "so we\nYes\nYes\nbegan", 6_000]]);
    expect(buildTranscript(read, []).cues.map((cue) => cue.startMs)).toEqual([6_000, 9_000, 12_000, 15_000]);
  });
  test("Meet: a bare time every few minutes", () => {
    const read = txt(
      "Anna Lee: One.\nBen Ray: Two.\n00:05:00\n\nAnna Lee: Three.\nBen Ray: Four.\nTranscription ended after 00:30:30",
    );
    expect(turnsOf(read)).toEqual([
      ["Anna Lee", "One.", null],
      ["Ben Ray", "Two.", null],
      ["Anna Lee", "Three.", 300_000],
      ["Ben Ray", "Four.", null],
      [null, "Transcription ended after 00:30:30", null],
    ]);
  });
  test("line numbers", () => {
    const text =
      "01  MOD:  so what\n02  P1:       [we:ll]  (0.4)\n03        (1.2)\n04  P1:   heh\n05  MOD:  [1 right ]";
    expect(turnsOf(txt(text)).map(([label, words]) => [label, words])).toEqual([
      ["MOD", "so what"],
      ["P1", "[we:ll]  (0.4)\n(1.2)"],
      ["P1", "heh"],
      ["MOD", "[1 right ]"],
    ]);
    expect(turnsOf(txt(text, true)).map(([, words]) => words)).toEqual([
      "  so what",
      "       [we:ll]  (0.4)\n        (1.2)",
      "   heh",
      "  [1 right ]",
    ]);
  });
});

describe("Markdown", () => {
  test("bold labels with and without a colon, times, entities, escapes, front matter", () => {
    const text =
      "---\ntitle: One\nspeakers:\n  - Ali\n---\n**Ali** [00:00:05] It&#39;s *me* &amp; you\n\n**Tim Smith:** \\[01:46\\] Hi\n\n**Ali** [00:02:00] R&amp;amp;D";
    const read = md(text);
    expect(turnsOf(read)).toEqual([
      ["Ali", "It's *me* & you", 5_000],
      ["Tim Smith", "Hi", 106_000],
      ["Ali", "R&amp;D", 120_000],
    ]);
    expect(read.problems).toEqual([{ code: "front-matter-left-out", params: { lines: 5 } }]);
  });
  test("talk between two rules is talk; verbatim touches nothing", () => {
    expect(turnsOf(md("---\nAnna: hi\nBen: ho\n---\nAnna: so\nBen: no"))).toHaveLength(5);
    expect(turnsOf(md("P1: *a* &amp; \\[b\\]\nP2: c", true))[0]?.[1]).toBe("*a* &amp; \\[b\\]".replace(/^/, " "));
  });
});

describe("foundLabels", () => {
  test.each<[string, SpeakerRole]>([
    ["INT", "interviewer"],
    ["I", "interviewer"],
    ["Interviewer 2", "interviewer"],
    ["Q", "interviewer"],
    ["MOD", "moderator"],
    ["MOD (AB)", "moderator"],
    ["Facilitator", "moderator"],
    ["ALL", "several"],
    ["Several", "several"],
    ["P3/P4", "several"],
    ["UNKNOWN SPEAKER", "unknown"],
    ["M?", "unknown"],
    ["F?", "unknown"],
    ["Unidentified Female", "unknown"],
    ["P3 and P4", "several"],
    ["Group", "several"],
    ["Speaker 1 (Room A&B)", "participant"],
    ["P1", "participant"],
    ["Anna", "participant"],
  ])("%s is proposed as %s", (label, role) => {
    const read = txt(`${label}: one\nP7: two\n${label}: three\nP8: four`);
    expect(foundLabels(read)[0]?.proposal).toMatchObject({ treatment: "speaker", role });
  });

  test("labels that only spelling keeps apart share a proposed name", () => {
    const read = txt("P5: a\nР5: b\nＰ５：c\nP5 [to P2]: d\nP2: e\nMOD: f\nMod: g\nMOD (AB): h");
    const names = foundLabels(read).map((found) => found.proposal.name);
    expect(names).toEqual(["P5", "P5", "P5", "P5", "P2", "MOD", "MOD", "MOD"]);
  });

  test("a label that shortens a name used before is proposed under it, also where it looks like a heading", () => {
    const read = txt("Caroline Jones: a\nPeter Smith: b\nCJ: c\nPS: d\nCJ: e\nPS: f");
    expect(foundLabels(read).map(({ label, proposal }) => [label, proposal.name, proposal.treatment])).toEqual([
      ["Caroline Jones", "Caroline Jones", "speaker"],
      ["Peter Smith", "Peter Smith", "speaker"],
      ["CJ", "Caroline Jones", "speaker"],
      ["PS", "Peter Smith", "speaker"],
    ]);
    const two = foundLabels(txt("Carl Jones: a\nCora James: b\nCJ: c\nCarl Jones: d\nCJ: e"));
    expect(two.find(({ label }) => label === "CJ")?.proposal.name).toBe("CJ");
    const first = foundLabels(txt("Caroline Jones: a\nP1: b\nCaroline: c\nP1: d\nCaroline: e"));
    expect(first.map(({ proposal }) => proposal.name)).toEqual(["Caroline Jones", "P1", "Caroline Jones"]);
  });

  test("the key above the talk says who asks", () => {
    const read = txt("(S = Student; A = Interviewer)\n\nA:  Wie gut?\nS1:  Gut.\nA:  Ja?\nS2:  So.");
    expect(foundLabels(read).map(({ label, proposal }) => [label, proposal.role])).toEqual([
      ["A", "interviewer"],
      ["S1", "participant"],
      ["S2", "participant"],
    ]);
  });

  test("the example is at most 120 characters and never half of one", () => {
    const [found] = foundLabels(txt(`P1: ${"x".repeat(119)}😀 more\nP2: b`));
    expect(found?.example).toBe("x".repeat(119));
    expect(found?.turns).toBe(1);
  });
});

describe("buildTranscript", () => {
  const decide = (label: string, name: string): LabelDecision => ({
    label,
    treatment: "speaker",
    name,
    role: "participant",
  });

  test("turns, paragraphs and sentences over speech only", () => {
    const read = txt("INT: Why?  It is. \n\nP1: One.\n  two: three.\nP1: Four.\n");
    const transcript = buildTranscript(read, []);
    expect(transcript.text).toBe("Why?  It is. \nOne.\n  two: three.\nFour.");
    expect(turnsOf(read).map(([label, words]) => [label, words])).toEqual([
      ["INT", "Why?  It is. "],
      ["P1", "One.\n  two: three."],
      ["P1", "Four."],
    ]);
    expect(transcript.paragraphs.length).toBe(8);
    expect(transcript.sentences.length).toBe(10);
  });

  test("not a speaker: the label's words go back, and the turn before goes on", () => {
    const read = txt("P1: One.\nBreak\u00A0: coffee\nP1: Two.\nBreak\u00A0: tea");
    const decisions: LabelDecision[] = [{ label: "P1", treatment: "not-speaker", name: "", role: "unknown" }];
    expect(buildTranscript(read, decisions).text).toBe("P1: One.\nBreak\u00A0: coffee\nP1: Two.\nBreak\u00A0: tea");
    expect(buildTranscript(read, [decide("P1", "Ann")]).text).toBe("One.\nBreak\u00A0: coffee\nTwo.\nBreak\u00A0: tea");
  });

  test("merged labels keep the raw label on the turn", () => {
    const read = txt("Caroline Jones: a\nP1: b\nCJ: c\nP1: d\nCJ: e");
    const decisions = [decide("Caroline Jones", "Caroline"), decide("CJ", "Caroline")];
    expect(turnsOf(read, decisions).map(([label]) => label)).toEqual(["Caroline Jones", "P1", "CJ", "P1", "CJ"]);
  });

  test("every word of a labelled text comes back in order, whatever the words", () => {
    const word = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 6 })
      .filter((s) => /^[\p{L}\p{M}\p{Extended_Pictographic}]+$/u.test(s));
    const turn = fc.tuple(fc.constantFrom("INT", "P1", "P2"), fc.array(word, { minLength: 1, maxLength: 8 }));
    fc.assert(
      fc.property(fc.array(turn, { minLength: 3, maxLength: 12 }), (turns) => {
        const read = txt(turns.map(([label, words]) => `${label}: ${words.join(" ")}`).join("\n"));
        const transcript = buildTranscript(read, []);
        const all = turns.map(([label, words]) => [label, words.join(" ")]);
        expect(transcript.turns.map((t) => [t.label, transcript.text.slice(t.start, t.end)])).toEqual(all);
        expect(transcript.text).toBe(all.map(([, words]) => words).join("\n"));
      }),
    );
  });

  test("turns lie in the text one after the other", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom("P1: ", "INT:", "\n", " ", "a", "[00:01:02]", "Note: ", "é", "😀", ":"),
          maxLength: 60,
        }),
        (text) => {
          const read = txt(text);
          const transcript = buildTranscript(read, []);
          let at = 0;
          for (const { start, end } of transcript.turns) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          expect(at).toBe(transcript.text.length);
          // Nothing but labels, times and blank lines is missing.
          const kept = read.blocks.map((block) => block.raw).join("\n");
          expect(kept.replace(/\s/gu, "")).toBe(text.replace(/\s/gu, ""));
        },
      ),
    );
  });
});
