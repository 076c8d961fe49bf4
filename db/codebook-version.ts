// Codebook versions: the snapshot that a round pins, and the tree of codes as an actor may know it.
import { createHash } from "node:crypto";
import { and, eq, isNull, max } from "drizzle-orm";
import type { Code } from "@/lib/codebook/code";
import type { Member } from "./actor";
import type { Tx } from "./connection";
import { code, codebookVersion, codeWording, coding, codingSet } from "./schema";
import { readableCode, readableSet, sharedCode } from "./visibility";

/** A code with everything that the codebook says of it. */
export interface CodebookCode extends Code {
  readonly definition: string;
  readonly useWhen: string;
  readonly useNot: string;
  readonly example: string;
  readonly version: number;
  readonly wording: number;
  readonly proposal: boolean;
}

/** What is asked of each code, and no more: a codebook may have a thousand. */
const COLUMNS = {
  id: code.id,
  parentId: code.parentId,
  position: code.position,
  retiredAt: code.retiredAt,
  proposedBy: code.proposedBy,
  version: code.version,
  wording: codeWording.number,
  name: codeWording.name,
  colour: codeWording.colour,
  definition: codeWording.definition,
  useWhen: codeWording.useWhen,
  useNot: codeWording.useNot,
  example: codeWording.example,
};

type Row = Omit<CodebookCode, "retired" | "proposal"> & {
  readonly retiredAt: string | null;
  readonly proposedBy: string | null;
};

/** The codes that this actor may know of, as they are now; `shared` leaves out what only they may know of. */
export function currentCodes(tx: Tx, actor: Member, which: "known" | "shared" = "known"): CodebookCode[] {
  return tx
    .select(COLUMNS)
    .from(code)
    .innerJoin(codeWording, and(eq(codeWording.codeId, code.id), eq(codeWording.number, code.wording)))
    .where(and(readableCode(tx, actor), which === "shared" ? sharedCode(tx) : undefined))
    .orderBy(code.position, code.id)
    .all()
    .map(codebookCode);
}

function codebookCode(row: Row): CodebookCode {
  return {
    id: row.id,
    parentId: row.parentId,
    name: row.name,
    position: row.position,
    colour: row.colour,
    retired: row.retiredAt !== null,
    definition: row.definition,
    useWhen: row.useWhen,
    useNot: row.useNot,
    example: row.example,
    version: row.version,
    wording: row.wording,
    proposal: row.proposedBy !== null,
  };
}

/**
 * The codes of a pinned version, in the wording and the tree of that moment: what the lead changes meanwhile must not
 * reach into a round that is being coded. With them the proposals of that round that this actor may know of.
 */
export function pinnedCodes(tx: Tx, actor: Member, versionId: string, roundId: string | null): CodebookCode[] {
  const version = tx.select().from(codebookVersion).where(eq(codebookVersion.id, versionId)).get();
  if (!version) return [];
  const rows = tx
    .select({ ...COLUMNS, latest: code.wording })
    .from(code)
    .innerJoin(codeWording, eq(codeWording.codeId, code.id))
    .where(eq(code.projectId, actor.projectId))
    .all();
  const byWording = new Map(rows.map((row) => [`${row.id} ${row.wording}`, row]));
  const now = new Map(rows.filter((row) => row.wording === row.latest).map((row) => [row.id, row]));
  const pinned: CodebookCode[] = [];
  for (const entry of version.tree) {
    const row = byWording.get(`${entry.id} ${entry.wording}`);
    if (!row) continue;
    pinned.push({
      ...codebookCode(row),
      parentId: entry.parentId,
      position: entry.position,
      retired: entry.retired,
      proposal: false,
      version: 0,
    });
  }
  if (roundId) {
    const known = new Set(pinned.map((entry) => entry.id));
    const proposals = tx
      .select(COLUMNS)
      .from(code)
      .innerJoin(codeWording, and(eq(codeWording.codeId, code.id), eq(codeWording.number, code.wording)))
      .where(and(eq(code.proposedIn, roundId), readableCode(tx, actor)))
      .all();
    // Adopted proposals, and what the lead added during a round with an open codebook: their codings must keep a name.
    const used = tx
      .selectDistinct({ codeId: coding.codeId })
      .from(coding)
      .innerJoin(codingSet, eq(codingSet.id, coding.setId))
      .where(and(eq(codingSet.roundId, roundId), isNull(coding.removedAt), readableSet(tx, actor)))
      .all()
      .flatMap(({ codeId }) => now.get(codeId) ?? []);
    for (const row of [...proposals, ...used]) {
      if (known.has(row.id)) continue;
      known.add(row.id);
      pinned.push(codebookCode(row));
    }
  }
  return pinned.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/** The snapshot of the codebook as it is now; made anew only where it differs from the last one. */
export function snapshotCodebook(tx: Tx, projectId: string, now: string, newId: () => string): string {
  const tree = tx
    .select()
    .from(code)
    .where(and(eq(code.projectId, projectId), isNull(code.removedAt), isNull(code.proposedBy)))
    .orderBy(code.id)
    .all()
    .map((row) => ({
      id: row.id,
      parentId: row.parentId,
      position: row.position,
      wording: row.wording,
      retired: row.retiredAt !== null,
    }));
  const sha256 = createHash("sha256").update(JSON.stringify(tree)).digest("hex");
  const last = tx
    .select({ n: max(codebookVersion.number) })
    .from(codebookVersion)
    .where(eq(codebookVersion.projectId, projectId))
    .get();
  const number = last?.n ?? 0;
  const same = tx
    .select()
    .from(codebookVersion)
    .where(and(eq(codebookVersion.projectId, projectId), eq(codebookVersion.number, number)))
    .get();
  if (same?.sha256 === sha256) return same.id;
  const id = newId();
  tx.insert(codebookVersion)
    .values({ id, projectId, number: number + 1, tree, sha256, createdAt: now })
    .run();
  return id;
}
