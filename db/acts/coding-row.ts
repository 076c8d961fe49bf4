// The row of a coding as acts write it, and who hears of that.
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { prepared } from "../prepared";
import { coding, round, roundDocument } from "../schema";
import type { ActCall, Telling } from "./act";
import type { OwnCoding, OwnSet } from "./coding-target";

const blindRoundOf = prepared((db) =>
  db
    .select({ id: round.id })
    .from(roundDocument)
    .innerJoin(round, eq(round.id, roundDocument.roundId))
    .where(and(eq(roundDocument.documentId, sql.placeholder("documentId")), isNull(round.revealedAt)))
    .prepare(),
);

/**
 * Only the coder themself may know. A coding made outside a round is the leads' to see as well, but not while the
 * document is being coded blind: a lead who holds a seat there must not learn that somebody is at work on it.
 */
export function codingTells(tx: Tx, own: OwnSet): Telling[] {
  const documentId = own.set.documentId;
  const telling = { subject: "codings" as const, documentId };
  if (own.set.roundId) return [{ to: "self", ...telling }];
  return [{ to: blindRoundOf(tx).get({ documentId }) ? "self" : "leads", ...telling }];
}

const codingInsert = prepared((db) =>
  db
    .insert(coding)
    .values({
      id: sql.placeholder("id"),
      setId: sql.placeholder("setId"),
      codeId: sql.placeholder("codeId"),
      start: sql.placeholder("start"),
      end: sql.placeholder("end"),
      codebookVersionId: sql.placeholder("codebookVersionId"),
      createdAt: sql.placeholder("createdAt"),
    })
    .prepare(),
);

interface NewCoding {
  readonly codingId: string;
  readonly codeId: string;
  readonly start: number;
  readonly end: number;
}

/** `codebookVersionId` is the version that the coding is made under: what the round pinned, null outside rounds. */
export function insertCoding(
  tx: Tx,
  setId: string,
  codebookVersionId: string | null,
  { codingId, codeId, start, end }: NewCoding,
  now: string,
): void {
  codingInsert(tx).run({ id: codingId, setId, codeId, start, end, codebookVersionId, createdAt: now });
}

/** Returns the row's new version. */
export function changeCoding(
  tx: Tx,
  row: typeof coding.$inferSelect,
  change: Partial<typeof coding.$inferInsert>,
): number {
  const version = row.version + 1;
  tx.update(coding)
    .set({ ...change, version })
    .where(eq(coding.id, row.id))
    .run();
  return version;
}

export function codingCall(act: string, actor: Member, codingId: string, more: Record<string, unknown> = {}): ActCall {
  return { act, input: { projectId: actor.projectId, codingId, ...more } };
}

/** The way back to where a coding stands now; the journal keeps it, so it names the text that the offsets are of. */
export function boundariesCall(actor: Member, { set, coding: { id, start, end } }: OwnCoding): ActCall {
  return codingCall("restore-boundaries", actor, id, { revisionId: set.revisionId, start, end });
}
