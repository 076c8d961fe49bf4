import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { MeasuredTranscript } from "@/db/build-staged-transcript";
import type { FileContent } from "@/lib/readers/file-content";
import type { Problem, ReadOptions, ReadResult } from "@/lib/readers/read-result";
import { foundLabels } from "@/lib/readers/speakers";
import type { SurveyRead } from "@/lib/readers/survey-read";
import { type SurveySummary, surveySummary } from "@/lib/readers/survey-summary";
import { Refusal } from "@/lib/refusal";
import { textHash } from "@/lib/text/words-hash";
import { fileLimitMegabytes } from "../front-door/file-limit.mjs";
import { sentenceOf } from "../ui/sentences";
import type { Pool } from "../workers/pool";
import { READING_LIMITS } from "../workers/reading-limits";
import { assertReadable } from "./listed-files";

export interface RefusedFile {
  readonly file: string;
  readonly refused: string;
}

export interface FoundFile {
  readonly file: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly speakers: readonly { readonly label: string; readonly turns: number }[];
  readonly turns: number;
  readonly cues: number;
  readonly characters: number;
  readonly textSha256: string;
  readonly problems: readonly Problem[];
  /** For a survey: `turns` are then its answers in free text. */
  readonly survey?: Omit<SurveySummary, "answers" | "text">;
}

/** A file that is looked at: where its bytes are, and how people call it. */
interface Source {
  readonly file: string;
  readonly path: string;
  readonly name: string;
  readonly inArchive: boolean;
}

/** What importing the file would store, with everything treated as Tandem proposes: a row, or one for each file of an archive. */
export async function dryRun(file: string, pool: Pool, options: ReadOptions): Promise<(FoundFile | RefusedFile)[]> {
  // Made readable by its owner alone: for a moment it holds the words of the file.
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-dry-run-"));
  try {
    return await told(file, async () => {
      assertReadable(file);
      const source = { file, path: path.resolve(file), name: path.basename(file), inArchive: false };
      return lookAt(source, folder, pool, options);
    });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function told<T>(file: string, look: () => Promise<T[]>): Promise<(T | RefusedFile)[]> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof Refusal) return [{ file, refused: sentenceOf(error.code, error.params) }];
    throw error;
  }
}

async function lookAt(
  source: Source,
  folder: string,
  pool: Pool,
  options: ReadOptions,
): Promise<(FoundFile | RefusedFile)[]> {
  const limitBytes = fileLimitMegabytes() * 1024 * 1024;
  const readPath = path.join(folder, source.inArchive ? "entry-read.json" : "read.json");
  const job = { path: source.path, name: source.name, outPath: readPath, options, limitBytes };
  await pool.run({ kind: "read-file", ...job }, READING_LIMITS);
  const content = JSON.parse(fs.readFileSync(readPath, "utf8")) as FileContent;
  if (content.kind === "transcript") return [await transcriptRow(source.file, content.read, readPath, folder, pool)];
  if (content.kind === "survey") return [surveyRow(source.file, content.survey)];
  if (source.inArchive) throw new Refusal("archive-in-archive", 422, { name: source.name });
  const rows: (FoundFile | RefusedFile)[] = [];
  for (const { index, name } of content.entries) {
    const file = `${source.file}/${name}`;
    const entryPath = path.join(folder, "entry");
    rows.push(
      ...(await told(file, async () => {
        const taking = { path: source.path, index, outPath: entryPath, limitBytes };
        await pool.run({ kind: "take-entry", ...taking }, READING_LIMITS);
        const entry = { file, path: entryPath, name: path.posix.basename(name), inArchive: true };
        return lookAt(entry, folder, pool, options);
      })),
    );
  }
  return rows;
}

function surveyRow(file: string, read: SurveyRead): FoundFile {
  const { answers, text, ...survey } = surveySummary(read);
  return {
    file,
    format: read.format,
    encoding: read.encoding,
    speakers: [],
    turns: answers,
    cues: 0,
    characters: text.length,
    textSha256: textHash(text),
    problems: read.problems,
    survey,
  };
}

async function transcriptRow(
  file: string,
  read: ReadResult,
  readPath: string,
  folder: string,
  pool: Pool,
): Promise<FoundFile> {
  const labels = foundLabels(read);
  const outPath = path.join(folder, "transcript.json");
  const decisions = labels.map((found) => found.proposal);
  const speakers = new Map(
    labels.filter(({ proposal }) => proposal.treatment === "speaker").map(({ label }) => [label, 0]),
  );
  for (const { label } of read.blocks) {
    const turns = label === null ? undefined : speakers.get(label);
    if (label !== null && turns !== undefined) speakers.set(label, turns + 1);
  }
  await pool.run({ kind: "build-transcript", readPath, decisions, outPath }, READING_LIMITS);
  const { transcript, sha256 } = JSON.parse(fs.readFileSync(outPath, "utf8")) as MeasuredTranscript;
  return {
    file,
    format: read.format,
    encoding: read.encoding,
    speakers: [...speakers].map(([label, turns]) => ({ label, turns })),
    turns: [...speakers.values()].reduce((sum, turns) => sum + turns, 0),
    cues: read.unit === "cue" ? read.blocks.filter((block) => !block.sameCue).length : 0,
    characters: transcript.text.length,
    textSha256: sha256,
    problems: read.problems,
  };
}
