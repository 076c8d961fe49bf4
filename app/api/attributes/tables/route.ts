import * as z from "zod";
import { decoded } from "@/db/accounts/decoded";
import { scopeSchema } from "@/db/attribute-columns";
import { jsonAnswer } from "../../answer";
import { handle } from "../../handle";
import { importingLead } from "../../imports/importing-lead";
import { stageTable } from "../stage-table";

const scope = z.object(scopeSchema);

/** `?projectId=…&name=people.xlsx&owner=participant[&surveyId=…]` with the bytes of a csv or a workbook as the body. */
export const POST = handle(async ({ request, url, state, workspace, visitor }) => {
  const ask = (name: string) => url.searchParams.get(name) ?? undefined;
  const lead = importingLead(workspace, visitor.actor, ask("projectId") ?? null, true);
  const asked = {
    name: ask("name") ?? "",
    scope: decoded(scope, { owner: ask("owner"), surveyId: ask("surveyId") }),
  };
  const reading = { state, workspace, lead, signal: request.signal };
  return jsonAnswer({ table: await stageTable(reading, request, asked) });
});
