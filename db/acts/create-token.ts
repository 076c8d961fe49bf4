// A person makes an access token for a script; the token stays with them, its hash comes here.
import { eq, or } from "drizzle-orm";
import * as z from "zod";
import { Refusal } from "@/lib/refusal";
import { idSchema, nameSchema, sha256Schema } from "../id-schema";
import { accessToken } from "../schema";
import { workspaceAct } from "./act";

const DAY_MS = 24 * 60 * 60 * 1000;

export const createToken = workspaceAct({
  name: "create-token",
  summary: "Lets a script act for the person in this workspace: scope read looks and exports, write also changes.",
  who: ["owner", "member"],
  input: z.object({
    tokenId: idSchema,
    name: nameSchema,
    scope: z.enum(["read", "write"]),
    secretHash: sha256Schema,
    days: z.int().min(1).max(365),
  }),
  run(tx, actor, { tokenId, name, scope, secretHash, days }, moment) {
    const taken = tx
      .select({ id: accessToken.id })
      .from(accessToken)
      .where(or(eq(accessToken.id, tokenId), eq(accessToken.secretHash, secretHash)))
      .get();
    if (taken) throw new Refusal("id-taken");
    const expiresAt = new Date(Date.parse(moment.now) + days * DAY_MS).toISOString();
    tx.insert(accessToken)
      .values({ id: tokenId, userId: actor.userId, name, scope, secretHash, createdAt: moment.now, expiresAt })
      .run();
    return {
      result: { tokenId, expiresAt },
      inverse: { act: "revoke-token", input: { tokenId } },
      trace: { tokenId, scope, days },
    };
  },
});
