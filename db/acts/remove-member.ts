// The lead ends somebody's membership; what that person coded stays, under their name.
import { and, eq, isNull, ne } from "drizzle-orm";
import * as z from "zod";
import { notFound, Refusal } from "@/lib/refusal";
import { idSchema } from "../id-schema";
import { member } from "../schema";
import { projectAct } from "./act";

export const removeMember = projectAct({
  name: "remove-member",
  summary: "Ends a person's membership of the project at once; their codings and their author's place remain.",
  who: ["lead"],
  input: z.object({ projectId: idSchema, userId: idSchema }),
  run(tx, _actor, { projectId, userId }, moment) {
    const here = and(eq(member.projectId, projectId), isNull(member.removedAt));
    const found = tx
      .select({ id: member.id, role: member.role })
      .from(member)
      .where(and(here, eq(member.userId, userId)))
      .get();
    if (!found) throw notFound();
    if (found.role === "lead") {
      const otherLead = tx
        .select({ id: member.id })
        .from(member)
        .where(and(here, eq(member.role, "lead"), ne(member.id, found.id)))
        .get();
      if (!otherLead) throw new Refusal("last-lead-stays");
    }
    tx.update(member).set({ removedAt: moment.now }).where(eq(member.id, found.id)).run();
    return {
      result: { userId },
      final: "A removed member comes back by a new invitation.",
      tells: [
        { to: "leads", subject: "members" },
        { to: [userId], subject: "members" },
      ],
    };
  },
});
