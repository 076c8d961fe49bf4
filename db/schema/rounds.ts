// Rounds of double coding, who codes what in them, and the coding sets that blinding is a rule over.
import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { codebookVersion } from "./codebook";
import { document, revision } from "./documents";
import { coder, project } from "./projects";

export const round = sqliteTable(
  "round",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => project.id),
    number: integer("number").notNull(),
    name: text("name").notNull(),
    codebookVersionId: text("codebook_version_id")
      .notNull()
      .references(() => codebookVersion.id),
    openCodebook: integer("open_codebook", { mode: "boolean" }).notNull().default(false),
    openedAt: text("opened_at").notNull(),
    revealedAt: text("revealed_at"),
    overrideReason: text("override_reason"),
  },
  (t) => [uniqueIndex("round_number").on(t.projectId, t.number)],
);

export const roundDocument = sqliteTable(
  "round_document",
  {
    roundId: text("round_id")
      .notNull()
      .references(() => round.id),
    documentId: text("document_id")
      .notNull()
      .references(() => document.id),
    revisionId: text("revision_id")
      .notNull()
      .references(() => revision.id),
    position: integer("position").notNull(),
  },
  (t) => [uniqueIndex("round_document_once").on(t.roundId, t.documentId)],
);

/**
 * Every coding belongs to exactly one set. `coder` sets have an author; the `consensus` set has none.
 * open → submitted (the coder locked it) → frozen (revealed; `frozenSha256` over its codings in canonical order).
 */
export const codingSet = sqliteTable(
  "coding_set",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => project.id),
    documentId: text("document_id")
      .notNull()
      .references(() => document.id),
    revisionId: text("revision_id")
      .notNull()
      .references(() => revision.id),
    roundId: text("round_id").references(() => round.id),
    kind: text("kind", { enum: ["coder", "consensus", "late", "imported"] }).notNull(),
    coderId: text("coder_id").references(() => coder.id),
    state: text("state", { enum: ["open", "submitted", "frozen"] }).notNull(),
    submittedAt: text("submitted_at"),
    frozenSha256: text("frozen_sha256"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    check("coding_set_kind", sql`${t.kind} in ('coder', 'consensus', 'late', 'imported')`),
    check("coding_set_state", sql`${t.state} in ('open', 'submitted', 'frozen')`),
    check("coding_set_author", sql`(${t.kind} = 'consensus') = (${t.coderId} is null)`),
    check("coding_set_frozen", sql`(${t.state} = 'frozen') = (${t.frozenSha256} is not null)`),
    uniqueIndex("coding_set_in_round")
      .on(t.roundId, t.documentId, t.kind, t.coderId)
      .where(sql`${t.roundId} is not null`),
    uniqueIndex("coding_set_consensus").on(t.roundId, t.documentId).where(sql`${t.kind} = 'consensus'`),
    uniqueIndex("coding_set_alone").on(t.revisionId, t.kind, t.coderId).where(sql`${t.roundId} is null`),
    index("coding_set_document").on(t.documentId),
    index("coding_set_project").on(t.projectId),
  ],
);
