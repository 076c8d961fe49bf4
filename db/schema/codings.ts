// Codings and memos: what coders did to the text, and what they thought of it.
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { code, codebookVersion } from "./codebook";
import { document, revision } from "./documents";
import { coder, project } from "./projects";
import { codingSet } from "./rounds";

/** Removal keeps the row, so that undo revives the same id with its memo. `rulingId` is set in consensus sets alone. */
export const coding = sqliteTable(
  "coding",
  {
    id: text("id").primaryKey(),
    setId: text("set_id")
      .notNull()
      .references(() => codingSet.id),
    codeId: text("code_id")
      .notNull()
      .references(() => code.id),
    start: integer("start").notNull(),
    end: integer("end").notNull(),
    codebookVersionId: text("codebook_version_id").references(() => codebookVersion.id),
    rulingId: text("ruling_id"),
    createdAt: text("created_at").notNull(),
    removedAt: text("removed_at"),
    /** The coder means to quote it. */
    starred: integer("starred", { mode: "boolean" }).notNull().default(false),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    check("coding_span", sql`${t.start} >= 0 and ${t.end} > ${t.start}`),
    uniqueIndex("coding_once").on(t.setId, t.codeId, t.start, t.end).where(sql`${t.removedAt} is null`),
    index("coding_in_set").on(t.setId, t.start),
    index("coding_code").on(t.codeId),
  ],
);

/**
 * Where a coding stood before a new revision moved it. `oldStart` and `oldEnd` are offsets in the revision before
 * `revisionId`. `lost`: none of its words are left, and the coding was taken off. `checkedAt`: its coder has looked.
 */
export const codingMove = sqliteTable(
  "coding_move",
  {
    codingId: text("coding_id")
      .notNull()
      .references(() => coding.id),
    revisionId: text("revision_id")
      .notNull()
      .references(() => revision.id),
    oldStart: integer("old_start").notNull(),
    oldEnd: integer("old_end").notNull(),
    wordsChanged: integer("words_changed", { mode: "boolean" }).notNull(),
    lost: integer("lost", { mode: "boolean" }).notNull(),
    checkedAt: text("checked_at"),
  },
  (t) => [primaryKey({ columns: [t.codingId, t.revisionId] }), index("coding_move_revision").on(t.revisionId)],
);

/**
 * A coder's words about one thing: a coding, words without a code (a span of a set, as often as wanted), a code, or a
 * document. `wording` counts its wordings; every earlier one is kept in memo_wording. An empty one is no memo.
 */
export const memo = sqliteTable(
  "memo",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => project.id),
    codingId: text("coding_id").references(() => coding.id),
    setId: text("set_id").references(() => codingSet.id),
    start: integer("start"),
    end: integer("end"),
    codeId: text("code_id").references(() => code.id),
    documentId: text("document_id").references(() => document.id),
    coderId: text("coder_id")
      .notNull()
      .references(() => coder.id),
    wording: integer("wording").notNull(),
    updatedAt: text("updated_at").notNull(),
  },
  (t) => [
    check(
      "memo_one_target",
      sql`(${t.codingId} is not null) + (${t.setId} is not null) + (${t.codeId} is not null) + (${t.documentId} is not null) = 1`,
    ),
    check(
      "memo_span",
      // coalesce: a CHECK that comes to null would let a row through.
      sql`case when ${t.setId} is null then ${t.start} is null and ${t.end} is null else coalesce(${t.start} >= 0 and ${t.end} > ${t.start}, 0) end`,
    ),
    uniqueIndex("memo_on_coding").on(t.codingId, t.coderId).where(sql`${t.codingId} is not null`),
    uniqueIndex("memo_on_code").on(t.codeId, t.coderId).where(sql`${t.codeId} is not null`),
    uniqueIndex("memo_on_document").on(t.documentId, t.coderId).where(sql`${t.documentId} is not null`),
    index("memo_in_set").on(t.setId, t.start),
  ],
);

export const memoWording = sqliteTable(
  "memo_wording",
  {
    memoId: text("memo_id")
      .notNull()
      .references(() => memo.id),
    number: integer("number").notNull(),
    text: text("text").notNull(),
  },
  (t) => [uniqueIndex("memo_wording_number").on(t.memoId, t.number)],
);
