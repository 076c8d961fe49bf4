// Starred quotes: one's own stars among one's own codings; in the consensus those of any of its coders, once revealed.
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeStudy, type Study } from "../study-fixture";
import type { codedQuotes } from "./coded-quotes";

type Answer = ReturnType<typeof codedQuotes.run>;

let study: Study;
beforeEach(async () => {
  study = await makeStudy();
});
afterEach(() => study.end());

const look = (params: Record<string, unknown>, who = study.a) => study.read(who, "coded-quotes", params) as Answer;
const words = ({ quotes }: Answer) => quotes.map((each) => [each.words, each.starred]);

test("a star marks a quote, and the starred ones can be asked for alone", () => {
  study.apply(study.a, "interview", "four short", study.codes.staffing);
  const starred = study.apply(study.a, "interview", "three short", study.codes.staffing);
  study.act(study.a, "star-coding", { codingId: starred, starred: true });
  expect(words(look({ source: "mine" }))).toEqual([
    ["four short", false],
    ["three short", true],
  ]);
  expect(words(look({ source: "mine", starred: true }))).toEqual([["three short", true]]);
  expect(look({ source: "mine", starred: true }).codes).toEqual(look({ source: "mine" }).codes);
  study.act(study.a, "undo");
  expect(look({ source: "mine", starred: true }).quotes).toEqual([]);
});

test("a consensus quote is starred where one of its coders starred the same code on these words", () => {
  const { staffing, team } = study.codes;
  for (const who of [study.a, study.b]) {
    const codingId = study.apply(who, "interview", "four short", staffing);
    study.apply(who, "interview", "three short", staffing);
    study.apply(who, "interview", "four short", team);
    if (who === study.b) study.act(who, "star-coding", { codingId, starred: true });
  }
  expect(look({ starred: true }, study.lead).quotes).toEqual([]);
  expect(look({ source: "mine", starred: true }).quotes).toEqual([]);
  study.submitAll();
  study.reveal();
  const starred = (who = study.a) =>
    look({ starred: true }, who).quotes.map(({ codeId, words: said }) => [codeId, said]);
  for (const who of [study.a, study.b, study.lead, study.observer])
    expect(starred(who)).toEqual([[staffing, "four short"]]);
  expect(look({}).quotes).toHaveLength(3);
});
