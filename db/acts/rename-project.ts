// Rename a project.
import { eq } from "drizzle-orm";
import * as z from "zod";
import { notFound, Refusal } from "@/lib/refusal";
import { idSchema, nameSchema } from "../id-schema";
import { project } from "../schema";
import { projectAct } from "./act";

export const renameProject = projectAct({
  name: "rename-project",
  summary: "Gives the project another name.",
  who: ["lead"],
  input: z.object({ projectId: idSchema, name: nameSchema, from: nameSchema.optional() }),
  run(tx, actor, input) {
    const before = tx.select().from(project).where(eq(project.id, actor.projectId)).get();
    if (!before) throw notFound();
    // Undo must not take back what somebody else called it since.
    if (input.from && input.from !== before.name) throw new Refusal("changed-meanwhile", 409);
    tx.update(project)
      .set({ name: input.name, version: before.version + 1 })
      .where(eq(project.id, actor.projectId))
      .run();
    return {
      result: {},
      inverse: { act: "rename-project", input: { projectId: actor.projectId, name: before.name, from: input.name } },
      tells: [{ to: "project", subject: "project" }],
    };
  },
});
