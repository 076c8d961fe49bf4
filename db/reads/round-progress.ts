// The progress of a round: for leads and observers who has submitted which document, for a coder only their own.
import { and, eq } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "@/lib/refusal";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { idSchema } from "../id-schema";
import { roundSettlement } from "../round-settlement";
import { codebookVersion, coder, codingSet, document, round, roundDocument } from "../schema";
import { projectRead } from "./read";

/** Throws `not-found` for rounds of other projects, and for coders without a seat until it is revealed. */
export function readableRound(db: Tx, actor: Member, roundId: string): typeof round.$inferSelect {
  const row = db
    .select()
    .from(round)
    .where(and(eq(round.id, roundId), eq(round.projectId, actor.projectId)))
    .get();
  if (!row) throw notFound();
  if (actor.role === "coder" && !row.revealedAt) {
    const seat = db
      .select({ id: codingSet.id })
      .from(codingSet)
      .where(and(eq(codingSet.roundId, roundId), eq(codingSet.coderId, actor.coderId ?? "")))
      .get();
    if (!seat) throw notFound();
  }
  return row;
}

export const roundProgress = projectRead({
  name: "round-progress",
  summary: "Documents × coders of a round: open, submitted or frozen; never what or how much was coded.",
  who: ["lead", "coder", "observer"],
  params: z.object({ projectId: idSchema, roundId: idSchema }),
  run(db, actor, { roundId }) {
    const row = readableRound(db, actor, roundId);
    const everything = actor.role !== "coder" || row.revealedAt !== null;
    const documents = db
      .select({ id: document.id, name: document.name, kind: document.kind })
      .from(roundDocument)
      .innerJoin(document, eq(document.id, roundDocument.documentId))
      .where(eq(roundDocument.roundId, roundId))
      .orderBy(roundDocument.position)
      .all();
    const seats = db
      .select({
        documentId: codingSet.documentId,
        coderId: codingSet.coderId,
        state: codingSet.state,
        submittedAt: codingSet.submittedAt,
      })
      .from(codingSet)
      .where(
        and(
          eq(codingSet.roundId, roundId),
          eq(codingSet.kind, "coder"),
          everything ? undefined : eq(codingSet.coderId, actor.coderId ?? ""),
        ),
      )
      .all();
    const present = new Set(seats.map((seat) => seat.coderId));
    const coders = db
      .select({ id: coder.id, name: coder.name })
      .from(coder)
      .where(eq(coder.projectId, actor.projectId))
      .orderBy(coder.name, coder.id)
      .all()
      .filter((each) => present.has(each.id));
    const version = db
      .select({ number: codebookVersion.number })
      .from(codebookVersion)
      .where(eq(codebookVersion.id, row.codebookVersionId))
      .get();
    return {
      me: { role: actor.role, coderId: actor.coderId },
      round: {
        id: row.id,
        name: row.name,
        number: row.number,
        openCodebook: row.openCodebook,
        openedAt: row.openedAt,
        revealedAt: row.revealedAt,
        overrideReason: row.overrideReason,
        codebookVersion: version?.number ?? 0,
        settlement: row.revealedAt ? roundSettlement(db, row.id) : null,
      },
      documents,
      coders,
      seats,
    };
  },
});
