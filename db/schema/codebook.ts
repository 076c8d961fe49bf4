// The codebook: codes, every wording that they had, and the snapshots that rounds pin.
import { sql } from "drizzle-orm";
import { type AnySQLiteColumn, check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { coder, project } from "./projects";
import { round } from "./rounds";

/**
 * A node of the theme tree. `proposedBy` and `proposedIn` name the coder and the round whose private proposal it is:
 * until that round is revealed nobody else may know that it exists. Adopting it empties both.
 */
export const code = sqliteTable(
  "code",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => project.id),
    parentId: text("parent_id").references((): AnySQLiteColumn => code.id),
    position: integer("position").notNull(),
    wording: integer("wording").notNull(),
    proposedBy: text("proposed_by").references(() => coder.id),
    proposedIn: text("proposed_in").references((): AnySQLiteColumn => round.id),
    retiredAt: text("retired_at"),
    removedAt: text("removed_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("code_project").on(t.projectId),
    check("code_proposal", sql`(${t.proposedBy} is null) = (${t.proposedIn} is null)`),
    check("code_not_own_parent", sql`${t.parentId} is null or ${t.parentId} <> ${t.id}`),
  ],
);

/** What a code was called and how it was defined, in each of its wordings: the journal names only the number. */
export const codeWording = sqliteTable(
  "code_wording",
  {
    codeId: text("code_id")
      .notNull()
      .references(() => code.id),
    number: integer("number").notNull(),
    name: text("name").notNull(),
    colour: text("colour").notNull(),
    definition: text("definition").notNull().default(""),
    useWhen: text("use_when").notNull().default(""),
    useNot: text("use_not").notNull().default(""),
    example: text("example").notNull().default(""),
    createdAt: text("created_at").notNull(),
  },
  (t) => [uniqueIndex("code_wording_number").on(t.codeId, t.number)],
);

/** `tree` is the snapshot: for each code its parent, position and wording number. */
export const codebookVersion = sqliteTable(
  "codebook_version",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => project.id),
    number: integer("number").notNull(),
    tree: text("tree", { mode: "json" })
      .$type<{ id: string; parentId: string | null; position: number; wording: number; retired: boolean }[]>()
      .notNull(),
    sha256: text("sha256").notNull(),
    createdAt: text("created_at").notNull(),
  },
  (t) => [uniqueIndex("codebook_version_number").on(t.projectId, t.number)],
);
