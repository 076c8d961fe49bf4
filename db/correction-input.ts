// What a correction of a transcript consists of, as a client sends it, and what it makes of the document's newest text.
import * as z from "zod";
import type { Transcript } from "@/lib/readers/read-result";
import { notFound, Refusal } from "@/lib/refusal";
import { changedTranscript } from "@/lib/text/changed-transcript";
import { joinedChanges, type TextChange } from "@/lib/text/text-changes";
import { changesBetween } from "./changes-between";
import type { Tx } from "./connection";
import { idSchema } from "./id-schema";
import { newestRevision } from "./lay-revision";
import type { revision } from "./schema";
import { transcriptOf } from "./transcript-of";

/** More than any transcript of a day's talk has. */
const LONGEST_TEXT = 20_000_000;

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const offset = z.int().min(0).max(100_000_000);

const insertSchema = z
  .string()
  .max(2_000_000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is where they are kept out.
  .refine((words) => !/[\u0000-\u0008\u000b-\u001f]/.test(words.replace(/\r\n?/g, "\n")), "a control character")
  .transform((words) => words.replace(/\r\n?/g, "\n").replace(LONE_SURROGATE, "\ufffd"));

/** `revisionId`: the text that the changes were made on. `speakers`: whose turn it is, by a label that is there already. */
export const correctionShape = {
  projectId: idSchema,
  documentId: idSchema,
  revisionId: idSchema,
  changes: z.array(z.object({ from: offset, to: offset, insert: insertSchema })).max(50_000),
  speakers: z
    .array(z.object({ turn: z.int().min(1), label: z.string().max(200).nullable() }))
    .max(10_000)
    .default([]),
};

export interface Correction {
  readonly documentId: string;
  readonly revisionId: string;
  readonly changes: readonly TextChange[];
  readonly speakers: readonly { readonly turn: number; readonly label: string | null }[];
}

export interface WorkedOut {
  readonly newest: typeof revision.$inferSelect;
  readonly before: Transcript;
  readonly after: Transcript;
  readonly changes: readonly TextChange[];
}

/** Refuses with `text-changed-meanwhile` when the correction was made on another text than the newest. */
export function workedOut(tx: Tx, correction: Correction): WorkedOut {
  const newest = newestRevision(tx, correction.documentId);
  if (newest.id !== correction.revisionId) {
    // A text of another document is not there; an earlier one of this is only too old.
    if (!changesBetween(tx, correction.revisionId, newest.id)) throw notFound();
    throw new Refusal("text-changed-meanwhile", 409);
  }
  const before = transcriptOf(tx, newest.id);
  const changes = fitting(correction.changes, before.text);
  const spoken = withSpeakers(before, correction.speakers);
  if (changes.length === 0 && spoken === before) throw new Refusal("nothing-corrected", 422);
  const after = changedTranscript(spoken, changes);
  if (after.text.trim() === "") throw new Refusal("text-would-be-empty", 422);
  if (after.text.length > LONGEST_TEXT) throw new Refusal("text-too-long", 422, { longest: LONGEST_TEXT });
  return { newest, before, after, changes };
}

function fitting(changes: readonly TextChange[], text: string): readonly TextChange[] {
  let last = 0;
  for (const { from, to } of changes) {
    if (from < last || to < from || to > text.length) throw new Refusal("span-outside-text", 422);
    last = to;
  }
  return joinedChanges(changes, text);
}

function withSpeakers(before: Transcript, speakers: Correction["speakers"]): Transcript {
  const known = new Set(before.turns.map((turn) => turn.label));
  const turns = [...before.turns];
  let changed = false;
  for (const { turn: number, label } of speakers) {
    const turn = turns[number - 1];
    if (!turn || (label !== null && !known.has(label))) throw notFound();
    if (turn.label === label) continue;
    const { rawLabel: _, ...bare } = turn;
    const raw = before.turns.find((each) => each.label === label)?.rawLabel;
    turns[number - 1] = raw === undefined ? { ...bare, label } : { ...bare, label, rawLabel: raw };
    changed = true;
  }
  return changed ? { ...before, turns } : before;
}
