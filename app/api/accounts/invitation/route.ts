import * as z from "zod";
import { decoded } from "@/db/accounts/decoded";
import { lookAtInvitation } from "@/db/accounts/look-at-invitation";
import { jsonAnswer } from "../../answer";
import { handleAnyone } from "../../handle";
import { readJson } from "../../read-json";

const lookSchema = z.object({ secret: z.string().min(16).max(200) });

/** What a link offers; the secret comes in the body, so that it stands in no log. */
export const POST = handleAnyone(async ({ request, workspace, visitor }) => {
  const { secret } = decoded(lookSchema, await readJson(request));
  const offer = lookAtInvitation(workspace, secret);
  return jsonAnswer({ offer, signedInAs: visitor ? visitor.actor.name : null });
});
