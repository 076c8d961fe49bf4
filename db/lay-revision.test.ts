// Further revisions of a document, as corrections, pseudonyms and later answers of a survey lay them.
import { and, eq, isNull } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changedTranscript } from "@/lib/text/changed-transcript";
import type { TextChange } from "@/lib/text/text-changes";
import type { Actor } from "./actor";
import { layRevision, type NewRevision, newestRevision } from "./lay-revision";
import { memberOf } from "./membership";
import { newId } from "./new-id";
import { coding, codingSet, journal, revision, roundDocument } from "./schema";
import { attempt, idOf, makeStudy, type Study } from "./study-fixture";
import { transcriptOf } from "./transcript-of";

let study: Study;
beforeEach(async () => {
  study = await makeStudy();
});
afterEach(() => study.end());

const documentId = () => study.documentId("interview");

function lay(changes: TextChange[], more: Partial<NewRevision> = {}) {
  return study.db.transaction((tx) => {
    const transcript = changedTranscript(transcriptOf(tx, newestRevision(tx, documentId()).id), changes);
    const laid = { documentId: documentId(), transcript, changes, now: "2026-04-01T00:00:00.000Z", newId, ...more };
    const lead = memberOf(tx, study.lead, study.projectId);
    return layRevision(tx, lead, { reason: "correction", rounds: "move", ...laid });
  });
}

/** Of each standing coding of the person: its words, and the number of the text that it stands in. */
function codedBy(actor: Actor): [string, number][] {
  return study.db
    .select({ start: coding.start, end: coding.end, text: revision.text, number: revision.number })
    .from(coding)
    .innerJoin(codingSet, eq(codingSet.id, coding.setId))
    .innerJoin(revision, eq(revision.id, codingSet.revisionId))
    .where(and(eq(codingSet.coderId, study.coderId(actor)), isNull(coding.removedAt)))
    .orderBy(coding.start)
    .all()
    .map(({ start, end, text, number }) => [text.slice(start, end), number]);
}

const at = (words: string) => {
  const from = newestRevision(study.db, documentId()).text.indexOf(words);
  return { from, to: from + words.length };
};

describe("a further revision", () => {
  it("can leave rounds on their text, and a later one takes them along over both", () => {
    study.apply(study.a, "interview", "three short", study.codes.work);
    const setId = idOf("alone");
    study.workspace.sqlite
      .prepare("update coding_set set round_id = null where coder_id = ?")
      .run(study.coderId(study.b));
    study.db
      .update(codingSet)
      .set({ id: setId })
      .where(and(isNull(codingSet.roundId), eq(codingSet.documentId, documentId())))
      .run();
    const span = study.span("interview", "four short");
    study.act(study.b, "apply-code", { setId, codingId: idOf("b"), codeId: study.codes.work, ...span });
    const length = study.text("interview").length;
    const kept = lay([{ from: length, to: length, insert: "\nAnd more." }], { reason: "survey-rows", rounds: "keep" });
    expect([codedBy(study.a), codedBy(study.b)]).toEqual([[["three short", 1]], [["four short", 2]]]);
    expect(kept).toMatchObject({ number: 2, moved: 0, changed: 0, lost: 0, frozen: [] });
    const pinned = () => study.db.select().from(roundDocument).where(eq(roundDocument.documentId, documentId())).get();
    expect(pinned()?.revisionId).not.toBe(kept.revisionId);
    // Whoever codes in the round goes on with the text of the round, also without naming it.
    const desk = (actor: Actor) =>
      study.read(actor, "coding-desk", { documentId: documentId() }) as { revision: { id: string } };
    expect(desk(study.a).revision.id).toBe(pinned()?.revisionId);
    expect(desk(study.b).revision.id).toBe(kept.revisionId);
    const moved = lay([
      { ...at("How"), insert: "So, how" },
      { ...at("three"), insert: "two" },
    ]);
    expect([codedBy(study.a), codedBy(study.b)]).toEqual([[["two short", 3]], [["four short", 3]]]);
    expect(moved).toMatchObject({ number: 3, moved: 2, changed: 1, lost: 0 });
    expect(pinned()?.revisionId).toBe(moved.revisionId);
  });

  it("keeps a coding lost whose words are gone, whatever is put in its place later", () => {
    study.apply(study.a, "interview", "🙂", study.codes.work);
    expect(lay([{ ...at(" 🙂"), insert: "" }])).toMatchObject({ lost: 1, moved: 0 });
    expect(lay([{ ...at("You just"), insert: "We simply" }])).toMatchObject({ lost: 0 });
    expect(codedBy(study.a)).toEqual([]);
  });

  it("refuses changes that do not fit, and a text without words", () => {
    const before = study.rows();
    expect(() => lay([{ from: 5, to: 9_999, insert: "" }])).toThrow(RangeError);
    const empty = { text: " ", turns: [], cues: [], paragraphs: [], sentences: [] };
    expect(attempt(() => lay([], { transcript: empty }))).toBe("text-would-be-empty 422 {}");
    expect(study.rows()).toBe(before);
  });
});

it("undoes what was done before revisions had a name in the journal, on the words of then", () => {
  const codingId = study.apply(study.a, "interview", "four short", study.codes.work);
  study.act(study.a, "move-coding", { codingId, ...study.span("interview", "short") });
  const entry = study.db.select().from(journal).where(eq(journal.act, "move-coding")).get();
  const { revisionId: _, ...input } = entry?.inverse?.input ?? {};
  study.db
    .update(journal)
    .set({ inverse: { act: "restore-boundaries", input } })
    .where(eq(journal.id, entry?.id ?? ""))
    .run();
  lay([{ ...at("How"), insert: "So, how" }]);
  study.act(study.a, "undo");
  expect(codedBy(study.a)).toEqual([["four short", 2]]);
});
