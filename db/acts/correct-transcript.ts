// Correct a transcript: a further revision with every coding moved along; and the way back, which is a revision as well.
import { eq } from "drizzle-orm";
import * as z from "zod";
import type { Transcript } from "@/lib/readers/read-result";
import { Refusal } from "@/lib/refusal";
import {
  changesOfStored,
  invertedChanges,
  joinedChanges,
  storedChanges,
  type TextChange,
} from "@/lib/text/text-changes";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { correctionShape, workedOut } from "../correction-input";
import { idSchema } from "../id-schema";
import { layRevision, newestRevision } from "../lay-revision";
import { documentRow } from "../reads/coding-desk";
import { revision } from "../schema";
import { transcriptOf } from "../transcript-of";
import { type Moment, projectAct } from "./act";

interface Laying {
  readonly documentId: string;
  readonly before: string;
  readonly transcript: Transcript;
  readonly changes: readonly TextChange[];
  readonly takesBack?: string;
}

/** How many codings moved is in no answer and in no trace: most of them are made blind. */
function lay(tx: Tx, actor: Member, laying: Laying, { now, newId }: Pick<Moment, "now" | "newId">) {
  const { documentId, before, transcript, changes, takesBack } = laying;
  const laid = layRevision(tx, actor, {
    documentId,
    transcript,
    changes,
    reason: "correction",
    rounds: "move",
    now,
    newId,
    ...(takesBack === undefined ? {} : { takesBack }),
  });
  return {
    revisionId: laid.revisionId,
    result: { revisionId: laid.revisionId, number: laid.number },
    trace: {
      projectId: actor.projectId,
      documentId,
      before,
      revisionId: laid.revisionId,
      sha256: laid.sha256,
      changes: storedChanges(changes),
      frozen: laid.frozen,
    },
    tells: [{ to: "project" as const, subject: "documents" as const, documentId }],
  };
}

export const correctTranscript = projectAct({
  name: "correct-transcript",
  summary:
    "Corrects words or speakers of a document's newest text as a new revision; every coding moves along, also those of rounds. Changes rise and do not overlap; `revisionId` names the text they were made on.",
  who: ["lead"],
  input: z.object(correctionShape),
  run(tx, actor, input, moment) {
    documentRow(tx, actor, input.documentId);
    const { newest, after, changes } = workedOut(tx, input);
    const { documentId } = input;
    const done = lay(tx, actor, { documentId, before: newest.id, transcript: after, changes }, moment);
    return {
      result: done.result,
      inverse: {
        act: "take-back-correction",
        input: { projectId: actor.projectId, documentId, revisionId: done.revisionId },
      },
      trace: { ...done.trace, speakers: input.speakers.map((each) => each.turn) },
      tells: done.tells,
    };
  },
});

const one = z.object({ projectId: idSchema, documentId: idSchema, revisionId: idSchema });

/** A correction and the text before it. Refuses when the words before it were sealed since. */
function correctionOf(tx: Tx, documentId: string, revisionId: string) {
  const rows = tx.select().from(revision).where(eq(revision.documentId, documentId)).orderBy(revision.number).all();
  const at = rows.findIndex((row) => row.id === revisionId);
  const [older, row] = [rows[at - 1], rows[at]];
  if (!row || !older) throw new Refusal("changed-meanwhile", 409);
  if (older.sealedText !== null || row.sealedText !== null) throw new Refusal("revision-sealed", 409);
  return { older, row, changes: changesOfStored(row.changes ?? [], row.text) };
}

export const takeBackCorrection = projectAct({
  name: "take-back-correction",
  summary: "Lays the text before a correction again as a new revision; codings that lost their words come back.",
  onlyUndo: true,
  who: ["lead"],
  input: one,
  run(tx, actor, { documentId, revisionId }, moment) {
    documentRow(tx, actor, documentId);
    if (newestRevision(tx, documentId).id !== revisionId) throw new Refusal("text-changed-meanwhile", 409);
    const { older, row, changes } = correctionOf(tx, documentId, revisionId);
    const back = joinedChanges(invertedChanges(older.text, changes), row.text);
    const transcript = transcriptOf(tx, older.id);
    const laying = { documentId, before: row.id, transcript, changes: back, takesBack: row.id };
    const done = lay(tx, actor, laying, moment);
    return {
      result: done.result,
      inverse: {
        act: "correct-again",
        input: { projectId: actor.projectId, documentId, revisionId: row.id, onRevisionId: done.revisionId },
      },
      trace: done.trace,
      tells: done.tells,
    };
  },
});

export const correctAgain = projectAct({
  name: "correct-again",
  summary: "Makes a correction that was taken back once more; the coders are told of it as of any other.",
  onlyUndo: true,
  who: ["lead"],
  input: one.extend({ onRevisionId: idSchema }),
  run(tx, actor, { documentId, revisionId, onRevisionId }, moment) {
    documentRow(tx, actor, documentId);
    if (newestRevision(tx, documentId).id !== onRevisionId) throw new Refusal("text-changed-meanwhile", 409);
    const { row, changes } = correctionOf(tx, documentId, revisionId);
    const transcript = transcriptOf(tx, row.id);
    const done = lay(tx, actor, { documentId, before: onRevisionId, transcript, changes }, moment);
    return {
      result: done.result,
      inverse: {
        act: "take-back-correction",
        input: { projectId: actor.projectId, documentId, revisionId: done.revisionId },
      },
      trace: done.trace,
      tells: done.tells,
    };
  },
});
