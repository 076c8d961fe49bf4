import { draftKeyOf } from "@/db/accounts/draft-keys";
import { Refusal } from "@/lib/refusal";
import { jsonAnswer } from "../../answer";
import { assertByHand, handle } from "../../handle";
import { readJson } from "../../read-json";

/** `{device}`: the key that seals this person's unsent words on this device, for their session alone. */
export const POST = handle(async ({ request, workspace, visitor }) => {
  assertByHand(visitor);
  const { actor, sessionId } = visitor;
  if (sessionId === null) throw new Refusal("sign-in-by-hand", 403);
  return jsonAnswer({ key: draftKeyOf(workspace, { userId: actor.userId, sessionId }, await readJson(request)) });
});
