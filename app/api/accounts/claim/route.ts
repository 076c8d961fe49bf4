import { claimWorkspace } from "@/db/accounts/claim-workspace";
import { sessionFor } from "@/db/accounts/sign-in";
import { notFound } from "@/lib/refusal";
import { jsonAnswer } from "../../answer";
import { handleAnyone } from "../../handle";
import { readJson } from "../../read-json";
import { passwordOf } from "../password-of";

export const POST = handleAnyone(async ({ request, workspace, state, secure }) => {
  if (workspace.name !== "main") throw notFound();
  const input = await readJson(request);
  const { userId, email } = await claimWorkspace(workspace, input, state.loopback ? null : (state.setupCode ?? ""));
  const cookies = await sessionFor(workspace, secure, request.headers, { email, password: passwordOf(input) });
  return jsonAnswer({ userId }, 200, cookies);
});
