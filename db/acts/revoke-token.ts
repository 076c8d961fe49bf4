// A person takes one of their access tokens back; it stops working at once.
import { and, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "@/lib/refusal";
import { idSchema } from "../id-schema";
import { accessToken } from "../schema";
import { workspaceAct } from "./act";

export const revokeToken = workspaceAct({
  name: "revoke-token",
  summary: "Ends one of the person's own access tokens.",
  who: ["owner", "member"],
  input: z.object({ tokenId: idSchema }),
  run(tx, actor, { tokenId }, moment) {
    const revoked = tx
      .update(accessToken)
      .set({ revokedAt: moment.now })
      .where(and(eq(accessToken.id, tokenId), eq(accessToken.userId, actor.userId), isNull(accessToken.revokedAt)))
      .run();
    if (revoked.changes !== 1) throw notFound();
    return { result: { tokenId }, final: "A revoked token stays revoked; make a new one instead." };
  },
});
