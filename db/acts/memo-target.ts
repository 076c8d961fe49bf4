// What a memo is about: one of the actor's own codings or spans, a code, or a document; and who hears when it changes.
import { and, eq, isNull, type SQL } from "drizzle-orm";
import { notFound, Refusal } from "@/lib/refusal";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { document, memo } from "../schema";
import type { Telling } from "./act";
import { codebookTells, readableCodeRow } from "./code-row";
import { type OwnSet, ownCoding, ownSet } from "./coding-target";
import { landedSpan } from "./landed-span";

export interface MemoPlace {
  /** The text that the offsets are of, where it may not be the set's own. */
  readonly revisionId?: string | null;
  readonly codingId?: string | null;
  readonly setId?: string | null;
  readonly start?: number | null;
  readonly end?: number | null;
  readonly codeId?: string | null;
  readonly documentId?: string | null;
}

export interface MemoTarget {
  /** How the row says it. */
  readonly columns: Omit<MemoPlace, "revisionId">;
  /** Finds the actor's memo on it; undefined where there may be several, which are told apart by their ids. */
  readonly only: SQL | undefined;
  readonly tells: Telling[];
}

function inSet(own: OwnSet, columns: MemoTarget["columns"], only: SQL | undefined): MemoTarget {
  if (own.set.state === "frozen") throw new Refusal("set-is-locked", 409, { state: own.set.state });
  return { columns, only, tells: [{ to: "self", subject: "codings", documentId: own.set.documentId }] };
}

/** Throws `not-found` for what the actor may not write on. With `wordsHash` the span's words are compared. */
export function memoTarget(tx: Tx, actor: Member, place: MemoPlace, wordsHash?: string): MemoTarget {
  const { codingId, setId, codeId, documentId } = place;
  if (codingId) return inSet(ownCoding(tx, actor, codingId), { codingId }, eq(memo.codingId, codingId));
  if (setId) {
    const own = ownSet(tx, actor, setId);
    const named = { start: place.start ?? 0, end: place.end ?? 0 };
    if (wordsHash === undefined) return inSet(own, { setId, ...named }, undefined);
    const said = { ...named, wordsHash, revisionId: place.revisionId ?? undefined };
    const { start, end } = landedSpan(tx, own.set.revisionId, said);
    return inSet(own, { setId, start, end }, undefined);
  }
  if (codeId) {
    const row = readableCodeRow(tx, actor, codeId);
    // A lead's words on a code are everybody's; a coder's are their own.
    const tells: Telling[] = actor.role === "lead" ? codebookTells(row) : [{ to: "self", subject: "codebook" }];
    return { columns: { codeId }, only: eq(memo.codeId, codeId), tells };
  }
  const row = tx
    .select({ id: document.id })
    .from(document)
    .where(and(eq(document.id, documentId ?? ""), eq(document.projectId, actor.projectId), isNull(document.removedAt)))
    .get();
  if (!row) throw notFound();
  const tells: Telling[] = [{ to: "self", subject: "codings", documentId: row.id }];
  return { columns: { documentId: row.id }, only: eq(memo.documentId, row.id), tells };
}
