// Whether a code is offered in a coding set: what the round pinned and the coder's own proposals, or the shared codebook.
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { notFound, Refusal } from "@/lib/refusal";
import type { Member } from "./actor";
import type { Tx } from "./connection";
import { prepared } from "./prepared";
import { code, codebookVersion, round } from "./schema";

const codeById = prepared((db) =>
  db
    .select()
    .from(code)
    .where(eq(code.id, sql.placeholder("codeId")))
    .prepare(),
);

const treeOfVersion = prepared((db) =>
  db
    .select({ tree: codebookVersion.tree })
    .from(codebookVersion)
    .where(eq(codebookVersion.id, sql.placeholder("versionId")))
    .prepare(),
);

type Pinned = ReadonlyMap<string, { readonly retired: boolean }>;

/** Of the rounds that are coded now; the snapshot of a version never changes, and its id is never used again. */
const KEPT_VERSIONS = 8;
const pinnedVersions = prepared(() => new Map<string, Pinned>());

function pinnedCodesOf(tx: Tx, versionId: string): Pinned {
  const kept = pinnedVersions(tx);
  let pinned = kept.get(versionId);
  if (!pinned) {
    const tree = treeOfVersion(tx).get({ versionId })?.tree ?? [];
    pinned = new Map(tree.map((entry) => [entry.id, { retired: entry.retired }]));
    const [oldest] = kept.keys();
    if (kept.size >= KEPT_VERSIONS && oldest !== undefined) kept.delete(oldest);
    kept.set(versionId, pinned);
  }
  return pinned;
}

/** The code's entry in a pinned version, undefined where it was not pinned. */
export function pinnedIn(tx: Tx, versionId: string, codeId: string): { readonly retired: boolean } | undefined {
  return pinnedCodesOf(tx, versionId).get(codeId);
}

export function isRevealed(tx: Tx, roundId: string): boolean {
  const row = tx
    .select({ id: round.id })
    .from(round)
    .where(and(eq(round.id, roundId), isNotNull(round.revealedAt)))
    .get();
  return row !== undefined;
}

/** `versionId` is the pinned codebook of a round with a closed one, null where the shared codebook is offered. */
export interface OfferedIn {
  readonly versionId: string | null;
  readonly roundId: string | null;
}

/**
 * Throws `not-found` for codes that are not offered there, `code-retired` for those no longer offered. A proposal stays
 * in its own round until that is revealed: in another set its id would tell others that it exists.
 */
export function assertOffered(tx: Tx, actor: Member, { versionId, roundId }: OfferedIn, codeId: string): void {
  const row = codeById(tx).get({ codeId });
  if (!row || row.projectId !== actor.projectId) throw notFound();
  const pinned = versionId ? pinnedIn(tx, versionId, codeId) : undefined;
  if (pinned) {
    if (pinned.retired) throw new Refusal("code-retired", 409);
    return;
  }
  const offered = versionId
    ? row.proposedIn !== null && row.proposedIn === roundId && row.proposedBy === actor.coderId
    : row.proposedIn === null || isRevealed(tx, row.proposedIn);
  if (!offered || row.removedAt) throw notFound();
  if (row.retiredAt) throw new Refusal("code-retired", 409);
}

/** Throws `code-removed` when the code is in nobody's codebook any more: a coding of it would have no name. */
export function assertCodeStands(tx: Tx, codeId: string): void {
  if (codeById(tx).get({ codeId })?.removedAt) throw new Refusal("code-removed", 409);
}
