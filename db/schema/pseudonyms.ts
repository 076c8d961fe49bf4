// The key of a project's pseudonyms: which name became which, sealed under a passphrase that is kept nowhere.
import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { project } from "./projects";

/** `sealed`: AES-256-GCM over the table as JSON, its key derived from the passphrase with scrypt and `salt`. */
export const pseudonymKey = sqliteTable("pseudonym_key", {
  projectId: text("project_id")
    .primaryKey()
    .references(() => project.id),
  salt: blob("salt", { mode: "buffer" }).notNull(),
  sealed: blob("sealed", { mode: "buffer" }).notNull(),
  updatedAt: text("updated_at").notNull(),
  version: integer("version").notNull().default(1),
});
