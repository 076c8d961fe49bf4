// Attributes: what a team records about its participants and its documents (age band, site, date of the talk).
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { project } from "./projects";
import { survey } from "./surveys";

export const ATTRIBUTE_KINDS = ["text", "number", "date", "choice"] as const;
export const ATTRIBUTE_OWNERS = ["participant", "document"] as const;

/** A closed question of a survey is an attribute of its respondents: `surveyId` and `column` say which. */
export const attribute = sqliteTable(
  "attribute",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => project.id),
    owner: text("owner", { enum: ATTRIBUTE_OWNERS }).notNull(),
    name: text("name").notNull(),
    kind: text("kind", { enum: ATTRIBUTE_KINDS }).notNull(),
    /** For the kind "choice": what can be chosen, in order, with the label that is shown. */
    choices: text("choices", { mode: "json" }).$type<readonly { readonly value: string; readonly label: string }[]>(),
    position: integer("position").notNull(),
    surveyId: text("survey_id").references(() => survey.id),
    column: text("column"),
    removedAt: text("removed_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    check("attribute_owner", sql`${t.owner} in ('participant', 'document')`),
    check("attribute_kind", sql`${t.kind} in ('text', 'number', 'date', 'choice')`),
    index("attribute_project").on(t.projectId),
    uniqueIndex("attribute_column").on(t.surveyId, t.column).where(sql`${t.surveyId} is not null`),
  ],
);

/** `ownerId` is a participant's or a document's id, as the attribute's owner says. No row: nothing is recorded. */
export const attributeValue = sqliteTable(
  "attribute_value",
  {
    attributeId: text("attribute_id")
      .notNull()
      .references(() => attribute.id),
    ownerId: text("owner_id").notNull(),
    value: text("value").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.attributeId, t.ownerId] }), index("attribute_value_owner").on(t.ownerId)],
);
