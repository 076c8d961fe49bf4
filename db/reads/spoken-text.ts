// A revision's text with its turns and, for each, who speaks: what quoting needs.
import { eq } from "drizzle-orm";
import type { SpeakerRole } from "@/lib/readers/read-result";
import { notFound } from "@/lib/refusal";
import type { QuoteTurn } from "@/lib/writers/attribution";
import type { Tx } from "../connection";
import { revision, turn } from "../schema";
import { speakersOf } from "./coding-desk";

export interface SpokenText {
  readonly text: string;
  readonly turns: readonly (QuoteTurn & { readonly number: number })[];
}

export function spokenText(db: Tx, documentId: string, revisionId: string): SpokenText {
  const row = db.select({ text: revision.text }).from(revision).where(eq(revision.id, revisionId)).get();
  if (!row) throw notFound();
  const speakers = new Map(speakersOf(db, documentId).map((each) => [each.label, each]));
  const turns = db.select().from(turn).where(eq(turn.revisionId, revisionId)).orderBy(turn.number).all();
  return {
    text: row.text,
    turns: turns.map((each) => {
      const speaker = each.label === null ? undefined : speakers.get(each.label);
      return {
        start: each.start,
        end: each.end,
        number: each.number,
        speaker: speaker?.name ?? each.label,
        role: (speaker?.role ?? "unknown") as SpeakerRole,
      };
    }),
  };
}
