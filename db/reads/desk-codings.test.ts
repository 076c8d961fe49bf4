// That the desk's digest tells a changed set from one that stands, and never moves when another coder works.
import { afterEach, beforeEach, expect, test } from "vitest";
import { codingsDigest } from "@/lib/text/codings-digest";
import { makeStudy, type Study } from "../study-fixture";
import type { deskCodings } from "./desk-codings";

type Answer = ReturnType<typeof deskCodings.run>;

let study: Study;
beforeEach(async () => {
  study = await makeStudy();
});
afterEach(() => study.end());

function look(known?: string): Answer {
  const documentId = study.documentId("interview");
  return study.read(study.a, "desk-codings", { documentId, ...(known === undefined ? {} : { known }) }) as Answer;
}

test("who knows the codings as they stand is told so and gets none; after any change they come whole", () => {
  study.apply(study.a, "interview", "four short", study.codes.staffing);
  const { codings } = look();
  expect(codings).toHaveLength(1);
  const known = codingsDigest(codings);
  expect(look(known)).toMatchObject({ unchanged: true, codings: [] });
  study.act(study.a, "remove-coding", { codingId: codings[0]?.id });
  expect(look(known)).toMatchObject({ unchanged: false, codings: [] });
  study.act(study.a, "undo");
  const revived = look(known);
  expect(revived.unchanged).toBe(false);
  expect(revived.codings).toHaveLength(1);
});

test("another coder's work in the same document changes nothing in it", () => {
  study.apply(study.a, "interview", "four short", study.codes.staffing);
  const before = look();
  study.apply(study.b, "interview", "You just carry it", study.codes.support);
  expect(look()).toEqual(before);
  expect(look(codingsDigest(before.codings)).unchanged).toBe(true);
});
