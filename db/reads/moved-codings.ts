// The actor's own codings whose words a correction changed or took away, and that they have not looked at yet.
import { and, countDistinct, eq, gt, inArray, isNull, or, type SQL } from "drizzle-orm";
import * as z from "zod";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { idSchema } from "../id-schema";
import { code, codeWording, coding, codingMove, codingSet, revision } from "../schema";
import { documentRow } from "./coding-desk";
import { projectRead } from "./read";

const SHOWN_WORDS = 600;
const SHOWN_CODINGS = 200;

export interface MovedCoding {
  readonly codingId: string;
  readonly codeId: string;
  readonly code: string;
  readonly colour: string;
  readonly roundId: string | null;
  /** Whether its coder may still change it. */
  readonly open: boolean;
  readonly start: number;
  readonly end: number;
  /** Null where pseudonyms sealed the text before. */
  readonly before: string | null;
  /** Null where none of the words are left: the coding was taken off. */
  readonly after: string | null;
}

/** The texts of a document by their number. A sealed one has no words. */
function textsOf(db: Tx, documentId: string) {
  const rows = db
    .select({ id: revision.id, number: revision.number, text: revision.text, sealed: revision.sealedText })
    .from(revision)
    .where(eq(revision.documentId, documentId))
    .all();
  const byNumber = new Map(rows.map((row) => [row.number, row.sealed === null ? row.text : null]));
  return { byNumber, byId: new Map(rows.map((row) => [row.id, row])) };
}

/** The actor's own, in one round or outside of rounds or, without `roundId`, in all of their sets. */
function ownUnchecked(db: Tx, actor: Member, documentId: string, roundId: string | null | undefined): SQL | undefined {
  const later = db
    .select({ id: revision.id })
    .from(revision)
    .where(and(eq(revision.documentId, documentId), gt(revision.number, 1)));
  return and(
    // By its index: most documents were never corrected, and the desk asks each time that it is opened.
    inArray(codingMove.revisionId, later),
    eq(codingSet.documentId, documentId),
    eq(codingSet.coderId, actor.coderId ?? ""),
    roundId === null ? isNull(codingSet.roundId) : undefined,
    roundId ? eq(codingSet.roundId, roundId) : undefined,
    isNull(codingMove.checkedAt),
    or(and(eq(codingMove.wordsChanged, true), isNull(coding.removedAt)), eq(codingMove.lost, true)),
  );
}

export function movedUnchecked(db: Tx, actor: Member, documentId: string, roundId: string | null | undefined): number {
  if (!actor.coderId) return 0;
  const row = db
    .select({ codings: countDistinct(codingMove.codingId) })
    .from(codingMove)
    .innerJoin(coding, eq(coding.id, codingMove.codingId))
    .innerJoin(codingSet, eq(codingSet.id, coding.setId))
    .where(ownUnchecked(db, actor, documentId, roundId))
    .get();
  return row?.codings ?? 0;
}

export const movedCodings = projectRead({
  name: "moved-codings",
  summary: "The actor's own codings of a document whose words a correction changed, until they have looked at them.",
  who: ["lead", "coder", "observer"],
  params: z.object({ projectId: idSchema, documentId: idSchema, roundId: idSchema.optional() }),
  run(db, actor, { documentId, roundId }): { total: number; codings: MovedCoding[] } {
    documentRow(db, actor, documentId);
    if (!actor.coderId) return { total: 0, codings: [] };
    const rows = db
      .select({
        move: codingMove,
        coding,
        set: codingSet,
        name: codeWording.name,
        colour: codeWording.colour,
        number: revision.number,
      })
      .from(codingMove)
      .innerJoin(coding, eq(coding.id, codingMove.codingId))
      .innerJoin(codingSet, eq(codingSet.id, coding.setId))
      .innerJoin(code, eq(code.id, coding.codeId))
      .innerJoin(codeWording, and(eq(codeWording.codeId, code.id), eq(codeWording.number, code.wording)))
      .innerJoin(revision, eq(revision.id, codingMove.revisionId))
      .where(ownUnchecked(db, actor, documentId, roundId))
      .orderBy(revision.number, coding.start, coding.end, coding.id)
      .all();
    if (rows.length === 0) return { total: 0, codings: [] };
    const texts = textsOf(db, documentId);
    const found = new Map<string, MovedCoding>();
    for (const { move, coding: row, set, name, colour, number } of rows) {
      const old = texts.byNumber.get(number - 1) ?? null;
      const now = texts.byId.get(set.revisionId)?.text ?? "";
      found.set(row.id, {
        codingId: row.id,
        codeId: row.codeId,
        code: name,
        colour,
        roundId: set.roundId,
        open: set.state === "open",
        start: row.start,
        end: row.end,
        before: found.get(row.id)?.before ?? old?.slice(move.oldStart, move.oldEnd).slice(0, SHOWN_WORDS) ?? null,
        after: move.lost ? null : now.slice(row.start, row.end).slice(0, SHOWN_WORDS),
      });
    }
    const codings = [...found.values()].toSorted((a, b) => a.start - b.start || (a.codingId < b.codingId ? -1 : 1));
    return { total: codings.length, codings: codings.slice(0, SHOWN_CODINGS) };
  },
});
