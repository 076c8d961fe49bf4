// The lead withdraws a link that nobody has used yet.
import { and, eq } from "drizzle-orm";
import * as z from "zod";
import { notFound, Refusal } from "@/lib/refusal";
import { idSchema } from "../id-schema";
import { invitation } from "../schema";
import { projectAct } from "./act";

export const withdrawInvitation = projectAct({
  name: "withdraw-invitation",
  summary: "Makes an unused invitation link worthless.",
  who: ["lead"],
  input: z.object({ projectId: idSchema, invitationId: idSchema }),
  run(tx, _actor, { projectId, invitationId }, moment) {
    const found = tx
      .select({ claimedAt: invitation.claimedAt, withdrawnAt: invitation.withdrawnAt })
      .from(invitation)
      .where(and(eq(invitation.id, invitationId), eq(invitation.projectId, projectId)))
      .get();
    if (!found) throw notFound();
    if (found.claimedAt) throw new Refusal("invitation-used", 410);
    if (found.withdrawnAt) throw new Refusal("invitation-withdrawn", 410);
    tx.update(invitation).set({ withdrawnAt: moment.now }).where(eq(invitation.id, invitationId)).run();
    return {
      result: { invitationId },
      final: "A withdrawn link stays withdrawn; a new invitation makes a new link.",
      tells: [{ to: "leads", subject: "members" }],
    };
  },
});
