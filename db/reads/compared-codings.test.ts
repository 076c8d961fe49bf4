// The coders of a document side by side: nothing for anybody before the reveal, then every coder's own and the consensus.
import { afterEach, beforeEach, expect, test } from "vitest";
import { attempt, idOf, makeStudy, type Study } from "../study-fixture";
import type { comparedCodings } from "./compared-codings";

type Answer = ReturnType<typeof comparedCodings.run>;

let study: Study;
beforeEach(async () => {
  study = await makeStudy();
});
afterEach(() => study.end());

function ask(who = study.a, params: Record<string, unknown> = {}) {
  const asked = { documentId: study.documentId("interview"), roundId: study.roundId, ...params };
  return study.read(who, "compared-codings", asked) as Answer;
}

test("before the reveal it is refused to everybody as a round that does not exist", () => {
  study.apply(study.b, "interview", "four short", study.codes.staffing);
  for (const who of [study.a, study.b, study.lead, study.observer]) {
    expect(attempt(() => ask(who))).toBe("not-found 404 {}");
    expect(attempt(() => ask(who, { roundId: idOf("no such round") }))).toBe("not-found 404 {}");
  }
  study.submitAll();
  for (const who of [study.a, study.lead]) expect(attempt(() => ask(who))).toBe("not-found 404 {}");
});

test("after it every member sees each coder's codings in the order of the text, and what both agree on", () => {
  const { staffing, team } = study.codes;
  const last = study.apply(study.a, "interview", "three short", team);
  const first = study.apply(study.a, "interview", "four short", staffing);
  const same = study.apply(study.b, "interview", "four short", staffing);
  const back = study.apply(study.b, "interview", "You just carry it", team);
  study.act(study.b, "remove-coding", { codingId: back });
  study.submitAll();
  study.reveal();
  const { start, end } = study.span("interview", "four short");
  for (const who of [study.a, study.b, study.lead, study.observer]) {
    const { coders, consensus, revisionId } = ask(who);
    expect(revisionId).toMatch(/^[0-9a-f]{32}$/);
    expect(coders.map(({ name, codings }) => [name, codings.map(({ id }) => id)])).toEqual([
      ["Ada Coder", [first, last]],
      ["Ben Coder", [same]],
    ]);
    expect(coders[0]?.coderId).toBe(study.coderId(study.a));
    expect(coders[1]?.codings).toEqual([{ id: same, codeId: staffing, start, end }]);
    expect(consensus).toMatchObject([{ codeId: staffing, start, end }]);
  }
  expect(attempt(() => ask(study.a, { documentId: study.documentId("second") }))).toBe("not-found 404 {}");
  expect(attempt(() => ask(study.outsider))).toBe("not-found 404 {}");
});
