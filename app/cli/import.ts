import fs from "node:fs";
import path from "node:path";
import { commandLineActor } from "@/db/accounts/command-line-actor";
import { dataFolder } from "@/db/data-folder";
import { closeWorkspace, dbOf, openWorkspace } from "@/db/workspace";
import { Refusal } from "@/lib/refusal";
import { createPool, type Pool } from "../workers/pool";
import { type Command, type CommandAnswer, type CommandCall, UsageError } from "./command";
import { dryRun, type FoundFile, type RefusedFile } from "./dry-run";
import { findProject } from "./find-project";
import { importIntoProject } from "./import-into-project";

function speakersLine(speakers: FoundFile["speakers"]): string {
  return speakers.map(({ label, turns }) => `${label} (${turns})`).join(", ") || "no speakers found";
}

const encodingWords = (encoding: string | null) => (encoding ? `, ${encoding}` : "");

async function tell(call: CommandCall, pool: Pool): Promise<CommandAnswer> {
  const files: (FoundFile | RefusedFile)[] = [];
  for (const file of call.positionals) files.push(await dryRun(file, pool));
  return {
    json: { files },
    lines: files.map((one) =>
      "refused" in one
        ? `${one.file}: ${one.refused}`
        : `${one.file}: ${one.format}${encodingWords(one.encoding)}, ${one.turns} turns, ${one.characters} characters; ` +
          speakersLine(one.speakers),
    ),
    failed: files.some((one) => "refused" in one),
  };
}

async function store(call: CommandCall, pool: Pool): Promise<CommandAnswer> {
  if (!fs.existsSync(dataFolder(call.dataRoot).database)) {
    throw new Refusal("no-data-here", 404, { folder: call.dataRoot });
  }
  // Takes the lock of the folder: refused while the server runs.
  const workspace = openWorkspace("main", call.dataRoot, path.join(call.root, "db", "migrations"));
  try {
    const project = findProject(call, workspace);
    const actor = commandLineActor(dbOf(workspace));
    const files = await importIntoProject(workspace, actor, project.id, call.positionals, pool);
    return {
      json: { project, files },
      lines: files.map((one) =>
        "refused" in one
          ? `${one.file}: ${one.refused}`
          : `${one.file}: added as “${one.name}”, ${one.format}${encodingWords(one.encoding)}; ${speakersLine(one.speakers)}`,
      ),
      failed: files.some((one) => "refused" in one),
    };
  } finally {
    closeWorkspace(workspace);
  }
}

export const importFiles: Command = {
  name: "import",
  summary: "Bring files into a project, or say what that would give: format, encoding, speakers, turns, problems",
  usage: "--project NAME_OR_ID FILE… | --dry-run FILE…",
  about: [
    "The speakers are taken as Tandem proposes; in the browser they can be looked at first.",
    "A file that cannot be read is told, the others go in; then the exit code is 1.",
    "Stop the server first, except for --dry-run, which stores nothing and needs no data folder.",
  ],
  options: { "dry-run": { type: "boolean" }, project: { type: "string" } },
  async run(call) {
    if (call.positionals.length === 0) throw new UsageError("Name at least one file.");
    const dry = call.values["dry-run"] === true;
    if (dry && call.values.project !== undefined)
      throw new UsageError("--dry-run stores nothing, so it takes no --project.");
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
