import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Transcript } from "../readers/read-result";
import { changedTranscript } from "./changed-transcript";
import { paragraphBounds, sentenceBounds } from "./sentences";
import type { TextChange } from "./text-changes";

const LINES = ["How was it?", "Long. We were four short.", "And now?"];

function transcript(lines: readonly string[]): Transcript {
  const text = lines.join("\n");
  let at = 0;
  const turns = lines.map((line, index) => {
    const start = at;
    at += line.length + 1;
    return { start, end: start + line.length, label: index % 2 ? "P1" : "INT", startMs: index * 1000, endMs: null };
  });
  return { text, turns, cues: turns, paragraphs: paragraphBounds(text), sentences: sentenceBounds(text) };
}

function changed(...changes: TextChange[]): string[] {
  const after = changedTranscript(transcript(LINES), changes);
  return after.turns.map((turn) => `${turn.label}: ${after.text.slice(turn.start, turn.end)}`);
}

describe("a changed transcript", () => {
  it("gives to a turn what is put in at its edges", () => {
    const end = LINES[0]?.length ?? 0;
    expect(changed({ from: 0, to: 0, insert: "So, " }, { from: end, to: end, insert: " Tell me." })).toEqual([
      "INT: So, How was it? Tell me.",
      "P1: Long. We were four short.",
      "INT: And now?",
    ]);
  });

  it("keeps a turn whose words were all put differently, and drops one that has none left", () => {
    const [from, to] = [12, 37];
    expect(changed({ from, to, insert: "Yes." })[1]).toBe("P1: Yes.");
    expect(changed({ from, to: to + 1, insert: "" })).toEqual(["INT: How was it?", "INT: And now?"]);
  });

  it("takes emphasis along, and finds sentences anew", () => {
    const before = { ...transcript(LINES), emphasis: [0, 3, 1, 12, 16, 2] };
    const after = changedTranscript(before, [
      { from: 4, to: 7, insert: "has been. Was" },
      { from: 12, to: 17, insert: "" },
    ]);
    expect(after.emphasis).toEqual([0, 3, 1]);
    expect(after.sentences).toEqual(sentenceBounds(after.text));
    expect(after.paragraphs).toEqual(paragraphBounds(after.text));
  });

  it("leaves turns in order, apart and within the text, whatever changes", () => {
    const edit = fc.tuple(fc.nat(5), fc.nat(9), fc.constantFrom("", "x", " yes\n", "no"));
    fc.assert(
      fc.property(fc.array(edit), (steps) => {
        const before = transcript(LINES);
        const changes: TextChange[] = [];
        let from = -1;
        for (const [gap, size, insert] of steps) {
          from += 1 + gap;
          if (from + size > before.text.length) break;
          if (size > 0 || insert) changes.push({ from, to: from + size, insert });
          from += size;
        }
        const after = changedTranscript(before, changes);
        let last = 0;
        for (const { start, end } of after.turns) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(after.text.length);
      }),
    );
  });
});
