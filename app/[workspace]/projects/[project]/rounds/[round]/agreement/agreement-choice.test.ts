import { expect, test } from "vitest";
import {
  type AgreementChoice,
  CONFIDENCES,
  choiceFrom,
  DEFAULT_CHOICE,
  figureParams,
  INTERVAL_KINDS,
  intervalParams,
  sameChoice,
  stillThere,
  UNITS,
  writeChoice,
} from "./agreement-choice";

const first = "0".repeat(32);
const second = "f".repeat(32);

function through(choice: AgreementChoice): AgreementChoice {
  const query = new URLSearchParams("columns=interval");
  writeChoice(choice, query);
  expect(query.get("columns")).toBe("interval");
  return choiceFrom(Object.fromEntries(query));
}

test("a choice survives the address of the page", () => {
  for (const unit of UNITS) {
    for (const interval of INTERVAL_KINDS) {
      for (const confidence of CONFIDENCES) {
        for (const some of [
          {},
          { first, second },
          { documentIds: [first, second], codeIds: [second], minShare: 0.5 },
        ]) {
          const flags = { rollUp: unit === "turn", interviewerTurns: interval === "jackknife", seed: 20 };
          const choice = { ...DEFAULT_CHOICE, unit, interval, confidence, ...flags, ...some };
          expect(through(choice)).toEqual(choice);
        }
      }
    }
  }
});

test("what is as by default is not in the address", () => {
  const query = new URLSearchParams("unit=character&minShare=1&seed=7");
  writeChoice(DEFAULT_CHOICE, query);
  expect(query.toString()).toBe("");
});

test("what is not understood is left at its default", () => {
  const nonsense = { unit: "word", rollUp: ["no", "no"], first: "x", second: [second], seed: "-1", confidence: "95" };
  expect(choiceFrom({ ...nonsense, minShare: "0.4", documents: "x.y", interval: "guess" })).toEqual(DEFAULT_CHOICE);
  expect(choiceFrom({ seed: "4294967296" }).seed).toBe(DEFAULT_CHOICE.seed);
});

test("more documents than an address can hold leave it without them", () => {
  const documentIds = Array.from({ length: 301 }, (_, i) => i.toString(16).padStart(32, "0"));
  expect(through({ ...DEFAULT_CHOICE, documentIds }).documentIds).toBeUndefined();
  const some = documentIds.slice(1);
  expect(through({ ...DEFAULT_CHOICE, documentIds: some }).documentIds).toEqual(some);
});

test("reads are asked for what the choice means", () => {
  expect(figureParams({ ...DEFAULT_CHOICE, minShare: 1 })).toMatchObject({ unit: "turn", minShare: 1 });
  // A character has no half.
  expect(figureParams({ ...DEFAULT_CHOICE, unit: "character", minShare: 1 })).not.toHaveProperty("minShare");
  expect(intervalParams({ ...DEFAULT_CHOICE, interval: "jackknife" })).toEqual({ confidence: 0.95 });
  expect(intervalParams({ ...DEFAULT_CHOICE, interval: "bootstrap", seed: 3 })).toEqual({
    confidence: 0.95,
    bootstrap: { replicates: 2_000, seed: 3 },
  });
  expect(sameChoice(DEFAULT_CHOICE, { ...DEFAULT_CHOICE })).toBe(true);
  expect(sameChoice(DEFAULT_CHOICE, { ...DEFAULT_CHOICE, interval: "jackknife" })).toBe(false);
});

test("an old address shows what is still in the round", () => {
  const [a, b, gone] = ["a", "b", "c"].map((letter) => letter.repeat(32));
  const round = { coders: [{ id: a ?? "" }, { id: b ?? "" }], documents: [{ id: a ?? "" }] };
  const asked = choiceFrom({ first: a, second: gone, documents: `${a}.${gone}`, unit: "character" });
  expect(stillThere(asked, round)).toEqual({ ...DEFAULT_CHOICE, first: a, documentIds: [a], unit: "character" });
  expect(stillThere(choiceFrom({ documents: gone }), round)).toEqual(DEFAULT_CHOICE);
});
