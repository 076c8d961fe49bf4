import { joinByInvitation } from "@/db/accounts/join-by-invitation";
import { sessionFor } from "@/db/accounts/sign-in";
import { jsonAnswer } from "../../answer";
import { assertByHand, handleAnyone } from "../../handle";
import { readJson } from "../../read-json";
import { passwordOf } from "../password-of";

/** `{secret, name, email, password}` makes an account; a signed-in person who sends the secret alone joins as they are. */
export const POST = handleAnyone(async ({ request, workspace, secure, visitor }) => {
  const input = await readJson(request);
  if (visitor) assertByHand(visitor);
  const asNew = typeof input === "object" && input !== null && "password" in input;
  const joined = await joinByInvitation(workspace, input, asNew ? null : (visitor?.actor ?? null));
  const { userId, projectId, email } = joined;
  const cookies = email
    ? await sessionFor(workspace, secure, request.headers, { email, password: passwordOf(input) })
    : [];
  return jsonAnswer({ userId, projectId }, 200, cookies);
});
