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
import { document } from "@/db/schema";
import { dbOf } from "@/db/workspace";
import type { ServerState } from "../../server-state";
import { JOB_HANDLERS } from "../../workers/job-handlers";
import { fileLabel, importingLead, readAgain, stagedPreview, stageFile, sweepStaging } from "./stage-file";

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
const pool = {
  run: ({ kind, ...input }: { kind: string }) => JOB_HANDLERS[kind]?.(input, () => {}),
  close: () => Promise.resolve(),
};
const state = { pool } as never as ServerState;
const member = () => memberOf(dbOf(fixture.workspace), lead, projectId);

function send(bytes: Uint8Array | string, name: string, encoding: string | null = null) {
  const request = new Request("http://127.0.0.1/api/imports", { method: "POST", body: bytes as BodyInit });
  return stageFile(state, fixture.workspace, member(), request, { name, encoding });
}

const staged = () => fs.readdirSync(fixture.workspace.folder.staging);

test("a Word interview is previewed, found again, and becomes a document only when it is confirmed", async () => {
  const lines = ["INT: How is it?", "P1: Busy. Very busy.", "INT: Why?", "P1: Cases."];
  const file = new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] });
  const preview = await send(new Uint8Array(await Packer.toBuffer(file)), "Interview 802.docx");
  expect(preview).toMatchObject({ fileName: "Interview 802.docx", format: "docx", blocks: 4 });
  expect(preview.labels.map(({ label, proposal }) => [label, proposal.role])).toEqual([
    ["INT", "interviewer"],
    ["P1", "participant"],
  ]);
  expect(preview.turns.map(({ label, words }) => [label, words])[1]).toEqual(["P1", "Busy. Very busy."]);
  expect(await stagedPreview(fixture.workspace, member(), preview.stageId)).toEqual(preview);
  expect(dbOf(fixture.workspace).select().from(document).all()).toEqual([]);
  const decisions = preview.labels.map((each) => each.proposal);
  const input = {
    projectId,
    documents: [{ stageId: preview.stageId, documentId: newId(), name: "Interview 802", kind: "interview", decisions }],
  };
  const asked = { act: confirmImport, input };
  runAct(fixture.workspace, lead, asked, await prepareAct(fixture.workspace, lead, asked));
  expect(dbOf(fixture.workspace).select().from(document).all()).toMatchObject([{ name: "Interview 802" }]);
  expect(fs.existsSync(path.join(fixture.workspace.folder.originals, preview.sha256))).toBe(true);
});

test("a text is read again in the encoding that the person chooses", async () => {
  const bytes = new Uint8Array([...Buffer.from("A: Caf"), 0xe9, ...Buffer.from(" au lait\nB: Oui\nA: Non\nB: Si\n")]);
  const preview = await send(bytes, "a.txt", "windows-1252");
  expect(preview.turns[0]?.words).toBe("Café au lait");
  const again = await readAgain(
    state,
    fixture.workspace,
    member(),
    preview.stageId,
    "windows-1251",
    new AbortController().signal,
  );
  expect(again.turns[0]?.words).toBe("Cafй au lait");
});

test("a file that cannot be read, or is empty, is refused with its own code and leaves nothing", async () => {
  await expect(send("%PDF-1.7\n%âãÏÓ\n1 0 obj", "a.docx")).rejects.toMatchObject({ code: "file-pdf" });
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
