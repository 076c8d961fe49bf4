import { project } from "@/db/schema";
import { dbOf, type Workspace } from "@/db/workspace";
import { type CommandCall, UsageError } from "./command";
import { findNamed } from "./find-named";

/** The project that `--project` names by its id or its name. Throws Refusal, or UsageError without the option. */
export function findProject(call: CommandCall, workspace: Workspace): { id: string; name: string } {
  const asked = call.values.project;
  if (typeof asked !== "string" || asked.trim() === "")
    throw new UsageError("Say which project: --project NAME_OR_ID.");
  const all = dbOf(workspace).select({ id: project.id, name: project.name }).from(project).all();
  const found = findNamed(
    "project",
    all.map((one) => ({ ...one, names: [one.name] })),
    asked,
  );
  return { id: found.id, name: found.name };
}
