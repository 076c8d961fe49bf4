// The project's first screen: its documents, its rounds as far as the actor may know them, and what to do next.
import { and, count, eq, inArray, isNull } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "@/lib/refusal";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { idSchema } from "../id-schema";
import { roundSettlement, type Settlement } from "../round-settlement";
import { code, codingSet, document, project, revision, round, roundDocument, turn } from "../schema";
import { readableCode } from "../visibility";
import { projectRead } from "./read";

export type RoundStatus = "open" | "revealed" | "settled";

/** The actor's own sets, by document, the newest round first; those of others are in no read before the reveal. */
function ownSetsOf(db: Tx, actor: Member) {
  const rows = db
    .select({
      documentId: codingSet.documentId,
      roundId: codingSet.roundId,
      round: round.name,
      number: round.number,
      state: codingSet.state,
    })
    .from(codingSet)
    .leftJoin(round, eq(round.id, codingSet.roundId))
    .where(
      and(
        eq(codingSet.projectId, actor.projectId),
        eq(codingSet.coderId, actor.coderId ?? ""),
        eq(codingSet.kind, "coder"),
      ),
    )
    .all();
  const sets = new Map<
    string,
    { roundId: string | null; round: string | null; state: (typeof rows)[number]["state"] }[]
  >();
  for (const { documentId, roundId, round: name, state } of rows.sort((a, b) => (b.number ?? 0) - (a.number ?? 0))) {
    sets.set(documentId, [...(sets.get(documentId) ?? []), { roundId, round: name, state }]);
  }
  return sets;
}

/** The names of the rounds that each document is in; a coder is told only of their own, which `mine` holds. */
function roundNamesOf(db: Tx, actor: Member): Map<string, string[]> {
  const names = new Map<string, string[]>();
  if (actor.role === "coder") return names;
  const rows = db
    .select({ documentId: roundDocument.documentId, name: round.name })
    .from(roundDocument)
    .innerJoin(round, eq(round.id, roundDocument.roundId))
    .where(eq(round.projectId, actor.projectId))
    .orderBy(round.number)
    .all();
  for (const row of rows) names.set(row.documentId, [...(names.get(row.documentId) ?? []), row.name]);
  return names;
}

function documentsOf(db: Tx, actor: Member) {
  const rows = db
    .select({
      id: document.id,
      name: document.name,
      kind: document.kind,
      date: document.date,
      groupName: document.groupName,
      version: document.version,
      revisionId: revision.id,
      words: revision.words,
    })
    .from(document)
    .innerJoin(revision, eq(revision.documentId, document.id))
    .where(and(eq(document.projectId, actor.projectId), isNull(document.removedAt)))
    .orderBy(document.position, document.id, revision.number)
    .all();
  // The newest revision of each document: the last row in order of number wins.
  const newest = new Map(rows.map((row) => [row.id, row]));
  const turns = new Map(
    db
      .select({ revisionId: turn.revisionId, n: count() })
      .from(turn)
      .where(
        inArray(
          turn.revisionId,
          [...newest.values()].map((row) => row.revisionId),
        ),
      )
      .groupBy(turn.revisionId)
      .all()
      .map((row) => [row.revisionId, row.n]),
  );
  const own = ownSetsOf(db, actor);
  const rounds = roundNamesOf(db, actor);
  return [...newest.values()].map(({ revisionId, ...row }) => ({
    ...row,
    turns: turns.get(revisionId) ?? 0,
    mine: own.get(row.id) ?? [],
    rounds: rounds.get(row.id) ?? [],
  }));
}

function statusOf(settlement: Settlement | null): RoundStatus {
  if (!settlement) return "open";
  return settlement.settled < settlement.disagreements ? "revealed" : "settled";
}

/** The lead sees how many sets are submitted; a coder sees only their own. Neither sees what is in them. */
function roundsOf(db: Tx, actor: Member) {
  const rounds = db.select().from(round).where(eq(round.projectId, actor.projectId)).orderBy(round.number).all();
  return rounds.flatMap((row) => {
    const seats = db
      .select({ coderId: codingSet.coderId, state: codingSet.state })
      .from(codingSet)
      .where(and(eq(codingSet.roundId, row.id), eq(codingSet.kind, "coder")))
      .all();
    const mine = seats.filter((seat) => seat.coderId === actor.coderId);
    const leading = actor.role !== "coder";
    if (!leading && mine.length === 0 && !row.revealedAt) return [];
    const documents = db.select().from(roundDocument).where(eq(roundDocument.roundId, row.id)).all();
    const settlement = row.revealedAt ? roundSettlement(db, row.id) : null;
    const submitted = (all: typeof seats) => all.filter((seat) => seat.state !== "open").length;
    return [
      {
        id: row.id,
        number: row.number,
        name: row.name,
        status: statusOf(settlement),
        settlement,
        openCodebook: row.openCodebook,
        openedAt: row.openedAt,
        revealedAt: row.revealedAt,
        documents: documents.length,
        mine: mine.length > 0 ? { documents: mine.length, submitted: submitted(mine) } : null,
        all: leading
          ? {
              coders: new Set(seats.map((seat) => seat.coderId)).size,
              seats: seats.length,
              submitted: submitted(seats),
            }
          : null,
      },
    ];
  });
}

export const projectOverview = projectRead({
  name: "project-overview",
  summary: "The project's documents and rounds, as far as the actor may know them.",
  who: ["lead", "coder", "observer"],
  params: z.object({ projectId: idSchema }),
  run(db, actor) {
    const row = db.select().from(project).where(eq(project.id, actor.projectId)).get();
    if (!row) throw notFound();
    const codes = db.select({ n: count() }).from(code).where(readableCode(db, actor)).get();
    return {
      project: { id: row.id, name: row.name },
      me: { role: actor.role, coderId: actor.coderId, name: actor.name },
      documents: documentsOf(db, actor),
      rounds: roundsOf(db, actor),
      codes: codes?.n ?? 0,
    };
  },
});
