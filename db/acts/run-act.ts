// The one runner: decode → membership, role, scope → idempotency → BEGIN IMMEDIATE → run → journal, events → commit.
import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { notFound, Refusal } from "@/lib/refusal";
import type { Actor } from "../actor";
import { buildStagedSurvey } from "../build-staged-survey";
import { buildStagedTranscript } from "../build-staged-transcript";
import type { Tx } from "../connection";
import { memberOf } from "../membership";
import { newId } from "../new-id";
import { prepared } from "../prepared";
import { idempotency, journal } from "../schema";
import { assertWritable, dbOf, type Workspace } from "../workspace";
import type { ActCall, AnyAct, Moment, Outcome, PrepareTools } from "./act";
import { recordEvents } from "./record-events";

export interface ActRequest {
  readonly act: AnyAct;
  readonly input: unknown;
  /** Sent twice with the same payload, the act happens once and the answer is the same. */
  readonly idempotencyKey?: string;
  /** Overridable for tests and the sample alone. */
  readonly now?: string;
}

/** How the journal entry relates to earlier ones: `undoes` and `redoes` name the entries that undo and redo work on. */
export interface JournalLink {
  readonly undoes?: string;
  readonly redoes?: string;
}

export interface ActAnswer {
  readonly result: unknown;
  readonly repeated: boolean;
}

function decoded(act: AnyAct, input: unknown): Record<string, unknown> {
  const parsed = act.input.safeParse(input);
  if (parsed.success) return parsed.data as Record<string, unknown>;
  const issue = parsed.error.issues[0];
  throw new Refusal("input-not-understood", 400, {
    field: issue?.path.join(".") || "the whole input",
    problem: issue?.message ?? "",
  });
}

/** Of the decoded input: what else came with it, however deep, plays no part in the act. */
function payloadHash(act: AnyAct, input: Record<string, unknown>): string {
  const told = Object.entries(input).filter(([field]) => !act.secret?.includes(field));
  return createHash("sha256")
    .update(`${act.name}\n${JSON.stringify(act.secret ? Object.fromEntries(told) : input)}`)
    .digest("hex");
}

/** The answer that this person's key was given before, if it was. Throws when it came with another payload. */
export function earlierAnswer(tx: Tx, userId: string, key: string, hash: string): { result: unknown } | undefined {
  const earlier = tx
    .select()
    .from(idempotency)
    .where(and(eq(idempotency.userId, userId), eq(idempotency.key, key)))
    .get();
  if (earlier && earlier.payloadHash !== hash) throw new Refusal("key-used-for-something-else", 422);
  return earlier ? { result: earlier.answer } : undefined;
}

// As SQL and not as a column's value: the column's own encoder would write a JSON null where there is no inverse.
const entryInsert = prepared((db) =>
  db
    .insert(journal)
    .values({
      id: sql.placeholder("id"),
      projectId: sql.placeholder("projectId"),
      userId: sql.placeholder("userId"),
      actor: sql.placeholder("actor"),
      at: sql.placeholder("at"),
      act: sql.placeholder("act"),
      input: sql.placeholder("input"),
      inverse: sql`${sql.placeholder("inverse")}`,
      undoes: sql.placeholder("undoes"),
      redoes: sql.placeholder("redoes"),
    })
    .prepare(),
);

/** Performs the act inside an open transaction and journals it. Undo and redo call this for the inverse. */
export function performWithin(
  tx: Tx,
  actor: Actor,
  act: AnyAct,
  input: Record<string, unknown>,
  moment: Moment<unknown>,
  link: JournalLink = {},
): { outcome: Outcome<unknown>; entryId: string | null; told: Set<string> } {
  const projectId = act.where === "project" ? String(input.projectId) : null;
  let outcome: Outcome<unknown>;
  if (act.where === "project") {
    const member = memberOf(tx, actor, String(input.projectId));
    if (!act.who.includes(member.role)) throw new Refusal("role-may-not", 403, { role: member.role });
    outcome = act.run(tx, member, input, moment as Moment<never>) as Outcome<unknown>;
  } else {
    if (!act.who.includes(actor.workspaceRole)) throw notFound();
    outcome = act.run(tx, actor, input, moment as Moment) as Outcome<unknown>;
  }
  if (act.personal) return { outcome, entryId: null, told: new Set() };
  const entryId = newId();
  const inverse: ActCall | null = "inverse" in outcome ? outcome.inverse : null;
  entryInsert(tx).run({
    id: entryId,
    projectId: projectId ?? (outcome.result as { projectId?: string } | undefined)?.projectId ?? null,
    userId: actor.kind === "person" ? actor.userId : null,
    actor: actor.kind,
    at: moment.now,
    act: act.name,
    input: outcome.trace ?? input,
    inverse: inverse && JSON.stringify(inverse),
    undoes: link.undoes ?? null,
    redoes: link.redoes ?? null,
  });
  const told = projectId ? recordEvents(tx, actor, projectId, outcome.tells ?? [], moment.now) : new Set<string>();
  return { outcome, entryId, told };
}

const ON_THIS_THREAD: PrepareTools = { buildTranscript: buildStagedTranscript, buildSurvey: buildStagedSurvey };

/** Checks scope and decodes, then does the slow preparation of an act before any lock is held. */
export async function prepareAct(
  workspace: Workspace,
  actor: Actor,
  request: ActRequest,
  tools: PrepareTools = ON_THIS_THREAD,
): Promise<unknown> {
  const { act, idempotencyKey } = request;
  if (!act.prepare) return undefined;
  if (actor.scope !== "write") throw new Refusal("token-may-only-read", 403);
  const input = decoded(act, request.input);
  const member = memberOf(dbOf(workspace), actor, String(input.projectId));
  if (act.where === "project" && !act.who.includes(member.role)) {
    throw new Refusal("role-may-not", 403, { role: member.role });
  }
  // What was prepared for the first time is used up by then: a repeated request must not look for it again.
  if (idempotencyKey && actor.kind === "person") {
    const hash = payloadHash(act, input);
    if (earlierAnswer(dbOf(workspace), actor.userId, idempotencyKey, hash)) return undefined;
  }
  return act.prepare(input as never, workspace.folder, actor, tools, dbOf(workspace));
}

/** Performs one act, whole or not at all. Throws Refusal for everything that a person can be told. */
export function runAct(workspace: Workspace, actor: Actor, request: ActRequest, prepared?: unknown): ActAnswer {
  let done: ActAnswer | null = null;
  try {
    done = runPrepared(workspace, actor, request, prepared);
    return done;
  } finally {
    const isUsed = done !== null && !done.repeated;
    if (prepared !== undefined && !isUsed) request.act.abandon?.(prepared as never, dbOf(workspace));
  }
}

function runPrepared(workspace: Workspace, actor: Actor, request: ActRequest, prepared: unknown): ActAnswer {
  const { act, idempotencyKey } = request;
  if (act.onlyUndo) throw notFound();
  if (actor.scope !== "write") throw new Refusal("token-may-only-read", 403);
  assertWritable(workspace);
  const input = decoded(act, request.input);
  const hash = payloadHash(act, input);
  const moment: Moment<unknown> = {
    now: request.now ?? new Date().toISOString(),
    newId,
    folder: workspace.folder,
    prepared,
  };
  let told = new Set<string>();
  const answer = dbOf(workspace).transaction(
    (tx): ActAnswer => {
      if (idempotencyKey && actor.kind === "person") {
        const earlier = earlierAnswer(tx, actor.userId, idempotencyKey, hash);
        // Whoever left the project since is a stranger to it, whatever was answered to them before.
        if (earlier && act.where === "project") memberOf(tx, actor, String(input.projectId));
        if (earlier) return { ...earlier, repeated: true };
      }
      const done = performWithin(tx, actor, act, input, moment);
      told = done.told;
      if (idempotencyKey && actor.kind === "person") {
        const answerKept = done.outcome.result ?? null;
        tx.insert(idempotency)
          .values({ userId: actor.userId, key: idempotencyKey, payloadHash: hash, answer: answerKept, at: moment.now })
          .run();
      }
      return { result: done.outcome.result ?? null, repeated: false };
    },
    { behavior: "immediate" },
  );
  for (const userId of told) workspace.told.emit("told", userId);
  if (!answer.repeated) act.afterwards?.(input as never, workspace.folder, dbOf(workspace));
  return answer;
}
