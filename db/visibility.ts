// Blinding, said once: which coding sets, codes and memos an actor may know of. Every read selects through these conditions.
import { and, eq, exists, inArray, isNotNull, isNull, not, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Member } from "./actor";
import type { Tx } from "./connection";
import { code, coder, coding, codingSet, member, memo, round } from "./schema";

/** A coder id that no coder has, for members who do not code. */
const NOBODY = "";

/**
 * The sets whose codings, counts and very growth an actor may see:
 * - their own, always;
 * - every set of a round that has been revealed;
 * - sets outside rounds, for leads and observers, unless they themselves hold an unrevealed seat on that document.
 * Of an unrevealed round nobody sees another's set: the lead sees its state (open, submitted), never what is in it.
 */
export function readableSet(db: Tx, actor: Member): SQL {
  const own = eq(codingSet.coderId, actor.coderId ?? NOBODY);
  const revealed = exists(
    db
      .select({ one: sql`1` })
      .from(round)
      .where(and(eq(round.id, codingSet.roundId), isNotNull(round.revealedAt))),
  );
  if (actor.role === "coder") return or(own, revealed) as SQL;
  const seat = alias(codingSet, "seat");
  const holdsBlindSeat = exists(
    db
      .select({ one: sql`1` })
      .from(seat)
      .innerJoin(round, eq(round.id, seat.roundId))
      .where(
        and(
          eq(seat.documentId, codingSet.documentId),
          eq(seat.coderId, actor.coderId ?? NOBODY),
          isNull(round.revealedAt),
        ),
      ),
  );
  const alone = and(isNull(codingSet.roundId), not(holdsBlindSeat));
  return or(own, revealed, alone) as SQL;
}

/** Codes that are nobody's secret: the codebook, and proposals of revealed rounds. */
export function sharedCode(db: Tx): SQL {
  return or(
    isNull(code.proposedBy),
    inArray(code.proposedIn, db.select({ id: round.id }).from(round).where(isNotNull(round.revealedAt))),
  ) as SQL;
}

/** The codes an actor may know of, those that were removed among them: what orders a tree that undo can rebuild. */
export function knowableCode(db: Tx, actor: Member): SQL {
  return and(
    eq(code.projectId, actor.projectId),
    or(sharedCode(db), eq(code.proposedBy, actor.coderId ?? NOBODY)),
  ) as SQL;
}

/** The codes an actor may know of: the codebook, their own proposals, and proposals of revealed rounds. */
export function readableCode(db: Tx, actor: Member): SQL {
  return and(knowableCode(db, actor), isNull(code.removedAt)) as SQL;
}

/**
 * The memos an actor may read:
 * - their own, always;
 * - on codings and on words without a code, everybody's once the round of their set is revealed, but not on a coding
 *   that its coder took back: that stays theirs, and so do their words about it;
 * - on codes, those of whoever leads the project now, where the actor may know of the code at all.
 * A memo on a document is nobody's but its author's.
 */
export function readableMemo(db: Tx, actor: Member): SQL {
  const own = eq(memo.coderId, actor.coderId ?? NOBODY);
  const revealedSets = db
    .select({ id: codingSet.id })
    .from(codingSet)
    .innerJoin(round, eq(round.id, codingSet.roundId))
    .where(and(eq(codingSet.projectId, actor.projectId), isNotNull(round.revealedAt)));
  const standing = exists(
    db
      .select({ one: sql`1` })
      .from(coding)
      .where(and(eq(coding.id, memo.codingId), isNull(coding.removedAt), inArray(coding.setId, revealedSets))),
  );
  const leads = db
    .select({ id: coder.id })
    .from(coder)
    .innerJoin(member, and(eq(member.projectId, coder.projectId), eq(member.userId, coder.userId)))
    .where(and(eq(coder.projectId, actor.projectId), eq(member.role, "lead"), isNull(member.removedAt)));
  const codes = db.select({ id: code.id }).from(code).where(readableCode(db, actor));
  const aboutCode = and(inArray(memo.codeId, codes), inArray(memo.coderId, leads));
  return and(
    eq(memo.projectId, actor.projectId),
    or(own, standing, inArray(memo.setId, revealedSets), aboutCode),
  ) as SQL;
}
