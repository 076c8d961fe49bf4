import fc from "fast-check";
import { expect, test } from "vitest";
import { CodingStore, type DeskCoding } from "./coding-store";
import { laterCodings, type PackedDesk, packDesk, unpackCodings, unpackDesk } from "./packed-desk";

type Answer = Parameters<typeof packDesk>[0];

function code(letter: string, more: Partial<Answer["codes"][number]>): Answer["codes"][number] {
  return {
    id: letter.repeat(32),
    parentId: null,
    name: `Code ${letter}`,
    colour: "#4477aa",
    position: 1,
    retired: false,
    definition: "",
    useWhen: "",
    useNot: "",
    example: "",
    version: 1,
    wording: 1,
    proposal: false,
    ...more,
  };
}

const rest: Omit<Answer, "codings"> = {
  me: { role: "coder", coderId: "c", name: "Coder A" },
  set: null,
  round: null,
  codes: [
    code("a", {}),
    code("b", { parentId: "a".repeat(32), definition: "Said of cover", useNot: "of sleep", proposal: true }),
    code("c", { retired: true, version: 7, wording: 3 }),
  ],
  unchanged: false,
  documents: [],
  textMemos: [],
  documentMemo: null,
  codeMemos: [],
  place: null,
  revisionId: "r",
  moved: 0,
  undo: null,
  redo: null,
};

const id = fc.stringMatching(/^[0-9a-f]{32}$/);
const coding: fc.Arbitrary<DeskCoding> = fc
  .record({
    id,
    codeId: fc.constantFrom("a".repeat(32), "b".repeat(32), "c".repeat(32)),
    start: fc.nat(2_000_000),
    length: fc.integer({ min: 1, max: 30_000 }),
    version: fc.integer({ min: 1, max: 500 }),
    starred: fc.boolean(),
    memo: fc.option(fc.record({ id, wording: fc.integer({ min: 1, max: 9 }), words: fc.string() })),
  })
  .map(({ length, memo, ...each }) => ({
    ...each,
    end: each.start + length,
    memoId: memo?.id ?? null,
    memoWording: memo?.wording ?? null,
    memo: memo?.words ?? null,
  }));

const byId = (codings: readonly DeskCoding[]) => [...codings].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

test("what is packed comes out as it went in", () => {
  fc.assert(
    fc.property(fc.uniqueArray(coding, { selector: (each) => each.id }), (codings) => {
      // Over the wire, as the page goes.
      const sent = JSON.parse(JSON.stringify(packDesk({ ...rest, codings }))) as PackedDesk;
      expect(byId(unpackCodings(sent))).toEqual(byId(codings));
      expect(unpackDesk(sent)).toEqual(rest);
      const [later, now] = [
        new CodingStore([{ start: 0, end: 3_000_000 }]),
        new CodingStore([{ start: 0, end: 3_000_000 }]),
      ];
      later.replaceLater(laterCodings(sent));
      now.replaceAll(codings);
      const seen = (store: CodingStore) => [
        store.size,
        ...["a", "b", "c"].map((letter) => store.countOf(letter.repeat(32))),
      ];
      expect(seen(later)).toEqual(seen(now));
      expect(later.inTurn(0)).toEqual(now.inTurn(0));
      expect(later.digestText).toBe(now.digestText);
      expect(seen(later)).toEqual(seen(now));
    }),
  );
});

test("a line that is none is a bug, and says so", () => {
  expect(() => unpackCodings({ packed: "x y", used: [], noted: [] })).toThrow(RangeError);
});
