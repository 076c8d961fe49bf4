import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import {
  agreementFileSchema,
  type NamedProject,
  projectFromCsv,
  projectFromJson,
} from "@/lib/agreement/agreement-file";
import type { AgreementProject, AgreementUnit } from "@/lib/agreement/agreement-project";
import { reportJson } from "@/lib/agreement/report-json";
import { Refusal } from "@/lib/refusal";
import { agreementCsv } from "@/lib/writers/agreement-csv";
import { agreementTable } from "./agreement-text";
import { type Command, type CommandCall, onePositional, UsageError } from "./command";
import { findAllNamed } from "./find-named";
import { assertReadable } from "./listed-files";
import { readJsonFile } from "./read-json-file";

const UNITS: readonly AgreementUnit[] = ["character", "turn", "sentence", "paragraph", "document", "given"];
const FORMATS = ["table", "json", "csv"];

function readProject(file: string): NamedProject {
  assertReadable(file);
  const ending = path.extname(file).toLowerCase();
  if (ending === ".json") return projectFromJson(readJsonFile(file, agreementFileSchema));
  if (ending === ".csv") return projectFromCsv(fs.readFileSync(file, "utf8"), file);
  throw new Refusal("agreement-file-kind", 415, { file });
}

/** Turns where they are known, then paragraphs; a file that knows neither has its own units, or characters. */
function usualUnit(project: AgreementProject): AgreementUnit {
  const order = ["turn", "paragraph", "given"] as const;
  return order.find((unit) => project.documents.some((document) => document.units?.[unit])) ?? "character";
}

function unitsOf(call: CommandCall, project: AgreementProject): { units: AgreementUnit[]; overlap: boolean } {
  const asked = call.values.unit === undefined ? [usualUnit(project)] : String(call.values.unit).split(",");
  const names = [...new Set(asked.map((name) => name.trim()).filter(Boolean))];
  const units = UNITS.filter((unit) => names.includes(unit));
  const unknown = names.find((name) => name !== "overlap" && !units.some((unit) => unit === name));
  if (unknown !== undefined || names.length === 0) {
    throw new UsageError(`--unit is one or more of ${[...UNITS, "overlap"].join(", ")}, with commas.`);
  }
  return { units, overlap: names.includes("overlap") };
}

function minShareOf(call: CommandCall): number | undefined {
  const asked = call.values["min-share"];
  if (asked === undefined) return undefined;
  const share = Number(asked);
  if (!(share >= 0 && share <= 1) || asked === "") throw new UsageError("--min-share is a number from 0 to 1.");
  return share;
}

/** Of a whole number that an option gives, within bounds. */
function wholeOf(call: CommandCall, option: string, usual: number, least: number, most: number): number {
  const asked = call.values[option];
  if (asked === undefined) return usual;
  const value = Number(asked);
  if (asked === "" || !Number.isInteger(value) || value < least || value > most) {
    throw new UsageError(`--${option} is a whole number from ${least} to ${most}.`);
  }
  return value;
}

function confidenceOf(call: CommandCall): number {
  const asked = call.values.confidence;
  if (asked === undefined) return 0.95;
  const confidence = Number(asked);
  if (asked === "" || !(confidence > 0 && confidence < 1)) {
    throw new UsageError("--confidence is a number between 0 and 1, such as 0.95.");
  }
  return confidence;
}

function chosen(what: string, names: ReadonlyMap<string, string>, asked: unknown): string[] | null {
  const among = [...names].map(([id, name]) => ({ id, names: [name] }));
  return findAllNamed(what, among, asked)?.map((one) => one.id) ?? null;
}

function withDocuments(project: AgreementProject, ids: readonly string[] | null): AgreementProject {
  if (!ids) return project;
  const left = new Set(project.documents.map(({ id }) => id).filter((id) => !ids.includes(id)));
  return {
    ...project,
    documents: project.documents.filter(({ id }) => !left.has(id)),
    assignments: project.assignments?.filter(({ documentId }) => !left.has(documentId)),
    codings: project.codings.filter(({ documentId }) => !left.has(documentId)),
  };
}

function versionOf(root: string): string {
  return String(
    (JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")) as { version?: unknown }).version,
  );
}

export const agreement: Command = {
  name: "agreement",
  summary: "Compute on a file of codings how far coders agree, without the app",
  usage:
    "FILE.json|FILE.csv [--unit UNIT,…] [--coders A,B] [--documents …] [--codes …] [--roll-up] [--bootstrap 2000] [--format table|json|csv]",
  about: [
    `UNIT is ${[...UNITS, "overlap"].join(", ")}; without it turns, else paragraphs, else what the file has.`,
    "--coders, --documents and --codes take ids or names with commas, or are given several times; default all.",
    "--bootstrap 2000 --seed 1 are the resamples of documents behind the bootstrap intervals; 0 leaves them out.",
    "--confidence 0.95 is that of all intervals.",
    "--roll-up lets a theme count what its sub-themes hold. --min-share 0.5 counts a unit as coded when that share is.",
    "A .csv has the columns document, coder, code, start, end, document_length. A .json holds documents, codes, coders",
    "and codings; offsets count UTF-16 code units, the end is not included. --json is short for --format json.",
  ],
  options: {
    unit: { type: "string" },
    coders: { type: "string", multiple: true },
    documents: { type: "string", multiple: true },
    codes: { type: "string", multiple: true },
    "roll-up": { type: "boolean" },
    "min-share": { type: "string" },
    bootstrap: { type: "string" },
    seed: { type: "string" },
    confidence: { type: "string" },
    format: { type: "string" },
  },
  async run(call) {
    const file = onePositional(call, "file");
    const format = String(call.values.format ?? "table");
    if (!FORMATS.includes(format)) throw new UsageError(`--format is one of ${FORMATS.join(", ")}.`);
    const minShare = minShareOf(call);
    const confidence = confidenceOf(call);
    const replicates = wholeOf(call, "bootstrap", 2_000, 0, 100_000);
    const seed = wholeOf(call, "seed", 1, 0, 4_294_967_295);
    const { project: whole, names } = readProject(file);
    const { units, overlap } = unitsOf(call, whole);
    const coders = chosen("coder", names.coders, call.values.coders) ?? whole.coders;
    if (coders.length < 2) throw new Refusal("coders-too-few", 422);
    if (overlap && coders.length > 2) throw new Refusal("coders-not-two", 422);
    const codeIds = chosen("code", names.codes, call.values.codes);
    const project = withDocuments(whole, chosen("document", names.documents, call.values.documents));
    const report = reportJson(project, names.codes, {
      units,
      coders,
      rollUp: call.values["roll-up"] === true,
      minShare,
      codeIds: codeIds ? new Set(codeIds) : undefined,
      confidence,
      bootstrap: replicates > 0 ? { replicates, seed } : undefined,
    });
    const json = {
      program: { name: "tandem", version: versionOf(call.root) },
      source: { file, sha256: createHash("sha256").update(fs.readFileSync(file)).digest("hex") },
      ...report,
    };
    if (format === "json") return { json, lines: [JSON.stringify(json)] };
    if (format === "csv") return { json, lines: [agreementCsv(report, names).trimEnd()] };
    return { json, lines: agreementTable(report, names, overlap || units.length === 0) };
  },
};
