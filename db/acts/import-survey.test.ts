import { and, asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { wordsHash } from "@/lib/text/words-hash";
import { newestRevision } from "../lay-revision";
import { newId } from "../new-id";
import { attribute, attributeValue, coding, codingSet, journal, participant, speakerLabel } from "../schema";
import { stageSurvey } from "../staged-survey-fixture";
import { idOf, makeStudy, type Study } from "../study-fixture";
import { transcriptOf } from "../transcript-of";
import { acts } from ".";
import { prepareAct, runAct } from "./run-act";

let study: Study;
beforeEach(async () => {
  study = await makeStudy();
});
afterEach(() => study.end());

const FIRST =
  "ResponseId,Status,Progress,RecordedDate,Q1,Q2,Q3\nResponse ID,Response Type,Progress,Recorded Date,Happy?,Why?,Anything?\n" +
  'R_0,Survey Preview,100,2026-03-01 10:00:00,Yes,only a test,\nR_1,IP Address,100,2026-03-02 10:00:00,Yes,"Short staffed, always.",N/A\n' +
  "R_2,IP Address,100,2026-03-03 10:00:00,No,Nobody asked us,-\n";
const LATER = `${FIRST}R_3,IP Address,100,2026-03-09 10:00:00,Perhaps,We were asked at last,There is one thing\nR_1,IP Address,100,2026-03-09 11:00:00,Yes,A second answer,\n`;

const stage = (text: string) => stageSurvey(study, text);

async function perform(name: string, input: Record<string, unknown>, actor = study.lead): Promise<unknown> {
  const act = acts[name];
  if (!act) throw new RangeError(name);
  const request = { act, input: { projectId: study.projectId, ...input } };
  const prepared = await prepareAct(study.workspace, actor, request);
  return runAct(study.workspace, actor, request, prepared).result;
}

const SURVEY = idOf("survey");
const WHY = idOf("why");

async function importFirst(change: Record<string, unknown> = {}, actor = study.lead) {
  const { stageId, survey } = await stage(FIRST);
  const columns = survey.columns.map(({ index, kind, question, name }) => ({
    index,
    kind: name === "Q3" ? "free-text" : kind,
    name: question,
    ...(name === "Q2" ? { documentId: WHY } : {}),
  }));
  const input = { stageId, surveyId: SURVEY, name: "Staff 2026", headerRows: 2, columns, leaveOut: ["previews"] };
  return perform("import-survey", { ...input, ...change }, actor);
}
async function addLater(text = LATER) {
  const { stageId } = await stage(text);
  return perform("add-survey-rows", { surveyId: SURVEY, stageId });
}
const transcript = (documentId: string) => transcriptOf(study.db, newestRevision(study.db, documentId).id);
const spoken = (documentId: string) => {
  const { text, turns } = transcript(documentId);
  return turns.map(({ start, end, label }) => `${label}: ${text.slice(start, end)}`);
};
const valuesOf = (column: string) =>
  study.db
    .select({ name: participant.name, value: attributeValue.value })
    .from(attributeValue)
    .innerJoin(attribute, eq(attribute.id, attributeValue.attributeId))
    .innerJoin(participant, eq(participant.id, attributeValue.ownerId))
    .where(and(eq(attribute.surveyId, SURVEY), eq(attribute.column, column)))
    .orderBy(asc(participant.name))
    .all()
    .map(({ name, value }) => `${name} ${value}`);

describe("importing", () => {
  it("makes a document of each question in free text, respondents, and attributes with their values", async () => {
    expect(await importFirst()).toMatchObject({
      respondents: 2,
      leftOut: 1,
      withoutAnswers: 1,
      documents: { length: 1 },
    });
    expect(spoken(WHY)).toEqual(["R_1: Short staffed, always.", "R_2: Nobody asked us"]);
    expect(valuesOf("Q1")).toEqual(["R_1 Yes", "R_2 No"]);
    expect(valuesOf("RecordedDate")).toEqual(["R_1 2026-03-02", "R_2 2026-03-03"]);
    const labels = study.db
      .select({ label: speakerLabel.label, surveyId: participant.surveyId })
      .from(speakerLabel)
      .innerJoin(participant, eq(participant.id, speakerLabel.participantId))
      .where(eq(speakerLabel.documentId, WHY))
      .all();
    expect(labels.map((row) => [row.label, row.surveyId])).toEqual([
      ["R_1", SURVEY],
      ["R_2", SURVEY],
    ]);
    expect(study.read(study.a, "surveys")).toMatchObject({
      surveys: [{ name: "Staff 2026", respondents: 2, documents: [{ id: WHY, name: "Why?", column: "Q2" }] }],
    });
    expect(JSON.stringify(study.read(study.lead, "participants"))).not.toContain("R_1");
  });

  it("leaves no answer and no respondent's name in the journal", async () => {
    await importFirst();
    await addLater();
    const written = JSON.stringify(study.db.select().from(journal).all());
    for (const words of ["Short staffed", "asked", "R_1", "R_3", "Perhaps"]) expect(written).not.toContain(words);
  });

  it("is undone and done again whole, and stays once it is coded", async () => {
    await importFirst();
    study.act(study.lead, "undo");
    expect(study.read(study.lead, "surveys")).toEqual({ surveys: [] });
    expect(JSON.stringify(study.read(study.lead, "project-overview"))).not.toContain("Why?");
    study.act(study.lead, "redo");
    expect(study.read(study.lead, "surveys")).toMatchObject({ surveys: [{ attributes: 4, documents: { length: 1 } }] });
    const setId = newId();
    study.act(study.lead, "begin-coding", { documentId: WHY, setId });
    apply(setId, "Nobody asked us");
    expect(() => study.act(study.lead, "remove-survey", { surveyId: SURVEY })).toThrow(/document-in-use/);
    expect(study.read(study.lead, "surveys")).toMatchObject({ surveys: [{ attributes: 4 }] });
  });

  it.each([
    ["a coder", {}, "role-may-not"],
    [
      "two columns that name the respondent",
      { columns: [0, 1].map((index) => ({ index, kind: "identifier", name: "x" })) },
      "survey-two-identifiers",
    ],
    ["a file that was read in another way meanwhile", { headerRows: 1 }, "stage-of-another-kind"],
    ["a stage that is not there", { stageId: newId() }, "not-found"],
  ])("refuses %s and stores nothing", async (who, change, code) => {
    const before = study.rows();
    const actor = who === "a coder" ? study.a : study.lead;
    await expect(importFirst(change, actor)).rejects.toMatchObject({ code: expect.stringMatching(code) });
    expect(study.rows()).toBe(before);
  });
});

function apply(setId: string, words: string): { start: number; end: number } {
  const { text } = transcript(WHY);
  const start = text.indexOf(words);
  const span = { start, end: start + words.length };
  const codingId = newId();
  study.act(study.lead, "apply-code", {
    codingId,
    setId,
    codeId: study.codes.staffing,
    ...span,
    wordsHash: wordsHash(words),
  });
  return span;
}

describe("later rows", () => {
  it("come behind those that stand there; who is known is skipped; no coding moves", async () => {
    await importFirst();
    const setId = newId();
    study.act(study.lead, "begin-coding", { documentId: WHY, setId });
    const span = apply(setId, "Nobody asked us");
    expect(await addLater()).toMatchObject({ added: 2, known: 2, leftOut: 1, newColumns: 0 });
    expect(spoken(WHY)).toEqual([
      "R_1: Short staffed, always.",
      "R_2: Nobody asked us",
      "R_3: We were asked at last",
      "R_1 (2): A second answer",
    ]);
    const { text, paragraphs, sentences } = transcript(WHY);
    expect(paragraphs.slice(-2)).toEqual([text.indexOf("A second"), text.length]);
    expect(sentences).toHaveLength(8);
    const row = study.db.select().from(coding).where(eq(coding.setId, setId)).get();
    expect(row).toMatchObject({ ...span, removedAt: null });
    const set = study.db.select().from(codingSet).where(eq(codingSet.id, setId)).get();
    expect(set?.revisionId).toBe(newestRevision(study.db, WHY).id);
    expect(valuesOf("Q1")).toEqual(["R_1 Yes", "R_1 (2) Yes", "R_2 No", "R_3 Perhaps"]);
    const choices = study.db.select().from(attribute).where(eq(attribute.column, "Q1")).get()?.choices;
    expect(choices?.map(({ value }) => value)).toEqual(["Yes", "No", "Perhaps"]);
    // A question that nobody had answered before has a document now.
    expect(study.read(study.lead, "surveys")).toMatchObject({
      surveys: [{ respondents: 4, documents: { length: 2 } }],
    });
    expect(await addLater()).toMatchObject({ added: 0, known: 4, documents: [] });
  });

  it("leave a round's text as the round was opened with", async () => {
    await importFirst();
    const before = newestRevision(study.db, WHY).id;
    const roundId = newId();
    study.act(study.lead, "open-round", {
      roundId,
      name: "Survey",
      documentIds: [WHY],
      coderIds: [study.coderId(study.a), study.coderId(study.b)],
    });
    await addLater();
    const sets = study.db.select().from(codingSet).where(eq(codingSet.roundId, roundId)).all();
    expect(new Set(sets.map((set) => set.revisionId))).toEqual(new Set([before]));
    const desk = study.read(study.a, "coding-desk", { documentId: WHY, roundId }) as { text: string };
    expect(desk.text).not.toContain("asked at last");
  });

  it("are refused where columns are missing or nothing says who answered", async () => {
    await importFirst();
    const short = LATER.split("\n")
      .map((line) => line.replace(/,[^,"]*$/, ""))
      .join("\n");
    await expect(addLater(short)).rejects.toMatchObject({ code: "survey-columns-missing", params: { count: 1 } });
    await expect(perform("add-survey-rows", { surveyId: newId(), stageId: newId() })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("a value that is no day makes the column text, and keeps the value", async () => {
    await importFirst();
    await addLater(`${FIRST}R_9,IP Address,100,last week,Yes,Well now,\n`);
    expect(valuesOf("RecordedDate")).toContain("R_9 last week");
    expect(study.db.select().from(attribute).where(eq(attribute.column, "RecordedDate")).get()?.kind).toBe("text");
  });
});

it("tells a coder nothing of what another did", async () => {
  await importFirst();
  const setId = newId();
  const before = JSON.stringify(study.read(study.b, "surveys"));
  study.act(study.lead, "begin-coding", { documentId: WHY, setId });
  apply(setId, "Short staffed");
  expect(JSON.stringify(study.read(study.b, "surveys"))).toBe(before);
  expect(() => study.read(study.outsider, "surveys")).toThrow(/not-found/);
});
