// Give a participant another name (the pseudonym that quotes are attributed to) or role.
import { and, eq } from "drizzle-orm";
import * as z from "zod";
import { SPEAKER_ROLES } from "@/lib/readers/read-result";
import { notFound, Refusal } from "@/lib/refusal";
import { idSchema, nameSchema } from "../id-schema";
import { participant } from "../schema";
import { projectAct } from "./act";

export const nameParticipant = projectAct({
  name: "name-participant",
  summary: "Changes a participant's name or role.",
  who: ["lead"],
  input: z.object({
    projectId: idSchema,
    participantId: idSchema,
    name: nameSchema,
    role: z.enum(SPEAKER_ROLES),
    version: z.int().optional(),
  }),
  run(tx, actor, input) {
    const row = tx
      .select()
      .from(participant)
      .where(and(eq(participant.id, input.participantId), eq(participant.projectId, actor.projectId)))
      .get();
    if (!row) throw notFound();
    if (input.version !== undefined && input.version !== row.version) throw new Refusal("changed-meanwhile", 409);
    tx.update(participant)
      .set({ name: input.name, role: input.role, version: row.version + 1 })
      .where(eq(participant.id, row.id))
      .run();
    return {
      result: { version: row.version + 1 },
      // A real name may stand here until it is replaced: it must not live on in the journal.
      final: "the earlier name may be a real one and is not kept",
      trace: { projectId: actor.projectId, participantId: row.id, version: row.version + 1, role: input.role },
      tells: [{ to: "project", subject: "documents" }],
    };
  },
});
