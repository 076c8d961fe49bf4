import fs from "node:fs";
import { type AttributeScope, assertScope, columnsOf } from "@/db/attribute-columns";
import { ownersOf } from "@/db/attribute-owners";
import { newId } from "@/db/new-id";
import { type AttributeMapping, planAttributeTable } from "@/db/plan-attribute-table";
import { stagedPaths } from "@/db/staged-import";
import { openStagedTable, type StagedTable, type StagedTableMeta } from "@/db/staged-table";
import { assertWritable, dbOf } from "@/db/workspace";
import { writeWhole } from "@/db/write-whole";
import { type ProposedColumns, proposeColumns } from "@/lib/attributes/propose-columns";
import type { TablePlan } from "@/lib/attributes/table-plan";
import { fileLimitMegabytes } from "../../front-door/file-limit.mjs";
import { READING_LIMITS } from "../../workers/reading-limits";
import { receiveBody } from "../imports/receive-body";
import { fileLabel, type Reading } from "../imports/stage-file";
import { STAGED_FOR_MS, sweepNowAndThen } from "../imports/sweep-staging";

export interface StagedTablePreview extends ProposedColumns {
  readonly stageId: string;
  readonly fileName: string;
  readonly rows: number;
  readonly problems: StagedTable["problems"];
}

/** What an import would do, with lists that a screen can show. */
export interface TablePlanPreview {
  readonly changed: number;
  readonly matched: number;
  readonly unmatched: TablePlan["unmatched"];
  readonly ambiguous: TablePlan["ambiguous"];
  readonly misfits: TablePlan["misfits"];
  readonly counts: { readonly unmatched: number; readonly ambiguous: number; readonly misfits: number };
}

const MOST_SHOWN = 50;

/** Streams the body into a stage of its own and reads it in a child. A file that cannot be read leaves nothing behind. */
export async function stageTable(
  { state, workspace, lead, signal }: Reading,
  request: Request,
  asked: { readonly name: string; readonly scope: AttributeScope },
): Promise<StagedTablePreview> {
  assertWritable(workspace);
  assertScope(dbOf(workspace), lead.projectId, asked.scope);
  const now = Date.now();
  await sweepNowAndThen(workspace, now);
  const stageId = newId();
  const paths = stagedPaths(workspace.folder, stageId);
  await fs.promises.mkdir(paths.dir, { mode: 0o700 });
  try {
    const limit = fileLimitMegabytes();
    const { sha256 } = await receiveBody(request, paths.original, limit);
    const job = { path: paths.original, outPath: paths.read, limitBytes: limit * 1024 * 1024 };
    await state.pool.run({ kind: "read-table", ...job }, { ...READING_LIMITS, signal });
    const meta: StagedTableMeta = {
      kind: "table",
      userId: lead.userId,
      projectId: lead.projectId,
      fileName: fileLabel(asked.name),
      sha256,
      expiresAt: new Date(now + STAGED_FOR_MS).toISOString(),
    };
    await writeWhole(paths.meta, meta);
    // Its cells are in what was read; a table of people is not kept twice.
    await fs.promises.rm(paths.original, { force: true });
    const { rows, problems } = await openStagedTable(workspace.folder, stageId, lead.projectId, lead.userId);
    const own = columnsOf(dbOf(workspace), lead.projectId, asked.scope);
    const { owners } = ownersOf(dbOf(workspace), lead.projectId, asked.scope, own);
    const proposed = proposeColumns(rows, owners, own);
    return { stageId, fileName: meta.fileName, rows: rows.length - 1, problems, ...proposed };
  } catch (error) {
    await fs.promises.rm(paths.dir, { recursive: true, force: true });
    throw error;
  }
}

/** What importing a staged table in this way would come to. Nothing is stored. */
export async function planStagedTable(
  { workspace, lead }: Pick<Reading, "workspace" | "lead">,
  stageId: string,
  mapping: AttributeMapping,
): Promise<TablePlanPreview> {
  const { rows } = await openStagedTable(workspace.folder, stageId, lead.projectId, lead.userId);
  assertScope(dbOf(workspace), lead.projectId, mapping);
  const plan = planAttributeTable(dbOf(workspace), lead.projectId, rows, mapping);
  const { unmatched, ambiguous, misfits } = plan;
  return {
    changed: plan.cells.length,
    matched: plan.matched,
    unmatched: unmatched.slice(0, MOST_SHOWN),
    ambiguous: ambiguous.slice(0, MOST_SHOWN),
    misfits: misfits.slice(0, MOST_SHOWN),
    counts: { unmatched: unmatched.length, ambiguous: ambiguous.length, misfits: misfits.length },
  };
}
