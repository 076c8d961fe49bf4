import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ReadResult } from "./read-result";
import { foundLabels } from "./speakers";
import { readSrt } from "./srt";
import { buildTranscript } from "./transcript";
import { readVtt } from "./vtt";

const words = (read: Omit<ReadResult, "encoding">) => read.blocks.map((block) => block.raw.slice(block.labelLength));
const whole = (read: Omit<ReadResult, "encoding">): ReadResult => ({ ...read, encoding: "utf-8" });
function turnsOf(read: Omit<ReadResult, "encoding">): [string | null, string][] {
  const { text, turns } = buildTranscript(whole(read), []);
  return turns.map((turn) => [turn.label, text.slice(turn.start, turn.end)]);
}
const codes = (read: Omit<ReadResult, "encoding">) => read.problems.map((problem) => problem.code);

const ZOOM = `WEBVTT

1
00:01:57.230 --> 00:01:58.860
Z. Victor Zhou (xinbenlv): Hello.

2
00:01:59.000 --> 00:02:01.000
Z. Victor Zhou (xinbenlv): Can you hear me? Note: I am muted.

3
00:02:01.100 --> 00:02:02.000
Akash | ECH: Yes.

4
00:02:02.100 --> 00:02:03.000
No, it's gonna. I think it's

5
00:02:03.100 --> 00:02:04.000
Akash | ECH: 10:30: fine.
`;

const TEAMS = `WEBVTT

52c78d83-6306-4ac9-ae6b-1ce84cfc632a/14-0
00:00:04.994 --> 00:00:09.869
<v Nicolas Blank>Recording has started and with that
welcome everyone to the last of the</v>

52c78d83-6306-4ac9-ae6b-1ce84cfc632a/14-1
00:00:09.100 --> 00:00:12.000
<v Nicolas Blank>four &amp; final sessions.</v>

52c78d83-6306-4ac9-ae6b-1ce84cfc632a/15-0
00:00:11.000 --> 00:00:13.000
Sure.

52c78d83-6306-4ac9-ae6b-1ce84cfc632a/16-0
00:00:12.000 --> 00:00:14.000
<v Jan Kowalski (Gość)>Thanks.</v>
`;

describe("readVtt", () => {
  test("Zoom: names in the payload, an unlabelled cue stays one, colons in talk are talk", () => {
    const read = readVtt(ZOOM);
    expect(turnsOf(read)).toEqual([
      ["Z. Victor Zhou (xinbenlv)", "Hello. Can you hear me? Note: I am muted."],
      ["Akash | ECH", "Yes."],
      [null, "No, it's gonna. I think it's"],
      ["Akash | ECH", "10:30: fine."],
    ]);
    expect(read.blocks[0]).toMatchObject({ startMs: 117_230, endMs: 118_860 });
    expect(foundLabels(whole(read)).map(({ label, turns }) => [label, turns])).toEqual([
      ["Z. Victor Zhou (xinbenlv)", 1],
      ["Akash | ECH", 2],
    ]);
  });

  test("Teams: guid ids, several lines a cue joined by a space, overlapping times kept, one cue without a voice", () => {
    const read = readVtt(TEAMS);
    expect(read.blocks).toHaveLength(4);
    expect(turnsOf(read)).toEqual([
      [
        "Nicolas Blank",
        "Recording has started and with that welcome everyone to the last of the four & final sessions.",
      ],
      [null, "Sure."],
      ["Jan Kowalski (Gość)", "Thanks."],
    ]);
    const transcript = buildTranscript(whole(read), []);
    expect(transcript.turns[0]).toMatchObject({ startMs: 4_994, endMs: 12_000 });
    expect(transcript.cues.map((cue) => [transcript.text.slice(cue.start, cue.end), cue.startMs, cue.endMs])).toEqual([
      ["Recording has started and with that welcome everyone to the last of the", 4_994, 9_869],
      ["four & final sessions.", 9_100, 12_000],
      ["Sure.", 11_000, 13_000],
      ["Thanks.", 12_000, 14_000],
    ]);
  });

  test("YouTube roll-up: every word once", () => {
    const read = readVtt(
      [
        "WEBVTT\nKind: captions\nLanguage: en",
        "00:00:00.000 --> 00:00:02.000 align:start position:0%\n \nhello<00:00:00.480><c> there</c>",
        "00:00:02.000 --> 00:00:02.010 align:start position:0%\nhello there\n ",
        "00:00:02.010 --> 00:00:04.000 align:start position:0%\nhello there\nhow<00:00:02.480><c> are</c><00:00:03.000><c> you</c>",
        "00:00:04.000 --> 00:00:04.010 align:start position:0%\nhow are you\n ",
      ].join("\n\n"),
    );
    expect(words(read)).toEqual(["hello there", "how are you"]);
    expect(codes(read)).toEqual(["no-speakers-found", "rollup-removed"].sort());
  });

  test("somebody who says the same twice says it twice", () => {
    const cue = (i: number, text: string) => `00:00:0${i}.000 --> 00:00:0${i + 1}.000\n${text}`;
    const read = readVtt(
      ["WEBVTT", cue(1, "Yeah."), cue(2, "Yeah."), cue(3, "No."), cue(4, "Well."), cue(5, "So.")].join("\n\n"),
    );
    expect(words(read)).toEqual(["Yeah.", "Yeah.", "No.", "Well.", "So."]);
  });

  test("malformed in every way that was seen", () => {
    const read = readVtt(
      [
        "00:00:01,000 -> 00:00:02,000\none",
        "12\n13\n00:00:03.000 --> 00:00:02.000\n<v Ann>two",
        "7\n00:03.000 --> 00:04.000\n<v Ann>three <v Ben>four</v>\n8\n00:04.000 --> 00:05.000\nfive --> six",
        "00:05.000 --> 00:06.000",
        "NOTE Attendees: Ann and Ben\nand more",
        "123:00:00.000 --> 123:00:01.000\n<sighs> <i>well</i> <slow>",
        "STYLE\n::cue { color: red }",
      ].join("\n\n"),
    );
    expect(read.blocks.map((block) => [block.label, block.raw])).toEqual([
      [null, "one"],
      ["Ann", "two"],
      ["Ann", "three "],
      ["Ben", "four"],
      [null, "five --> six"],
      [null, ""],
      [null, "<sighs> well <slow>"],
    ]);
    expect(read.blocks.at(-1)?.startMs).toBe(123 * 3600 * 1000);
    expect(codes(read)).toEqual(["cue-times-reversed", "cue-notes-left-out", "cues-empty"]);
  });

  test("a cue without words is counted as the file counts it, and ends nobody's turn", () => {
    const read = whole(
      readVtt(
        "WEBVTT\n\n00:01.000 --> 00:02.000\nAnn: one\n\n00:02.000 --> 00:03.000\n\n00:03.000 --> 00:04.000\nAnn: two",
      ),
    );
    expect(read.blocks.map((block) => [block.raw, block.startMs])).toEqual([
      ["Ann: one", 1_000],
      ["", 2_000],
      ["Ann: two", 3_000],
    ]);
    expect(foundLabels(read)[0]?.turns).toBe(1);
    expect(turnsOf(read)).toEqual([["Ann", "one two"]]);
  });

  test("verbatim: lines stay lines, repeats stay, every space stays", () => {
    const text =
      "WEBVTT\n\n00:01.000 --> 00:02.000\nP1:   [we:ll]\n    (0.4)\n\n00:02.000 --> 00:03.000\n    (0.4)\nhow<00:02.480><c> are</c>";
    expect(words(readVtt(text, { verbatim: true }))).toEqual(["   [we:ll]\n    (0.4)", "    (0.4)\nhow are"]);
    expect(words(readVtt(text))).toEqual(["[we:ll]    (0.4)", "how are"]);
  });

  test("what stands above the first cue is told, headers of the format are not", () => {
    const cue = "00:00:01.000 --> 00:00:02.000\nhi";
    expect(
      codes(readVtt(`WEBVTT A title\nKind: captions\n\nNOTE Attendees: Anna (lead)\nand Ben\n\n1\n${cue}`)),
    ).toEqual(["no-speakers-found", "cue-notes-left-out"].sort());
    expect(readVtt(`WEBVTT\n\nInterview with Anna\non Monday\n\n1\n${cue}`).problems).toContainEqual({
      code: "cue-head-left-out",
      params: { count: 2 },
    });
    expect(codes(readSrt(`1\n${cue}`))).toEqual(["no-speakers-found"]);
  });

  test("a name in round brackets on the payload's first line", () => {
    const cue = (at: number, text: string) => `00:0${at}.000 --> 00:0${at + 1}.000\n${text}`;
    const read = readVtt(
      [
        "WEBVTT",
        cue(1, "(Danyel Fisher)\nHello there"),
        cue(2, "(Ben Ray)\nHi"),
        cue(3, "and so on"),
        cue(4, "(laughter)\nYes"),
        cue(5, "(Danyel Fisher)\nWell"),
      ].join("\n\n"),
    );
    expect(turnsOf(read)).toEqual([
      ["Danyel Fisher", "Hello there"],
      ["Ben Ray", "Hi"],
      [null, "and so on (laughter) Yes"],
      ["Danyel Fisher", "Well"],
    ]);
  });

  test("two angle brackets: somebody else begins, named or not", () => {
    const read = readVtt(
      "WEBVTT\n\n00:01.000 --> 00:02.000\n>> ANNA: Hello\n\n00:02.000 --> 00:03.000\n&gt;&gt; Hi\n\n00:03.000 --> 00:04.000\nand so\n\n00:04.000 --> 00:05.000\n>>> Now the news\n\n00:05.000 --> 00:06.000\n>> ANNA: Well",
    );
    expect(turnsOf(read)).toEqual([
      ["ANNA", "Hello"],
      [null, ">> Hi and so"],
      [null, ">>> Now the news"],
      ["ANNA", "Well"],
    ]);
  });

  test("Teams: short ids, names with commas, rooms and entities, classes on the voice", () => {
    const read = readVtt(
      "WEBVTT\n\na1b2c3d4-1/12-0\n00:00:01.000 --> 00:00:02.000\n<v Smith, John>Don&apos;t\nglue</v>\n\na1b2c3d4-1/12-1\n00:00:01.500 --> 00:00:03.000\n<v.loud Speaker 1 (Room A&amp;B)>R&amp;amp;D &lt;go&gt;</v>",
    );
    expect(turnsOf(read)).toEqual([
      ["Smith, John", "Don't glue"],
      ["Speaker 1 (Room A&B)", "R&amp;D <go>"],
    ]);
    expect(foundLabels(whole(read)).map(({ proposal }) => proposal.role)).toEqual(["participant", "participant"]);
  });

  test("times, however they are written, are those of a second reader", () => {
    const time = fc.tuple(fc.nat(120), fc.nat(59), fc.nat(59), fc.nat(999));
    const two = (n: number) => String(n).padStart(2, "0");
    const written = ([h, m, s, ms]: readonly number[], mark: string) =>
      `${two(h ?? 0)}:${two(m ?? 0)}:${two(s ?? 0)}${mark}${String(ms).padStart(3, "0")}`;
    const naive = (text: string) => {
      const [hours, minutes, seconds] = text.replace(",", ".").split(":").map(Number);
      return Math.round(((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1000);
    };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(time, time, fc.constantFrom(".", ","), fc.constantFrom("", " align:start", "\t")), {
          minLength: 1,
          maxLength: 12,
        }),
        (cues) => {
          const lines = cues.map(
            ([a, b, mark, settings], i) => `${written(a, mark)} --> ${written(b, mark)}${settings}\nwords ${i}`,
          );
          const read = readVtt(`WEBVTT\n\n${lines.join("\n\n")}`);
          const expected = lines.map((line) =>
            line
              .split(/ --> |[ \t\n]/)
              .slice(0, 2)
              .map(naive),
          );
          expect(read.blocks.map((block) => [block.startMs, block.endMs])).toEqual(expected);
        },
      ),
    );
  });

  test("no word of any cue is lost or glued", () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(" "));
    fc.assert(
      fc.property(fc.array(fc.array(line, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }), (cues) => {
        const text = cues.map(
          (lines, i) => `${i + 1}\n00:00:${String(10 + i)}.000 --> 00:00:${String(11 + i)}.500\n${lines.join("\n")}\n`,
        );
        const expected = cues.flat().join(" ").split(" ");
        const read = readVtt(`WEBVTT\n\n${text.join("\n")}`);
        if (codes(read).includes("rollup-removed")) return;
        expect(buildTranscript(whole(read), []).text.split(/\s/)).toEqual(expected);
      }),
    );
  });
});

describe("readSrt", () => {
  test("as loosely as it is written", () => {
    const read = readSrt(
      [
        "1\n00:00:01,000 --> 00:00:02,000\n- Hello there\n- Hi\n",
        "\n3\n0:0:3,5 --> 0:0:4.25 X1:40 X2:600 Y1:20 Y2:50\n<i>P1:</i> {\\an8}text\nblank line follows\n\nstill the same cue",
        '4\n00:00:05,000 --> 00:00:06,000\n<font color="#fff">[MODERATOR]</font> bye',
      ].join("\n\n"),
    );
    expect(turnsOf(read)).toEqual([
      [null, "- Hello there"],
      [null, "- Hi"],
      ["P1", "text blank line follows still the same cue"],
      ["MODERATOR", "bye"],
    ]);
    expect(read.blocks[2]).toMatchObject({ startMs: 3_005, endMs: 4_025 });
  });

  test("no blank line before the next number", () => {
    const read = readSrt("1\n00:00:01,000 --> 00:00:02,000\nI have\n12\n2\n00:00:03,000 --> 00:00:04,000\napples");
    expect(words(read)).toEqual(["I have 12", "apples"]);
  });

  test("without speakers, a stretch ends at a pause", () => {
    const read = readSrt(
      "1\n00:00:01,000 --> 00:00:02,000\none\n\n2\n00:00:02,100 --> 00:00:03,000\ntwo\n\n3\n00:00:09,000 --> 00:00:10,000\nthree",
    );
    expect(turnsOf(read)).toEqual([
      [null, "one two"],
      [null, "three"],
    ]);
  });

  test("Japanese lines are joined without a space", () => {
    expect(words(readSrt("1\n00:00:01,000 --> 00:00:02,000\n今日は\n暑いです"))).toEqual(["今日は暑いです"]);
  });
});
