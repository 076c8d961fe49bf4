// Codings and memos: what coders did to the text, and what they thought of it.
import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { code, codebookVersion } from "./codebook";
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
    version: integer("version").notNull().default(1),
  },
  (t) => [
    check("coding_span", sql`${t.start} >= 0 and ${t.end} > ${t.start}`),
    uniqueIndex("coding_once").on(t.setId, t.codeId, t.start, t.end).where(sql`${t.removedAt} is null`),
    index("coding_in_set").on(t.setId, t.start),
    index("coding_code").on(t.codeId),
  ],
);

/** Words about a coding. `wording` counts its wordings; every earlier one is kept in memo_wording. */
export const memo = sqliteTable(
  "memo",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => project.id),
    codingId: text("coding_id")
      .notNull()
      .references(() => coding.id),
    coderId: text("coder_id")
      .notNull()
      .references(() => coder.id),
    wording: integer("wording").notNull(),
    updatedAt: text("updated_at").notNull(),
  },
  (t) => [uniqueIndex("memo_on_coding").on(t.codingId, t.coderId)],
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
