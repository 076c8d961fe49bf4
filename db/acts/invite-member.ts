// The lead invites somebody by a link; the link's secret stays with the lead's browser, its hash comes here.
import { eq, or } from "drizzle-orm";
import * as z from "zod";
import { Refusal } from "@/lib/refusal";
import { ROLES } from "../actor";
import { idSchema, nameSchema, sha256Schema } from "../id-schema";
import { invitation } from "../schema";
import { projectAct } from "./act";

const DAY_MS = 24 * 60 * 60 * 1000;

export const inviteMember = projectAct({
  name: "invite-member",
  summary: "Opens one place in the project to whoever holds the link; the link works once and expires.",
  who: ["lead"],
  input: z.object({
    projectId: idSchema,
    invitationId: idSchema,
    role: z.enum(ROLES),
    name: nameSchema,
    secretHash: sha256Schema,
    days: z.int().min(1).max(60),
  }),
  run(tx, actor, input, moment) {
    const { projectId, invitationId, role, name, secretHash, days } = input;
    const taken = tx
      .select({ id: invitation.id })
      .from(invitation)
      .where(or(eq(invitation.id, invitationId), eq(invitation.secretHash, secretHash)))
      .get();
    if (taken) throw new Refusal("id-taken");
    const expiresAt = new Date(Date.parse(moment.now) + days * DAY_MS).toISOString();
    tx.insert(invitation)
      .values({
        id: invitationId,
        projectId,
        role,
        name,
        secretHash,
        createdBy: actor.userId,
        createdAt: moment.now,
        expiresAt,
      })
      .run();
    return {
      result: { invitationId, expiresAt },
      inverse: { act: "withdraw-invitation", input: { projectId, invitationId } },
      trace: { projectId, invitationId, role, days },
      tells: [{ to: "leads", subject: "members" }],
    };
  },
});
