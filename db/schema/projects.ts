// Projects, who works in them, and the coders whose codings they hold.
import { sql } from "drizzle-orm";
import { type AnySQLiteColumn, check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { user } from "./accounts";

export const project = sqliteTable("project", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  createdAt: text("created_at").notNull(),
  createdBy: text("created_by")
    .notNull()
    .references((): AnySQLiteColumn => user.id),
  version: integer("version").notNull().default(1),
});

/** An author of codings. It may be an account (`userId`) or not: removed members and coders of imported projects stay. */
export const coder = sqliteTable(
  "coder",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => project.id),
    userId: text("user_id").references((): AnySQLiteColumn => user.id),
    name: text("name").notNull(),
  },
  (t) => [uniqueIndex("coder_account").on(t.projectId, t.userId).where(sql`${t.userId} is not null`)],
);

export const member = sqliteTable(
  "member",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => project.id),
    userId: text("user_id")
      .notNull()
      .references((): AnySQLiteColumn => user.id),
    role: text("role", { enum: ["lead", "coder", "observer"] }).notNull(),
    joinedAt: text("joined_at").notNull(),
    removedAt: text("removed_at"),
  },
  (t) => [
    check("member_role", sql`${t.role} in ('lead', 'coder', 'observer')`),
    uniqueIndex("member_once").on(t.projectId, t.userId).where(sql`${t.removedAt} is null`),
    index("member_user").on(t.userId),
  ],
);
