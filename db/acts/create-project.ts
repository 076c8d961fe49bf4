// Create a project; whoever creates it is its lead, and can code in it.
import * as z from "zod";
import { idSchema, nameSchema } from "../id-schema";
import { coder, member, project } from "../schema";
import { workspaceAct } from "./act";
import { assertNewId } from "./assert-new-id";

export const createProject = workspaceAct({
  name: "create-project",
  summary: "Creates a project with the actor as its lead.",
  who: ["owner", "member"],
  input: z.object({ projectId: idSchema, name: nameSchema }),
  run(tx, actor, input, { now, newId }) {
    assertNewId(tx, project, input.projectId);
    tx.insert(project).values({ id: input.projectId, name: input.name, createdAt: now, createdBy: actor.userId }).run();
    tx.insert(member)
      .values({ id: newId(), projectId: input.projectId, userId: actor.userId, role: "lead", joinedAt: now })
      .run();
    tx.insert(coder).values({ id: newId(), projectId: input.projectId, userId: actor.userId, name: actor.name }).run();
    return { result: { projectId: input.projectId }, final: "a project is created once" };
  },
});
