import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { NameTable } from "@/lib/pseudonyms/name-entry";
import type { Actor } from "../actor";
import { openPseudonymKey } from "../pseudonym-key";
import { reads } from "../reads";
import {
  codingMove,
  document,
  idempotency,
  journal,
  original,
  participant,
  pseudonymKey,
  recording,
  revision,
  speakerLabel,
  turn,
} from "../schema";
import { openRevision } from "../seal-revisions";
import { openOriginal, sealedOriginalPath, sweepOriginals } from "../sealed-originals";
import { stagedPaths } from "../staged-import";
import { attempt, idOf, makeStudy, type Study } from "../study-fixture";
import { acts } from ".";
import { prepareAct, runAct } from "./run-act";

// The real derivation costs some tenths of a second each time, on purpose: sealed-bytes.test.ts has it.
vi.mock("../sealed-bytes", async (importOriginal) => ({
  ...(await importOriginal<typeof import("../sealed-bytes")>()),
  keyOfPassphrase: async (passphrase: string, salt: Uint8Array) =>
    createHash("sha256").update(salt).update(passphrase).digest(),
}));

const PASSPHRASE = "correct horse battery";
const NAME = "Zdenka";

let study: Study;
beforeEach(async () => {
  study = await makeStudy();
});
afterEach(() => study.end());

async function perform(name: string, input: Record<string, unknown>, actor: Actor = study.lead, key?: string) {
  const act = acts[name];
  if (!act) throw new RangeError(name);
  const request = { act, input: { projectId: study.projectId, ...input }, idempotencyKey: key };
  return runAct(study.workspace, actor, request, await prepareAct(study.workspace, actor, request)).result;
}

function entry(name: string, pseudonym: string, more = {}) {
  return { id: idOf(`entry ${name}`), name, pseudonym, forms: [], inflections: false, ...more };
}

function table(...entries: ReturnType<typeof entry>[]): NameTable {
  return { entries, endings: null, notNames: [] };
}

const keep = (kept: NameTable, version = 0, more = {}) =>
  perform("keep-pseudonyms", { passphrase: PASSPHRASE, table: kept, version, ...more });

const apply = (more = {}) =>
  perform("apply-pseudonyms", { passphrase: PASSPHRASE, version: 1, documents: "all", ...more });

const newest = (documentId: string) =>
  study.db
    .select()
    .from(revision)
    .where(eq(revision.documentId, documentId))
    .all()
    .toSorted((a, b) => b.number - a.number)[0];

/** A document about Zdenka, with her name in every place that a name may stand in. */
async function importNamed(more: Record<string, unknown> = {}): Promise<string> {
  const documentId = idOf("document named");
  const text = `${NAME}: My name is ${NAME} Nováková.\n\nINT: So, ${NAME}’s day?\n\n${NAME}: ZDENKA, they call me.\n\nINT: And now?\n\n${NAME}: The same.\n`;
  const stageId = idOf("stage named");
  const staged = await study.stage("second");
  const from = stagedPaths(study.workspace.folder, staged.stageId);
  const to = stagedPaths(study.workspace.folder, stageId);
  const { readContent } = await import("@/lib/readers/read-file");
  const content = await readContent(new TextEncoder().encode(text), "a.txt", {});
  if (content.kind !== "transcript") throw new RangeError(content.kind);
  fs.cpSync(from.dir, to.dir, { recursive: true });
  fs.writeFileSync(to.original, text);
  fs.writeFileSync(to.read, JSON.stringify(content));
  const meta = JSON.parse(fs.readFileSync(to.meta, "utf8"));
  const sha256 = createHash("sha256").update(text).digest("hex");
  fs.writeFileSync(to.meta, JSON.stringify({ ...meta, fileName: `zdenka_interview.txt`, sha256, bytes: text.length }));
  fs.rmSync(from.dir, { recursive: true });
  const { foundLabels } = await import("@/lib/readers/speakers");
  const decisions = foundLabels(content.read).map((each) => each.proposal);
  const documents = [{ stageId, documentId, name: `Interview ${NAME}`, kind: "interview", decisions }];
  await perform("confirm-import", { documents, ...more });
  if (more.pseudonyms) return documentId;
  study.act(study.lead, "rename-document", { documentId, name: `With ${NAME}`, kind: "interview" });
  study.db
    .insert(recording)
    .values({
      id: idOf("recording"),
      documentId,
      fileName: `${NAME}.mp3`,
      mime: "audio/mpeg",
      sha256,
      bytes: 1,
      addedAt: "2026-01-01T00:00:00.000Z",
      addedBy: study.lead.userId,
    })
    .run();
  return documentId;
}

/** Every byte of the data folder, in both encodings that a program might write letters in. */
function whereStands(words: string): string[] {
  const { root } = study.workspace.folder;
  const files = fs.readdirSync(root, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return files
    .map((each) => path.join(each.parentPath, each.name))
    .filter((file) => {
      const bytes = fs.readFileSync(file);
      return [words, words.toLowerCase(), words.toUpperCase()].some(
        (each) => bytes.includes(each) || bytes.includes(Buffer.from(each, "utf16le")) || file.includes(each),
      );
    })
    .map((file) => path.relative(root, file));
}

test("the table is sealed: wrong passphrases are refused alike, and nothing of it stands in the data", async () => {
  await keep(table(entry(NAME, "P9")), 0);
  const opened = await openPseudonymKey(study.db, study.projectId, PASSPHRASE);
  expect(opened.table.entries).toMatchObject([{ name: NAME, pseudonym: "P9" }]);
  await expect(openPseudonymKey(study.db, study.projectId, `${PASSPHRASE}!`)).rejects.toMatchObject({
    code: "passphrase-wrong",
    params: {},
  });
  study.workspace.sqlite.pragma("wal_checkpoint(truncate)");
  expect(whereStands(NAME)).toEqual([]);
  expect(whereStands(PASSPHRASE)).toEqual([]);
  const row = study.db.select().from(pseudonymKey).get();
  expect(row?.sealed.includes(Buffer.from("P9"))).toBe(false);
});

test("another passphrase opens it after the change, the old one no more; a stale table is refused", async () => {
  const kept = table(entry(NAME, "P9"));
  await keep(kept);
  await keep(kept, 1, { newPassphrase: "another one altogether" });
  await expect(openPseudonymKey(study.db, study.projectId, PASSPHRASE)).rejects.toMatchObject({ status: 422 });
  const opened = await openPseudonymKey(study.db, study.projectId, "another one altogether");
  expect(opened.version).toBe(2);
  await expect(keep(kept, 1)).rejects.toMatchObject({ code: "changed-meanwhile" });
});

test("five wrong passphrases, then even the right one waits", async () => {
  await keep(table(entry(NAME, "P9")));
  const tries = Array.from({ length: 5 }, () => openPseudonymKey(study.db, study.projectId, "wrong wrong wrong"));
  for (const each of await Promise.allSettled(tries)) expect(each.status).toBe("rejected");
  await expect(openPseudonymKey(study.db, study.projectId, PASSPHRASE)).rejects.toMatchObject({
    code: "passphrase-wait",
    status: 429,
  });
});

test.each([
  ["name-kept-twice", [entry("Anna", "P1"), entry("Ann", "P2", { forms: ["Anna"] })]],
  ["pseudonym-is-a-name", [entry("Anna", "Berta"), entry("Berta", "P2")]],
  ["name-has-no-letters", [entry("…", "P1")]],
])("%s", async (code, entries) => {
  await expect(keep(table(...entries))).rejects.toMatchObject({ code, status: 422 });
});

test("a sent-again request is known without a hash of the passphrase or the names", async () => {
  const kept = table(entry(NAME, "P9"));
  const input = { passphrase: PASSPHRASE, table: kept, version: 0 };
  const first = await perform("keep-pseudonyms", input, study.lead, "k");
  const again = await perform("keep-pseudonyms", { ...input, passphrase: "another guess here" }, study.lead, "k");
  expect(again).toEqual(first);
  const row = study.db.select().from(idempotency).where(eq(idempotency.key, "k")).get();
  const guess = createHash("sha256").update(
    `keep-pseudonyms\n${JSON.stringify({ projectId: study.projectId, ...input })}`,
  );
  expect(row?.payloadHash).not.toBe(guess.digest("hex"));
});

test("names are gone from every byte of the data, and stand under the passphrase alone", async () => {
  const documentId = await importNamed();
  expect(whereStands(NAME).length).toBeGreaterThan(1);
  study.db
    .update(document)
    .set({ note: `${NAME} was late; the petunia in the garden is a flower.`, groupName: `${NAME}’s group` })
    .where(eq(document.id, documentId))
    .run();
  await keep(table(entry(NAME, "Petra"), entry("Nováková", "Malá"), entry("Petunia", "Rose")));
  const before = newest(documentId);
  await apply();
  expect(newest(documentId)).toMatchObject({
    text: "My name is Petra Malá.\nSo, Petra’s day?\nPETRA, they call me.\nAnd now?\nThe same.",
    reason: "pseudonyms",
    number: 2,
  });
  expect(whereStands(NAME)).toEqual([]);
  expect(whereStands("Nováková")).toEqual([]);
  const { dataKey } = await openPseudonymKey(study.db, study.projectId, PASSPHRASE);
  const sealed = study.db
    .select()
    .from(revision)
    .where(eq(revision.id, before?.id ?? ""))
    .get();
  expect(sealed).toMatchObject({ text: "", length: before?.length, sha256: before?.sha256 });
  const bytes = sealed?.sealedText ?? Buffer.alloc(0);
  const opened = openRevision(dataKey, study.projectId, { revisionId: sealed?.id ?? "", sealed: bytes });
  expect(opened?.text).toBe(before?.text);
  expect(opened?.turns[0]).toEqual([1, NAME, null]);
  expect(openRevision(dataKey, idOf("other project"), { revisionId: sealed?.id ?? "", sealed: bytes })).toBeNull();
  const file = study.db.select().from(original).where(eq(original.documentId, documentId)).get();
  expect(file).toMatchObject({ sealed: true, fileName: "Petra_interview.txt" });
  const { folder } = study.workspace;
  expect(openOriginal(folder, dataKey, study.projectId, file?.id ?? "")?.toString("utf8")).toContain(`${NAME}:`);
  expect(fs.existsSync(path.join(folder.originals, file?.sha256 ?? ""))).toBe(false);
  expect(study.db.select().from(document).where(eq(document.id, documentId)).get()).toMatchObject({
    name: "With Petra",
    note: "Petra was late; the petunia in the garden is a flower.",
    groupName: "Petra’s group",
    pseudonymisedAt: expect.any(String),
  });
  expect(study.db.select().from(recording).get()).toMatchObject({ fileName: "Petra.mp3", leadOnly: true });
  expect(
    study.db
      .select()
      .from(participant)
      .all()
      .map((row) => row.name),
  ).toContain("Petra");
  expect(study.db.select().from(speakerLabel).where(eq(speakerLabel.documentId, documentId)).all()).toHaveLength(2);
  const turns = study.db
    .select()
    .from(turn)
    .where(eq(turn.revisionId, newest(documentId)?.id ?? ""))
    .all();
  expect(turns.map((row) => row.label)).toEqual(["Petra", "INT", "Petra", "INT", "Petra"]);
  expect(() => study.act(study.lead, "undo")).not.toThrow(/apply/);
  expect(study.db.select().from(document).where(eq(document.id, documentId)).get()?.name).toBe("Interview Petra");
});

test("codings keep their place, blind ones too, and nobody has to look at them again", async () => {
  const { a, codes } = study;
  const apart = study.apply(a, "group", "my sergeant knows", codes.staffing);
  const on = study.apply(a, "group", "sergeant", codes.support);
  await keep(table(entry("sergeant", "superior officer", { forms: ["team"] })));
  await apply();
  const text = newest(study.documentId("group"))?.text ?? "";
  const words = (codingId: string) => {
    const row = study.workspace.sqlite.prepare("select start, end, removed_at from coding where id = ?").get(codingId);
    const { start, end, removed_at } = row as { start: number; end: number; removed_at: null };
    expect(removed_at).toBeNull();
    return text.slice(start, end);
  };
  expect([words(apart), words(on)]).toEqual(["my superior officer knows", "superior officer"]);
  const moves = study.db.select().from(codingMove).all();
  expect(moves).toHaveLength(2);
  for (const move of moves) expect(move.checkedAt).not.toBeNull();
  expect(
    study.read(a, "desk-codings", { documentId: study.documentId("group"), roundId: study.roundId }),
  ).toMatchObject({
    codings: [{ id: apart }, { id: on }],
  });
});

test("places that a person left out stay; documents that were not chosen stay as they are", async () => {
  await keep(table(entry("team", "crew"), entry("poster", "wall")));
  const group = newest(study.documentId("group"));
  const start = group?.text.indexOf("team") ?? -1;
  const leftOut = [{ documentId: study.documentId("group"), revisionId: group?.id, start }];
  await apply({ documents: [study.documentId("group")], leftOut });
  expect(newest(study.documentId("group"))).toMatchObject({ number: 1, text: group?.text });
  expect(newest(study.documentId("second"))?.text).toContain("poster");
  const pseudonymised = (documentId: string) =>
    study.db.select().from(document).where(eq(document.id, documentId)).get()?.pseudonymisedAt;
  expect(pseudonymised(study.documentId("group"))).toEqual(expect.any(String));
  expect(pseudonymised(study.documentId("second"))).toBeNull();
  await expect(
    apply({ documents: [study.documentId("group")], leftOut: [{ ...leftOut[0], revisionId: idOf("old") }] }),
  ).rejects.toMatchObject({ code: "changed-meanwhile" });
});

test("nothing happens with a wrong passphrase, a stale table, another project's document, or by a coder", async () => {
  await keep(table(entry("team", "crew")));
  const before = study.rows(undefined, []);
  await expect(apply({ passphrase: "wrong wrong wrong" })).rejects.toMatchObject({ code: "passphrase-wrong" });
  await expect(apply({ version: 2 })).rejects.toMatchObject({ code: "changed-meanwhile" });
  await expect(apply({ documents: [idOf("no such document")] })).rejects.toMatchObject({ status: 404 });
  for (const who of [study.a, study.observer]) {
    const tried = perform("apply-pseudonyms", { passphrase: PASSPHRASE, version: 1, documents: "all" }, who);
    await expect(tried).rejects.toMatchObject({ code: "role-may-not" });
  }
  expect(study.rows(undefined, [])).toBe(before);
});

test("the journal says which documents, and no name or passphrase", async () => {
  await keep(table(entry("team", "crew")));
  await apply();
  const entries = study.db
    .select()
    .from(journal)
    .where(and(eq(journal.projectId, study.projectId)))
    .all();
  const [kept, applied] = entries.slice(-2);
  expect(kept).toMatchObject({
    act: "keep-pseudonyms",
    input: { projectId: study.projectId, version: 1 },
    inverse: null,
  });
  expect(applied?.act).toBe("apply-pseudonyms");
  expect(JSON.stringify([kept, applied])).not.toMatch(/team|crew|horse/);
});

test("bytes that a second document came from stay plain; the start tidies what an end in the middle left", async () => {
  await keep(table(entry("team", "crew")));
  const { folder } = study.workspace;
  const group = study.db
    .select()
    .from(original)
    .where(eq(original.documentId, study.documentId("group")))
    .get();
  const plain = path.join(folder.originals, group?.sha256 ?? "");
  study.db
    .update(original)
    .set({ sha256: group?.sha256 ?? "" })
    .where(eq(original.documentId, study.documentId("second")))
    .run();
  await apply({ documents: [study.documentId("group")] });
  expect(fs.existsSync(plain)).toBe(true);
  await apply({ documents: [study.documentId("second")] });
  expect(fs.existsSync(plain)).toBe(false);
  fs.writeFileSync(plain, "left by a crash");
  const stray = sealedOriginalPath(folder, idOf("nobody's"));
  fs.writeFileSync(stray, "unconfirmed");
  sweepOriginals(folder, study.db);
  expect([plain, stray].map((file) => fs.existsSync(file))).toEqual([false, false]);
  expect(fs.existsSync(sealedOriginalPath(folder, group?.id ?? ""))).toBe(true);
});

test("a file that comes in with pseudonyms is never stored in the clear", async () => {
  await keep(table(entry(NAME, "Petra"), entry("Nováková", "Malá")));
  await expect(importNamed({ pseudonyms: { passphrase: "wrong wrong wrong" } })).rejects.toMatchObject({
    code: "passphrase-wrong",
  });
  const documentId = await importNamed({ pseudonyms: { passphrase: PASSPHRASE } });
  study.workspace.sqlite.pragma("wal_checkpoint(truncate)");
  expect(whereStands(NAME)).toEqual([]);
  expect(whereStands("Nováková")).toEqual([]);
  expect(newest(documentId)).toMatchObject({ number: 1, reason: "import", length: newest(documentId)?.text.length });
  expect(newest(documentId)?.text).toContain("My name is Petra Malá.\nSo, Petra’s day?");
  const file = study.db.select().from(original).where(eq(original.documentId, documentId)).get();
  expect(file).toMatchObject({ sealed: true, fileName: "Petra_interview.txt" });
  const { dataKey } = await openPseudonymKey(study.db, study.projectId, PASSPHRASE);
  const { folder } = study.workspace;
  expect(openOriginal(folder, dataKey, study.projectId, file?.id ?? "")?.toString("utf8")).toContain(`${NAME}:`);
  const speakers = study.db.select().from(speakerLabel).where(eq(speakerLabel.documentId, documentId)).all();
  expect(speakers.map((row) => row.label).toSorted()).toEqual(["INT", "Petra"]);
  const names = study.db.select().from(participant).all();
  expect(names.filter((row) => row.name === "Petra")).toHaveLength(1);
});

test("no read tells anybody a name once it is replaced", async () => {
  await importNamed();
  await keep(table(entry(NAME, "Petra")));
  await apply();
  const documentId = idOf("document named");
  let answered = 0;
  for (const who of [study.lead, study.a]) {
    for (const name of Object.keys(reads)) {
      for (const params of [{}, { documentId }, { words: "Petra" }]) {
        const answer = attempt(() => study.read(who, name, params));
        expect(answer).not.toMatch(new RegExp(NAME, "i"));
        if (answer.includes("Petra")) answered++;
      }
    }
  }
  expect(answered).toBeGreaterThan(8);
});
