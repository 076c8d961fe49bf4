// What the coders of a round agree and disagree on in one document, worked out from their frozen sets.
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Code } from "@/lib/codebook/code";
import { disagreements, type Reconciliation } from "@/lib/reconcile/disagreements";
import type { Tx } from "./connection";
import { prepared } from "./prepared";
import { code, codebookVersion, coding, codingSet, round } from "./schema";

const pinnedTree = prepared((db) =>
  db
    .select({ tree: codebookVersion.tree })
    .from(round)
    .innerJoin(codebookVersion, eq(codebookVersion.id, round.codebookVersionId))
    .where(eq(round.id, sql.placeholder("roundId")))
    .prepare(),
);

const usedCodes = prepared((db) =>
  db
    .selectDistinct({ id: code.id, parentId: code.parentId, position: code.position })
    .from(coding)
    .innerJoin(codingSet, eq(codingSet.id, coding.setId))
    .innerJoin(code, eq(code.id, coding.codeId))
    .where(
      and(eq(codingSet.roundId, sql.placeholder("roundId")), eq(codingSet.documentId, sql.placeholder("documentId"))),
    )
    .prepare(),
);

const coderSets = prepared((db) =>
  db
    .select({ id: codingSet.id, coderId: codingSet.coderId })
    .from(codingSet)
    .where(
      and(
        eq(codingSet.roundId, sql.placeholder("roundId")),
        eq(codingSet.documentId, sql.placeholder("documentId")),
        eq(codingSet.kind, "coder"),
      ),
    )
    .orderBy(codingSet.coderId)
    .prepare(),
);

const codingsOfSet = prepared((db) =>
  db
    .select({ id: coding.id, codeId: coding.codeId, start: coding.start, end: coding.end })
    .from(coding)
    .where(and(eq(coding.setId, sql.placeholder("setId")), isNull(coding.removedAt)))
    .orderBy(coding.start, coding.end, coding.id)
    .prepare(),
);

/** The tree as far as comparing codes needs it: the round's pinned places, proposals where their coder put them. */
function treeOf(tx: Tx, roundId: string, documentId: string): Code[] {
  const pinned = (pinnedTree(tx).get({ roundId })?.tree ?? []).map((entry) => ({
    id: entry.id,
    parentId: entry.parentId,
    name: "",
    position: entry.position,
    colour: "",
    retired: entry.retired,
  }));
  const known = new Set(pinned.map((entry) => entry.id));
  const later = usedCodes(tx)
    .all({ roundId, documentId })
    .filter((row) => !known.has(row.id))
    .map((row) => ({ ...row, name: "", colour: "", retired: false }));
  return [...pinned, ...later];
}

/** Coders in the order of their ids, which says nothing of who they are. */
export function documentDisagreements(tx: Tx, roundId: string, documentId: string): Reconciliation {
  const coders = coderSets(tx)
    .all({ roundId, documentId })
    .map((set) => ({ coder: set.coderId ?? "", codings: codingsOfSet(tx).all({ setId: set.id }) }));
  return disagreements({ coders, codes: treeOf(tx, roundId, documentId) });
}
