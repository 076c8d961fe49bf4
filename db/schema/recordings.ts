// Recordings: sound or film beside a document; the bytes lie in the data folder under the recording's id.
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { user } from "./accounts";
import { document } from "./documents";

/** `leadOnly`: a voice names its speaker, so pseudonyms take it from everybody but the lead. */
export const recording = sqliteTable(
  "recording",
  {
    id: text("id").primaryKey(),
    documentId: text("document_id")
      .notNull()
      .references(() => document.id),
    fileName: text("file_name").notNull(),
    mime: text("mime").notNull(),
    sha256: text("sha256").notNull(),
    bytes: integer("bytes").notNull(),
    /** Added to the transcript's times: how far into the recording its zero lies. */
    offsetMs: integer("offset_ms").notNull().default(0),
    leadOnly: integer("lead_only", { mode: "boolean" }).notNull().default(false),
    addedAt: text("added_at").notNull(),
    addedBy: text("added_by")
      .notNull()
      .references(() => user.id),
    removedAt: text("removed_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("recording_document").on(t.documentId)],
);
