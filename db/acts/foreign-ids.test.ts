// Ids of another project in every id field of every act: not there, for anybody, whatever the field is called.
import fs from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../new-id";
import { codingSet, member, participant, recording, revision, survey } from "../schema";
import { stagedPaths } from "../staged-import";
import { attempt, idOf, makeStudy, type Study } from "../study-fixture";
import { inputsOf, type Things } from "./act-inputs-fixture";
import { confirmImport } from "./confirm-import";
import { acts } from "./index";
import { prepareAct, runAct } from "./run-act";

/** Things of one project, made through acts, that the acts' id fields can name. */
let study: Study;
let own: Things;
let foreign: Things;

async function thingsOf(name: string): Promise<Things> {
  const { lead, db } = study;
  const projectId = newId();
  const things = {
    projectId,
    documentId: newId(),
    codeId: newId(),
    parentId: newId(),
    beforeId: newId(),
    setId: newId(),
    codingId: newId(),
    memoId: newId(),
    roundId: newId(),
    rulingId: newId(),
    invitationId: newId(),
    stageId: newId(),
    ruleId: newId(),
    attributeId: newId(),
    recordingId: newId(),
    surveyId: newId(),
  };
  const act = (what: string, input: Record<string, unknown>) => study.act(lead, what, { projectId, ...input });
  act("create-project", { name });
  act("define-attribute", { attributeId: things.attributeId, owner: "participant", name, kind: "text" });
  const decision = { label: "P1", treatment: "speaker", name, role: "participant" };
  act("save-speaker-rule", { ruleId: things.ruleId, name, decisions: [decision] });
  const second = study.person(`${name} second`);
  study.addPerson(second, "coder", projectId);
  const staged = await study.stage("interview");
  const meta = stagedPaths(study.workspace.folder, staged.stageId).meta;
  fs.writeFileSync(meta, fs.readFileSync(meta, "utf8").replace(study.projectId, projectId));
  const request = {
    act: confirmImport,
    input: { projectId, documents: [{ ...staged, documentId: things.documentId }] },
  };
  runAct(study.workspace, lead, request, await prepareAct(study.workspace, lead, request));
  const colour = "#336699";
  for (const [index, codeId] of [things.parentId, things.codeId, things.beforeId].entries()) {
    act("add-code", { codeId, parentId: index === 1 ? things.parentId : null, name: `code ${index}`, colour });
  }
  act("begin-coding", { documentId: things.documentId, setId: things.setId });
  const span = study.span("interview", "four short");
  act("apply-code", { setId: things.setId, codingId: things.codingId, codeId: things.codeId, ...span });
  act("write-memo", { codingId: things.codingId, memoId: things.memoId, wording: 0, text: "x" });
  act("invite-member", {
    invitationId: things.invitationId,
    role: "coder",
    name: "N",
    secretHash: idOf(name) + idOf(name),
    days: 1,
  });
  const coders = [lead, second].map((actor) => {
    const row = study.workspace.sqlite
      .prepare("select id from coder where project_id = ? and user_id = ?")
      .pluck()
      .get(projectId, actor.userId);
    return String(row);
  });
  act("open-round", { roundId: things.roundId, name: "R", documentIds: [things.documentId], coderIds: coders });
  db.insert(recording)
    .values({
      id: things.recordingId,
      documentId: things.documentId,
      ...{ fileName: "a.wav", mime: "audio/wav", sha256: "0".repeat(64), bytes: 1 },
      addedAt: "2026-01-01T00:00:00.000Z",
      addedBy: lead.userId,
    })
    .run();
  const added = { addedAt: "2026-01-01T00:00:00.000Z", addedBy: lead.userId };
  db.insert(survey)
    .values({ id: things.surveyId, projectId, name, layout: {}, ...added })
    .run();
  const sets = db
    .select()
    .from(codingSet)
    .all()
    .filter((row) => row.roundId === things.roundId);
  const seat = (coderId: string | undefined) => sets.find((row) => row.coderId === coderId)?.id ?? "";
  act("apply-code", { setId: seat(coders[0]), codingId: newId(), codeId: things.codeId, ...span });
  act("reveal-round", { roundId: things.roundId, name: "R", override: "for the test" });
  const { disagreements } = study.read(lead, "reconciliation", { projectId, roundId: things.roundId }) as {
    disagreements: { key: string }[];
  };
  const key = disagreements[0]?.key ?? "";
  act("settle-disagreement", {
    roundId: things.roundId,
    documentId: things.documentId,
    key,
    rulingId: things.rulingId,
    decision: { kind: "both" },
    reason: "as the definition says",
  });
  const people = db
    .select()
    .from(participant)
    .all()
    .filter((row) => row.projectId === projectId);
  const texts = db
    .select()
    .from(revision)
    .all()
    .filter((row) => row.documentId === things.documentId);
  return {
    ...things,
    key,
    coderId: coders[1] ?? "",
    participantId: people[0]?.id ?? "",
    userId: second.userId,
    intoId: things.beforeId,
    revisionId: texts[0]?.id ?? "",
  };
}

beforeAll(async () => {
  study = await makeStudy();
  own = await thingsOf("Own");
  foreign = await thingsOf("Foreign");
});
afterAll(() => study.end());

/** Fields in which a client names what it creates, or what is no row of a project. */
const MADE: Record<string, readonly string[]> = {
  // Staged files are looked for before the act, under the person's own.
  "import-survey": ["surveyId", "stageId"],
  "add-survey-rows": ["stageId"],
  "invite-member": ["invitationId"],
  "save-speaker-rule": ["ruleId"],
  "add-code": ["codeId"],
  "define-attribute": ["attributeId"],
  "open-round": ["roundId"],
  "begin-coding": ["setId"],
  "apply-code": ["codingId"],
  "write-memo": ["memoId"],
  "settle-disagreement": ["rulingId"],
};
/** A whole set of ids is refused as one: with the code that an id that never was gets, too. */
const LISTS: Record<string, string> = {
  documentIds: "documentId",
  coderIds: "coderId",
  codingIds: "codingId",
  codeIds: "codeId",
};

/** Lists that need two things at least. */
const inTwos = new Set(["open-round.coderIds", "merge-codings.codingIds"]);

/** "write-memo on a code" is an input of write-memo. */
const actOf = (kind: string) => kind.replace(/ .*/, "");

describe("an id of another project", () => {
  it("is tried in every act of a project", () => {
    const project = Object.values(acts).filter((act) => act.where === "project" && !act.onlyUndo);
    const tried = new Set(Object.keys(inputsOf(study, own)).map(actOf));
    expect([...tried].toSorted()).toEqual(project.map((act) => act.name).toSorted());
  });

  it("is not found, in every field of every act, and nothing changes", () => {
    const wrong: string[] = [];
    let cells = 0;
    const before = study.rows();
    const theirs = new Map<string, string>(Object.entries(foreign));
    for (const [kind, input] of Object.entries(inputsOf(study, own))) {
      const name = actOf(kind);
      for (const field of Object.keys(input)) {
        const bad = theirs.get(LISTS[field] ?? field);
        if (bad === undefined || field === "projectId" || (MADE[name] ?? []).includes(field)) continue;
        const poison = (id: unknown) => ({
          ...input,
          [field]: LISTS[field] ? [id, idOf("y")].slice(0, inTwos.has(`${name}.${field}`) ? 2 : 1) : id,
        });
        const said = attempt(() => study.act(study.lead, name, poison(bad)));
        const never = attempt(() => study.act(study.lead, name, poison(field === "key" ? "never" : newId())));
        cells++;
        if (said !== never) wrong.push(`${name}.${field}: ${said} but ${never} for an id that never was`);
        if (!/^(not-found 404|round-(document|coder)-missing 422)/.test(said)) wrong.push(`${name}.${field}: ${said}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(cells).toBeGreaterThan(30);
    expect(study.rows()).toBe(before);
  });

  it("cannot be taken for something new", () => {
    const before = study.rows();
    const theirs = new Map<string, string>(Object.entries(foreign));
    for (const name of [
      "invite-member",
      "save-speaker-rule",
      "define-attribute",
      "add-code",
      "open-round",
      "apply-code",
      "settle-disagreement",
    ]) {
      const field = MADE[name]?.[0] ?? "";
      const input = { ...inputsOf(study, own)[name], [field]: theirs.get(field) };
      expect([name, attempt(() => study.act(study.lead, name, input))]).toEqual([name, "id-taken 409 {}"]);
    }
    const [good, split, code] = ["apply-codes", "split-coding", "split-code"].map(
      (name) => inputsOf(study, own)[name] ?? {},
    );
    const codings = (more: Record<string, unknown>) => ({
      ...good,
      codings: ((good?.codings ?? []) as object[]).map((each) => ({ ...each, ...more })),
    });
    const act = (name: string, input: object) => attempt(() => study.act(study.lead, name, { ...input }));
    expect(act("apply-codes", codings({ codingId: foreign.codingId }))).toBe("id-taken 409 {}");
    expect(act("apply-codes", codings({ codeId: foreign.codeId }))).toBe("not-found 404 {}");
    expect(act("split-code", { ...code, newCodeId: foreign.codeId })).toBe("id-taken 409 {}");
    const span = study.span("interview", "four short");
    const [first, second] = [study.span("interview", "four"), study.span("interview", "short")];
    const cut = { firstEnd: first.end, firstHash: first.wordsHash, secondHash: second.wordsHash };
    expect(act("split-coding", { ...split, ...cut, secondStart: span.end - 5, newCodingId: foreign.codingId })).toBe(
      "id-taken 409 {}",
    );
    expect(study.rows()).toBe(before);
  });

  it("keeps the other project's people and revisions as they were", () => {
    expect(
      study.db
        .select()
        .from(member)
        .all()
        .filter((row) => row.projectId === foreign.projectId && row.removedAt),
    ).toEqual([]);
    expect(
      study.db
        .select()
        .from(revision)
        .all()
        .every((row) => row.number === 1),
    ).toBe(true);
  });
});
