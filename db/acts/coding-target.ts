// Where a coding goes: the actor's own open set, a span that exists in its revision, a code that may be used there.
import { createHash } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { notFound, Refusal } from "@/lib/refusal";
import type { Span } from "@/lib/text/span";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { isLost } from "../lost-codings";
import { assertOffered } from "../offered-codes";
import { prepared } from "../prepared";
import { coding, codingSet, revision, round } from "../schema";

export interface OwnSet {
  readonly set: typeof codingSet.$inferSelect;
  readonly codebookVersionId: string | null;
  readonly openCodebook: boolean;
}

const setWithRound = prepared((db) =>
  db
    .select({ set: codingSet, versionId: round.codebookVersionId, openCodebook: round.openCodebook })
    .from(codingSet)
    .leftJoin(round, eq(round.id, codingSet.roundId))
    .where(and(eq(codingSet.id, sql.placeholder("setId")), eq(codingSet.projectId, sql.placeholder("projectId"))))
    .prepare(),
);

const textOfRevision = prepared((db) =>
  db
    .select({ text: revision.text })
    .from(revision)
    .where(eq(revision.id, sql.placeholder("revisionId")))
    .prepare(),
);

/**
 * The words of a span, cut in SQLite so that a long text does not cross over for every coding. SQLite counts code
 * points: where these are not as many as the text has code units (an emoji), `words` is null and the text is loaded.
 */
const wordsOfSpan = prepared((db) =>
  db
    .select({
      length: revision.length,
      words: sql<string | null>`case when length(${revision.text}) = ${revision.length}
        then substr(${revision.text}, ${sql.placeholder("start")} + 1, ${sql.placeholder("count")}) end`,
    })
    .from(revision)
    .where(eq(revision.id, sql.placeholder("revisionId")))
    .prepare(),
);

const codingById = prepared((db) =>
  db
    .select()
    .from(coding)
    .where(eq(coding.id, sql.placeholder("codingId")))
    .prepare(),
);

const sameCoding = prepared((db) =>
  db
    .select({ id: coding.id })
    .from(coding)
    .where(
      and(
        eq(coding.setId, sql.placeholder("setId")),
        eq(coding.codeId, sql.placeholder("codeId")),
        eq(coding.start, sql.placeholder("start")),
        eq(coding.end, sql.placeholder("end")),
        isNull(coding.removedAt),
      ),
    )
    .prepare(),
);

/** The actor's own set, whatever its state. Anybody else's set does not exist for them: `not-found`. */
export function ownSet(tx: Tx, actor: Member, setId: string): OwnSet {
  const row = setWithRound(tx).get({ setId, projectId: actor.projectId });
  if (!row || !actor.coderId || row.set.coderId !== actor.coderId) throw notFound();
  return { set: row.set, codebookVersionId: row.versionId, openCodebook: row.openCodebook ?? true };
}

/** The actor's own set, open for coding; `set-is-locked` when it was submitted or revealed. */
export function openOwnSet(tx: Tx, actor: Member, setId: string): OwnSet {
  const own = ownSet(tx, actor, setId);
  if (own.set.state !== "open") throw new Refusal("set-is-locked", 409, { state: own.set.state });
  return own;
}

/** As lib/text/words-hash has it, by the machine's own means: two thousand long spans at once would hold up everybody. */
function wordsHash(words: string): string {
  return createHash("sha256").update(words, "utf8").digest("hex").slice(0, 32);
}

/** Many spans of one text at once: the text is loaded once for all. */
export function assertSpans(tx: Tx, revisionId: string, spans: readonly (Span & { wordsHash: string })[]): void {
  const row = textOfRevision(tx).get({ revisionId });
  if (!row) throw notFound();
  for (const { start, end, wordsHash: hash } of spans) {
    if (end <= start || end > row.text.length) throw new Refusal("span-outside-text", 422);
    if (wordsHash(row.text.slice(start, end)) !== hash) throw new Refusal("words-do-not-match", 409);
  }
}

/** Throws `words-do-not-match` when the span's words are not those that the client saw: coordinates of another text. */
export function assertSpan(tx: Tx, revisionId: string, span: Span & { wordsHash: string }): void {
  const { start, end } = span;
  const row = wordsOfSpan(tx).get({ revisionId, start, count: Math.max(0, end - start) });
  if (!row) throw notFound();
  if (end <= start || end > row.length) throw new Refusal("span-outside-text", 422);
  const words = row.words ?? textOfRevision(tx).get({ revisionId })?.text.slice(start, end) ?? "";
  if (wordsHash(words) !== span.wordsHash) throw new Refusal("words-do-not-match", 409);
}

/** Throws `not-found` for codes the actor may not know of, `code-retired` for those no longer offered. */
export function assertUsableCode(tx: Tx, actor: Member, own: OwnSet, codeId: string): void {
  assertOffered(
    tx,
    actor,
    { versionId: own.openCodebook ? null : own.codebookVersionId, roundId: own.set.roundId },
    codeId,
  );
}

export interface OwnCoding extends OwnSet {
  readonly coding: typeof coding.$inferSelect;
}

/** A coding in the actor's own set, whatever the state of either. */
export function ownCoding(tx: Tx, actor: Member, codingId: string): OwnCoding {
  const row = codingById(tx).get({ codingId });
  if (!row) throw notFound();
  return { ...ownSet(tx, actor, row.setId), coding: row };
}

/** A coding in the actor's own open set; `removed` says whether it must be removed or alive. */
export function openOwnCoding(tx: Tx, actor: Member, codingId: string, removed = false): OwnCoding {
  const own = ownCoding(tx, actor, codingId);
  if (own.set.state !== "open") throw new Refusal("set-is-locked", 409, { state: own.set.state });
  if (own.coding.removedAt !== null && isLost(tx, codingId)) throw new Refusal("words-corrected-away", 409);
  if ((own.coding.removedAt !== null) !== removed) throw new Refusal("changed-meanwhile", 409);
  return own;
}

/** Whether the set has this code on exactly this span. */
export function isCoded(tx: Tx, setId: string, codeId: string, span: Span): boolean {
  return sameCoding(tx).get({ setId, codeId, start: span.start, end: span.end }) !== undefined;
}

/** Throws `already-coded` when the same coder's set has this code on this span: once is enough. */
export function assertNotCodedYet(tx: Tx, setId: string, codeId: string, span: Span): void {
  if (isCoded(tx, setId, codeId, span)) throw new Refusal("already-coded", 409);
}
