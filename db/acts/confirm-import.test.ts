import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { newId } from "../new-id";
import { participant, revision, speakerLabel, turn } from "../schema";
import { makeStudy, type Study } from "../study-fixture";

let study: Study;
beforeEach(async () => {
  study = await makeStudy();
});
afterEach(() => study.end());

/** Stages the group once more and confirms it with other decisions. */
async function importAgain(change: (decision: Record<string, unknown>) => Record<string, unknown>) {
  const staged = await study.stage("group");
  const documentId = newId();
  const decisions = staged.decisions.map((each) => change({ ...each }));
  await study.confirm([{ ...staged, documentId, name: "Again", decisions }]);
  return documentId;
}

const speakersOf = (documentId: string) =>
  Object.fromEntries(
    study.db
      .select({ label: speakerLabel.label, name: participant.name, id: participant.id })
      .from(speakerLabel)
      .innerJoin(participant, eq(participant.id, speakerLabel.participantId))
      .where(eq(speakerLabel.documentId, documentId))
      .all()
      .map((row) => [row.label, row]),
  );

it("makes of a label somebody who is in the project already, by id", async () => {
  const known = study.db
    .select()
    .from(participant)
    .all()
    .find((row) => row.name === "P1");
  const documentId = await importAgain((each) => (each.label === "P2" ? { ...each, participantId: known?.id } : each));
  expect(speakersOf(documentId).P2).toMatchObject({ id: known?.id, name: "P1" });
});

it("refuses somebody of another project, and stores nothing", async () => {
  const before = study.rows();
  await expect(importAgain((each) => ({ ...each, participantId: newId() }))).rejects.toMatchObject({
    code: "not-found",
  });
  expect(study.rows()).toBe(before);
});

it("parts a label: the turns that are somebody else's have a label and a participant of their own", async () => {
  // The third block under P2 is "Once!".
  const parts = [{ name: "Ana", role: "participant", blocks: [4] }];
  const documentId = await importAgain((each) => (each.label === "P2" ? { ...each, parts } : each));
  const turns = study.db
    .select({ label: turn.label, rawLabel: turn.rawLabel })
    .from(turn)
    .innerJoin(revision, eq(revision.id, turn.revisionId))
    .where(eq(revision.documentId, documentId))
    .all();
  expect(turns.filter((each) => each.label === "P2 (Ana)")).toEqual([{ label: "P2 (Ana)", rawLabel: "P2" }]);
  expect(Object.keys(speakersOf(documentId))).toEqual(expect.arrayContaining(["P2", "P2 (Ana)"]));
  expect(speakersOf(documentId)["P2 (Ana)"]?.name).toBe("Ana");
});

it("keeps rules for speakers from everybody but the lead, and brings a removed one back", () => {
  const ruleId = newId();
  const decisions = [{ label: "P1", treatment: "speaker", name: "Ana Lima", role: "participant" }];
  study.act(study.lead, "save-speaker-rule", { ruleId, name: "House style", decisions });
  const rules = () => (study.read(study.lead, "speaker-rules") as { rules: unknown[] }).rules;
  expect(rules()).toMatchObject([{ id: ruleId, name: "House style", decisions }]);
  for (const actor of [study.a, study.observer]) {
    expect(() => study.read(actor, "speaker-rules")).toThrow(expect.objectContaining({ code: "role-may-not" }));
  }
  const journal = study.workspace.sqlite
    .prepare("select group_concat(input || coalesce(inverse, '')) from journal")
    .pluck();
  expect(String(journal.get())).not.toContain("Ana Lima");
  study.act(study.lead, "remove-speaker-rule", { ruleId });
  expect(rules()).toEqual([]);
  study.act(study.lead, "undo");
  expect(rules()).toHaveLength(1);
});
