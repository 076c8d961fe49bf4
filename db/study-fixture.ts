// A small study for tests: a lead, two coders, an observer, an outsider, three documents, a codebook, an open round.
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { and, eq } from "drizzle-orm";
import { readFile } from "@/lib/readers/read-file";
import { foundLabels } from "@/lib/readers/speakers";
import { wordsHash } from "@/lib/text/words-hash";
import type { Actor, Role } from "./actor";
import { acts } from "./acts";
import { prepareAct, runAct } from "./acts/run-act";
import { redo, undo } from "./acts/undo";
import { reads } from "./reads";
import { runRead } from "./reads/run-read";
import { coder, codingSet, member, revision, user, workspaceMember } from "./schema";
import { stagedPaths } from "./staged-import";
import { closeWorkspace, dbOf, openWorkspace, type Workspace } from "./workspace";

export const MIGRATIONS = fileURLToPath(new URL("./migrations", import.meta.url));

const FILES = {
  interview:
    "INT: How was the year?\n\nP1: Long. We were four short, and nobody said so. 🙂 You just carry it.\n\nINT: And now?\n\nP1: Now we are three short.\n",
  group:
    "MOD: Who went home on time?\n\nP2: Not me.\n\nP3: Nor me, and my sergeant knows.\n\nÉlodie: I did, once.\n\nP2: Once!\n\nMOD: What helped?\n\nP3: My team. They cover for me.\n",
  second: "INT: Tell me about support.\n\nP4: There is a number on a poster. I never rang it.\n\nélodie: I rang it.\n",
} as const;

export type DocumentName = keyof typeof FILES;

/** The same id for the same name in every run, so that two studies can be compared. */
export function idOf(name: string): string {
  return createHash("sha256").update(name).digest("hex").slice(0, 32);
}

export class Study {
  readonly projectId = idOf("project");
  readonly roundId = idOf("round");
  readonly lead = this.person("Lena Lead", "owner");
  readonly a = this.person("Ada Coder");
  readonly b = this.person("Ben Coder");
  readonly observer = this.person("Olga Observer");
  readonly outsider = this.person("Otto Outsider");
  readonly codes = {
    work: idOf("work"),
    staffing: idOf("staffing"),
    support: idOf("support"),
    team: idOf("team"),
  };

  constructor(
    readonly workspace: Workspace,
    readonly root: string,
  ) {}

  get db() {
    return dbOf(this.workspace);
  }

  person(name: string, workspaceRole: Actor["workspaceRole"] = "member"): Actor {
    return { kind: "person", userId: idOf(name), name, workspaceRole, scope: "write" };
  }

  /** Puts a person into the workspace and, with a role, into a project. */
  addPerson(actor: Actor, role: Role | null, projectId = this.projectId): void {
    const at = new Date("2026-01-01T00:00:00Z");
    const now = at.toISOString();
    const { userId, name } = actor;
    if (!this.db.select().from(user).where(eq(user.id, userId)).get()) {
      this.db
        .insert(user)
        .values({ id: userId, name, email: `${userId}@example.org`, createdAt: at, updatedAt: at })
        .run();
      this.db.insert(workspaceMember).values({ userId, role: actor.workspaceRole, joinedAt: now }).run();
    }
    if (!role) return;
    this.db
      .insert(member)
      .values({ id: idOf(`${projectId} ${name}`), projectId, userId, role, joinedAt: now })
      .run();
    if (role !== "observer")
      this.db
        .insert(coder)
        .values({ id: this.coderId(actor), projectId, userId, name })
        .run();
  }

  coderId(actor: Actor): string {
    const row = this.db.select({ id: coder.id }).from(coder).where(eq(coder.userId, actor.userId)).get();
    return row?.id ?? idOf(`coder ${actor.name}`);
  }

  documentId(name: DocumentName): string {
    return idOf(`document ${name}`);
  }

  act(actor: Actor, name: string, input: Record<string, unknown> = {}, idempotencyKey?: string): unknown {
    const whole = { projectId: this.projectId, ...input };
    if (name === "undo") return undo(this.workspace, actor, whole, acts, idempotencyKey).result;
    if (name === "redo") return redo(this.workspace, actor, whole, acts, idempotencyKey).result;
    const act = acts[name];
    if (!act) throw new RangeError(`there is no act ${name}`);
    return runAct(this.workspace, actor, { act, input: whole, idempotencyKey }).result;
  }

  read(actor: Actor, name: string, params: Record<string, unknown> = {}): unknown {
    const read = reads[name];
    if (!read) throw new RangeError(`there is no read ${name}`);
    return runRead(this.workspace, actor, read, { projectId: this.projectId, ...params });
  }

  /** Writes a stage as the upload does: the bytes, what the reader made of them, and whose it is. */
  async stage(name: DocumentName, actor: Actor = this.lead, expiresAt = "2100-01-01T00:00:00.000Z") {
    const stageId = idOf(`stage ${name} ${actor.name}`);
    const bytes = new TextEncoder().encode(FILES[name]);
    const result = await readFile(bytes, `${name}.txt`);
    const paths = stagedPaths(this.workspace.folder, stageId);
    fs.mkdirSync(paths.dir, { recursive: true });
    fs.writeFileSync(paths.original, bytes);
    fs.writeFileSync(paths.read, JSON.stringify({ kind: "transcript", read: result }));
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const meta = {
      userId: actor.userId,
      projectId: this.projectId,
      fileName: `${name}.txt`,
      sha256,
      bytes: bytes.length,
      kind: "transcript",
      format: "txt",
      encoding: "utf-8",
      verbatim: false,
    };
    fs.writeFileSync(paths.meta, JSON.stringify({ ...meta, expiresAt }));
    return {
      stageId,
      documentId: this.documentId(name),
      name,
      kind: name === "group" ? "focus-group" : "interview",
      decisions: foundLabels(result).map((label) => label.proposal),
    };
  }

  async import(names: readonly DocumentName[], idempotencyKey?: string): Promise<unknown> {
    const documents = [];
    for (const name of names) documents.push(await this.stage(name));
    return this.confirm(documents, idempotencyKey);
  }

  async confirm(documents: readonly unknown[], idempotencyKey?: string, actor = this.lead): Promise<unknown> {
    const act = acts["confirm-import"];
    if (!act) throw new RangeError("there is no act confirm-import");
    const request = { act, input: { projectId: this.projectId, documents }, idempotencyKey };
    return runAct(this.workspace, actor, request, await prepareAct(this.workspace, actor, request)).result;
  }

  addCode(name: string, parentId: string | null, actor: Actor = this.lead, more: Record<string, unknown> = {}): string {
    const codeId = idOf(name);
    this.act(actor, "add-code", { codeId, parentId, name, colour: "#336699", ...more });
    return codeId;
  }

  setOf(actor: Actor, name: DocumentName, roundId = this.roundId): string {
    const row = this.db
      .select({ id: codingSet.id })
      .from(codingSet)
      .where(
        and(
          eq(codingSet.roundId, roundId),
          eq(codingSet.documentId, this.documentId(name)),
          eq(codingSet.coderId, this.coderId(actor)),
        ),
      )
      .get();
    if (!row) throw new RangeError(`${actor.name} has no seat at ${name}`);
    return row.id;
  }

  text(name: DocumentName): string {
    return (
      this.db
        .select()
        .from(revision)
        .where(eq(revision.documentId, this.documentId(name)))
        .get()?.text ?? ""
    );
  }

  span(name: DocumentName, words: string) {
    const start = this.text(name).indexOf(words);
    if (start < 0) throw new RangeError(`${name} has no “${words}”`);
    return this.stretch(name, start, start + words.length);
  }

  /** As a client names the words from `start` to `end`. */
  stretch(name: DocumentName, start: number, end: number) {
    return { start, end, wordsHash: wordsHash(this.text(name).slice(start, end)) };
  }

  /** Applies a code in the actor's set of the round; the coding's id comes from all that names it. */
  apply(actor: Actor, name: DocumentName, words: string, codeId: string, salt = ""): string {
    const codingId = idOf(`${actor.name} ${name} ${words} ${codeId} ${salt}`);
    this.act(actor, "apply-code", { setId: this.setOf(actor, name), codingId, codeId, ...this.span(name, words) });
    return codingId;
  }

  submitAll(names: readonly DocumentName[] = ["interview", "group"]): void {
    for (const actor of [this.a, this.b]) {
      for (const name of names) this.act(actor, "submit-coding", { setId: this.setOf(actor, name) });
    }
  }

  reveal(): void {
    this.act(this.lead, "reveal-round", { roundId: this.roundId, name: "Round 1" });
  }

  /** Every row of the named tables (all but the events when none is named), in the order of their keys. */
  rows(tables?: readonly string[], without: readonly string[] = []): string {
    const { sqlite } = this.workspace;
    const all = sqlite.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[];
    const lines: string[] = [];
    for (const table of (tables ?? all).toSorted()) {
      const rows = sqlite.prepare(`select * from "${table}"`).all() as Record<string, unknown>[];
      for (const row of rows) for (const column of without) delete row[column];
      lines.push(table, ...rows.map((row) => JSON.stringify(row)).toSorted());
    }
    return lines.join("\n");
  }

  end(): void {
    closeWorkspace(this.workspace);
    fs.rmSync(this.root, { recursive: true, force: true });
  }
}

async function fill(study: Study): Promise<void> {
  study.addPerson(study.lead, null);
  study.act(study.lead, "create-project", { name: "Wellbeing" });
  study.addPerson(study.a, "coder");
  study.addPerson(study.b, "coder");
  study.addPerson(study.observer, "observer");
  study.addPerson(study.outsider, null);
  await study.import(["interview", "group", "second"]);
  study.addCode("work", null);
  study.addCode("staffing", study.codes.work);
  study.addCode("support", null);
  study.addCode("team", study.codes.support);
  study.act(study.lead, "open-round", {
    roundId: study.roundId,
    name: "Round 1",
    documentIds: [study.documentId("interview"), study.documentId("group")],
    coderIds: [study.coderId(study.a), study.coderId(study.b)],
  });
}

function openStudy(root: string): Study {
  const study = new Study(openWorkspace("main", root, MIGRATIONS), root);
  // Nothing here has to outlive a power cut, and a flush for every act would be most of the time that these tests take.
  study.workspace.sqlite.pragma("synchronous = off");
  return study;
}

const newRoot = () => fs.mkdtempSync(path.join(os.tmpdir(), "tandem-study-"));

let filled: string | null = null;

/** A study of its own for each call: the first one is made by the acts, the others are copies of its folder. */
export async function makeStudy(): Promise<Study> {
  if (!filled) {
    const root = newRoot();
    const first = openStudy(root);
    await fill(first);
    closeWorkspace(first.workspace);
    process.once("exit", () => fs.rmSync(root, { recursive: true, force: true }));
    filled = root;
  }
  const root = newRoot();
  fs.cpSync(filled, root, { recursive: true });
  return openStudy(root);
}

/** What an attempt came to, as text that two worlds can be compared by. */
export function attempt(what: () => unknown): string {
  try {
    return JSON.stringify(what()) ?? "undefined";
  } catch (error) {
    const { code, status, params } = error as { code?: unknown; status?: unknown; params?: unknown };
    if (typeof status !== "number") throw error;
    return `${String(code)} ${status} ${JSON.stringify(params)}`;
  }
}
