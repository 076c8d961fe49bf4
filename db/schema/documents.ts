// Documents, their immutable revisions, turns and cues, the originals, and the participants who speak.
import { sql } from "drizzle-orm";
import {
  type AnySQLiteColumn,
  blob,
  check,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { user } from "./accounts";
import { project } from "./projects";
import { survey } from "./surveys";

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
    /** The day of the talk, `YYYY-MM-DD`; in what group of the study it belongs; what the team notes about it. */
    date: text("date"),
    groupName: text("group_name"),
    note: text("note").notNull().default(""),
    /** Its spaces are part of the transcription (Jefferson): shown in one width, every space kept. */
    verbatim: integer("verbatim", { mode: "boolean" }).notNull().default(false),
    /** Since then its revisions hold pseudonyms, and what came before is sealed. */
    pseudonymisedAt: text("pseudonymised_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("document_project").on(t.projectId)],
);

/** The file as it came; its bytes lie in the data folder under the hash, `sealed` ones under the pseudonyms' key. */
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
  sealed: integer("sealed", { mode: "boolean" }).notNull().default(false),
});

export const REVISION_REASONS = ["import", "correction", "pseudonyms", "survey-rows"] as const;

/**
 * Immutable, but that pseudonyms empty and seal what came before them (`sealedText`; its length and hash stay).
 * `paragraphs` and `sentences` are JSON lists start0, end0, start1, … computed once, when it is made.
 * `emphasis` is a list start, end, 1 bold | 2 italic | 3 both, …; `changes` a list from, to, inserted length, … in the
 * offsets of the revision before, rising and apart.
 */
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
    emphasis: text("emphasis", { mode: "json" }).$type<number[]>(),
    changes: text("changes", { mode: "json" }).$type<number[]>(),
    reason: text("reason", { enum: REVISION_REASONS }).notNull().default("import"),
    sealedText: blob("sealed_text", { mode: "buffer" }),
    createdAt: text("created_at").notNull(),
    createdBy: text("created_by").references(() => user.id),
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
    /** As the file has it, where a person parted one label into several people; else null, and `label` is it. */
    rawLabel: text("raw_label"),
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
    /** A respondent of that survey; `name` is then what identifies the row there. */
    surveyId: text("survey_id").references((): AnySQLiteColumn => survey.id),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("participant_project").on(t.projectId),
    uniqueIndex("participant_respondent").on(t.surveyId, t.name).where(sql`${t.surveyId} is not null`),
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
