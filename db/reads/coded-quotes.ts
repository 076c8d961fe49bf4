// Quotes for the paper: the excerpts of chosen codes, from the consensus or from the actor's own codings.
import { and, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import * as z from "zod";
import { codePath, indexCodes, treeOrder } from "@/lib/codebook/tree";
import { overlaps } from "@/lib/text/span";
import { attribution, quoteParts, quoteWords } from "@/lib/writers/attribution";
import type { Member } from "../actor";
import { type CodebookCode, currentCodes, pinnedCodes } from "../codebook-version";
import type { Tx } from "../connection";
import { idSchema } from "../id-schema";
import { documentDisagreements } from "../round-disagreements";
import { coding, codingSet, document, round, ruling } from "../schema";
import { readableSet } from "../visibility";
import { projectRead } from "./read";
import { spokenText } from "./spoken-text";

export interface Quote {
  readonly codingId: string;
  readonly codeId: string;
  readonly path: readonly string[];
  readonly documentId: string;
  readonly document: string;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly participant: string;
  readonly attribution: string;
  /** `consensus`, or `one coder` where the document was coded once. */
  readonly source: "consensus" | "one coder";
  /** Starred by who coded it; in a consensus, by any of its coders who gave the same code to some of these words. */
  readonly starred: boolean;
}

type SetRow = typeof codingSet.$inferSelect;

/**
 * The set that speaks for each document. Consensus: of its latest revealed round, else the one set of a document that
 * was coded once outside rounds. Mine: the actor's own latest set.
 */
function speakingSets(db: Tx, actor: Member, source: "consensus" | "mine") {
  const rows = db
    .select({ set: codingSet, number: round.number, versionId: round.codebookVersionId })
    .from(codingSet)
    .leftJoin(round, eq(round.id, codingSet.roundId))
    .innerJoin(document, eq(document.id, codingSet.documentId))
    .where(and(eq(codingSet.projectId, actor.projectId), isNull(document.removedAt), readableSet(db, actor)))
    .orderBy(document.position, document.id, desc(round.number))
    .all();
  const chosen = new Map<string, { set: SetRow; versionId: string | null }>();
  const codedTwice = new Set<string>();
  if (source === "mine") {
    for (const row of rows) {
      if (row.set.coderId === null || row.set.coderId !== actor.coderId || chosen.has(row.set.documentId)) continue;
      chosen.set(row.set.documentId, row);
    }
    return { chosen: [...chosen.values()], codedTwice: [] };
  }
  for (const row of rows) {
    if (row.set.kind === "consensus" && !chosen.has(row.set.documentId)) chosen.set(row.set.documentId, row);
  }
  const inRounds = new Set(rows.filter((row) => row.set.roundId).map((row) => row.set.documentId));
  for (const row of rows) {
    const documentId = row.set.documentId;
    if (row.set.roundId || row.set.kind !== "coder" || inRounds.has(documentId)) continue;
    const used = db
      .select({ id: coding.id })
      .from(coding)
      .where(and(eq(coding.setId, row.set.id), isNull(coding.removedAt)))
      .get();
    if (!used) continue;
    if (chosen.has(documentId)) codedTwice.add(documentId);
    chosen.set(documentId, row);
  }
  for (const documentId of codedTwice) chosen.delete(documentId);
  return { chosen: [...chosen.values()], codedTwice: [...codedTwice] };
}

function unsettledIn(db: Tx, set: SetRow): number {
  if (set.kind !== "consensus" || !set.roundId) return 0;
  const keys = new Set(documentDisagreements(db, set.roundId, set.documentId).disagreements.map((each) => each.key));
  const settled = db
    .select({ key: ruling.disagreementKey })
    .from(ruling)
    .where(
      and(
        eq(ruling.roundId, set.roundId),
        eq(ruling.documentId, set.documentId),
        isNull(ruling.removedAt),
        isNotNull(ruling.disagreementKey),
      ),
    )
    .all();
  for (const row of settled) keys.delete(row.key);
  return keys.size;
}

/** Which codings of a set that may be read are starred. */
function starsOf(db: Tx, set: SetRow): (each: typeof coding.$inferSelect) => boolean {
  if (set.kind !== "consensus" || !set.roundId) return (each) => each.starred;
  const stars = db
    .select({ codeId: coding.codeId, start: coding.start, end: coding.end })
    .from(coding)
    .innerJoin(codingSet, eq(codingSet.id, coding.setId))
    .where(
      and(
        eq(codingSet.roundId, set.roundId),
        eq(codingSet.documentId, set.documentId),
        eq(codingSet.kind, "coder"),
        eq(coding.starred, true),
        isNull(coding.removedAt),
      ),
    )
    .all();
  return (each) => stars.some((star) => star.codeId === each.codeId && overlaps(star, each));
}

export const codedQuotes = projectRead({
  name: "coded-quotes",
  summary:
    "Quotes of chosen codes (all when none is named) with attribution, from the consensus or the actor's own codings.",
  who: ["lead", "coder", "observer"],
  params: z.object({
    projectId: idSchema,
    source: z.enum(["consensus", "mine"]).default("consensus"),
    codeIds: z.array(idSchema).max(5000).optional(),
    /** Only what is starred. */
    starred: z.boolean().default(false),
  }),
  run(db, actor, params) {
    const { chosen, codedTwice } = speakingSets(db, actor, params.source);
    const codes = new Map<string, CodebookCode>();
    for (const { set, versionId } of chosen) {
      if (versionId) for (const code of pinnedCodes(db, actor, versionId, set.roundId)) codes.set(code.id, code);
    }
    for (const code of currentCodes(db, actor)) codes.set(code.id, code);
    const index = indexCodes([...codes.values()]);
    const order = new Map(treeOrder(index).map((entry, place) => [entry.code.id, place]));
    const wanted = params.codeIds ? new Set(params.codeIds) : null;
    const quotes: Quote[] = [];
    let unsettled = 0;
    for (const { set } of chosen) {
      const row = db.select().from(document).where(eq(document.id, set.documentId)).get();
      if (!row) continue;
      unsettled += unsettledIn(db, set);
      const spoken = spokenText(db, row.id, set.revisionId);
      const isStarred = starsOf(db, set);
      const codings = db
        .select()
        .from(coding)
        .where(
          and(
            eq(coding.setId, set.id),
            isNull(coding.removedAt),
            params.codeIds ? inArray(coding.codeId, params.codeIds) : undefined,
          ),
        )
        .orderBy(coding.start, coding.end, coding.id)
        .all();
      for (const each of codings) {
        if (wanted && !wanted.has(each.codeId)) continue;
        const starred = isStarred(each);
        if (params.starred && !starred) continue;
        const parts = quoteParts(spoken.text, spoken.turns, each);
        quotes.push({
          codingId: each.id,
          codeId: each.codeId,
          path: codePath(index, each.codeId),
          documentId: row.id,
          document: row.name,
          kind: row.kind,
          start: each.start,
          end: each.end,
          words: quoteWords(parts),
          participant: [...new Set(parts.flatMap((part) => part.speaker ?? []))].join(", "),
          attribution: attribution(row.kind, parts),
          source: set.kind === "consensus" ? "consensus" : "one coder",
          starred,
        });
      }
    }
    // In the order of the tree; within a code the documents' order stands.
    quotes.sort((a, b) => (order.get(a.codeId) ?? 0) - (order.get(b.codeId) ?? 0));
    return {
      quotes,
      codes: treeOrder(index).map(({ code, depth }) => ({
        id: code.id,
        name: code.name,
        colour: code.colour,
        depth,
        path: codePath(index, code.id),
      })),
      documents: chosen.length,
      unsettled,
      codedTwice: codedTwice.length,
    };
  },
});
