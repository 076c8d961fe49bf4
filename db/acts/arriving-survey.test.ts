import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { attributeValue, document, journal, speakerLabel, survey, turn } from "../schema";
import { stageSurvey } from "../staged-survey-fixture";
import { idOf, MIGRATIONS, makeStudy, Study } from "../study-fixture";
import { takeBackArrivingSurveys } from "../take-back-survey";
import { closeWorkspace, openWorkspace } from "../workspace";
import { acts } from ".";
import { prepareAct, runAct } from "./run-act";

let study: Study;
beforeEach(async () => {
  study = await makeStudy();
});
afterEach(() => study.end());

const ROWS = 600;
const SURVEY = idOf("survey");
const KEY = "one request";

/** Enough for several pieces: 600 respondents with five values and an answer each. */
async function request(change: Record<string, unknown> = {}) {
  const rows = Array.from(
    { length: ROWS },
    (_, i) => `R_${i},${["a", "b", ""][i % 3]},b,${i},c,d,"Answer ${i} to it, all the same"`,
  );
  const text = `Id,Q1,Q2,Q3,Q4,Q5,Why\n${rows.join("\n")}\n`;
  const projectId = typeof change.projectId === "string" ? change.projectId : study.projectId;
  const options = { tableAs: "survey" as const, headerRows: 1 };
  const { stageId, survey: read } = await stageSurvey(study, text, options, { projectId });
  const kinds = ["identifier", "closed", "closed", "number", "closed", "closed", "free-text"];
  const columns = read.columns.map(({ index, name }) => ({ index, kind: kinds[index] ?? "ignore", name }));
  const act = acts["import-survey"];
  if (!act) throw new RangeError("there is no act import-survey");
  const input = { projectId: study.projectId, stageId, surveyId: SURVEY, name: "Staff", headerRows: 1, columns };
  return { act, input: { ...input, leaveOut: [], ...change }, idempotencyKey: KEY };
}
const prepare = (asked: Awaited<ReturnType<typeof request>>) => prepareAct(study.workspace, study.lead, asked);

/** Everything that any of them sees of the project. */
function seen(): string {
  const params = { projectId: study.projectId };
  const reads = ["surveys", "project-overview", "participants", "people", "project-journal", "pseudonym-candidates"];
  return JSON.stringify(
    [study.lead, study.a].map((actor) =>
      reads.map((name) => {
        try {
          return study.read(actor, name, params);
        } catch (error) {
          return String(error);
        }
      }),
    ),
  );
}

function stored() {
  const count = (rows: readonly unknown[]) => rows.length;
  return {
    values: count(study.db.select().from(attributeValue).all()),
    labels: count(study.db.select().from(speakerLabel).all()),
    turns: count(study.db.select().from(turn).all()),
    acts: count(study.db.select().from(journal).where(eq(journal.act, "import-survey")).all()),
  };
}

it("is seen by nobody before the act, and by everybody, whole, after it", async () => {
  const [before, earlier] = [seen(), stored()];
  const asked = await request();
  const prepared = await prepare(asked);
  expect(stored().values).toBeGreaterThan(2_500);
  expect(seen()).toBe(before);
  expect(() => study.read(study.lead, "attribute-grid", { owner: "participant", surveyId: SURVEY })).toThrow(
    /not-found/,
  );
  for (const { id } of study.db.select().from(document).where(eq(document.removedAt, "arriving")).all()) {
    expect(() => study.read(study.lead, "coding-desk", { documentId: id })).toThrow(/not-found/);
  }
  expect(() => study.act(study.lead, "remove-survey", { surveyId: SURVEY })).toThrow(/not-found/);
  runAct(study.workspace, study.lead, asked, prepared);
  expect(study.read(study.a, "surveys")).toMatchObject({
    surveys: [{ respondents: ROWS, attributes: 5, documents: { length: 1 } }],
  });
  const after = stored();
  expect(after.values - earlier.values).toBe(4 * ROWS + (ROWS * 2) / 3);
  expect([after.labels - earlier.labels, after.turns - earlier.turns]).toEqual([ROWS, ROWS]);
});

it("leaves nothing when the program ends before the act, and comes in when it is sent again", async () => {
  const before = study.rows();
  const asked = await request();
  await prepare(asked);
  expect(study.rows()).not.toBe(before);
  // As the next start does: with another connection, that knows of nothing under way.
  closeWorkspace(study.workspace);
  study = new Study(openWorkspace("main", study.root, MIGRATIONS), study.root);
  takeBackArrivingSurveys(study.db);
  expect(study.rows()).toBe(before);
  runAct(study.workspace, study.lead, asked, await prepare(asked));
  expect(study.read(study.lead, "surveys")).toMatchObject({ surveys: [{ respondents: ROWS }] });
  takeBackArrivingSurveys(study.db);
  expect(study.read(study.lead, "surveys")).toMatchObject({ surveys: [{ respondents: ROWS }] });
});

it("leaves nothing when it cannot be stored to the end, or the act is refused", async () => {
  const others = study.rows();
  const taken = study.documentId("interview");
  const first = await request();
  const columns = first.input.columns.map((each) => (each.name === "Why" ? { ...each, documentId: taken } : each));
  await expect(prepare(await request({ columns }))).rejects.toMatchObject({ code: "id-taken" });
  expect(study.rows()).toBe(others);
  const prepared = await prepare(first);
  const tokenOf = { ...study.lead, scope: "read" as const };
  expect(() => runAct(study.workspace, tokenOf, first, prepared)).toThrow(/token-may-only-read/);
  await expect.poll(() => study.rows()).toBe(others);
});

it("happens once when the same request comes twice, even at once", async () => {
  const asked = await request();
  const both = [asked, asked].map(async (each) => runAct(study.workspace, study.lead, each, await prepare(each)));
  const answers = await Promise.all(both);
  expect(answers[0]?.result).toEqual(answers[1]?.result);
  expect(answers.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
  expect(stored().acts).toBe(1);
  expect(study.db.select().from(survey).all()).toHaveLength(1);
  const again = await prepare(asked);
  expect(runAct(study.workspace, study.lead, asked, again)).toMatchObject({ repeated: true });
  const other = { ...(await request()), idempotencyKey: "another" };
  const unused = await prepare(other);
  expect(() => runAct(study.workspace, study.lead, other, unused)).toThrow(/id-taken/);
});

it("stands beside another project's survey without touching it", async () => {
  const projectId = idOf("another project");
  study.act(study.lead, "create-project", { projectId, name: "Another" });
  const first = await request();
  const theirs = await request({ projectId, surveyId: idOf("their survey") });
  const [mine, other] = await Promise.all([prepare(first), prepare(theirs)]);
  runAct(study.workspace, study.lead, { ...theirs, idempotencyKey: "theirs" }, other);
  expect(mine).toBeDefined();
  // Only what is still on its way is taken out.
  takeBackArrivingSurveys(study.db);
  expect(study.read(study.lead, "surveys", { projectId })).toMatchObject({ surveys: [{ respondents: ROWS }] });
  expect(study.read(study.lead, "surveys")).toEqual({ surveys: [] });
  expect(() => runAct(study.workspace, study.lead, first, mine)).toThrow(/not-found/);
});
