import { jsonAnswer } from "../../answer";
import { handle } from "../../handle";
import { importingLead, readAgain, stagedPreview } from "../stage-file";

interface Params {
  stage: string;
}

export const GET = handle<Params>(async ({ url, params, workspace, visitor }) => {
  const lead = importingLead(workspace, visitor.actor, url.searchParams.get("projectId") ?? "", false);
  return jsonAnswer({ preview: await stagedPreview(workspace, lead, params.stage) });
});

export const POST = handle<Params>(async ({ request, url, params, state, workspace, visitor }) => {
  const lead = importingLead(workspace, visitor.actor, url.searchParams.get("projectId") ?? "", true);
  const encoding = url.searchParams.get("encoding");
  return jsonAnswer({ preview: await readAgain(state, workspace, lead, params.stage, encoding, request.signal) });
});
