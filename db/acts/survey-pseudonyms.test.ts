import { createHash } from "node:crypto";
import fs from "node:fs";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { newestRevision } from "../lay-revision";
import { original } from "../schema";
import { sealedOriginalPath } from "../sealed-originals";
import { stageSurvey } from "../staged-survey-fixture";
import { idOf, makeStudy, type Study } from "../study-fixture";
import { transcriptOf } from "../transcript-of";
import { acts } from ".";
import { prepareAct, runAct } from "./run-act";

// The real derivation costs some tenths of a second each time, on purpose: sealed-bytes.test.ts has it.
vi.mock("../sealed-bytes", async (importOriginal) => ({
  ...(await importOriginal<typeof import("../sealed-bytes")>()),
  keyOfPassphrase: async (passphrase: string, salt: Uint8Array) =>
    createHash("sha256").update(salt).update(passphrase).digest(),
}));

const passphrase = "correct horse battery";
const [SURVEY, WHY] = [idOf("survey"), idOf("why")];
const FIRST = "Id,Manager,Why\nZdenka Nováková,Zdenka,Zdenka never asked us\nR_2,Petra,Nobody asked\n";
const LATER = `${FIRST}Zdenka,Petra,It was zdenka and Zdenka alone\nR_4,Zdenka,Because of Zdenka\n`;

let study: Study;
beforeEach(async () => {
  study = await makeStudy();
  const entry = { id: idOf("entry"), name: "Zdenka", pseudonym: "Hana", forms: ["Nováková"], inflections: false };
  const table = { entries: [entry], endings: null, notNames: [] };
  await perform("keep-pseudonyms", { passphrase, table, version: 0 });
});
afterEach(() => study.end());

async function perform(name: string, input: Record<string, unknown>): Promise<unknown> {
  const act = acts[name];
  if (!act) throw new RangeError(name);
  const request = { act, input: { projectId: study.projectId, ...input } };
  return runAct(study.workspace, study.lead, request, await prepareAct(study.workspace, study.lead, request)).result;
}

async function importFirst(more: Record<string, unknown> = {}) {
  const { stageId, survey } = await stageSurvey(study, FIRST, { tableAs: "survey", headerRows: 1 }, NAMED);
  const kinds = ["identifier", "closed", "free-text"];
  const columns = survey.columns.map(({ index, name }) => ({
    ...{ index, name, kind: kinds[index] ?? "ignore" },
    ...(name === "Why" ? { documentId: WHY, name: "Why Zdenka?" } : {}),
  }));
  const input = { stageId, surveyId: SURVEY, name: "Staff of Zdenka", headerRows: 1, columns, leaveOut: [] };
  return perform("import-survey", { ...input, ...more });
}

const NAMED = { fileName: "Zdenka.csv" };

async function addLater(more: Record<string, unknown> = {}) {
  const { stageId } = await stageSurvey(study, LATER, { tableAs: "survey", headerRows: 1 }, NAMED);
  return perform("add-survey-rows", { surveyId: SURVEY, stageId, ...more });
}

const spoken = () => {
  const { text, turns } = transcriptOf(study.db, newestRevision(study.db, WHY).id);
  return turns.map(({ start, end, label }) => `${label}: ${text.slice(start, end)}`);
};

/** Where the name stands in the clear: in the rows, and among the kept files. */
function inTheClear(): string[] {
  const { originals } = study.workspace.folder;
  const files = fs.readdirSync(originals).map((name) => fs.readFileSync(`${originals}/${name}`, "utf8"));
  return [study.rows(), ...files].flatMap((text) => text.match(/.{20}(?:Zdenka|Nováková).{20}/gs) ?? []);
}

it("brings a survey in with pseudonyms, and nothing of the names in the clear", async () => {
  await importFirst({ pseudonyms: { passphrase } });
  expect(spoken()).toEqual(["Hana Hana: Hana never asked us", "R_2: Nobody asked"]);
  expect(inTheClear()).toEqual([]);
  const [kept] = study.db.select().from(original).where(eq(original.documentId, WHY)).all();
  expect(kept).toMatchObject({ sealed: true, fileName: "Hana.csv" });
  expect(fs.existsSync(sealedOriginalPath(study.workspace.folder, kept?.id ?? ""))).toBe(true);
  expect(study.read(study.a, "surveys")).toMatchObject({ surveys: [{ name: "Staff of Hana", pseudonymised: true }] });
});

it("refuses later rows of such a survey without the passphrase, and replaces their names with it", async () => {
  await importFirst({ pseudonyms: { passphrase } });
  const stored = () => study.rows(["turn", "participant", "attribute_value", "original"]);
  const before = stored();
  await expect(addLater()).rejects.toMatchObject({ code: "survey-has-pseudonyms" });
  await expect(addLater({ pseudonyms: { passphrase: "another passphrase" } })).rejects.toMatchObject({
    code: "passphrase-wrong",
  });
  expect(stored()).toBe(before);
  expect(await addLater({ pseudonyms: { passphrase } })).toMatchObject({ added: 2, known: 2 });
  expect(spoken().slice(2)).toEqual(["Hana: It was zdenka and Hana alone", "R_4: Because of Hana"]);
  expect(inTheClear()).toEqual([]);
});

it("refuses rows that were prepared before the names were replaced", async () => {
  await importFirst();
  expect(inTheClear()).not.toEqual([]);
  const { stageId } = await stageSurvey(study, LATER, { tableAs: "survey", headerRows: 1 });
  const act = acts["add-survey-rows"];
  if (!act) throw new RangeError("there is no act add-survey-rows");
  const request = { act, input: { projectId: study.projectId, surveyId: SURVEY, stageId } };
  const prepared = await prepareAct(study.workspace, study.lead, request);
  await perform("apply-pseudonyms", { passphrase, version: 1, documents: "all" });
  expect(() => runAct(study.workspace, study.lead, request, prepared)).toThrow(/survey-has-pseudonyms/);
  expect(await addLater({ pseudonyms: { passphrase } })).toMatchObject({ added: 2, known: 2 });
});
