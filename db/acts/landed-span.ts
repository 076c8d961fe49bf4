// Where a span lands that a client names in the text that it has before it: a correction may have come between.
import { eq, isNotNull, sql } from "drizzle-orm";
import { notFound, Refusal } from "@/lib/refusal";
import type { Span } from "@/lib/text/span";
import { changesBetween, spanAcross } from "../changes-between";
import type { Tx } from "../connection";
import { codingMove, revision } from "../schema";
import { assertSpan, assertSpans } from "./coding-target";

interface NamedSpan extends Span {
  readonly wordsHash: string;
  readonly revisionId?: string | undefined;
}

/** In the coding set's own text. `before`: where it stood in the text before, when its words changed since. */
export interface LandedSpan extends Span {
  readonly before: Span | null;
}

function isSealed(tx: Tx, revisionId: string): boolean {
  const row = tx
    .select({ sealed: sql<number>`${isNotNull(revision.sealedText)}` })
    .from(revision)
    .where(eq(revision.id, revisionId))
    .get();
  return row?.sealed === 1;
}

function across(tx: Tx, from: string, to: string, span: Span): LandedSpan {
  const maps = changesBetween(tx, from, to);
  if (!maps) throw notFound();
  const landed = spanAcross(maps, span);
  if (!landed) throw new Refusal("words-corrected-away", 409);
  const before = landed.wordsChanged ? (spanAcross(maps.slice(0, -1), span) ?? span) : null;
  return { start: landed.start, end: landed.end, before };
}

/**
 * Refuses with `words-do-not-match` when the words are not those that the client saw, and with `words-corrected-away`
 * when none of them are left. Of a text that pseudonyms sealed the words cannot be compared any more: offsets suffice.
 */
export function landedSpan(tx: Tx, revisionId: string, span: NamedSpan): LandedSpan {
  const from = span.revisionId ?? revisionId;
  if (from === revisionId) {
    assertSpan(tx, revisionId, span);
    return { start: span.start, end: span.end, before: null };
  }
  // Found out first: a text of another document is not there, whatever its words.
  const landed = across(tx, from, revisionId, span);
  if (!isSealed(tx, from)) assertSpan(tx, from, span);
  return landed;
}

/** Many spans of one text at once: the text is loaded once for all. */
export function landedSpans<Named extends NamedSpan>(
  tx: Tx,
  revisionId: string,
  spans: readonly Named[],
): (LandedSpan & { readonly named: Named })[] {
  const here = spans.filter((span) => (span.revisionId ?? revisionId) === revisionId);
  assertSpans(tx, revisionId, here);
  const checked = new Set(here);
  return spans.map((named) => {
    if (!checked.has(named)) return { ...landedSpan(tx, revisionId, named), named };
    return { start: named.start, end: named.end, before: null, named };
  });
}

/** Of a span that the journal remembers. Without a revision it was remembered when the document had its first alone. */
export function rememberedSpan(tx: Tx, revisionId: string, span: Span & { revisionId?: string | undefined }): Span {
  if (span.revisionId === revisionId) return span;
  return across(tx, span.revisionId ?? firstRevision(tx, revisionId), revisionId, span);
}

function firstRevision(tx: Tx, revisionId: string): string {
  const row = tx.select({ documentId: revision.documentId }).from(revision).where(eq(revision.id, revisionId)).get();
  const first = tx
    .select({ id: revision.id })
    .from(revision)
    .where(eq(revision.documentId, row?.documentId ?? ""))
    .orderBy(revision.number)
    .limit(1)
    .get();
  if (!first) throw notFound();
  return first.id;
}

/** Boundaries that lie close together are only right within one text. */
export function assertOfThisText(revisionId: string, named: string | undefined): void {
  if (named !== undefined && named !== revisionId) throw new Refusal("words-do-not-match", 409);
}

/** So that the coder hears of words that a correction changed under a coding while it was on its way. */
export function traceLanding(tx: Tx, revisionId: string, codingId: string, { before }: LandedSpan): void {
  if (!before) return;
  tx.insert(codingMove)
    .values({ codingId, revisionId, oldStart: before.start, oldEnd: before.end, wordsChanged: true, lost: false })
    .onConflictDoNothing()
    .run();
}
