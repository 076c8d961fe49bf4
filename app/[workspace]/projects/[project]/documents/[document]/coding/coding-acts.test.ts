import { expect, test } from "vitest";
import { indexCodes } from "@/lib/codebook/tree";
import { wordsHash } from "@/lib/text/words-hash";
import { CodingStore, type DeskCoding, freshCoding, type Patch } from "../saving/coding-store";
import type { Deed, DeskSession } from "../saving/desk-session";
import { CodingActs } from "./coding-acts";
import { withNote } from "./note-acts";

const TEXT = "We never have enough cover. Never, I said. And nobody hears it.";
const spanOf = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const wordsOf = ({ start, end }: DeskCoding) => TEXT.slice(start, end);

/** What the acts ask of a session: it paints what was performed and remembers what would be sent. */
function makeDesk(...codings: DeskCoding[]) {
  const store = new CodingStore([{ start: 0, end: TEXT.length }]);
  store.replaceAll(codings);
  const sent: { name: string; input: Record<string, unknown> }[] = [];
  const deeds: Deed[] = [];
  const session: Pick<DeskSession, "store" | "use" | "beginIfNeeded" | "perform" | "send" | "hashOf"> = {
    store,
    use() {},
    beginIfNeeded() {},
    perform(deed) {
      deeds.push(deed);
      store.apply(deed.patches.filter((patch): patch is Patch => !("list" in patch)));
    },
    send(name, _patches, input) {
      sent.push({ name, input });
    },
    hashOf: ({ start, end }) => wordsHash(TEXT.slice(start, end)),
  };
  return { store, sent, deeds, acts: new CodingActs(session) };
}

const all = (store: CodingStore) => store.inTurn(0).map((each) => [each.codeId, wordsOf(each)]);

test("several codes on the same words are one act; what is there already is left out", () => {
  const { store, sent, deeds, acts } = makeDesk(freshCoding("1", "a", spanOf("enough cover")));
  const made = acts.applyMany(["a", "b", "c", "b"].map((codeId) => ({ codeId, span: spanOf("enough cover") })));
  expect(made.map((each) => each.codeId)).toEqual(["b", "c"]);
  expect(
    all(store)
      .map(([codeId]) => codeId)
      .sort(),
  ).toEqual(["a", "b", "c"]);
  expect(deeds.map((deed) => deed.name)).toEqual([{ act: "apply-codes", codeId: null }]);
  expect(sent).toEqual([
    {
      name: "apply-codes",
      input: {
        codings: made.map(({ id, codeId, start, end }) => {
          return { codingId: id, codeId, start, end, wordsHash: wordsHash("enough cover") };
        }),
      },
    },
  ]);
});

test("one code on many hits is one act named by the code, and what is coded already costs nothing", () => {
  const hits = ["never", "Never"].map((words) => ({ codeId: "a", span: spanOf(words) }));
  const { deeds, sent, acts } = makeDesk();
  acts.applyMany(hits);
  expect(deeds.map((deed) => deed.name)).toEqual([{ act: "apply-codes", codeId: "a" }]);
  expect(acts.applyMany(hits)).toEqual([]);
  expect(sent).toHaveLength(1);
});

test("recoding keeps the exact span; where the code is there already the coding goes", () => {
  const one = freshCoding("1", "a", spanOf("never have"));
  const two = freshCoding("2", "a", spanOf("hears it"));
  const { store, sent, acts } = makeDesk(one, two, freshCoding("3", "b", spanOf("hears it")));
  acts.recode(one, "b");
  expect(store.get("1")).toEqual({ ...one, codeId: "b", version: 2 });
  acts.recodeMany([two, store.get("3") ?? two], "b");
  expect(all(store)).toEqual([
    ["b", "never have"],
    ["b", "hears it"],
  ]);
  expect(sent.at(-1)).toEqual({ name: "recode-codings", input: { codingIds: ["2"], codeId: "b" } });
});

test("a split leaves the first part its id and its memo", () => {
  const whole = { ...freshCoding("1", "a", spanOf("enough cover. Never")), memoId: "m", memoWording: 2, memo: "twice" };
  const { store, sent, acts } = makeDesk(whole);
  const made = acts.split(whole, spanOf("cover.").end, spanOf("Never").start);
  expect(all(store)).toEqual([
    ["a", "enough cover."],
    ["a", "Never"],
  ]);
  expect(store.get("1")).toMatchObject({ memo: "twice", version: 2 });
  expect(made.memo).toBeNull();
  expect(sent[0]?.input).toMatchObject({
    codingId: "1",
    newCodingId: made.id,
    firstHash: wordsHash("enough cover."),
    secondHash: wordsHash("Never"),
  });
});

test("merged, the first keeps its id and has the words, the star and the memos of all", () => {
  const first = freshCoding("1", "a", spanOf("enough cover."));
  const second = {
    ...freshCoding("2", "a", spanOf("cover. Never")),
    starred: true,
    memoId: "m",
    memoWording: 1,
    memo: "she laughs",
  };
  const { store, sent, acts } = makeDesk(first, second, freshCoding("3", "b", spanOf("cover")));
  const merged = acts.merge([second, first]);
  expect(merged && wordsOf(merged)).toBe("enough cover. Never");
  expect(merged).toMatchObject({ id: "1", starred: true, memo: "she laughs", memoWording: 1, version: 3 });
  expect(all(store).map(([codeId]) => codeId)).toEqual(["a", "b"]);
  expect(sent[0]?.input).toMatchObject({ codingIds: ["2", "1"], wordsHash: wordsHash("enough cover. Never") });
  expect(acts.merge([first])).toBeNull();
});

test("a memo on words, on a code and on the document stands at once, and each wording counts", () => {
  const head = {
    me: { role: "coder" as const, coderId: "c", name: "Ann" },
    set: null,
    round: null,
    codes: [],
    index: indexCodes([]),
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
  const note = { memoId: "m", target: { kind: "words" as const, span: spanOf("Never") }, before: "", after: "why?" };
  const once = { ...head, ...withNote(head, note) };
  expect(once.textMemos).toEqual([{ memoId: "m", ...spanOf("Never"), wording: 1, memo: "why?" }]);
  expect(withNote(once, { ...note, after: "" }).textMemos).toMatchObject([{ wording: 2, memo: "" }]);
  const onDocument = { memoId: "d", target: { kind: "document" as const }, before: "", after: "sad" };
  expect(withNote(head, onDocument)).toEqual({ documentMemo: { memoId: "d", wording: 1, memo: "sad" } });
  const onCode = { memoId: "k", target: { kind: "code" as const, codeId: "a" }, before: "", after: "broad" };
  expect(withNote(head, onCode).codeMemos).toMatchObject([{ codeId: "a", author: "Ann", own: true, wording: 1 }]);
});
