// What belongs to one person alone: where they are in a document, and the key that seals their unsent words on a device.
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { user } from "./accounts";
import { document, revision } from "./documents";

/** `last` and `bookmarks` are offsets in the revision's text. */
export const readingPlace = sqliteTable(
  "reading_place",
  {
    userId: text("user_id")
      .notNull()
      .references(() => user.id),
    documentId: text("document_id")
      .notNull()
      .references(() => document.id),
    revisionId: text("revision_id")
      .notNull()
      .references(() => revision.id),
    last: integer("last").notNull().default(0),
    bookmarks: text("bookmarks", { mode: "json" }).$type<readonly number[]>().notNull(),
    updatedAt: text("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.documentId] })],
);

/** `sessionId` points at no row: a session that expired is deleted, and its device keeps the key until a sign-out. */
export const draftKey = sqliteTable(
  "draft_key",
  {
    userId: text("user_id")
      .notNull()
      .references(() => user.id),
    device: text("device").notNull(),
    key: text("key").notNull(),
    sessionId: text("session_id").notNull(),
    createdAt: text("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.device] })],
);
