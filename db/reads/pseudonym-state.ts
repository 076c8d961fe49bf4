// Whether a project has a table of pseudonyms, and which documents hold them already. Never a name.
import { and, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import { idSchema } from "../id-schema";
import { document, pseudonymKey } from "../schema";
import { projectRead } from "./read";

export const pseudonymState = projectRead({
  name: "pseudonym-state",
  summary: "Whether the project has a sealed table of names, since when, and which documents hold pseudonyms.",
  who: ["lead"],
  params: z.object({ projectId: idSchema }),
  run(db, actor) {
    const key = db
      .select({ version: pseudonymKey.version, updatedAt: pseudonymKey.updatedAt })
      .from(pseudonymKey)
      .where(eq(pseudonymKey.projectId, actor.projectId))
      .get();
    const documents = db
      .select({ id: document.id, name: document.name, pseudonymisedAt: document.pseudonymisedAt })
      .from(document)
      .where(and(eq(document.projectId, actor.projectId), isNull(document.removedAt)))
      .orderBy(document.position, document.id)
      .all();
    return { version: key?.version ?? 0, updatedAt: key?.updatedAt ?? null, documents };
  },
});
