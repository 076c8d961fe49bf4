// A staged file and the decisions about its labels → the transcript as a file: slow for a long one, so done in a child.
import fs from "node:fs/promises";
import * as z from "zod";
import type { FileContent } from "@/lib/readers/file-content";
import type { LabelDecision, Transcript } from "@/lib/readers/read-result";
import { SPEAKER_ROLES } from "@/lib/readers/read-result";
import { buildTranscript } from "@/lib/readers/transcript";
import { Refusal } from "@/lib/refusal";
import { textHash } from "@/lib/text/words-hash";
import { wordCount } from "./insert-revision";
import { writeWhole } from "./write-whole";

const speakerRole = z.enum(SPEAKER_ROLES);

export const labelPartSchema = z.object({
  name: z.string().trim().min(1).max(200),
  role: speakerRole,
  blocks: z.array(z.int().nonnegative()).min(1).max(100_000).readonly(),
});

export const labelDecisionSchema = z.object({
  label: z.string().min(1).max(200),
  treatment: z.enum(["speaker", "not-speaker"]),
  name: z.string().max(200),
  role: speakerRole,
  parts: z.array(labelPartSchema).max(50).readonly().optional(),
});

export const buildTranscriptInput = z.object({
  readPath: z.string(),
  outPath: z.string(),
  decisions: z.array(labelDecisionSchema),
});

export interface BuildTranscriptJob {
  readonly readPath: string;
  readonly outPath: string;
  readonly decisions: readonly LabelDecision[];
}

/** A transcript with what storing it asks for, so that the server's own thread counts and hashes nothing. */
export interface MeasuredTranscript {
  readonly transcript: Transcript;
  readonly words: number;
  readonly sha256: string;
}

export async function buildStagedTranscript(job: BuildTranscriptJob): Promise<MeasuredTranscript> {
  const content = JSON.parse(await fs.readFile(job.readPath, "utf8")) as FileContent;
  if (content.kind !== "transcript") throw new Refusal("stage-of-another-kind", 422);
  const measured = measuredTranscript(buildTranscript(content.read, job.decisions));
  await writeWhole(job.outPath, measured);
  return measured;
}

export function measuredTranscript(transcript: Transcript): MeasuredTranscript {
  return { transcript, words: wordCount(transcript.text), sha256: textHash(transcript.text) };
}
