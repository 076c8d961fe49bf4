import { notFound } from "@/lib/refusal";
import { jsonAnswer } from "../../../../answer";
import { handle } from "../../../../handle";
import { readJson } from "../../../../read-json";
import { importingLead } from "../../../importing-lead";
import { readOptionsOf } from "../../../read-options";
import { stageEntry } from "../../../stage-file";

interface Params {
  stage: string;
  index: string;
}

/** Stages one file of a staged archive. The body says how it is to be read: a ReadOptions as JSON, or nothing. */
export const POST = handle<Params>(async ({ request, url, params, state, workspace, visitor }) => {
  const lead = importingLead(workspace, visitor.actor, url.searchParams.get("projectId"), true);
  if (!/^\d{1,5}$/.test(params.index)) throw notFound();
  const options = readOptionsOf(await readJson(request));
  const reading = { state, workspace, lead, signal: request.signal };
  return jsonAnswer({ preview: await stageEntry(reading, params.stage, Number(params.index), options) });
});
