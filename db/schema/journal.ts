// The journal (audit trail, undo history, live feed), the answers kept for repeated requests, and each person's events.
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { user } from "./accounts";
import { project } from "./projects";

/**
 * Append-only, but for `undoneBy`. `sequence` orders the acts and never leaves the server: gaps in it would tell one
 * coder of another's work. `input` and `inverse` hold ids, offsets, versions and hashes, never a participant's words.
 */
export const journal = sqliteTable(
  "journal",
  {
    sequence: integer("sequence").primaryKey({ autoIncrement: true }),
    id: text("id").notNull().unique(),
    projectId: text("project_id").references(() => project.id),
    userId: text("user_id").references(() => user.id),
    actor: text("actor", { enum: ["person", "command line"] }).notNull(),
    at: text("at").notNull(),
    act: text("act").notNull(),
    input: text("input", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    inverse: text("inverse", { mode: "json" }).$type<{ act: string; input: Record<string, unknown> } | null>(),
    undoes: text("undoes"),
    redoes: text("redoes"),
    undoneBy: text("undone_by"),
  },
  (t) => [
    check("journal_actor", sql`(${t.actor} = 'person') = (${t.userId} is not null)`),
    index("journal_person").on(t.projectId, t.userId, t.sequence),
  ],
);

/** Same key and payload: the same answer. `answer` holds ids and versions, never words. */
export const idempotency = sqliteTable(
  "idempotency",
  {
    userId: text("user_id")
      .notNull()
      .references(() => user.id),
    key: text("key").notNull(),
    payloadHash: text("payload_hash").notNull(),
    answer: text("answer", { mode: "json" }).$type<unknown>(),
    at: text("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.key] })],
);

/** One row for each person who may know: `number` counts per person, so a gap cannot exist for them. */
export const event = sqliteTable(
  "event",
  {
    userId: text("user_id")
      .notNull()
      .references(() => user.id),
    number: integer("number").notNull(),
    projectId: text("project_id")
      .notNull()
      .references(() => project.id),
    subject: text("subject").notNull(),
    documentId: text("document_id"),
    roundId: text("round_id"),
    at: text("at").notNull(),
  },
  (t) => [uniqueIndex("event_number").on(t.userId, t.number)],
);
