// One document of a revealed round as each of its coders coded it, and the consensus so far: what the desk lays side by side.
import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "@/lib/refusal";
import type { Tx } from "../connection";
import { idSchema } from "../id-schema";
import { coder, coding, codingSet, roundDocument } from "../schema";
import { documentRow } from "./coding-desk";
import { projectRead } from "./read";
import { readableRound } from "./round-progress";

interface ComparedCoding {
  readonly id: string;
  readonly codeId: string;
  readonly start: number;
  readonly end: number;
}

/** By set, in document order. As bare values, and made into objects once: there may be tens of thousands. */
function codingsBySet(db: Tx, setIds: readonly string[]): Map<string, ComparedCoding[]> {
  const bySet = new Map<string, ComparedCoding[]>(setIds.map((id) => [id, []]));
  const rows = db
    .select({
      setId: coding.setId,
      id: coding.id,
      codeId: coding.codeId,
      start: coding.start,
      end: coding.end,
    })
    .from(coding)
    .where(and(inArray(coding.setId, [...setIds]), isNull(coding.removedAt)))
    .orderBy(coding.start, desc(coding.end), coding.id)
    .values() as [string, string, string, number, number][];
  for (const [setId, id, codeId, start, end] of rows) bySet.get(setId)?.push({ id, codeId, start, end });
  return bySet;
}

export const comparedCodings = projectRead({
  name: "compared-codings",
  summary: "The codings of every coder of a revealed round in one document, and the consensus so far.",
  who: ["lead", "coder", "observer"],
  params: z.object({ projectId: idSchema, documentId: idSchema, roundId: idSchema }),
  run(db, actor, { documentId, roundId }) {
    const row = readableRound(db, actor, roundId);
    if (!row.revealedAt) throw notFound();
    documentRow(db, actor, documentId);
    const inRound = db
      .select({ revisionId: roundDocument.revisionId })
      .from(roundDocument)
      .where(and(eq(roundDocument.roundId, row.id), eq(roundDocument.documentId, documentId)))
      .get();
    if (!inRound) throw notFound();
    const sets = db
      .select({ id: codingSet.id, kind: codingSet.kind, coderId: coder.id, name: coder.name })
      .from(codingSet)
      .leftJoin(coder, eq(coder.id, codingSet.coderId))
      .where(
        and(
          eq(codingSet.roundId, row.id),
          eq(codingSet.documentId, documentId),
          inArray(codingSet.kind, ["coder", "consensus"]),
        ),
      )
      .orderBy(asc(coder.name), asc(codingSet.coderId))
      .all();
    const codings = codingsBySet(
      db,
      sets.map(({ id }) => id),
    );
    const consensus = sets.find(({ kind }) => kind === "consensus");
    return {
      revisionId: inRound.revisionId,
      coders: sets.flatMap(({ id, coderId, name }) =>
        coderId === null ? [] : [{ coderId, name: name ?? "", codings: codings.get(id) ?? [] }],
      ),
      consensus: (consensus && codings.get(consensus.id)) ?? [],
    };
  },
});
