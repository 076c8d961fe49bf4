// For tests: a survey's file staged as the upload does it, its bytes, what the reader made of them, and whose it is.
import { createHash } from "node:crypto";
import fs from "node:fs";
import type { ReadOptions } from "@/lib/readers/read-result";
import { readTableFile } from "@/lib/readers/turns-table";
import { newId } from "./new-id";
import { stagedPaths } from "./staged-import";
import type { Study } from "./study-fixture";

export async function stageSurvey(
  study: Study,
  text: string,
  options: ReadOptions = {},
  { projectId = study.projectId, fileName = "survey.csv" } = {},
) {
  const stageId = newId();
  const bytes = new TextEncoder().encode(text);
  const content = await readTableFile(bytes, options);
  if (content.kind !== "survey") throw new Error("not a survey");
  const paths = stagedPaths(study.workspace.folder, stageId);
  fs.mkdirSync(paths.dir, { recursive: true });
  fs.writeFileSync(paths.original, bytes);
  fs.writeFileSync(paths.read, JSON.stringify(content));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const whose = { userId: study.lead.userId, projectId, expiresAt: "2100-01-01T00:00:00.000Z" };
  const file = { fileName, sha256, bytes: bytes.length, format: "csv", encoding: "utf-8" };
  fs.writeFileSync(paths.meta, JSON.stringify({ ...whose, ...file, kind: "survey", verbatim: false }));
  return { stageId, survey: content.survey };
}
