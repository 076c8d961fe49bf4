// Undo and redo: the actor's own journal in this project read backwards, each inverse performed under the checks of now.
import { and, desc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import * as z from "zod";
import { Refusal } from "@/lib/refusal";
import type { Actor } from "../actor";
import type { Tx } from "../connection";
import { idSchema } from "../id-schema";
import { memberOf } from "../membership";
import { newId } from "../new-id";
import { idempotency, journal } from "../schema";
import { assertWritable, dbOf, type Workspace } from "../workspace";
import type { AnyAct } from "./act";
import { type ActAnswer, earlierAnswer, performWithin } from "./run-act";

type Entry = typeof journal.$inferSelect;

/** Refusals of a step that nothing can take back any more. */
const GONE_FOR_GOOD: ReadonlySet<string> = new Set([
  "words-corrected-away",
  "earlier-values-gone",
  "recording-deleted",
  "recording-removed",
  "recording-names-replaced",
]);

export const undoInput = z.object({ projectId: idSchema });

function mine(userId: string, projectId: string) {
  return and(eq(journal.userId, userId), eq(journal.projectId, projectId));
}

/** The act that undo would take back next: the latest that stands, is no undo itself, and has a way back. */
export function nextUndo(tx: Tx, userId: string, projectId: string): Entry | undefined {
  return tx
    .select()
    .from(journal)
    .where(and(mine(userId, projectId), isNull(journal.undoes), isNull(journal.undoneBy), isNotNull(journal.inverse)))
    .orderBy(desc(journal.sequence))
    .limit(1)
    .get();
}

/** The undo that redo would take back next; there is none once a new act followed the undos. */
export function nextRedo(tx: Tx, userId: string, projectId: string): Entry | undefined {
  const lastNew = tx
    .select({ sequence: journal.sequence })
    .from(journal)
    .where(and(mine(userId, projectId), isNull(journal.undoes), isNull(journal.redoes), isNotNull(journal.inverse)))
    .orderBy(desc(journal.sequence))
    .limit(1)
    .get();
  return tx
    .select()
    .from(journal)
    .where(
      and(
        mine(userId, projectId),
        isNotNull(journal.undoes),
        isNull(journal.undoneBy),
        isNotNull(journal.inverse),
        or(sql`${journal.sequence} > ${lastNew?.sequence ?? 0}`),
      ),
    )
    .orderBy(desc(journal.sequence))
    .limit(1)
    .get();
}

/** What was done, as the answer says it: several acts at once go by the name of what they are the way back of. */
function answerOf({ act, input }: Entry): { act: string; input: Record<string, unknown> } {
  const plain = Object.entries(input).filter(([, value]) => typeof value !== "object");
  const { as, ...ids } = Object.fromEntries(plain);
  return act === "act-together" ? { act: String(as), input: ids } : { act, input: Object.fromEntries(plain) };
}

function perform(
  direction: "undo" | "redo",
  workspace: Workspace,
  actor: Actor,
  input: unknown,
  acts: Record<string, AnyAct>,
  idempotencyKey?: string,
): ActAnswer {
  if (actor.scope !== "write") throw new Refusal("token-may-only-read", 403);
  assertWritable(workspace);
  const parsed = undoInput.safeParse(input);
  if (!parsed.success) throw new Refusal("input-not-understood", 400, { field: "projectId", problem: "" });
  const { projectId } = parsed.data;
  const now = new Date().toISOString();
  const moment = { now, newId, folder: workspace.folder, prepared: undefined };
  let told = new Set<string>();
  let aside: Refusal | null = null;
  const answer = dbOf(workspace).transaction(
    (tx): ActAnswer => {
      memberOf(tx, actor, projectId);
      const hash = `${direction} ${projectId}`;
      const kept = idempotencyKey ? earlierAnswer(tx, actor.userId, idempotencyKey, hash) : undefined;
      if (kept) return { ...kept, repeated: true };
      const entry =
        direction === "undo" ? nextUndo(tx, actor.userId, projectId) : nextRedo(tx, actor.userId, projectId);
      if (!entry?.inverse) throw new Refusal(direction === "undo" ? "nothing-to-undo" : "nothing-to-redo", 409);
      const act = acts[entry.inverse.act];
      if (!act) throw new RangeError(`the journal names an act that does not exist: ${entry.inverse.act}`);
      const link = direction === "undo" ? { undoes: entry.id } : { redoes: entry.id };
      let done: ReturnType<typeof performWithin>;
      try {
        const way = entry.inverse.input;
        done = tx.transaction((inner) => performWithin(inner, actor, act, way, moment, link));
      } catch (error) {
        if (!(error instanceof Refusal) || !GONE_FOR_GOOD.has(error.code)) throw error;
        // This step has no way back for good: it stands aside, so that those before it can still be undone.
        tx.update(journal).set({ undoneBy: entry.id }).where(eq(journal.id, entry.id)).run();
        aside = error;
        return { result: null, repeated: false };
      }
      tx.update(journal).set({ undoneBy: done.entryId }).where(eq(journal.id, entry.id)).run();
      told = done.told;
      const result = answerOf(entry);
      if (idempotencyKey) {
        tx.insert(idempotency)
          .values({
            userId: actor.userId,
            key: idempotencyKey,
            payloadHash: hash,
            answer: result,
            at: now,
          })
          .run();
      }
      return { result, repeated: false };
    },
    { behavior: "immediate" },
  );
  if (aside) throw aside;
  for (const userId of told) workspace.told.emit("told", userId);
  return answer;
}

/** Takes back the actor's latest act in the project. Refuses with `nothing-to-undo`, or as the inverse refuses. */
export function undo(
  workspace: Workspace,
  actor: Actor,
  input: unknown,
  acts: Record<string, AnyAct>,
  key?: string,
): ActAnswer {
  return perform("undo", workspace, actor, input, acts, key);
}

/** Does again what the actor undid last. Refuses with `nothing-to-redo`. */
export function redo(
  workspace: Workspace,
  actor: Actor,
  input: unknown,
  acts: Record<string, AnyAct>,
  key?: string,
): ActAnswer {
  return perform("redo", workspace, actor, input, acts, key);
}
