import fc from "fast-check";
import { expect, test } from "vitest";
import { codingsDigest } from "@/lib/text/codings-digest";
import { overlaps } from "@/lib/text/span";
import { CodingStore, compareCodings, type DeskCoding, freshCoding } from "./coding-store";

const TURNS = Array.from({ length: 10 }, (_, i) => ({ start: i * 100, end: i * 100 + 99 }));

const coding = fc
  .record({
    n: fc.integer({ min: 0, max: 1e9 }),
    start: fc.integer({ min: 0, max: 950 }),
    length: fc.integer({ min: 1, max: 300 }),
  })
  .map(({ n, start, length }): DeskCoding => {
    const id = n.toString(16).padStart(32, "0");
    const end = Math.min(start + length, 999);
    return freshCoding(id, String(n % 3), { start, end });
  });
const codings = fc.uniqueArray(coding, { selector: (each) => each.id, maxLength: 40 });

test("what touches a span is found by turns as it is by looking at all", () => {
  fc.assert(
    fc.property(codings, fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 90 }), (all, start, length) => {
      const store = new CodingStore(TURNS);
      store.replaceAll(all);
      const span = { start, end: start + length };
      expect(store.touching(span)).toEqual(all.filter((each) => overlaps(each, span)).sort(compareCodings));
    }),
  );
});

test("walking from coding to coding visits each once, in both directions", () => {
  fc.assert(
    fc.property(codings, (all) => {
      const store = new CodingStore(TURNS);
      store.replaceAll(all);
      const walked: DeskCoding[] = [];
      for (let at = store.beside(0, 1); at; at = store.beside(at, 1)) walked.push(at);
      expect(walked).toEqual([...all].sort(compareCodings));
      const back: DeskCoding[] = [];
      for (let at = walked.at(-1) ?? null; at; at = store.beside(at, -1)) back.push(at);
      expect(back).toEqual(walked.reverse());
    }),
  );
});

test("acts and their way back end where they began, with counts and digest true at every step", () => {
  fc.assert(
    fc.property(codings, codings, (all, more) => {
      const store = new CodingStore(TURNS);
      const added = more.filter((each) => !all.some((other) => other.id === each.id));
      store.replaceAll(all);
      for (const each of added) store.apply([{ before: null, after: each }]);
      expect(store.digestText).toBe(codingsDigest([...all, ...added]));
      for (const each of added) store.apply([{ before: each, after: null }]);
      expect(store.digestText).toBe(codingsDigest(all));
      for (const codeId of ["0", "1", "2"]) {
        expect(store.countOf(codeId)).toBe(all.filter((each) => each.codeId === codeId).length);
      }
    }),
  );
});

test("a revived coding has a version that it never had", () => {
  const store = new CodingStore(TURNS);
  const one = freshCoding("a", "0", { start: 3, end: 9 });
  store.apply([{ before: null, after: one }]);
  store.apply([{ before: one, after: null }]);
  expect(store.grown(one, {}).version).toBe(3);
});
