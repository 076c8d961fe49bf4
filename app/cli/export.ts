import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { commandLineActor } from "@/db/accounts/command-line-actor";
import type { Actor } from "@/db/actor";
import { closeReadOnlyWorkspace, openWorkspaceReadOnly } from "@/db/read-only-workspace";
import { codebook } from "@/db/reads/codebook";
import { runRead } from "@/db/reads/run-read";
import { dbOf, type Workspace } from "@/db/workspace";
import { codePath, indexCodes } from "@/lib/codebook/tree";
import { Refusal } from "@/lib/refusal";
import { fileNameOf } from "../api/exports/attachment-name";
import { exportFormats } from "../api/exports/export-formats";
import { type Command, type CommandCall, onePositional, UsageError } from "./command";
import { findAllNamed } from "./find-named";
import { findProject } from "./find-project";

type CodebookAnswer = ReturnType<(typeof codebook)["run"]>;

/** A code is called by its id, by its path from the theme down ("Theme > Sub-theme"), or by its own name. */
function codeIds(workspace: Workspace, actor: Actor, projectId: string, asked: unknown): string[] | undefined {
  if (asked === undefined) return undefined;
  const { codes } = runRead(workspace, actor, codebook, { projectId }) as CodebookAnswer;
  const index = indexCodes(codes);
  const named = codes.map(({ id, name }) => ({ id, names: [codePath(index, id).join(" > "), name] }));
  return findAllNamed("code", named, asked)?.map((one) => one.id);
}

function sourceOf(call: CommandCall): "consensus" | undefined {
  const { source } = call.values;
  if (source === undefined) return undefined;
  if (source === "consensus") return source;
  if (source === "mine") throw new Refusal("command-line-codes-nothing", 409);
  throw new UsageError("--source is consensus or mine.");
}

/** Under its name only when it is whole, and readable by its owner alone: it holds participants' words. */
function writeWhole(file: string, bytes: Uint8Array): void {
  const partial = `${file}.${process.pid}.partial`;
  try {
    fs.writeFileSync(partial, bytes, { mode: 0o600, flush: true });
    fs.renameSync(partial, file);
  } catch (cause) {
    fs.rmSync(partial, { force: true });
    const refusal = new Refusal("file-not-writable", 409, { file });
    refusal.cause = cause;
    throw refusal;
  }
}

export const exportFile: Command = {
  name: "export",
  summary: "Write quotes or the codebook of a project into a file; works beside a running server",
  usage: "FORMAT --project NAME_OR_ID [--source consensus|mine] [--codes CODE,…] [--out FILE]",
  about: [
    ...Object.values(exportFormats).map((format) => `  ${format.name.padEnd(13)} ${format.summary}`),
    "CODE is an id, a name or a path (“Theme > Sub-theme”); without --codes all codes are written.",
    "Without --out the file is named after the project and laid into the working folder, where none of that name may be.",
  ],
  options: {
    project: { type: "string" },
    source: { type: "string" },
    codes: { type: "string", multiple: true },
    out: { type: "string" },
  },
  async run(call) {
    const asked = onePositional(call, "format");
    const format = Object.hasOwn(exportFormats, asked) ? exportFormats[asked] : undefined;
    if (!format) throw new UsageError(`The formats are ${Object.keys(exportFormats).join(", ")}.`);
    const source = sourceOf(call);
    if (format.name === "codebook-csv" && (source ?? call.values.codes) !== undefined) {
      throw new UsageError("The codebook is written whole: --source and --codes go with quotes.");
    }
    const workspace = openWorkspaceReadOnly("main", call.dataRoot, path.join(call.root, "db", "migrations"));
    try {
      const project = findProject(call, workspace);
      const actor = commandLineActor(dbOf(workspace));
      const ids = codeIds(workspace, actor, project.id, call.values.codes);
      const params = { projectId: project.id, ...(source && { source }), ...(ids && { codeIds: ids }) };
      const written = await format.write(workspace, actor, params, project.name);
      const bytes = typeof written === "string" ? new TextEncoder().encode(written) : written;
      const out = call.values.out;
      const file = path.resolve(
        typeof out === "string" ? out : fileNameOf(`${project.name} ${format.title}`, format.extension),
      );
      if (out === undefined && fs.existsSync(file)) throw new Refusal("file-exists", 409, { file });
      writeWhole(file, bytes);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      return {
        json: { format: format.name, project, file, bytes: bytes.byteLength, sha256 },
        lines: [`Wrote ${file} (${bytes.byteLength} bytes).`],
      };
    } finally {
      closeReadOnlyWorkspace(workspace);
    }
  },
};
