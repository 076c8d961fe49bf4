// Say where in a recording the transcript begins, and who may hear it.
import { eq } from "drizzle-orm";
import * as z from "zod";
import { MOST_OFFSET_MS } from "@/lib/recordings/offset-words";
import { Refusal } from "@/lib/refusal";
import { idSchema } from "../id-schema";
import { document, recording } from "../schema";
import { projectAct } from "./act";
import { standingRecording } from "./standing-recording";

export const offsetSchema = z.int().min(-MOST_OFFSET_MS).max(MOST_OFFSET_MS);

const settings = { offsetMs: offsetSchema, leadOnly: z.boolean() };

export const setRecording = projectAct({
  name: "set-recording",
  summary: "Sets how far into a recording the transcript's zero lies, and whether leads alone may hear it.",
  who: ["lead"],
  input: z.object({
    projectId: idSchema,
    recordingId: idSchema,
    ...settings,
    version: z.int().optional(),
    /**
     * Refuses unless it is so now: undo must not take back what somebody else did since, and not let everybody hear a
     * voice because names were replaced since.
     */
    from: z.object({ ...settings, pseudonymised: z.boolean() }).optional(),
  }),
  run(tx, actor, { recordingId, offsetMs, leadOnly, version, from }) {
    const row = standingRecording(tx, actor, recordingId);
    if (version !== undefined && version !== row.version) throw new Refusal("changed-meanwhile", 409);
    const beside = tx
      .select({ at: document.pseudonymisedAt })
      .from(document)
      .where(eq(document.id, row.documentId))
      .get();
    const pseudonymised = Boolean(beside?.at);
    if (from && from.pseudonymised !== pseudonymised) throw new Refusal("recording-names-replaced", 409);
    if (from && (from.offsetMs !== row.offsetMs || from.leadOnly !== row.leadOnly)) {
      throw new Refusal("changed-meanwhile", 409);
    }
    tx.update(recording)
      .set({ offsetMs, leadOnly, version: row.version + 1 })
      .where(eq(recording.id, row.id))
      .run();
    const before = { offsetMs: row.offsetMs, leadOnly: row.leadOnly };
    return {
      result: { version: row.version + 1 },
      inverse: {
        act: "set-recording",
        input: { projectId: actor.projectId, recordingId, ...before, from: { offsetMs, leadOnly, pseudonymised } },
      },
      tells: [{ to: "project", subject: "documents", documentId: row.documentId }],
    };
  },
});
