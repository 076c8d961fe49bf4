import fc from "fast-check";
import { expect, test } from "vitest";
import { packTurns, unpackTurns } from "./packed-turns";

test("turns come out as they went in", () => {
  const turn = fc.record({
    start: fc.nat(),
    end: fc.nat(),
    label: fc.option(fc.string()),
    startMs: fc.option(fc.nat()),
  });
  fc.assert(
    fc.property(fc.array(turn), (turns) => {
      expect(unpackTurns(packTurns(turns))).toEqual(turns);
    }),
  );
});
