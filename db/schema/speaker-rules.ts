// Speaker rules: what a person decided about the labels of one file, kept for the next of the same style.
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { user } from "./accounts";
import { project } from "./projects";

export const speakerRule = sqliteTable(
  "speaker_rule",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => project.id),
    name: text("name").notNull(),
    /** A list of LabelDecision, as the importer takes them. */
    decisions: text("decisions", { mode: "json" }).$type<readonly Record<string, unknown>[]>().notNull(),
    savedAt: text("saved_at").notNull(),
    savedBy: text("saved_by")
      .notNull()
      .references(() => user.id),
    removedAt: text("removed_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("speaker_rule_project").on(t.projectId)],
);
