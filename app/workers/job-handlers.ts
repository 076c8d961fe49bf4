// What a child does for each kind of job: untrusted bytes in and a file of JSON out, or a folder made.
import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import * as z from "zod";
import { buildStagedSurvey, buildSurveyInput } from "@/db/build-staged-survey";
import { buildStagedTranscript, buildTranscriptInput } from "@/db/build-staged-transcript";
import { closeReadOnlyWorkspace, openWorkspaceReadOnly } from "@/db/read-only-workspace";
import { reads } from "@/db/reads";
import { runRead } from "@/db/reads/run-read";
import { makeSample } from "@/db/sample/make-sample";
import { writeWhole } from "@/db/write-whole";
import { readAttributeTable } from "@/lib/attributes/read-attribute-table";
import { readArchiveEntry } from "@/lib/readers/archive";
import type { FileContent } from "@/lib/readers/file-content";
import { labelTurns } from "@/lib/readers/label-turns";
import { FILE_LIMIT_BYTES, readContent } from "@/lib/readers/read-file";
import { foundLabels } from "@/lib/readers/speakers";
import { buildTranscript } from "@/lib/readers/transcript";
import { Refusal } from "@/lib/refusal";
import { wordChanges } from "@/lib/text/word-changes";
import { previewBody } from "../api/imports/import-preview";
import { readOptionsSchema } from "../api/imports/read-options";
import type { Progress, TandemJobs } from "./job";

export type JobHandler = (input: unknown, report: (progress: Progress) => void) => Promise<unknown>;

const readFileInput = z.object({
  path: z.string(),
  name: z.string(),
  outPath: z.string(),
  previewPath: z.string().optional(),
  options: readOptionsSchema.optional(),
  limitBytes: z.int().optional(),
});

const takeEntryInput = z.object({ path: z.string(), index: z.int(), outPath: z.string(), limitBytes: z.int() });

const labelTurnsInput = z.object({ readPath: z.string(), label: z.string() });

const newerTextInput = z.object({ readPath: z.string(), text: z.string() });

const readTableInput = z.object({ path: z.string(), outPath: z.string(), limitBytes: z.int() });

const makeSampleInput = z.object({ folder: z.string(), migrationsFolder: z.string() });

export const JOB_HANDLERS: Readonly<Record<string, JobHandler>> = {
  "read-file": async (input, report): Promise<TandemJobs["read-file"]["result"]> => {
    const {
      path,
      name,
      outPath,
      previewPath,
      options = {},
      limitBytes = FILE_LIMIT_BYTES,
    } = readFileInput.parse(input);
    const { size } = await fs.stat(path);
    if (size > limitBytes) {
      throw new Refusal("file-too-large", 413, { megabytes: Math.round(limitBytes / 1024 / 1024), name });
    }
    const bytes = new Uint8Array(await fs.readFile(path));
    report({ done: 1, total: 3 });
    const content = await readContent(bytes, name, options, limitBytes);
    report({ done: 2, total: 3 });
    await writeWhole(outPath, content);
    if (previewPath !== undefined) await writeWhole(previewPath, previewBody(content, options));
    if (content.kind === "archive") return { kind: content.kind, format: null, encoding: null };
    const { format, encoding } = content.kind === "survey" ? content.survey : content.read;
    return { kind: content.kind, format, encoding };
  },

  "take-entry": async (input): Promise<TandemJobs["take-entry"]["result"]> => {
    const { path, index, outPath, limitBytes } = takeEntryInput.parse(input);
    const entry = await readArchiveEntry(new Uint8Array(await fs.readFile(path)), index, limitBytes);
    await fs.writeFile(outPath, entry.bytes, { mode: 0o600, flush: true });
    const sha256 = createHash("sha256").update(entry.bytes).digest("hex");
    return { name: entry.name, bytes: entry.bytes.length, sha256 };
  },

  "label-turns": async (input): Promise<TandemJobs["label-turns"]["result"]> => {
    const { readPath, label } = labelTurnsInput.parse(input);
    // Written on this machine by the job above: trusted in shape, not in content.
    const content = JSON.parse(await fs.readFile(readPath, "utf8")) as FileContent;
    if (content.kind !== "transcript") throw new Refusal("not-found", 404);
    return labelTurns(content.read, label);
  },

  "read-table": async (input): Promise<TandemJobs["read-table"]["result"]> => {
    const { path, outPath, limitBytes } = readTableInput.parse(input);
    const { size } = await fs.stat(path);
    if (size > limitBytes)
      throw new Refusal("file-too-large", 413, { megabytes: Math.round(limitBytes / 1024 / 1024) });
    const table = await readAttributeTable(new Uint8Array(await fs.readFile(path)));
    await writeWhole(outPath, table);
    return { rows: table.rows.length };
  },

  "build-transcript": async (input): Promise<TandemJobs["build-transcript"]["result"]> => {
    const { transcript } = await buildStagedTranscript(buildTranscriptInput.parse(input));
    return { length: transcript.text.length, turns: transcript.turns.length, cues: transcript.cues.length };
  },

  "build-survey": async (input): Promise<TandemJobs["build-survey"]["result"]> => {
    const { respondents } = await buildStagedSurvey(buildSurveyInput.parse(input));
    return { respondents: respondents.length };
  },

  "newer-text": async (input): Promise<TandemJobs["newer-text"]["result"]> => {
    const { readPath, text } = newerTextInput.parse(input);
    const content = JSON.parse(await fs.readFile(readPath, "utf8")) as FileContent;
    if (content.kind !== "transcript") throw new Refusal("stage-of-another-kind", 422, { name: "" });
    const decisions = foundLabels(content.read).map((label) => label.proposal);
    return { changes: wordChanges(text, buildTranscript(content.read, decisions).text) };
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
