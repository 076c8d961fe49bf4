// Rulings: the lead's decision on each disagreement, with its reason.
import { sql } from "drizzle-orm";
import { check, index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { user } from "./accounts";
import { document } from "./documents";
import { coder } from "./projects";
import { round } from "./rounds";

/** `disagreementKey` is the key that lib/reconcile computes from the ids of the frozen codings concerned. */
export const ruling = sqliteTable(
  "ruling",
  {
    id: text("id").primaryKey(),
    roundId: text("round_id")
      .notNull()
      .references(() => round.id),
    documentId: text("document_id")
      .notNull()
      .references(() => document.id),
    disagreementKey: text("disagreement_key").notNull(),
    decision: text("decision", { enum: ["side", "both", "neither"] }).notNull(),
    coderId: text("coder_id").references(() => coder.id),
    reason: text("reason").notNull(),
    decidedBy: text("decided_by")
      .notNull()
      .references(() => user.id),
    decidedAt: text("decided_at").notNull(),
    removedAt: text("removed_at"),
  },
  (t) => [
    check("ruling_decision", sql`${t.decision} in ('side', 'both', 'neither')`),
    check("ruling_side", sql`(${t.decision} = 'side') = (${t.coderId} is not null)`),
    uniqueIndex("ruling_once").on(t.roundId, t.documentId, t.disagreementKey).where(sql`${t.removedAt} is null`),
    index("ruling_round").on(t.roundId),
  ],
);
