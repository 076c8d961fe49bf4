import { jsonAnswer } from "../answer";
import { handle } from "../handle";
import { importingLead, stageFile } from "./stage-file";

/** `?projectId=…&name=file.docx[&encoding=…]` with the file's bytes as the body. */
export const POST = handle(async ({ request, url, state, workspace, visitor }) => {
  const ask = (name: string) => url.searchParams.get(name);
  const lead = importingLead(workspace, visitor.actor, ask("projectId") ?? "", true);
  const asked = { name: ask("name") ?? "", encoding: ask("encoding") };
  return jsonAnswer({ preview: await stageFile(state, workspace, lead, request, asked) });
});
