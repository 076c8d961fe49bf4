import * as z from "zod";
import { decoded } from "@/db/accounts/decoded";
import { tableMappingSchema } from "@/db/plan-attribute-table";
import { jsonAnswer } from "../../../answer";
import { handle } from "../../../handle";
import { importingLead } from "../../../imports/importing-lead";
import { readJson } from "../../../read-json";
import { planStagedTable } from "../../stage-table";

const mapping = z.object(tableMappingSchema);

/** What importing the staged table with these columns would change; `import-attributes` takes the same and does it. */
export const POST = handle<{ stage: string }>(async ({ request, url, params, workspace, visitor }) => {
  const lead = importingLead(workspace, visitor.actor, url.searchParams.get("projectId"), true);
  const asked = decoded(mapping, await readJson(request));
  return jsonAnswer({ plan: await planStagedTable({ workspace, lead }, params.stage, asked) });
});
