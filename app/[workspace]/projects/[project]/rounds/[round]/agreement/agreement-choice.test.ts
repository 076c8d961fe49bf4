import { expect, test } from "vitest";
import { choiceFrom, queryOf } from "./agreement-choice";

const first = "0".repeat(32);
const second = "f".repeat(32);

test("a choice survives the address of the page", () => {
  for (const unit of ["turn", "character"] as const) {
    for (const rollUp of [true, false]) {
      for (const coders of [{}, { first, second }]) {
        const choice = { unit, rollUp, ...coders };
        expect(choiceFrom(Object.fromEntries(new URLSearchParams(queryOf(choice))))).toEqual(choice);
      }
    }
  }
});

test("what is not understood is left at its default", () => {
  expect(choiceFrom({ unit: "word", rollUp: ["no", "no"], first: "x", second: [second] })).toEqual({
    unit: "turn",
    rollUp: true,
  });
});
