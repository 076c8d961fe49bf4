// Confirm an import: every staged file becomes a document with its text, turns, cues and speakers, all or none.
import { eq, max } from "drizzle-orm";
import * as z from "zod";
import { type LabelDecision, SPEAKER_ROLES, type Transcript } from "@/lib/readers/read-result";
import { buildTranscript } from "@/lib/readers/transcript";
import { notFound, Refusal } from "@/lib/refusal";
import { textHash } from "@/lib/text/words-hash";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { idSchema, nameSchema } from "../id-schema";
import { cue, DOCUMENT_KINDS, document, original, participant, revision, speakerLabel, turn } from "../schema";
import { discardStaged, keepOriginal, openStaged, type StagedMeta } from "../staged-import";
import { projectAct } from "./act";
import { assertNewId } from "./assert-new-id";

const decisionSchema = z.object({
  label: z.string().min(1).max(200),
  treatment: z.enum(["speaker", "not-speaker"]),
  name: z.string().max(200),
  role: z.enum(SPEAKER_ROLES),
});

const documentSchema = z.object({
  stageId: idSchema,
  documentId: idSchema,
  name: nameSchema,
  kind: z.enum(DOCUMENT_KINDS),
  decisions: z.array(decisionSchema).max(2000),
});

interface PreparedDocument {
  readonly transcript: Transcript;
  readonly meta: StagedMeta;
  readonly format: string;
  readonly encoding: string | null;
}

/** The participant of that name in the project, made when there is none; the first role given stays. */
function participantOf(
  tx: Tx,
  actor: Member,
  known: Map<string, string>,
  decision: LabelDecision,
  newId: () => string,
): string {
  const name = decision.name.trim() || decision.label;
  // Compared here: SQLite's lower() knows the letters A to Z alone, and Élodie would become two people.
  const key = name.toLocaleLowerCase("en");
  const existing = known.get(key);
  if (existing) return existing;
  const id = newId();
  known.set(key, id);
  tx.insert(participant).values({ id, projectId: actor.projectId, name, role: decision.role }).run();
  return id;
}

/** Rows in statements of 500: one statement each would take minutes for a long caption file. */
function inChunks<T>(rows: readonly T[], insert: (chunk: T[]) => void): void {
  for (let at = 0; at < rows.length; at += 500) insert(rows.slice(at, at + 500));
}

function wordCount(text: string): number {
  return text.split(/\s+/u).filter(Boolean).length;
}

export function insertDocument(
  tx: Tx,
  actor: Member,
  input: z.output<typeof documentSchema>,
  prepared: PreparedDocument,
  now: string,
  newId: () => string,
): string {
  const { transcript, meta } = prepared;
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
    })
    .run();
  tx.insert(original)
    .values({
      id: newId(),
      documentId: input.documentId,
      fileName: meta.fileName,
      sha256: meta.sha256,
      bytes: meta.bytes,
      format: prepared.format,
      encoding: prepared.encoding,
    })
    .run();
  const revisionId = newId();
  tx.insert(revision)
    .values({
      id: revisionId,
      documentId: input.documentId,
      number: 1,
      text: transcript.text,
      sha256: textHash(transcript.text),
      length: transcript.text.length,
      words: wordCount(transcript.text),
      paragraphs: [...transcript.paragraphs],
      sentences: [...transcript.sentences],
      createdAt: now,
    })
    .run();
  const numbered = <T>(rows: readonly T[]) => rows.map((row, index) => ({ ...row, revisionId, number: index + 1 }));
  inChunks(numbered(transcript.turns), (chunk) => tx.insert(turn).values(chunk).run());
  inChunks(numbered(transcript.cues), (chunk) => tx.insert(cue).values(chunk).run());
  const known = new Map(
    tx
      .select({ id: participant.id, name: participant.name })
      .from(participant)
      .where(eq(participant.projectId, actor.projectId))
      .all()
      .map((row) => [row.name.toLocaleLowerCase("en"), row.id]),
  );
  const used = new Set(transcript.turns.map((row) => row.label));
  for (const decision of input.decisions) {
    if (decision.treatment === "not-speaker" || !used.has(decision.label)) continue;
    used.delete(decision.label);
    tx.insert(speakerLabel)
      .values({
        documentId: input.documentId,
        label: decision.label,
        participantId: participantOf(tx, actor, known, decision, newId),
      })
      .run();
  }
  return revisionId;
}

export const confirmImport = projectAct({
  name: "confirm-import",
  summary: "Turns staged files into documents with the speakers as decided; all of them or none.",
  who: ["lead"],
  input: z.object({ projectId: idSchema, documents: z.array(documentSchema).min(1).max(500) }),
  async prepare(input, folder, actor): Promise<PreparedDocument[]> {
    const prepared: PreparedDocument[] = [];
    for (const each of input.documents) {
      const staged = await openStaged(folder, each.stageId, input.projectId, actor.userId);
      const transcript = buildTranscript(staged.read, each.decisions);
      if (transcript.text.trim() === "") throw new Refusal("file-has-no-text", 422, { name: staged.meta.fileName });
      await keepOriginal(folder, staged);
      prepared.push({ transcript, meta: staged.meta, format: staged.read.format, encoding: staged.read.encoding });
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
