import fc from "fast-check";
import { expect, test } from "vitest";
import { deskTurns } from "./desk-turns";
import { chaptersOf, stretchesOf } from "./turn-stretches";

test("every turn stands in one stretch, in order, and only the last stretch is short", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 4000 }), { maxLength: 60 }), (lengths) => {
      const text = lengths.map((length) => "w".repeat(length)).join("\n");
      let at = 0;
      const rows = lengths.map((length) => {
        const start = at;
        at += length + 1;
        return { start, end: start + length, label: "INT", startMs: null };
      });
      const turns = deskTurns(text, rows, []);
      const stretches = stretchesOf(turns);
      expect(stretches.flatMap((each) => each.turns)).toEqual(turns);
      for (const each of stretches.slice(0, -1)) expect(each.lines).toBeGreaterThanOrEqual(30);
      const chapters = chaptersOf(stretches);
      expect(chapters.flatMap((each) => each.stretches)).toEqual(stretches);
      for (const each of chapters) expect(each.turns).toBe(each.stretches.flatMap((own) => own.turns).length);
    }),
  );
});
