import { expect, test } from "vitest";
import { KeptActs } from "./kept-acts";
import { MemoryRecords, TestSeal } from "./memory-records-fixture";
import { putWordsBack, takeWordsOut } from "./words-apart";

interface Body {
  readonly input: Record<string, unknown>;
}

const ID = "0123456789abcdef0123456789abcdef";
const MEMO = "She said the canary words.";

const memo = { key: "k1", order: 1, plain: { name: "write-memo" }, body: { input: { codingId: ID, text: MEMO } } };
const move = { key: "k2", order: 2, plain: { name: "move-coding" }, body: { input: { codingId: ID, start: 3 } } };

function everything(records: MemoryRecords): string {
  const shown = [...records.records.values()].map((record) => {
    const sealed = record.sealed ? String.fromCharCode(...new Uint8Array(record.sealed.data)) : "";
    return JSON.stringify({ ...record, sealed });
  });
  return shown.join("\n");
}

test("words are taken out of a value, however deep, and put back where they stood", () => {
  const value = {
    id: ID,
    colour: "#0072b2",
    empty: "",
    gone: undefined,
    list: ["well-being", { memo: MEMO, start: 12, starred: false, none: null }],
  };
  const { rest, words } = takeWordsOut(value);
  expect(words).toEqual(["well-being", MEMO]);
  expect(JSON.stringify(rest)).not.toMatch(/canary|well-being/);
  const { gone: _, ...kept } = value;
  expect(putWordsBack({ rest, words })).toEqual(kept);
});

test("a value that looks like what was taken apart comes back as it was", () => {
  const value = { word: 1, fields: { word: "two" }, list: [{ fields: null }] };
  expect(putWordsBack(takeWordsOut(value))).toEqual(value);
});

test("an act comes back whole; on the disk no word of it can be read", async () => {
  const records = new MemoryRecords();
  const kept = new KeptActs<{ name: string }, Body>("main a", records, new TestSeal());
  expect(await kept.keep(move)).toBe(true);
  expect(await kept.keep(memo)).toBe(true);
  expect(everything(records)).toContain(ID);
  expect(everything(records)).not.toContain("canary");
  expect(await kept.all(false)).toEqual([memo, move]);
  expect(await (await kept.first())?.open()).toEqual(memo);
});

test("nobody else sees them, and what was sealed under a key that is gone goes", async () => {
  const records = new MemoryRecords();
  const mine = new KeptActs<{ name: string }, Body>("main a", records, new TestSeal());
  await mine.keep(memo);
  await mine.keep(move);
  const other = new KeptActs<{ name: string }, Body>("main b", records, new TestSeal());
  expect(await other.first()).toBeNull();
  expect(await other.all(false)).toEqual([]);
  const afterSignOut = new KeptActs<{ name: string }, Body>("main a", records, new TestSeal());
  expect(await afterSignOut.all(false)).toEqual([move]);
  expect([...records.records.keys()]).toEqual(["k2"]);
});

test("where nothing can be sealed, words are not kept; ids are", async () => {
  const records = new MemoryRecords();
  const bare = { seal: async () => null, open: async () => null };
  const kept = new KeptActs<{ name: string }, Body>("main a", records, bare);
  expect(await kept.keep(memo)).toBe(false);
  expect(await kept.keep(move)).toBe(true);
  expect([...records.records.keys()]).toEqual(["k2"]);
});
