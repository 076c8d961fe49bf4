// The journal as the lead's audit trail: who did what when. Coding acts of unrevealed rounds are left out, not even counted.
import { and, desc, eq, isNull, notInArray, or, sql } from "drizzle-orm";
import * as z from "zod";
import type { Tx } from "../connection";
import { idSchema } from "../id-schema";
import { codingSet, document, journal, round, user } from "../schema";
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
  "recode-back",
  "apply-codes",
  "remove-codings",
  "recode-codings",
  "split-coding",
  "merge-codings",
  "star-coding",
  "act-together",
  "write-memo",
  "restore-memo",
  "add-code",
  "remove-code",
  "revive-code",
  "reword-code",
  "restore-wording",
  "take-back-code",
  "bring-back-code",
  "move-code",
  "move-codes",
  "merge-codes",
  "split-code",
  "retire-code",
  "unretire-code",
];

/** Names the document and the round that an act's input points at: as they are called now, never words of theirs. */
function subjectNames(db: Tx, projectId: string): (input: Record<string, unknown>) => string | null {
  const documents = new Map(
    db
      .select({ id: document.id, name: document.name })
      .from(document)
      .where(eq(document.projectId, projectId))
      .all()
      .map((row) => [row.id, row.name]),
  );
  const rounds = new Map(
    db
      .select({ id: round.id, name: round.name })
      .from(round)
      .where(eq(round.projectId, projectId))
      .all()
      .map((row) => [row.id, row.name]),
  );
  const sets = new Map(
    db
      .select({ id: codingSet.id, documentId: codingSet.documentId, roundId: codingSet.roundId })
      .from(codingSet)
      .where(eq(codingSet.projectId, projectId))
      .all()
      .map((row) => [row.id, row]),
  );
  const idIn = (input: Record<string, unknown>, field: string) => {
    const id = input[field];
    return typeof id === "string" ? id : "";
  };
  return (input) => {
    const set = sets.get(idIn(input, "setId"));
    const names = [
      documents.get(set?.documentId ?? idIn(input, "documentId")),
      rounds.get(set?.roundId ?? idIn(input, "roundId")),
    ];
    return names.filter((name) => name !== undefined).join(", ") || null;
  };
}

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
    const subjectOf = subjectNames(db, actor.projectId);
    return db
      .select({
        id: journal.id,
        at: journal.at,
        who: user.name,
        act: journal.act,
        input: journal.input,
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
      .all()
      .map(({ input, ...row }) => ({ ...row, subject: subjectOf(input) }));
  },
});
