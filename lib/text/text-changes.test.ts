import { ChangeSet } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyTextChanges,
  ChangeMap,
  changesOfStored,
  invertedChanges,
  joinedChanges,
  mapOffset,
  mapSpan,
  storedChanges,
  type TextChange,
} from "./text-changes";

const TEXT = "We were four short, and nobody said so.";
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const change = (words: string, insert: string): TextChange => ({ from: at(words).start, to: at(words).end, insert });

function coded(words: string, ...changes: TextChange[]): string | null {
  const { start, end } = at(words);
  const span = mapSpan(changes, start, end);
  return span && `${applyTextChanges(TEXT, changes).slice(span.start, span.end)}${span.wordsChanged ? " *" : ""}`;
}

/** Changes of a text of letters, at least one letter apart. */
const anyCase = fc
  .tuple(
    fc.string({ minLength: 1, maxLength: 40 }),
    fc.array(fc.tuple(fc.nat(6), fc.nat(5), fc.string({ maxLength: 4 }))),
  )
  .map(([text, steps]) => {
    const changes: TextChange[] = [];
    let from = -1;
    for (const [gap, size, insert] of steps) {
      from += 1 + gap;
      const to = from + size;
      if (to > text.length) break;
      if (size > 0 || insert !== "") changes.push({ from, to, insert });
      from = to;
    }
    return { text, changes };
  });

describe("changes of a text", () => {
  it("keep a coding on the word that was put right, and say that its words changed", () => {
    expect(coded("four short", change("four", "five"))).toBe("five short *");
    expect(coded("four short", change("short", "people short"))).toBe("four people short *");
    expect(coded("four", change("four", "five"))).toBe("five *");
    expect(coded("said", change("nobody said so", "no one told"))).toBe("no one told *");
  });

  it("leave a coding's words alone when the change is beside it, or at its edges", () => {
    expect(coded("four short", change("were", "are"))).toBe("four short");
    const { start, end } = at("four short");
    expect(coded("four short", { from: start, to: start, insert: "about " })).toBe("four short");
    expect(coded("four short", { from: end, to: end, insert: ", yes" })).toBe("four short");
    expect(coded("four short", change("were ", "are "), change(", and", " and"))).toBe("four short");
  });

  it("keep what is left of a coding's words, and lose it with the last of them", () => {
    expect(coded("four short", change("were four ", ""))).toBe("short *");
    expect(coded("four short", change(" short,", ""))).toBe("four *");
    expect(coded("four short", change("four short", ""))).toBe(null);
    expect(coded("four short", change("were four short", ""))).toBe(null);
  });

  it("refuse a list that does not rise, touches, does nothing or leaves the text", () => {
    const wrong: TextChange[][] = [
      [
        { from: 3, to: 5, insert: "" },
        { from: 5, to: 6, insert: "" },
      ],
      [
        { from: 4, to: 5, insert: "" },
        { from: 0, to: 1, insert: "" },
      ],
      [{ from: 4, to: 4, insert: "" }],
      [{ from: 5, to: 4, insert: "x" }],
      [{ from: 0, to: 400, insert: "x" }],
    ];
    for (const changes of wrong) expect(() => applyTextChanges(TEXT, changes)).toThrow(RangeError);
  });

  it("are joined where they touch", () => {
    const touching = [change(" short", " people short"), change("four", "five"), change("We", "We")];
    const joined = joinedChanges(touching, TEXT);
    expect(joined).toEqual([{ ...change("four short", "five people short") }]);
  });

  it("map every offset as CodeMirror does, on both sides", () => {
    fc.assert(
      fc.property(anyCase, ({ text, changes }) => {
        const oracle = ChangeSet.of([...changes], text.length);
        const stored = ChangeMap.ofStored(storedChanges(changes));
        for (let offset = 0; offset <= text.length; offset++) {
          for (const side of [-1, 1] as const) {
            expect(mapOffset(changes, offset, side)).toBe(oracle.mapPos(offset, side));
            expect(stored.offset(offset, side)).toBe(oracle.mapPos(offset, side));
          }
        }
      }),
    );
  });

  it("leave every span inside the new text, and its words as they were unless they say otherwise", () => {
    fc.assert(
      fc.property(anyCase, fc.nat(39), fc.integer({ min: 1, max: 40 }), ({ text, changes }, from, size) => {
        const start = Math.min(from, text.length - 1);
        const end = Math.min(start + size, text.length);
        const after = applyTextChanges(text, changes);
        const span = mapSpan(changes, start, end);
        const within = changes.filter((one) => one.from < end && one.to > start);
        const put = changes.filter((one) => one.from === one.to && one.from > start && one.from < end);
        expect(span === null || span.wordsChanged).toBe(span === null || within.length + put.length > 0);
        if (span === null) {
          for (let i = start; i < end; i++) expect(within.some((one) => one.from <= i && i < one.to)).toBe(true);
          return;
        }
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(after.length);
        if (!span.wordsChanged) expect(after.slice(span.start, span.end)).toBe(text.slice(start, end));
      }),
    );
  });

  it("keep the order of spans", () => {
    fc.assert(
      fc.property(anyCase, fc.nat(39), fc.nat(39), ({ text, changes }, a, b) => {
        const [low, high] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        expect(mapOffset(changes, low, 1)).toBeLessThanOrEqual(mapOffset(changes, high, 1));
        expect(mapOffset(changes, low, -1)).toBeLessThanOrEqual(mapOffset(changes, high, -1));
      }),
    );
  });

  it("lead back when they are turned round, and come whole out of what a revision keeps", () => {
    fc.assert(
      fc.property(anyCase, ({ text, changes }) => {
        const after = applyTextChanges(text, changes);
        expect(changesOfStored(storedChanges(changes), after)).toEqual(changes);
        const back = joinedChanges(invertedChanges(text, changes), after);
        expect(applyTextChanges(after, back)).toBe(text);
      }),
    );
  });
});
