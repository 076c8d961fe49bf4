// The code that an act is about: found only if the actor may know of it and may change it.
import { and, eq, isNull, max } from "drizzle-orm";
import { notFound, Refusal } from "@/lib/refusal";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { code, codeWording } from "../schema";
import { readableCode } from "../visibility";

export type CodeRow = typeof code.$inferSelect;

/** Throws `not-found` for codes that this actor may not know of. */
export function readableCodeRow(tx: Tx, actor: Member, codeId: string): CodeRow {
  const row = tx
    .select()
    .from(code)
    .where(and(eq(code.id, codeId), readableCode(tx, actor)))
    .get();
  if (!row) throw notFound();
  return row;
}

/** Leads change the codebook; coders change their own proposals. `version` guards against a stale screen. */
export function changeableCodeRow(tx: Tx, actor: Member, codeId: string, version?: number): CodeRow {
  const row = readableCodeRow(tx, actor, codeId);
  const ownProposal = row.proposedBy !== null && row.proposedBy === actor.coderId;
  if (actor.role !== "lead" && !ownProposal) throw new Refusal("codebook-is-the-leads", 403);
  if (version !== undefined && row.version !== version) throw new Refusal("changed-meanwhile", 409);
  return row;
}

/** The place after the last sibling that this actor may know of: a place must not tell of hidden proposals. */
export function lastPosition(tx: Tx, actor: Member, parentId: string | null): number {
  const row = tx
    .select({ last: max(code.position) })
    .from(code)
    .where(and(readableCode(tx, actor), parentId ? eq(code.parentId, parentId) : isNull(code.parentId)))
    .get();
  return (row?.last ?? -1) + 1;
}

/** Throws `code-name-taken` when a sibling that the actor may know of has the same name. */
export function assertFreeName(tx: Tx, actor: Member, parentId: string | null, name: string, except?: string): void {
  const siblings = tx
    .select({ id: code.id, name: codeWording.name })
    .from(code)
    .innerJoin(codeWording, and(eq(codeWording.codeId, code.id), eq(codeWording.number, code.wording)))
    .where(
      and(
        readableCode(tx, actor),
        isNull(code.retiredAt),
        parentId ? eq(code.parentId, parentId) : isNull(code.parentId),
      ),
    )
    .all();
  const wanted = name.toLocaleLowerCase("en");
  if (siblings.some((row) => row.id !== except && row.name.toLocaleLowerCase("en") === wanted)) {
    throw new Refusal("code-name-taken", 409, { name });
  }
}
