// The way from one revision of a document to a later one: where offsets and spans of the older text lie in the newer.
import { and, asc, eq, gt, lte } from "drizzle-orm";
import type { Span } from "@/lib/text/span";
import { ChangeMap, type MappedSpan } from "@/lib/text/text-changes";
import type { Tx } from "./connection";
import { revision } from "./schema";

/** From older to newer, one map for each revision between. */
export type ChangeMaps = readonly ChangeMap[];

/** Null where both are not of one document, or `to` is the older. Empty for a revision and itself. */
export function changesBetween(tx: Tx, from: string, to: string): ChangeMaps | null {
  if (from === to) return [];
  const numbered = (id: string) =>
    tx
      .select({ documentId: revision.documentId, number: revision.number })
      .from(revision)
      .where(eq(revision.id, id))
      .get();
  const [older, newer] = [numbered(from), numbered(to)];
  if (!older || !newer || older.documentId !== newer.documentId || older.number > newer.number) return null;
  return tx
    .select({ changes: revision.changes })
    .from(revision)
    .where(
      and(
        eq(revision.documentId, older.documentId),
        gt(revision.number, older.number),
        lte(revision.number, newer.number),
      ),
    )
    .orderBy(asc(revision.number))
    .all()
    .map((row) => ChangeMap.ofStored(row.changes ?? []));
}

/** Null where none of the words are left. */
export function spanAcross(maps: ChangeMaps, { start, end }: Span): MappedSpan | null {
  let span: MappedSpan = { start, end, wordsChanged: false };
  for (const map of maps) {
    const next = map.span(span.start, span.end);
    if (!next) return null;
    span = { ...next, wordsChanged: span.wordsChanged || next.wordsChanged };
  }
  return span;
}

export function offsetAcross(maps: ChangeMaps, offset: number, side: -1 | 1): number {
  return maps.reduce((at, map) => map.offset(at, side), offset);
}
