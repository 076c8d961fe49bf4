// The access tokens that a person has made and that still work, without their secrets.
import { and, asc, eq, gt, isNull } from "drizzle-orm";
import * as z from "zod";
import { accessToken } from "../schema";
import { workspaceRead } from "./read";

export const myTokens = workspaceRead({
  name: "my-tokens",
  summary: "The person's own access tokens that are neither revoked nor expired.",
  params: z.object({}),
  run(db, actor) {
    return db
      .select({
        tokenId: accessToken.id,
        name: accessToken.name,
        scope: accessToken.scope,
        createdAt: accessToken.createdAt,
        expiresAt: accessToken.expiresAt,
      })
      .from(accessToken)
      .where(
        and(
          eq(accessToken.userId, actor.userId),
          isNull(accessToken.revokedAt),
          gt(accessToken.expiresAt, new Date().toISOString()),
        ),
      )
      .orderBy(asc(accessToken.createdAt), asc(accessToken.id))
      .all();
  },
});
