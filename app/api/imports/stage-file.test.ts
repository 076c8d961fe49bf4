import fs from "node:fs";
import path from "node:path";
import { Document, Packer, Paragraph } from "docx";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addPerson, freshWorkspace, withProject } from "@/db/accounts/accounts-fixture";
import type { Actor } from "@/db/actor";
import { confirmImport } from "@/db/acts/confirm-import";
import { prepareAct, runAct } from "@/db/acts/run-act";
import { memberOf } from "@/db/membership";
import { newId } from "@/db/new-id";
import { document, revision } from "@/db/schema";
import { stagedPaths } from "@/db/staged-import";
import { dbOf } from "@/db/workspace";
import type { ReadOptions } from "@/lib/readers/read-result";
import { zipBytes } from "@/lib/readers/zip-fixture";
import { JOB_HANDLERS } from "../../workers/job-handlers";
import type { Pool } from "../../workers/pool";
import { prepareInChild } from "../../workers/prepare-in-child";
import type { ImportPreview, TranscriptPreview } from "./import-preview";
import { importingLead } from "./importing-lead";
import {
  dropStage,
  fileLabel,
  type Reading,
  readAgain,
  stagedPreview,
  stagedTurns,
  stageEntry,
  stageFile,
} from "./stage-file";
import { sweepAtStart, sweepStaging } from "./sweep-staging";

// Passwords are hashed slowly on purpose, and this machine may be busy.
vi.setConfig({ testTimeout: 30_000 });

let fixture: ReturnType<typeof freshWorkspace>;
let lead: Actor;
let projectId: string;
beforeEach(async () => {
  fixture = freshWorkspace();
  ({ lead, projectId } = await withProject(fixture.workspace));
});
afterEach(() => fixture.end());

/** The same reading as in a child, without the child. */
const pool: Pool = {
  run: ({ kind, ...input }) => JOB_HANDLERS[kind]?.(input, () => {}) as Promise<never>,
  close: () => Promise.resolve(),
};
const state = { pool };
const member = () => memberOf(dbOf(fixture.workspace), lead, projectId);
const reading = (of = member()): Reading => ({
  ...{ state, workspace: fixture.workspace, lead: of },
  signal: new AbortController().signal,
});

function send(bytes: Uint8Array | string, name: string, options: ReadOptions = {}) {
  const request = new Request("http://127.0.0.1/api/imports", { method: "POST", body: bytes as BodyInit });
  return stageFile(reading(), request, { name, options });
}

async function sendTalk(bytes: Uint8Array | string, name: string, options: ReadOptions = {}) {
  return talk(await send(bytes, name, options));
}

function talk(preview: ImportPreview): TranscriptPreview {
  if (preview.kind !== "transcript") throw new RangeError(`a ${preview.kind}`);
  return preview;
}

async function confirm(documents: readonly Record<string, unknown>[]) {
  const asked = { act: confirmImport, input: { projectId, documents } };
  return runAct(fixture.workspace, lead, asked, await prepareAct(fixture.workspace, lead, asked, prepareInChild(pool)));
}

const staged = () => fs.readdirSync(fixture.workspace.folder.staging);

test("a Word interview is previewed, found again, and becomes a document only when it is confirmed", async () => {
  const lines = ["INT: How is it?", "P1: Busy. Very busy.", "INT: Why?", "P1: Cases."];
  const file = new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] });
  const preview = await sendTalk(new Uint8Array(await Packer.toBuffer(file)), "Interview 802.docx");
  expect(preview).toMatchObject({ fileName: "Interview 802.docx", format: "docx", blocks: 4 });
  expect(preview.labels.map(({ label, proposal }) => [label, proposal.role])).toEqual([
    ["INT", "interviewer"],
    ["P1", "participant"],
  ]);
  expect(preview.turns.map(({ label, words }) => [label, words])[1]).toEqual(["P1", "Busy. Very busy."]);
  expect(await stagedPreview(fixture.workspace, member(), preview.stageId)).toEqual(preview);
  expect(dbOf(fixture.workspace).select().from(document).all()).toEqual([]);
  const decisions = preview.labels.map((each) => each.proposal);
  const chosen = {
    name: "Interview 802",
    kind: "interview",
    date: "2026-03-05",
    groupName: " North ",
    note: "By phone.",
  };
  await confirm([{ stageId: preview.stageId, documentId: newId(), ...chosen, decisions }]);
  expect(dbOf(fixture.workspace).select().from(document).all()).toMatchObject([
    { ...chosen, groupName: "North", verbatim: false },
  ]);
  expect(staged()).toEqual([]);
  expect(fs.existsSync(path.join(fixture.workspace.folder.originals, preview.sha256))).toBe(true);
});

test("a text is read again as the person chooses, and that reading is what is stored", async () => {
  const bytes = new Uint8Array([...Buffer.from("A: Caf"), 0xe9, ...Buffer.from(" au   lait\nB: Oui\nA: Non\nB: Si\n")]);
  const preview = await sendTalk(bytes, "a.txt", { encoding: "windows-1252" });
  expect(preview.turns[0]?.words).toContain("Café au");
  const options = { encoding: "windows-1251", verbatim: true };
  const again = talk(await readAgain(reading(), preview.stageId, options));
  expect(again.turns[0]?.words).toContain("Cafй au   lait");
  expect(again.options).toEqual(options);
  const decisions = again.labels.map((each) => each.proposal);
  await confirm([{ stageId: preview.stageId, documentId: newId(), name: "A", kind: "interview", decisions }]);
  expect(dbOf(fixture.workspace).select().from(document).all()).toMatchObject([{ name: "A", verbatim: true }]);
  expect(dbOf(fixture.workspace).select({ text: revision.text }).from(revision).get()?.text).toContain(
    "Cafй au   lait",
  );
});

test("the same bytes are told to be here already, until their document is taken out", async () => {
  const words = "A: one\nB: two\nA: three\nB: four\n";
  const first = await sendTalk(words, "a.txt");
  expect(first.duplicateOf).toBeNull();
  const documentId = newId();
  await confirm([{ stageId: first.stageId, documentId, name: "First", kind: "interview", decisions: [] }]);
  expect((await send(words, "b.txt")).duplicateOf).toEqual({ documentId, name: "First" });
  dbOf(fixture.workspace).update(document).set({ removedAt: "2026-01-01T00:00:00.000Z" }).run();
  expect((await send(words, "c.txt")).duplicateOf).toBeNull();
});

test("a password is used and forgotten: no file of the stage holds it", async () => {
  const preview = await sendTalk("A: one\nB: two\nA: three\nB: four\n", "a.txt", { password: "pass-phrase-7" });
  const { dir } = stagedPaths(fixture.workspace.folder, preview.stageId);
  const kept = fs.readdirSync(dir).map((name) => fs.readFileSync(path.join(dir, name), "utf8"));
  expect(kept).toHaveLength(4);
  expect(kept.join("\n") + JSON.stringify(preview)).not.toContain("pass-phrase-7");
});

test("a file larger than it may be is cut while it comes in, and leaves nothing", async () => {
  vi.stubEnv("TANDEM_FILE_LIMIT_MB", "1");
  try {
    const large = new Uint8Array(1024 * 1024 + 1).fill(97);
    await expect(send(large, "a.txt")).rejects.toMatchObject({ code: "file-too-large", params: { megabytes: 1 } });
    expect(staged()).toEqual([]);
  } finally {
    vi.unstubAllEnvs();
  }
});

test("an archive is a list of files, each staged by itself; the litter of systems and archives in it are not opened", async () => {
  const inner = zipBytes([{ name: "x.txt", data: "A: one\nB: two\n" }]);
  const archive = await send(
    zipBytes([
      { name: "study/", data: "" },
      { name: "study/Interview 1.txt", data: "INT: One?\nP1: Yes.\nINT: Two?\nP1: No.\n" },
      { name: "__MACOSX/study/._Interview 1.txt", data: "x" },
      { name: "study/.DS_Store", data: "x" },
      { name: "study/more.zip", data: inner },
    ]),
    "study.zip",
  );
  if (archive.kind !== "archive") throw new RangeError(archive.kind);
  expect(archive.entries.map(({ index, name }) => [index, name])).toEqual([
    [1, "study/Interview 1.txt"],
    [4, "study/more.zip"],
  ]);
  const entry = talk(await stageEntry(reading(), archive.stageId, 1, {}));
  expect(entry).toMatchObject({ fileName: "Interview 1.txt", blocks: 4, format: "txt" });
  const refused = (index: number) => expect(stageEntry(reading(), archive.stageId, index, {})).rejects;
  await refused(4).toMatchObject({ code: "archive-in-archive" });
  await refused(2).toMatchObject({ code: "not-found" });
  await refused(99).toMatchObject({ code: "not-found" });
  await expect(stageEntry(reading(), entry.stageId, 0, {})).rejects.toMatchObject({ code: "not-found" });
  const asDocument = [{ stageId: archive.stageId, documentId: newId(), name: "Z", kind: "other", decisions: [] }];
  await expect(confirm(asDocument)).rejects.toMatchObject({ code: "stage-of-another-kind" });
  await dropStage(fixture.workspace, member(), archive.stageId);
  expect(staged()).toEqual([entry.stageId]);
});

test("the turns of one label are listed, and those that are somebody else's become their own speaker's", async () => {
  const preview = await sendTalk("M: Who?\nF: Me.\nM: I was there.\nand late.\nF: Oh.\nM: Next?\n", "group.txt");
  const { turns, cut } = await stagedTurns(reading(), preview.stageId, "M");
  expect({ cut, turns }).toMatchObject({
    cut: false,
    turns: [
      { blocks: [0], words: "Who?" },
      { blocks: [2], words: "I was there." },
      { blocks: [5], words: "Next?" },
    ],
  });
});

test("an end in the middle leaves whole documents and no stray files", async () => {
  const { folder } = fixture.workspace;
  const kept = await send("A: one\nB: two\nA: three\n", "kept.txt");
  const made = await sendTalk("A: four\nB: five\nA: six\n", "made.txt");
  await confirm([{ stageId: made.stageId, documentId: newId(), name: "Made", kind: "interview", decisions: [] }]);
  const half = stagedPaths(folder, newId());
  fs.mkdirSync(half.dir);
  fs.writeFileSync(half.original, "A: one");
  const stray = path.join(folder.staging, kept.stageId, `transcript.${newId()}.json`);
  fs.writeFileSync(stray, "{}");
  for (const name of ["0".repeat(64), `${"1".repeat(64)}.${newId()}.partial`]) {
    fs.writeFileSync(path.join(folder.originals, name), "x");
  }
  sweepAtStart(fixture.workspace, Date.now());
  expect(staged()).toEqual([kept.stageId]);
  expect(fs.existsSync(stray)).toBe(false);
  expect(fs.readdirSync(folder.originals)).toEqual([made.sha256]);
});

test("a file that cannot be read, or is empty, is refused with its own code and leaves nothing", async () => {
  await expect(send("SQLite format 3\0", "a.docx")).rejects.toMatchObject({ code: "file-database" });
  await expect(send(new Uint8Array(), "a.txt")).rejects.toMatchObject({ code: "file-empty" });
  expect(staged()).toEqual([]);
});

test("a stage belongs to one person and one project and is gone after a day", async () => {
  const { workspace } = fixture;
  const { stageId } = await send("A: one\nB: two\nA: three\nB: four\n", "a.txt");
  const other = addPerson(workspace, "Other", { projectId, role: "lead" });
  const theirs = memberOf(dbOf(workspace), other, projectId);
  await expect(stagedPreview(workspace, theirs, stageId)).rejects.toMatchObject({ status: 404 });
  await expect(stagedPreview(workspace, { ...member(), projectId: newId() }, stageId)).rejects.toMatchObject({
    status: 404,
  });
  await expect(stagedPreview(workspace, member(), "../../etc")).rejects.toMatchObject({ status: 404 });
  await sweepStaging(workspace, Date.now() + 23 * 3_600_000);
  expect(staged()).toEqual([stageId]);
  await sweepStaging(workspace, Date.now() + 25 * 3_600_000);
  expect(staged()).toEqual([]);
});

test("a coder and a reading token bring nothing in, and a stranger learns nothing", () => {
  const { workspace } = fixture;
  const bea = addPerson(workspace, "Bea", { projectId, role: "coder" });
  expect(() => importingLead(workspace, bea, projectId, true)).toThrow(
    expect.objectContaining({ code: "role-may-not" }),
  );
  const reading = { ...lead, scope: "read" as const };
  expect(() => importingLead(workspace, reading, projectId, true)).toThrow(
    expect.objectContaining({ code: "token-may-only-read" }),
  );
  const stranger = addPerson(workspace, "Stranger");
  expect(() => importingLead(workspace, stranger, projectId, true)).toThrow(
    expect.objectContaining({ code: "not-found" }),
  );
});

test.each([
  ["../../etc/passwd", "passwd"],
  ["C:\\Users\\me\\Interview 1.docx", "Interview 1.docx"],
  ["a\u202Exslx.docx\n", "axslx.docx"],
  ["", "file"],
])("the name %j is only a label", (name, label) => {
  expect(fileLabel(name)).toBe(label);
});
