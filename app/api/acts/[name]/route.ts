import { tellSessionsChanged } from "@/db/accounts/sessions";
import { acts } from "@/db/acts";
import { prepareAct, runAct } from "@/db/acts/run-act";
import { redo, undo } from "@/db/acts/undo";
import { notFound } from "@/lib/refusal";
import { prepareInChild } from "../../../workers/prepare-in-child";
import { jsonAnswer } from "../../answer";
import { assertByHand, handle } from "../../handle";
import { readJson } from "../../read-json";

/** A token that made tokens would outlive its own end. */
const BY_HAND = new Set(["create-token"]);

export const POST = handle<{ name: string }>(async ({ request, params, state, workspace, visitor }) => {
  const { actor } = visitor;
  const input = await readJson(request);
  const idempotencyKey = request.headers.get("idempotency-key")?.slice(0, 200);
  if (params.name === "undo" || params.name === "redo") {
    const perform = params.name === "undo" ? undo : redo;
    return jsonAnswer({ result: perform(workspace, actor, input, acts, idempotencyKey).result });
  }
  const act = Object.hasOwn(acts, params.name) ? acts[params.name] : undefined;
  if (!act) throw notFound();
  if (BY_HAND.has(params.name)) assertByHand(visitor);
  const asked = { act, input, idempotencyKey };
  const prepared = await prepareAct(workspace, actor, asked, prepareInChild(state.pool));
  const { result } = runAct(workspace, actor, asked, prepared);
  // An event stream that was opened with the token asks again at once whether it may go on.
  if (params.name === "revoke-token") tellSessionsChanged(workspace, actor.userId);
  return jsonAnswer({ result });
});
