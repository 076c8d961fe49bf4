// The journal as the lead's audit trail: who did what when. Coding acts of unrevealed rounds are left out, not even counted.
import { and, desc, eq, isNull, notInArray, or, sql } from "drizzle-orm";
import * as z from "zod";
import { idSchema } from "../id-schema";
import { codingSet, journal, round, user } from "../schema";
import { projectRead } from "./read";

/** Acts that tell what a coder does with the text; a lead may read them only of people's own or after every reveal. */
const CODING_ACTS = [
  "begin-coding",
  "apply-code",
  "remove-coding",
  "revive-coding",
  "move-coding",
  "restore-boundaries",
  "recode-coding",
  "write-memo",
  "restore-memo",
  "add-code",
  "remove-code",
  "revive-code",
  "reword-code",
  "restore-wording",
  "move-code",
  "retire-code",
  "unretire-code",
];

export const projectJournal = projectRead({
  name: "project-journal",
  summary:
    "The newest acts of the project; coders' acts only when no unrevealed round of theirs could be told from them.",
  who: ["lead", "observer"],
  params: z.object({ projectId: idSchema, limit: z.int().min(1).max(1000).default(200) }),
  run(db, actor, { limit }) {
    const blind = db
      .select({ id: round.id })
      .from(round)
      .innerJoin(codingSet, eq(codingSet.roundId, round.id))
      .where(and(eq(round.projectId, actor.projectId), isNull(round.revealedAt)))
      .get();
    return db
      .select({
        id: journal.id,
        at: journal.at,
        who: user.name,
        act: journal.act,
        undone: sql<boolean>`${journal.undoneBy} is not null`,
        undo: sql<boolean>`${journal.undoes} is not null`,
      })
      .from(journal)
      .leftJoin(user, eq(user.id, journal.userId))
      .where(
        and(
          eq(journal.projectId, actor.projectId),
          blind ? or(eq(journal.userId, actor.userId), notInArray(journal.act, CODING_ACTS)) : undefined,
        ),
      )
      .orderBy(desc(journal.sequence))
      .limit(limit)
      .all();
  },
});
