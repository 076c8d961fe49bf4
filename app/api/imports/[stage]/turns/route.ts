import { Refusal } from "@/lib/refusal";
import { jsonAnswer } from "../../../answer";
import { handle } from "../../../handle";
import { readJson } from "../../../read-json";
import { importingLead } from "../../importing-lead";
import { stagedTurnsSchema } from "../../read-options";
import { stagedTurns } from "../../stage-file";

/** The turns under one label of a staged file. Asked in a body: a label may be somebody's name. */
export const POST = handle<{ stage: string }>(async ({ request, url, params, state, workspace, visitor }) => {
  const lead = importingLead(workspace, visitor.actor, url.searchParams.get("projectId"), false);
  const question = stagedTurnsSchema.safeParse(await readJson(request));
  if (!question.success) throw new Refusal("input-not-understood", 400, { field: "label", problem: "" });
  const reading = { state, workspace, lead, signal: request.signal };
  return jsonAnswer(await stagedTurns(reading, params.stage, question.data.label));
});
