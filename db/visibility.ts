// Blinding, said once: which coding sets and which codes an actor may know of. Every read selects through these conditions.
import { and, eq, exists, inArray, isNotNull, isNull, not, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Member } from "./actor";
import type { Tx } from "./connection";
import { code, codingSet, round } from "./schema";

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
