import fs from "node:fs";
import path from "node:path";
import { commandLineActor } from "@/db/accounts/command-line-actor";
import { dataFolder } from "@/db/data-folder";
import { memberOf } from "@/db/membership";
import { closeWorkspace, dbOf, openWorkspace } from "@/db/workspace";
import { ENCODINGS, encodingName } from "@/lib/readers/encodings";
import type { ReadOptions } from "@/lib/readers/read-result";
import { Refusal } from "@/lib/refusal";
import { createPool, type Pool } from "../workers/pool";
import { type Command, type CommandAnswer, type CommandCall, UsageError } from "./command";
import { dryRun, type FoundFile, type RefusedFile } from "./dry-run";
import { findProject } from "./find-project";
import { type ImportAnswer, ProjectImport } from "./import-into-project";
import { listedFiles } from "./listed-files";

function speakersLine(speakers: FoundFile["speakers"]): string {
  return speakers.map(({ label, turns }) => `${label} (${turns})`).join(", ") || "no speakers found";
}

const encodingWords = (encoding: string | null) => (encoding ? `, ${encoding}` : "");

function foundLine(one: FoundFile | RefusedFile): string {
  if ("refused" in one) return `${one.file}: ${one.refused}`;
  const what = `${one.file}: ${one.format}${encodingWords(one.encoding)}`;
  if (one.survey) {
    const { producer, rows, columns } = one.survey;
    return `${what}, a survey (${producer}) of ${rows} rows and ${columns.length} columns; ${one.turns} answers in free text`;
  }
  return `${what}, ${one.turns} turns, ${one.characters} characters; ${speakersLine(one.speakers)}`;
}

/** How the files are to be read. A password stands in no argument, where every process of the machine could see it. */
function readOptions(call: CommandCall): ReadOptions {
  const asked = call.values.encoding;
  const encoding = asked === undefined ? null : encodingName(String(asked));
  if (asked !== undefined && encoding === null) {
    throw new UsageError(`The encoding ${String(asked)} is not known; there are ${ENCODINGS.join(", ")}.`);
  }
  const password = process.env.TANDEM_FILE_PASSWORD;
  return {
    ...(encoding ? { encoding } : {}),
    ...(call.values.verbatim === true ? { verbatim: true } : {}),
    ...(password ? { password } : {}),
  };
}

async function tell(call: CommandCall, pool: Pool): Promise<CommandAnswer> {
  const files: (FoundFile | RefusedFile)[] = [];
  for (const file of listedFiles(call.positionals)) files.push(...(await dryRun(file, pool, readOptions(call))));
  return {
    json: { files },
    lines: files.map(foundLine),
    failed: files.some((one) => "refused" in one),
  };
}

function lineOf(one: ImportAnswer): string {
  if ("refused" in one) return `${one.file}: ${one.refused}`;
  if ("duplicateOf" in one) {
    return `${one.file}: skipped, the project has it already as “${one.duplicateOf.name}” (--again imports it all the same)`;
  }
  if ("surveyId" in one) {
    const { respondents, documents, attributes } = one;
    const made = `${respondents} respondents, ${documents.length} documents, ${attributes} attributes`;
    return `${one.file}: added as the survey “${one.name}”, ${one.format}${encodingWords(one.encoding)}; ${made}`;
  }
  return `${one.file}: added as “${one.name}”, ${one.format}${encodingWords(one.encoding)}; ${speakersLine(one.speakers)}`;
}

async function store(call: CommandCall, pool: Pool): Promise<CommandAnswer> {
  if (!fs.existsSync(dataFolder(call.dataRoot).database)) {
    throw new Refusal("no-data-here", 404, { folder: call.dataRoot });
  }
  // Takes the lock of the folder: refused while the server runs.
  const workspace = openWorkspace("main", call.dataRoot, path.join(call.root, "db", "migrations"));
  try {
    const project = findProject(call, workspace);
    const lead = memberOf(dbOf(workspace), commandLineActor(dbOf(workspace)), project.id);
    const choice = { options: readOptions(call), again: call.values.again === true };
    const bringing = new ProjectImport(workspace, lead, pool, choice);
    const files: ImportAnswer[] = [];
    for (const file of listedFiles(call.positionals)) files.push(...(await bringing.bring(file)));
    return {
      json: { project, files },
      lines: files.map(lineOf),
      failed: files.some((one) => "refused" in one),
    };
  } finally {
    closeWorkspace(workspace);
  }
}

export const importFiles: Command = {
  name: "import",
  summary: "Bring files into a project, or say what that would give: format, encoding, speakers, turns, problems",
  usage: "--project NAME_OR_ID [OPTIONS] FILE_OR_FOLDER… | --dry-run [OPTIONS] FILE_OR_FOLDER…",
  about: [
    "A folder stands for all files in it, and a zip for each file in it (told as archive.zip/name).",
    "Speakers and a survey's columns are taken as Tandem proposes; in the browser they can be looked at first.",
    "A file that cannot be read is told, the others go in, each by itself; then the exit code is 1.",
    "A file that the project has already is told and skipped.",
    "Stop the server first, except for --dry-run, which stores nothing and needs no data folder.",
    "",
    "  --again            import files that the project has already once more",
    "  --encoding NAME    read text files in this encoding instead of the one that is recognised",
    "  --verbatim         switch every clean-up off, for transcripts whose spaces and signs carry meaning",
    "",
    "TANDEM_FILE_PASSWORD in the environment opens PDFs that ask for a password; it is not stored.",
    "TANDEM_FILE_LIMIT_MB is the most that a file may have, 25 unless said otherwise, 100 at most.",
  ],
  options: {
    "dry-run": { type: "boolean" },
    project: { type: "string" },
    again: { type: "boolean" },
    encoding: { type: "string" },
    verbatim: { type: "boolean" },
  },
  async run(call) {
    if (call.positionals.length === 0) throw new UsageError("Name at least one file.");
    const dry = call.values["dry-run"] === true;
    if (dry && (call.values.project !== undefined || call.values.again === true))
      throw new UsageError("--dry-run stores nothing, so it takes neither --project nor --again.");
    if (!dry && call.values.project === undefined)
      throw new UsageError("Say where to: --project NAME_OR_ID, or --dry-run.");
    const pool = createPool({ entry: call.bundle, size: 1 });
    try {
      return await (dry ? tell(call, pool) : store(call, pool));
    } finally {
      await pool.close();
    }
  },
};
