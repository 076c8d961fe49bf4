import { newestRevision } from "@/db/lay-revision";
import { documentRow } from "@/db/reads/coding-desk";
import { assertStagedKind, findStaged } from "@/db/staged-import";
import { dbOf } from "@/db/workspace";
import { notFound, Refusal } from "@/lib/refusal";
import { READING_LIMITS } from "../../../../workers/reading-limits";
import { jsonAnswer } from "../../../answer";
import { handle } from "../../../handle";
import { importingLead } from "../../importing-lead";

/**
 * `?projectId=…&documentId=…`: what the staged file says otherwise than the document's newest text, as changes that
 * correct-transcript takes. Nothing is changed by asking.
 */
export const POST = handle<{ stage: string }>(async ({ request, url, params, state, workspace, visitor }) => {
  const lead = importingLead(workspace, visitor.actor, url.searchParams.get("projectId"), true);
  const db = dbOf(workspace);
  const document = documentRow(db, lead, url.searchParams.get("documentId") ?? "");
  if (!/^[0-9a-f]{32}$/.test(params.stage)) throw notFound();
  const staged = await findStaged(workspace.folder, params.stage, lead.projectId, lead.userId);
  assertStagedKind(staged, "transcript");
  const { id: revisionId, text } = newestRevision(db, document.id);
  const job = { kind: "newer-text" as const, readPath: staged.paths.read, text };
  const { changes } = await state.pool.run(job, { ...READING_LIMITS, signal: request.signal });
  if (!changes) throw new Refusal("file-differs-throughout", 422, { name: staged.meta.fileName });
  return jsonAnswer({ revisionId, changes });
});
