import { expect, test } from "vitest";
import { indexCodes } from "@/lib/codebook/tree";
import { CodingStore, freshCoding } from "../saving/coding-store";
import { deskTurns } from "../text/desk-turns";
import { caretWords, edgeWords, type HeardGround, selectionWords } from "./caret-words";
import { hereWords } from "./here-words";

const text = "There is never enough cover. We are tired.\nGo on, please.";
const turns = deskTurns(
  text,
  [
    { start: 0, end: 42, label: "P598", startMs: null },
    { start: 43, end: text.length, label: "INT", startMs: null },
  ],
  [],
);
const store = new CodingStore(turns);
const cover = { start: text.indexOf("never"), end: text.indexOf(".") };
store.replaceAll([freshCoding("1", "workload", cover), freshCoding("2", "fatigue", { start: 9, end: 42 })]);
const heard: HeardGround = { text, turns, store, nameOf: (codeId) => codeId };
const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
/** Words, sentences and turns ask nothing of the page. */
const noPage = {} as Parameters<typeof caretWords>[1];
const place = (offset: number) => ({ anchor: offset, focus: offset });

test("a word that was passed is said, with the codes that begin and end on it", () => {
  const word = (words: string) => caretWords(heard, noPage, "word", place(span(words).start), place(span(words).end));
  expect(word("never")).toBe("never. fatigue begins, workload begins");
  expect(word("enough")).toBe("enough");
  expect(word("cover")).toBe("cover. workload ends");
  expect(caretWords(heard, noPage, "word", place(span("cover").end), place(span("cover").start))).toBe(
    "cover. workload ends",
  );
});

test("who speaks is said where the turn changes, and how much is coded in a whole turn", () => {
  expect(caretWords(heard, noPage, "sentence", place(0), place(43))).toBe("INT: Go on, please.");
  expect(caretWords(heard, noPage, "sentence", place(0), place(29))).toBe("We are tired. fatigue ends");
  expect(caretWords(heard, noPage, "turn", place(43), place(0))).toBe(
    "Turn 1, P598: There is never enough cover. We are tired. 2 codings",
  );
  expect(caretWords(heard, noPage, "character", place(0), place(5))).toBe("space");
});

test("a selection is said with its words and their number, a very long one by its turns", () => {
  expect(selectionWords(heard, span("never enough cover"))).toBe("“never enough cover”, 3 words selected");
  expect(caretWords(heard, noPage, "word", place(9), { anchor: 9, focus: 14 })).toBe("“never”, 1 word selected");
  const long = `${"word ".repeat(9000)}`;
  const one = deskTurns(long, [{ start: 0, end: long.length, label: "P1", startMs: null }], []);
  expect(selectionWords({ ...heard, text: long, turns: one }, { start: 0, end: long.length })).toBe(
    "Selected: from Turn 1, P1, to Turn 1, P1",
  );
});

test("of many codes some are named and the others counted", () => {
  const many = new CodingStore(turns);
  many.replaceAll([..."abcdefg"].map((id) => freshCoding(id, id, { start: 9, end: 20 })));
  expect(edgeWords({ ...heard, store: many }, { start: 9, end: 14 })).toBe(
    "a begins, b begins, c begins, d begins, and 3 more",
  );
});

test("asked what is here, it tells every coding with its words, and that there is none", () => {
  const code = { parentId: null, position: 0, colour: "#000000", retired: false };
  const index = indexCodes([{ ...code, id: "workload", name: "Workload levels" }]);
  const [first, second] = store.touching(cover);
  expect(hereWords(text, turns, index, 50, [], null)).toBe("Turn 2, INT. Nothing is coded here.");
  expect(
    hereWords(
      text,
      turns,
      index,
      12,
      [first, second].filter((each) => each !== undefined),
      second ?? null,
    ),
  ).toBe(
    "Turn 1, P598. 2 codings here: a code no longer here on “never enough cover. We are tired.”; Workload levels (chosen) on “never enough cover”.",
  );
});
