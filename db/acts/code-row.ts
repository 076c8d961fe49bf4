// The code that an act is about: found only if the actor may know of it and may change it.
import { and, eq, isNull, max } from "drizzle-orm";
import { notFound, Refusal } from "@/lib/refusal";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { isRevealed, pinnedIn } from "../offered-codes";
import { code, codeWording, round } from "../schema";
import { knowableCode, readableCode, sharedCode } from "../visibility";
import type { Telling } from "./act";

/** `hidden`: a proposal of a round that is not revealed, which only its coder may know of. */
export type CodeRow = typeof code.$inferSelect & { readonly hidden: boolean };

/** Throws `not-found` for codes that this actor may not know of. */
export function readableCodeRow(tx: Tx, actor: Member, codeId: string): CodeRow {
  const row = tx
    .select()
    .from(code)
    .where(and(eq(code.id, codeId), readableCode(tx, actor)))
    .get();
  if (!row) throw notFound();
  return withHidden(tx, row);
}

export function withHidden(tx: Tx, row: typeof code.$inferSelect): CodeRow {
  return { ...row, hidden: row.proposedIn !== null && !isRevealed(tx, row.proposedIn) };
}

/** Who hears of a change to this code. */
export function codebookTells(row: Pick<CodeRow, "hidden">): Telling[] {
  return [{ to: row.hidden ? "self" : "project", subject: "codebook" }];
}

/**
 * Throws unless a code may stand below `parentId`. A code of the codebook below a proposal would vanish from everybody
 * else's tree. A hidden proposal stands only where its round's desk shows the parent: below a code that the lead is
 * still free to remove, the refusal to remove it would tell of the proposal.
 */
export function assertParentFits(tx: Tx, actor: Member, parentId: string, hiddenIn: string | null): void {
  const parent = readableCodeRow(tx, actor, parentId);
  if (!hiddenIn) {
    if (parent.proposedBy) throw new Refusal("code-move-below-proposal", 409);
    return;
  }
  if (parent.proposedIn === hiddenIn) return;
  const pin = tx.select({ id: round.codebookVersionId }).from(round).where(eq(round.id, hiddenIn)).get();
  if (!pin || !pinnedIn(tx, pin.id, parentId)) throw notFound();
}

/** Leads change the codebook; coders change their own proposals until the reveal. `version` guards against a stale screen. */
export function changeableCodeRow(tx: Tx, actor: Member, codeId: string, version?: number): CodeRow {
  const row = readableCodeRow(tx, actor, codeId);
  // Once the round is revealed its codings are frozen, and what their codes mean is no longer one coder's to change.
  const ownProposal = row.hidden && row.proposedBy === actor.coderId;
  if (actor.role !== "lead" && !ownProposal) throw new Refusal("codebook-is-the-leads", 403);
  if (version !== undefined && row.version !== version) throw new Refusal("changed-meanwhile", 409);
  return row;
}

/**
 * The place after the last sibling that this actor may know of; for a code of the codebook, that everybody may know of:
 * a place must not tell of hidden proposals. Removed siblings count, so that one that is revived stands where it stood.
 */
export function lastPosition(tx: Tx, actor: Member, parentId: string | null, hidden: boolean): number {
  const row = tx
    .select({ last: max(code.position) })
    .from(code)
    .where(
      and(
        knowableCode(tx, actor),
        hidden ? undefined : sharedCode(tx),
        parentId ? eq(code.parentId, parentId) : isNull(code.parentId),
      ),
    )
    .get();
  return (row?.last ?? -1) + 1;
}

/**
 * Throws `code-name-taken` when a sibling that the actor may know of has the same name; `inCodebook` leaves proposals
 * out, since two coders may well have proposed the same and one of them is to be adopted.
 */
export function assertFreeName(
  tx: Tx,
  actor: Member,
  parentId: string | null,
  name: string,
  except?: string,
  inCodebook = false,
): void {
  const siblings = tx
    .select({ id: code.id, name: codeWording.name })
    .from(code)
    .innerJoin(codeWording, and(eq(codeWording.codeId, code.id), eq(codeWording.number, code.wording)))
    .where(
      and(
        readableCode(tx, actor),
        isNull(code.retiredAt),
        inCodebook ? isNull(code.proposedBy) : undefined,
        parentId ? eq(code.parentId, parentId) : isNull(code.parentId),
      ),
    )
    .all();
  const wanted = name.toLocaleLowerCase("en");
  if (siblings.some((row) => row.id !== except && row.name.toLocaleLowerCase("en") === wanted)) {
    throw new Refusal("code-name-taken", 409, { name });
  }
}
