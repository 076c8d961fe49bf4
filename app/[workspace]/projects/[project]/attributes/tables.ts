import type { ActInput } from "@/db/acts";
import type { WorkspaceName } from "@/db/workspace";
import type { StagedTablePreview, TablePlanPreview } from "../../../../api/attributes/stage-table";
import { ask, jsonOf } from "../../../../client/api";
import type { TableScope } from "./table-scope";

export type { StagedTablePreview, TablePlanPreview };

/** What the import takes, without the stage: the preview takes the same. */
export type TableMapping = Omit<ActInput<"import-attributes">, "projectId" | "stageId">;

export async function stageTable(
  workspace: WorkspaceName,
  projectId: string,
  scope: TableScope,
  file: File,
): Promise<StagedTablePreview> {
  const question = new URLSearchParams({ projectId, name: file.name, owner: scope.owner });
  if (scope.surveyId) question.set("surveyId", scope.surveyId);
  const headers = { "content-type": "application/octet-stream" };
  const answer = await ask(workspace, `/api/attributes/tables?${question}`, { method: "POST", headers, body: file });
  return ((await jsonOf(answer)) as { table: StagedTablePreview }).table;
}

export async function planTable(
  workspace: WorkspaceName,
  projectId: string,
  stageId: string,
  mapping: TableMapping,
  signal: AbortSignal,
): Promise<TablePlanPreview> {
  const address = `/api/attributes/tables/${stageId}?${new URLSearchParams({ projectId })}`;
  const headers = { "content-type": "application/json" };
  const answer = await ask(workspace, address, { method: "POST", headers, body: JSON.stringify(mapping), signal });
  return ((await jsonOf(answer)) as { plan: TablePlanPreview }).plan;
}
