// Confirm an import: every staged file becomes a document with its text, turns, cues and speakers, all or none.
import fs from "node:fs";
import path from "node:path";
import { eq, max } from "drizzle-orm";
import * as z from "zod";
import { notFound, Refusal } from "@/lib/refusal";
import type { Member } from "../actor";
import { labelDecisionSchema, labelPartSchema, type MeasuredTranscript } from "../build-staged-transcript";
import type { Tx } from "../connection";
import { idSchema, nameSchema } from "../id-schema";
import { insertRevision } from "../insert-revision";
import { newId } from "../new-id";
import { passphraseSchema } from "../pseudonym-key";
import { ImportPseudonyms, renamedDocument, type SealedImport } from "../pseudonymise-import";
import { DOCUMENT_KINDS, document, original, participant, speakerLabel } from "../schema";
import { assertStagedKind, discardStaged, findStaged, keepOriginal, type StagedMeta } from "../staged-import";
import { projectAct } from "./act";
import { assertNewId } from "./assert-new-id";

/** Who it is: an existing participant by `participantId`, else whoever has that name, made when there is nobody. */
const whoSchema = { participantId: idSchema.optional() };

const decisionSchema = labelDecisionSchema.extend({
  ...whoSchema,
  parts: z.array(labelPartSchema.extend(whoSchema)).max(50).readonly().optional(),
});

const documentSchema = z.object({
  stageId: idSchema,
  documentId: idSchema,
  name: nameSchema,
  kind: z.enum(DOCUMENT_KINDS),
  date: z.iso.date().nullish(),
  groupName: z.string().trim().max(200).nullish(),
  note: z.string().max(20_000).optional(),
  /** As it was read, unless told. */
  verbatim: z.boolean().optional(),
  decisions: z.array(decisionSchema).max(2000).readonly(),
});

type Decision = z.output<typeof decisionSchema>;
type Somebody = Pick<Decision, "name" | "role" | "participantId">;

/** Where a document comes from and what its text is. */
export interface PreparedDocument extends MeasuredTranscript {
  readonly meta: Pick<StagedMeta, "fileName" | "sha256" | "bytes" | "verbatim">;
  readonly format: string;
  readonly encoding: string | null;
  /** It comes in with pseudonyms: its file is sealed already, its names are replaced. */
  readonly sealed?: SealedImport;
}

/** The participants of a project, as an import finds and adds them. Respondents of surveys are found by id alone. */
function participantsOf(tx: Tx, actor: Member, newId: () => string) {
  // Compared here: SQLite's lower() knows the letters A to Z alone, and Élodie would become two people.
  const fold = (name: string) => name.toLocaleLowerCase("en");
  const rows = tx
    .select({ id: participant.id, name: participant.name, surveyId: participant.surveyId })
    .from(participant)
    .where(eq(participant.projectId, actor.projectId))
    .all();
  const ids = new Set(rows.map((row) => row.id));
  const byName = new Map(rows.filter((row) => row.surveyId === null).map((row) => [fold(row.name), row.id]));
  /** The first role given to a name stays. */
  return (who: Somebody, label: string): string => {
    if (who.participantId !== undefined) {
      if (!ids.has(who.participantId)) throw notFound();
      return who.participantId;
    }
    const name = who.name.trim() || label;
    const existing = byName.get(fold(name));
    if (existing) return existing;
    const id = newId();
    byName.set(fold(name), id);
    tx.insert(participant).values({ id, projectId: actor.projectId, name, role: who.role }).run();
    return id;
  };
}

/** Every label that the transcript can have, with who it is. */
function labelsOf(decisions: readonly Decision[]): { label: string; who: Somebody }[] {
  return decisions
    .filter((decision) => decision.treatment === "speaker")
    .flatMap((decision) => [
      { label: decision.label, who: decision },
      ...(decision.parts ?? []).map((part) => ({ label: `${decision.label} (${part.name})`, who: part })),
    ]);
}

export function insertDocument(
  tx: Tx,
  actor: Member,
  named: z.output<typeof documentSchema>,
  prepared: PreparedDocument,
  now: string,
  newId: () => string,
): string {
  const { transcript, meta, sealed } = prepared;
  const input = sealed ? renamedDocument(named, sealed) : named;
  assertNewId(tx, document, input.documentId);
  const last = tx
    .select({ n: max(document.position) })
    .from(document)
    .where(eq(document.projectId, actor.projectId))
    .get();
  tx.insert(document)
    .values({
      id: input.documentId,
      projectId: actor.projectId,
      name: input.name,
      kind: input.kind,
      position: (last?.n ?? -1) + 1,
      addedAt: now,
      addedBy: actor.userId,
      date: input.date ?? null,
      groupName: input.groupName || null,
      note: input.note ?? "",
      verbatim: input.verbatim ?? meta.verbatim,
      pseudonymisedAt: sealed ? now : null,
    })
    .run();
  tx.insert(original)
    .values({
      id: sealed?.originalId ?? newId(),
      documentId: input.documentId,
      fileName: sealed ? sealed.renames.names(meta.fileName) : meta.fileName,
      sealed: sealed !== undefined,
      sha256: meta.sha256,
      bytes: meta.bytes,
      format: prepared.format,
      encoding: prepared.encoding,
    })
    .run();
  const revisionId = newId();
  const { sha256, words } = prepared;
  const head = { id: revisionId, documentId: input.documentId, number: 1, createdAt: now, createdBy: actor.userId };
  insertRevision(tx, { ...head, sha256, words }, transcript);
  // A survey's respondents are put in by whoever knows them; here all of the project's would be looked through.
  if (input.decisions.length === 0) return revisionId;
  const participantOf = participantsOf(tx, actor, newId);
  const used = new Set(transcript.turns.map((row) => row.label));
  for (const { label, who } of labelsOf(input.decisions)) {
    if (!used.delete(label)) continue;
    tx.insert(speakerLabel)
      .values({ documentId: input.documentId, label, participantId: participantOf(who, label) })
      .run();
  }
  return revisionId;
}

export const confirmImport = projectAct({
  name: "confirm-import",
  summary: "Turns staged files into documents with the speakers as decided; all of them or none.",
  who: ["lead"],
  input: z.object({
    projectId: idSchema,
    documents: z.array(documentSchema).min(1).max(500),
    /** Puts pseudonyms in the place of names before anything is stored. */
    pseudonyms: z.object({ passphrase: passphraseSchema }).optional(),
  }),
  secret: ["pseudonyms"],
  async prepare(input, folder, actor, tools, db): Promise<PreparedDocument[]> {
    const { projectId, pseudonyms } = input;
    const naming = pseudonyms ? await ImportPseudonyms.open(db, projectId, pseudonyms.passphrase) : null;
    const prepared: PreparedDocument[] = [];
    for (const each of input.documents) {
      const staged = await findStaged(folder, each.stageId, input.projectId, actor.userId);
      assertStagedKind(staged, "transcript");
      const { meta, paths } = staged;
      const outPath = path.join(paths.dir, `transcript.${newId()}.json`);
      await tools.buildTranscript({ readPath: paths.read, outPath, decisions: each.decisions });
      // Written by this program's own child.
      const measured = JSON.parse(await fs.promises.readFile(outPath, "utf8")) as MeasuredTranscript;
      await fs.promises.rm(outPath, { force: true });
      if (measured.words === 0) throw new Refusal("file-has-no-text", 422, { name: meta.fileName });
      const replaced = naming ? await naming.replaced(folder, staged, measured) : null;
      if (!replaced) await keepOriginal(folder, staged);
      prepared.push({ ...(replaced ?? measured), meta, format: meta.format ?? "txt", encoding: meta.encoding });
    }
    return prepared;
  },
  afterwards(input, folder) {
    for (const each of input.documents) discardStaged(folder, each.stageId);
  },
  run(tx, actor, input, { now, newId, prepared }) {
    const made = input.documents.map((each, index) => {
      const transcript = prepared[index];
      if (!transcript) throw notFound();
      return { documentId: each.documentId, revisionId: insertDocument(tx, actor, each, transcript, now, newId) };
    });
    return {
      result: { documents: made },
      inverse: {
        act: "remove-documents",
        input: { projectId: actor.projectId, documentIds: made.map((each) => each.documentId) },
      },
      trace: {
        projectId: actor.projectId,
        documents: made.map((each, index) => ({ ...each, sha256: prepared[index]?.meta.sha256 ?? "" })),
      },
      tells: [{ to: "project", subject: "documents" }],
    };
  },
});
