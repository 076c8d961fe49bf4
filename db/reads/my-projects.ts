// The projects that a person is a member of, with their role in each.
import { and, asc, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import type { Role } from "../actor";
import { member, project } from "../schema";
import { workspaceRead } from "./read";

export interface ProjectRow {
  readonly projectId: string;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: string;
}

export const myProjects = workspaceRead({
  name: "my-projects",
  summary: "The projects that the person is a member of, by name.",
  params: z.object({}),
  run(db, actor): ProjectRow[] {
    if (actor.kind === "command line") {
      return db
        .select({ projectId: project.id, name: project.name, createdAt: project.createdAt })
        .from(project)
        .orderBy(asc(project.name), asc(project.id))
        .all()
        .map((row) => ({ ...row, role: "lead" }));
    }
    return db
      .select({ projectId: project.id, name: project.name, role: member.role, createdAt: project.createdAt })
      .from(member)
      .innerJoin(project, eq(project.id, member.projectId))
      .where(and(eq(member.userId, actor.userId), isNull(member.removedAt)))
      .orderBy(asc(project.name), asc(project.id))
      .all();
  },
});
