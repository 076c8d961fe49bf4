// Reading places: each person's own, without a trace that anybody else could see.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "../actor";
import { readingPlace } from "../schema";
import { attempt, idOf, makeStudy, type Study } from "../study-fixture";

let study: Study;
beforeAll(async () => {
  study = await makeStudy();
});
afterAll(() => study.end());

function keep(actor: Actor, more: Record<string, unknown>) {
  const documentId = study.documentId("interview");
  const revisionId = revisionOf("interview");
  return attempt(() => study.act(actor, "keep-reading-place", { documentId, revisionId, ...more }));
}
function revisionOf(name: "interview" | "group"): string {
  const query = study.workspace.sqlite.prepare("select id from revision where document_id = ?").pluck();
  return String(query.get(study.documentId(name)));
}
function places() {
  return study.db.select().from(readingPlace).all();
}

it("is kept for each person, the last place and the bookmarks apart", () => {
  expect(keep(study.a, { last: 40 })).toBe("{}");
  keep(study.a, { bookmarks: [3, 17] });
  keep(study.observer, { bookmarks: [9] });
  expect(places().map(({ userId, last, bookmarks }) => [userId, last, bookmarks])).toEqual([
    [study.a.userId, 40, [3, 17]],
    [study.observer.userId, 0, [9]],
  ]);
  keep(study.a, { last: 50, bookmarks: [] });
  expect(places()[0]).toMatchObject({ last: 50, bookmarks: [] });
});

it("leaves no entry in the journal, no event and nothing to undo", () => {
  const before = study.rows(["journal", "event", "idempotency"]);
  keep(study.b, { last: 1 });
  expect(study.rows(["journal", "event", "idempotency"])).toBe(before);
  expect(attempt(() => study.act(study.b, "undo"))).toBe("nothing-to-undo 409 {}");
});

it("is within the text of that very document, and of a project that one is in", () => {
  const length = study.text("interview").length;
  const before = JSON.stringify(places());
  expect(keep(study.a, { last: length + 1 })).toBe("span-outside-text 422 {}");
  expect(keep(study.a, { bookmarks: [1, length + 1] })).toBe("span-outside-text 422 {}");
  expect(keep(study.a, { bookmarks: [5, 5] })).toMatch(/^input-not-understood/);
  expect(keep(study.a, { bookmarks: [5, 2] })).toMatch(/^input-not-understood/);
  expect(keep(study.a, { last: -1 })).toMatch(/^input-not-understood/);
  expect(keep(study.a, { bookmarks: Array.from({ length: 201 }, (_, i) => i) })).toMatch(/^input-not-understood/);
  expect(keep(study.a, { revisionId: revisionOf("group") })).toBe("not-found 404 {}");
  expect(keep(study.a, { documentId: idOf("none") })).toBe("not-found 404 {}");
  expect(keep(study.outsider, { last: 1 })).toBe("not-found 404 {}");
  expect(JSON.stringify(places())).toBe(before);
});
