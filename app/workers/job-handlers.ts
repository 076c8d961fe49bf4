// What a child does for each kind of job: untrusted bytes in and a file of JSON out, or a folder made.
import fs from "node:fs/promises";
import * as z from "zod";
import { closeReadOnlyWorkspace, openWorkspaceReadOnly } from "@/db/read-only-workspace";
import { reads } from "@/db/reads";
import { runRead } from "@/db/reads/run-read";
import { makeSample } from "@/db/sample/make-sample";
import { FILE_LIMIT_BYTES, readFile } from "@/lib/readers/read-file";
import { type ReadResult, SPEAKER_ROLES } from "@/lib/readers/read-result";
import { foundLabels } from "@/lib/readers/speakers";
import { buildTranscript } from "@/lib/readers/transcript";
import { Refusal } from "@/lib/refusal";
import type { Progress, TandemJobs } from "./job";

export type JobHandler = (input: unknown, report: (progress: Progress) => void) => Promise<unknown>;

const readFileInput = z.object({
  path: z.string(),
  name: z.string(),
  outPath: z.string(),
  encoding: z.string().optional(),
  verbatim: z.boolean().optional(),
});

const buildTranscriptInput = z.object({
  readPath: z.string(),
  outPath: z.string(),
  decisions: z.array(
    z.object({
      label: z.string(),
      treatment: z.enum(["speaker", "not-speaker"]),
      name: z.string(),
      role: z.enum(SPEAKER_ROLES),
    }),
  ),
});

const makeSampleInput = z.object({ folder: z.string(), migrationsFolder: z.string() });

export const JOB_HANDLERS: Readonly<Record<string, JobHandler>> = {
  "read-file": async (input, report): Promise<TandemJobs["read-file"]["result"]> => {
    const { path, name, outPath, encoding, verbatim } = readFileInput.parse(input);
    const { size } = await fs.stat(path);
    if (size > FILE_LIMIT_BYTES)
      throw new Refusal("file-too-large", 413, { megabytes: FILE_LIMIT_BYTES / 1024 / 1024, name });
    const bytes = new Uint8Array(await fs.readFile(path));
    report({ done: 1, total: 3 });
    const read = await readFile(bytes, name, { encoding, verbatim });
    const labels = foundLabels(read);
    report({ done: 2, total: 3 });
    await writeWhole(outPath, { read, labels });
    return { format: read.format, encoding: read.encoding, blocks: read.blocks.length, labels: labels.length };
  },

  "build-transcript": async (input): Promise<TandemJobs["build-transcript"]["result"]> => {
    const { readPath, outPath, decisions } = buildTranscriptInput.parse(input);
    // Written on this machine by the job above: trusted in shape, not in content.
    const written = JSON.parse(await fs.readFile(readPath, "utf8")) as ReadResult | { readonly read: ReadResult };
    const read = "read" in written ? written.read : written;
    const transcript = buildTranscript(read, decisions);
    await writeWhole(outPath, transcript);
    return { length: transcript.text.length, turns: transcript.turns.length, cues: transcript.cues.length };
  },

  "slow-read": async (input): Promise<TandemJobs["slow-read"]["result"]> => {
    // Comes from this program's own server, which has checked who asks.
    const { workspace, folder, migrationsFolder, actor, read, params } = input as TandemJobs["slow-read"]["input"];
    const asked = Object.hasOwn(reads, read) ? reads[read] : undefined;
    if (!asked) throw new RangeError("no such read");
    const opened = openWorkspaceReadOnly(workspace, folder, migrationsFolder);
    try {
      return runRead(opened, actor, asked, params);
    } finally {
      closeReadOnlyWorkspace(opened);
    }
  },

  "make-sample": async (input): Promise<TandemJobs["make-sample"]["result"]> => {
    const { folder, migrationsFolder } = makeSampleInput.parse(input);
    await makeSample(folder, migrationsFolder);
    return { folder };
  },
};

/** Under its name only when it is whole: a child may be killed at any moment. */
async function writeWhole(path: string, value: unknown): Promise<void> {
  const partial = `${path}.${process.pid}.partial`;
  await fs.writeFile(partial, JSON.stringify(value), { mode: 0o600 });
  await fs.rename(partial, path);
}
