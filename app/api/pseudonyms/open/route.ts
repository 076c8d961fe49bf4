import { memberOf } from "@/db/membership";
import { openPseudonymKey } from "@/db/pseudonym-key";
import { dbOf } from "@/db/workspace";
import { Refusal } from "@/lib/refusal";
import { jsonAnswer } from "../../answer";
import { handle } from "../../handle";
import { readJson } from "../../read-json";
import { openPseudonymsSchema } from "../open-pseudonyms-schema";

/** The table of names, to a lead who knows its passphrase: in a body, so that it stands in no address and no log. */
export const POST = handle(async ({ request, workspace, visitor }) => {
  const body = await readJson(request);
  const projectId = openPseudonymsSchema.shape.projectId.safeParse((body as { projectId?: unknown } | null)?.projectId);
  const db = dbOf(workspace);
  const member = memberOf(db, visitor.actor, projectId.data ?? "");
  if (member.role !== "lead") throw new Refusal("role-may-not", 403, { role: member.role });
  const asked = openPseudonymsSchema.safeParse(body);
  // Too short to be one: wrong like any other.
  if (!asked.success) throw new Refusal("passphrase-wrong", 422);
  const { table, version } = await openPseudonymKey(db, asked.data.projectId, asked.data.passphrase);
  return jsonAnswer({ table, version });
});
