import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { FoundLabel, Problem, ReadResult, Transcript } from "@/lib/readers/read-result";
import { Refusal } from "@/lib/refusal";
import { textHash } from "@/lib/text/words-hash";
import { sentenceOf } from "../ui/sentences";
import type { Pool } from "../workers/pool";

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
}

/** The same limits as for a file that comes over the network. */
const LIMITS = { deadlineMs: 60_000, memoryMb: 700 };

/** Throws the Refusal `file-not-readable` for what is not there, not a file, or not to be read by this account. */
export function assertReadable(file: string): void {
  try {
    fs.accessSync(file, fs.constants.R_OK);
    if (fs.statSync(file).isFile()) return;
  } catch {
    // Refused below, whatever it was.
  }
  throw new Refusal("file-not-readable", 404, { file });
}

async function readInto(folder: string, file: string, pool: Pool): Promise<FoundFile> {
  const [readPath, outPath] = [path.join(folder, "read.json"), path.join(folder, "transcript.json")];
  assertReadable(file);
  const job = { kind: "read-file" as const, path: path.resolve(file), name: path.basename(file), outPath: readPath };
  await pool.run(job, LIMITS);
  const { read, labels } = JSON.parse(fs.readFileSync(readPath, "utf8")) as {
    readonly read: ReadResult;
    readonly labels: readonly FoundLabel[];
  };
  const decisions = labels.map((found) => found.proposal);
  await pool.run({ kind: "build-transcript", readPath, decisions, outPath }, LIMITS);
  const { text } = JSON.parse(fs.readFileSync(outPath, "utf8")) as Transcript;
  return {
    file,
    format: read.format,
    encoding: read.encoding,
    speakers: labels.map(({ label, turns }) => ({ label, turns })),
    turns: read.blocks.filter((block) => block.label !== null).length,
    cues: read.unit === "cue" ? read.blocks.length : 0,
    characters: text.length,
    textSha256: textHash(text),
    problems: read.problems,
  };
}

/** What importing the file would store, with the labels treated as Tandem proposes. Nothing is stored. */
export async function dryRun(file: string, pool: Pool): Promise<FoundFile | RefusedFile> {
  // Made readable by its owner alone: for a moment it holds the words of the file.
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-dry-run-"));
  try {
    return await readInto(folder, file, pool);
  } catch (error) {
    if (error instanceof Refusal) return { file, refused: sentenceOf(error.code, error.params) };
    throw error;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
