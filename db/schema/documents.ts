// Documents, their immutable revisions, turns and cues, the originals, and the participants who speak.
import { sql } from "drizzle-orm";
import { type AnySQLiteColumn, check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { user } from "./accounts";
import { project } from "./projects";

export const DOCUMENT_KINDS = ["interview", "focus-group", "field-note", "other"] as const;

export const document = sqliteTable(
  "document",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => project.id),
    name: text("name").notNull(),
    kind: text("kind", { enum: DOCUMENT_KINDS }).notNull(),
    position: integer("position").notNull(),
    addedAt: text("added_at").notNull(),
    addedBy: text("added_by")
      .notNull()
      .references(() => user.id),
    removedAt: text("removed_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("document_project").on(t.projectId)],
);

/** The file as it came; its bytes lie in the data folder under the hash. */
export const original = sqliteTable("original", {
  id: text("id").primaryKey(),
  documentId: text("document_id")
    .notNull()
    .references(() => document.id),
  fileName: text("file_name").notNull(),
  sha256: text("sha256").notNull(),
  bytes: integer("bytes").notNull(),
  format: text("format").notNull(),
  encoding: text("encoding"),
});

/** Immutable. `paragraphs` and `sentences` are JSON lists start0, end0, start1, … computed once, at import. */
export const revision = sqliteTable(
  "revision",
  {
    id: text("id").primaryKey(),
    documentId: text("document_id")
      .notNull()
      .references(() => document.id),
    number: integer("number").notNull(),
    text: text("text").notNull(),
    sha256: text("sha256").notNull(),
    length: integer("length").notNull(),
    words: integer("words").notNull(),
    paragraphs: text("paragraphs", { mode: "json" }).$type<number[]>().notNull(),
    sentences: text("sentences", { mode: "json" }).$type<number[]>().notNull(),
    createdAt: text("created_at").notNull(),
  },
  (t) => [uniqueIndex("revision_number").on(t.documentId, t.number)],
);

export const turn = sqliteTable(
  "turn",
  {
    revisionId: text("revision_id")
      .notNull()
      .references(() => revision.id),
    number: integer("number").notNull(),
    start: integer("start").notNull(),
    end: integer("end").notNull(),
    label: text("label"),
    startMs: integer("start_ms"),
    endMs: integer("end_ms"),
  },
  (t) => [
    uniqueIndex("turn_number").on(t.revisionId, t.number),
    check("turn_span", sql`${t.start} >= 0 and ${t.end} >= ${t.start}`),
  ],
);

/** The source's own units (caption cues) underneath the turns: a cue is not a turn. */
export const cue = sqliteTable(
  "cue",
  {
    revisionId: text("revision_id")
      .notNull()
      .references(() => revision.id),
    number: integer("number").notNull(),
    start: integer("start").notNull(),
    end: integer("end").notNull(),
    label: text("label"),
    startMs: integer("start_ms"),
    endMs: integer("end_ms"),
  },
  (t) => [uniqueIndex("cue_number").on(t.revisionId, t.number)],
);

export const participant = sqliteTable(
  "participant",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references((): AnySQLiteColumn => project.id),
    name: text("name").notNull(),
    role: text("role", { enum: ["participant", "interviewer", "moderator", "several", "unknown"] }).notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("participant_project").on(t.projectId),
    check("participant_role", sql`${t.role} in ('participant', 'interviewer', 'moderator', 'several', 'unknown')`),
  ],
);

/** A label is not a participant: the mapping of one document's labels, editable without touching the turns. */
export const speakerLabel = sqliteTable(
  "speaker_label",
  {
    documentId: text("document_id")
      .notNull()
      .references(() => document.id),
    label: text("label").notNull(),
    participantId: text("participant_id")
      .notNull()
      .references(() => participant.id),
  },
  (t) => [uniqueIndex("speaker_label_once").on(t.documentId, t.label)],
);
