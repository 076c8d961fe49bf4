import fs from "node:fs";
import path from "node:path";
import { FILE_LIMIT_BYTES, readFile } from "@/lib/readers/read-file";
import { foundLabels } from "@/lib/readers/speakers";
import { buildTranscript } from "@/lib/readers/transcript";
import { Refusal } from "@/lib/refusal";
import { textHash } from "@/lib/text/words-hash";
import { sentenceOf } from "../ui/sentences";
import { type Command, UsageError } from "./command";

type DryRun =
  | {
      readonly file: string;
      readonly format: string;
      readonly encoding: string | null;
      readonly speakers: readonly { readonly label: string; readonly turns: number }[];
      readonly turns: number;
      readonly cues: number;
      readonly characters: number;
      readonly textSha256: string;
      readonly problems: readonly unknown[];
    }
  | { readonly file: string; readonly refused: string };

function bytesOf(file: string): Uint8Array {
  try {
    // Looked at before it is read: nobody's memory is needed to say that a file is too large.
    if (fs.statSync(file).size > FILE_LIMIT_BYTES) {
      throw new Refusal("file-too-big", 413, { megabytes: FILE_LIMIT_BYTES / 1024 / 1024, name: path.basename(file) });
    }
    return fs.readFileSync(file);
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    const refusal = new Refusal("file-not-readable", 404, { file });
    refusal.cause = cause;
    throw refusal;
  }
}

/** What importing the file would store, with the labels treated as Tandem proposes. Nothing is stored. */
export async function dryRun(file: string): Promise<DryRun> {
  try {
    const read = await readFile(bytesOf(file), path.basename(file));
    const labels = foundLabels(read);
    const { text } = buildTranscript(
      read,
      labels.map((found) => found.proposal),
    );
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
  } catch (error) {
    if (error instanceof Refusal) return { file, refused: sentenceOf(error.code, error.params) };
    throw error;
  }
}

export const importFiles: Command = {
  name: "import",
  summary: "Say what importing files would give: format, encoding, speakers, turns, problems",
  usage: "--dry-run FILE…",
  about: [
    "Nothing is stored: importing into a project is done in the browser or over the API (POST /api/imports).",
    "Exit code 1 when a file is refused; the others are told all the same.",
  ],
  options: { "dry-run": { type: "boolean" } },
  async run(call) {
    if (!call.values["dry-run"]) throw new UsageError("Only --dry-run is offered here.");
    if (call.positionals.length === 0) throw new UsageError("Name at least one file.");
    const files: DryRun[] = [];
    for (const file of call.positionals) files.push(await dryRun(file));
    return {
      json: { files },
      lines: files.map((one) =>
        "refused" in one
          ? `${one.file}: ${one.refused}`
          : `${one.file}: ${one.format}${one.encoding ? `, ${one.encoding}` : ""}, ${one.turns} turns, ${one.characters} characters; ` +
            (one.speakers.map(({ label, turns }) => `${label} (${turns})`).join(", ") || "no speakers found"),
      ),
      failed: files.some((one) => "refused" in one),
    };
  },
};
