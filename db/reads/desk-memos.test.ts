// Memos on the desk: one's own on words and documents, on codes one's own and the leads', and whose they are not.

import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Actor } from "../actor";
import { memberOf } from "../membership";
import { memo, memoWording } from "../schema";
import { idOf, makeStudy, type Study } from "../study-fixture";
import { readableMemo } from "../visibility";
import type { deskCodings } from "./desk-codings";

type Answer = ReturnType<typeof deskCodings.run>;

let study: Study;
beforeEach(async () => {
  study = await makeStudy();
});
afterEach(() => study.end());

const look = (who = study.a) =>
  study.read(who, "desk-codings", { documentId: study.documentId("interview") }) as Answer;

const write = (who: Actor, name: string, on: Record<string, unknown>, text = name, wording = 0) =>
  study.act(who, "write-memo", { memoId: idOf(name), wording, text, ...on });

/** The words of every memo that the one condition lets an actor read. */
function readable(who: Actor): string[] {
  return study.db
    .select({ text: memoWording.text })
    .from(memo)
    .innerJoin(memoWording, and(eq(memoWording.memoId, memo.id), eq(memoWording.number, memo.wording)))
    .where(study.db.transaction((tx) => readableMemo(tx, memberOf(tx, who, study.projectId))))
    .all()
    .map(({ text }) => text)
    .toSorted();
}

test("own memos on words come in the order of the text, the one on the document alone, and emptied ones are gone", () => {
  const on = (words: string) => ({ setId: study.setOf(study.a, "interview"), ...study.span("interview", words) });
  write(study.a, "later", on("three short"));
  write(study.a, "earlier", on("four short"));
  write(study.a, "again", on("four short"));
  write(study.a, "document", { documentId: study.documentId("interview") });
  const { start, end } = study.span("interview", "three short");
  const { textMemos, documentMemo } = look();
  expect(textMemos.map((each) => each.memo).toSorted()).toEqual(["again", "earlier", "later"]);
  expect(textMemos.at(-1)).toEqual({ memoId: idOf("later"), start, end, wording: 1, memo: "later" });
  expect(documentMemo).toEqual({ memoId: idOf("document"), wording: 1, memo: "document" });
  for (const who of [study.b, study.lead, study.observer]) {
    expect(look(who)).toMatchObject({ textMemos: [], documentMemo: null, codeMemos: [] });
  }
  write(study.a, "later", on("three short"), "", 1);
  write(study.a, "document", { documentId: study.documentId("interview") }, "", 1);
  expect(look().textMemos.map((each) => each.memo)).not.toContain("later");
  expect(look().documentMemo).toBeNull();
  study.act(study.a, "undo");
  expect(look().documentMemo).toMatchObject({ memo: "document" });
});

test("an emptied memo on a coding is null, and the next one is written after its wording", () => {
  const codingId = study.apply(study.a, "interview", "four short", study.codes.work);
  write(study.a, "m", { codingId });
  expect(look().codings[0]).toMatchObject({ memo: "m", memoWording: 1, starred: false });
  write(study.a, "m", { codingId }, "", 1);
  const [emptied] = look().codings;
  expect(emptied).toMatchObject({ memo: null, memoWording: 2 });
  write(study.a, "m", { codingId }, "new", emptied?.memoWording ?? 0);
  study.act(study.a, "star-coding", { codingId, starred: true });
  expect(look().codings[0]).toMatchObject({ memo: "new", starred: true });
});

test("memos on codes: a lead's are everybody's, a coder's their own, and who stops leading takes theirs back", () => {
  write(study.lead, "by lead", { codeId: study.codes.work });
  write(study.a, "by a", { codeId: study.codes.work });
  const seen = (who: Actor) => look(who).codeMemos.map(({ memo: words, author, own }) => [words, author, own]);
  expect(seen(study.a)).toEqual([
    ["by a", "Ada Coder", true],
    ["by lead", "Lena Lead", false],
  ]);
  expect(seen(study.b)).toEqual([["by lead", "Lena Lead", false]]);
  expect(seen(study.observer)).toEqual([["by lead", "Lena Lead", false]]);
  expect(seen(study.lead)).toEqual([["by lead", "Lena Lead", true]]);
  study.workspace.sqlite.prepare("update member set role = 'coder' where user_id = ?").run(study.lead.userId);
  expect(seen(study.b)).toEqual([]);
  expect(seen(study.lead)).toEqual([["by lead", "Lena Lead", true]]);
});

test("a lead's memo on their own secret proposal does not tell that it exists", () => {
  const roundId = idOf("with the lead");
  study.act(study.lead, "open-round", {
    roundId,
    name: "With the lead",
    documentIds: [study.documentId("second")],
    coderIds: [study.coderId(study.lead), study.coderId(study.b)],
  });
  const secret = study.addCode("secret", null, study.lead, { setId: study.setOf(study.lead, "second", roundId) });
  write(study.lead, "about the secret", { codeId: secret });
  expect(readable(study.lead)).toEqual(["about the secret"]);
  for (const who of [study.a, study.b, study.observer]) {
    expect(readable(who)).toEqual([]);
    expect(look(who).codeMemos).toEqual([]);
  }
});

test("on codings and words others' memos may be read after the reveal alone, on a document never", () => {
  const { work } = study.codes;
  const kept = study.apply(study.b, "interview", "four short", work);
  const takenBack = study.apply(study.b, "interview", "three short", work);
  const setId = study.setOf(study.b, "interview");
  write(study.b, "on a coding", { codingId: kept });
  write(study.b, "on one taken back", { codingId: takenBack });
  write(study.b, "on words", { setId, ...study.span("interview", "You just carry it") });
  write(study.b, "on a document", { documentId: study.documentId("interview") });
  write(study.b, "on a code", { codeId: work });
  study.act(study.b, "remove-coding", { codingId: takenBack });
  const all = ["on a code", "on a coding", "on a document", "on one taken back", "on words"];
  const others = () => [study.a, study.lead, study.observer].map(readable);
  expect(readable(study.b)).toEqual(all);
  expect(others()).toEqual([[], [], []]);
  study.submitAll();
  expect(others()).toEqual([[], [], []]);
  study.reveal();
  const shown = ["on a coding", "on words"];
  expect(others()).toEqual([shown, shown, shown]);
  expect(readable(study.b)).toEqual(all);
});

test("a person's place in a document is theirs alone", () => {
  const documentId = study.documentId("interview");
  const { revision } = study.read(study.a, "coding-desk", { documentId }) as { revision: { id: string } };
  expect(look().place).toBeNull();
  study.act(study.a, "keep-reading-place", { documentId, revisionId: revision.id, last: 12, bookmarks: [3, 9] });
  expect(look().place).toEqual({ revisionId: revision.id, last: 12, bookmarks: [3, 9] });
  for (const who of [study.b, study.lead, study.observer]) expect(look(who).place).toBeNull();
});
