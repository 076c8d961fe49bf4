// Whether a code is offered in a coding set: what the round pinned and the coder's own proposals, or the shared codebook.
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { notFound, Refusal } from "@/lib/refusal";
import type { Member } from "./actor";
import type { Tx } from "./connection";
import { prepared } from "./prepared";
import { code, codebookVersion, round } from "./schema";

const codeById = prepared((db) =>
  db
    .select()
    .from(code)
    .where(eq(code.id, sql.placeholder("codeId")))
    .prepare(),
);

const pinnedEntry = prepared((db) =>
  db
    .select({ retired: sql<number>`json_extract(entry.value, '$.retired')` })
    .from(codebookVersion)
    .innerJoin(
      sql`json_each(${codebookVersion.tree}) as entry`,
      sql`json_extract(entry.value, '$.id') = ${sql.placeholder("codeId")}`,
    )
    .where(eq(codebookVersion.id, sql.placeholder("versionId")))
    .prepare(),
);

/** The code's entry in a pinned version, undefined where it was not pinned. */
export function pinnedIn(tx: Tx, versionId: string, codeId: string): { retired: boolean } | undefined {
  const entry = pinnedEntry(tx).get({ versionId, codeId });
  return entry && { retired: entry.retired === 1 };
}

export function isRevealed(tx: Tx, roundId: string): boolean {
  const row = tx
    .select({ id: round.id })
    .from(round)
    .where(and(eq(round.id, roundId), isNotNull(round.revealedAt)))
    .get();
  return row !== undefined;
}

/** `versionId` is the pinned codebook of a round with a closed one, null where the shared codebook is offered. */
export interface OfferedIn {
  readonly versionId: string | null;
  readonly roundId: string | null;
}

/**
 * Throws `not-found` for codes that are not offered there, `code-retired` for those no longer offered. A proposal stays
 * in its own round until that is revealed: in another set its id would tell others that it exists.
 */
export function assertOffered(tx: Tx, actor: Member, { versionId, roundId }: OfferedIn, codeId: string): void {
  const row = codeById(tx).get({ codeId });
  if (!row || row.projectId !== actor.projectId) throw notFound();
  const pinned = versionId ? pinnedIn(tx, versionId, codeId) : undefined;
  if (pinned) {
    if (pinned.retired) throw new Refusal("code-retired", 409);
    return;
  }
  const offered = versionId
    ? row.proposedIn !== null && row.proposedIn === roundId && row.proposedBy === actor.coderId
    : row.proposedIn === null || isRevealed(tx, row.proposedIn);
  if (!offered || row.removedAt) throw notFound();
  if (row.retiredAt) throw new Refusal("code-retired", 409);
}
