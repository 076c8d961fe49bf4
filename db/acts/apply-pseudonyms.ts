// Apply pseudonyms: documents get a revision with pseudonyms in the place of names, and what held the names is sealed.
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { and, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import { nameFinder, withPseudonyms } from "@/lib/pseudonyms/find-names";
import { type Pseudonymised, pseudonymisedTranscript } from "@/lib/pseudonyms/pseudonymised-transcript";
import { notFound, Refusal } from "@/lib/refusal";
import type { Member } from "../actor";
import type { Db, Tx } from "../connection";
import type { DataFolder } from "../data-folder";
import { idSchema } from "../id-schema";
import { type FrozenAnew, layRevision, newestRevision } from "../lay-revision";
import { keyVersion, openPseudonymKey, passphraseSchema } from "../pseudonym-key";
import { documentIdsOf, type Renames, replaceInDocuments, replaceInProject, replaceLabels } from "../replace-names";
import { codingMove, document, original } from "../schema";
import { emptyRevisions, type RevisionSeal, revisionSeals } from "../seal-revisions";
import { removePlainOriginals, sealOriginal } from "../sealed-originals";
import { transcriptOf } from "../transcript-of";
import { projectAct } from "./act";

interface PreparedDocument extends Pseudonymised {
  readonly documentId: string;
  /** The newest when it was prepared; with another one the work is void. */
  readonly revisionId: string;
  readonly seals: readonly RevisionSeal[];
  readonly originals: readonly string[];
}

interface Prepared {
  readonly version: number;
  readonly renames: Renames;
  readonly documents: readonly PreparedDocument[];
}

const inputSchema = z.object({
  projectId: idSchema,
  passphrase: passphraseSchema,
  /** Of the table as the person saw it. */
  version: z.int().positive(),
  /** "all": those that were taken out of the project too, since they can be brought back. */
  documents: z.union([z.literal("all"), z.array(idSchema).min(1).max(5000)]),
  /** The rows of the table to apply; all of them unless told. */
  entryIds: z.array(idSchema).max(5000).optional(),
  /** Places where a word of the table is nobody's name. */
  leftOut: z
    .array(z.object({ documentId: idSchema, revisionId: idSchema, start: z.int().nonnegative() }))
    .max(100_000)
    .default([]),
});

function originalsOf(db: Db, documentId: string): { id: string; sha256: string }[] {
  return db
    .select({ id: original.id, sha256: original.sha256 })
    .from(original)
    .where(and(eq(original.documentId, documentId), eq(original.sealed, false)))
    .all();
}

async function prepared(input: z.output<typeof inputSchema>, folder: DataFolder, db: Db): Promise<Prepared> {
  const { projectId, passphrase, entryIds } = input;
  const opened = await openPseudonymKey(db, projectId, passphrase);
  if (opened.version !== input.version) throw new Refusal("changed-meanwhile", 409);
  const { entries, endings } = opened.table;
  const chosen = entryIds ? entries.filter((each) => entryIds.includes(each.id)) : entries;
  if (chosen.length === 0) throw new Refusal("no-names-to-replace", 422);
  const inText = nameFinder(chosen, { endings });
  const inLabels = nameFinder(chosen, { endings, loosely: true });
  const ids = documentIdsOf(db, projectId, input.documents);
  if (input.documents !== "all" && ids.length !== new Set(input.documents).size) throw notFound();
  const documents: PreparedDocument[] = [];
  for (const documentId of ids) {
    // Other people's requests come between two documents.
    await setImmediate();
    const { id: revisionId } = newestRevision(db, documentId);
    const leftOut = input.leftOut.filter((each) => each.documentId === documentId);
    if (leftOut.some((each) => each.revisionId !== revisionId)) throw new Refusal("changed-meanwhile", 409);
    const starts = new Set(leftOut.map((each) => each.start));
    const changed = pseudonymisedTranscript(transcriptOf(db, revisionId), { inText, inLabels }, starts);
    const isNew = changed.changes.length > 0 || changed.labels.size > 0;
    const all = revisionSeals(db, projectId, documentId, opened.dataKey);
    const seals = isNew ? all : all.filter((each) => each.revisionId !== revisionId);
    const originals: string[] = [];
    for (const { id, sha256 } of originalsOf(db, documentId)) {
      await sealOriginal(folder, opened.dataKey, {
        originalId: id,
        projectId,
        plainPath: path.join(folder.originals, sha256),
      });
      originals.push(id);
    }
    documents.push({ documentId, revisionId, seals, originals, ...changed });
  }
  const renames: Renames = {
    names: (words) => withPseudonyms(words, inLabels),
    words: (words) => withPseudonyms(words, inText),
  };
  return { version: opened.version, renames, documents };
}

/** Lays the revision, when there is a name in the document, and seals what was before it. */
function applyTo(
  tx: Tx,
  actor: Member,
  each: PreparedDocument,
  { now, newId }: { now: string; newId: () => string },
): { revisionId: string; frozen: readonly FrozenAnew[] } {
  const { documentId, transcript, changes, labels } = each;
  let laid: { revisionId: string; frozen: readonly FrozenAnew[] } = { revisionId: each.revisionId, frozen: [] };
  if (changes.length > 0 || labels.size > 0) {
    const reason = "pseudonyms" as const;
    laid = layRevision(tx, actor, { documentId, transcript, changes, reason, rounds: "move", now, newId });
    replaceLabels(tx, documentId, labels);
    // The words of a coding are the same ones under another name: its coder has nothing to look at.
    tx.update(codingMove)
      .set({ checkedAt: now })
      .where(and(eq(codingMove.revisionId, laid.revisionId), eq(codingMove.lost, false), isNull(codingMove.checkedAt)))
      .run();
  }
  emptyRevisions(tx, each.seals);
  for (const id of each.originals) tx.update(original).set({ sealed: true }).where(eq(original.id, id)).run();
  const row = tx.select().from(document).where(eq(document.id, documentId)).get();
  if (!row) throw notFound();
  tx.update(document)
    .set({ pseudonymisedAt: now, version: row.version + 1 })
    .where(eq(document.id, documentId))
    .run();
  return { revisionId: laid.revisionId, frozen: laid.frozen };
}

export const applyPseudonyms = projectAct({
  name: "apply-pseudonyms",
  summary: "Puts pseudonyms in the place of names, in documents and in what is called by them; seals what was before.",
  who: ["lead"],
  input: inputSchema,
  secret: ["passphrase"],
  prepare: (input, folder, _actor, _tools, db) => prepared(input, folder, db),
  afterwards(_input, folder, db) {
    removePlainOriginals(folder, db);
    // What was overwritten stands in the log until it is carried over; a reader that holds it up is waited for no longer
    // than a moment, and the next start or end of the program does it then.
    db.get("pragma busy_timeout = 300");
    db.get("pragma wal_checkpoint(truncate)");
    db.get("pragma busy_timeout = 5000");
  },
  run(tx, actor, input, { now, newId, prepared: ready }) {
    if (keyVersion(tx, actor.projectId) !== ready.version) throw new Refusal("changed-meanwhile", 409);
    const ids = documentIdsOf(tx, actor.projectId, input.documents);
    const isSame =
      ids.length === ready.documents.length && ready.documents.every((each) => ids.includes(each.documentId));
    if (!isSame) throw new Refusal("changed-meanwhile", 409);
    const documents = ready.documents.map((each) => {
      if (newestRevision(tx, each.documentId).id !== each.revisionId) throw new Refusal("changed-meanwhile", 409);
      return { documentId: each.documentId, ...applyTo(tx, actor, each, { now, newId }) };
    });
    replaceInDocuments(tx, ids, ready.renames);
    replaceInProject(tx, actor.projectId, ready.renames);
    return {
      result: { documents: documents.map(({ documentId, revisionId }) => ({ documentId, revisionId })) },
      final: "the names are sealed and nobody is to bring them back into the documents",
      trace: { projectId: actor.projectId, documents },
      tells: [{ to: "project", subject: "documents" }],
    };
  },
});
