import { jsonAnswer } from "../../answer";
import { handle } from "../../handle";
import { readJson } from "../../read-json";
import { importingLead } from "../importing-lead";
import { readOptionsOf } from "../read-options";
import { dropStage, readAgain, stagedPreview } from "../stage-file";

interface Params {
  stage: string;
}

export const GET = handle<Params>(async ({ url, params, workspace, visitor }) => {
  const lead = importingLead(workspace, visitor.actor, url.searchParams.get("projectId"), false);
  return jsonAnswer({ preview: await stagedPreview(workspace, lead, params.stage) });
});

/** The body says how the file is to be read: a ReadOptions as JSON. */
export const POST = handle<Params>(async ({ request, url, params, state, workspace, visitor }) => {
  const lead = importingLead(workspace, visitor.actor, url.searchParams.get("projectId"), true);
  const options = readOptionsOf(await readJson(request));
  const reading = { state, workspace, lead, signal: request.signal };
  return jsonAnswer({ preview: await readAgain(reading, params.stage, options) });
});

export const DELETE = handle<Params>(async ({ url, params, workspace, visitor }) => {
  const lead = importingLead(workspace, visitor.actor, url.searchParams.get("projectId"), true);
  await dropStage(workspace, lead, params.stage);
  return jsonAnswer({});
});
