// What a correction would do, before anybody confirms it: the turns as they would read, and the codings it would touch.
import { and, asc, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import type { Transcript } from "@/lib/readers/read-result";
import { ChangeMap } from "@/lib/text/text-changes";
import { changesBetween, spanAcross } from "../changes-between";
import { correctionShape, workedOut } from "../correction-input";
import { code, coder, codeWording, coding, codingSet } from "../schema";
import { readableSet } from "../visibility";
import { documentRow } from "./coding-desk";
import { projectRead } from "./read";

const SHOWN_CODINGS = 500;
const SHOWN_WORDS = 600;

export interface TouchedCoding {
  readonly codingId: string;
  readonly code: string;
  readonly colour: string;
  /** Null for the consensus. */
  readonly coder: string | null;
  readonly start: number;
  readonly before: string;
  /** Null where none of its words would be left. */
  readonly after: string | null;
}

export const correctionPreview = projectRead({
  name: "correction-preview",
  summary: "What a correction would make of a document, and which codings that the actor may read it would touch.",
  who: ["lead"],
  params: z.object(correctionShape),
  byBody: true,
  slow: true,
  run(db, actor, params) {
    documentRow(db, actor, params.documentId);
    const { before, after, changes, newest } = workedOut(db, params);
    const last = ChangeMap.of(changes);
    const touched: TouchedCoding[] = [];
    const sets = db
      .select({ set: codingSet, coder: coder.name })
      .from(codingSet)
      .leftJoin(coder, eq(coder.id, codingSet.coderId))
      .where(and(eq(codingSet.documentId, params.documentId), readableSet(db, actor)))
      .orderBy(asc(coder.name), asc(codingSet.id))
      .all();
    for (const { set, coder: name } of sets) {
      const maps = changesBetween(db, set.revisionId, newest.id);
      if (!maps) continue;
      const rows = db
        .select({
          id: coding.id,
          start: coding.start,
          end: coding.end,
          code: codeWording.name,
          colour: codeWording.colour,
        })
        .from(coding)
        .innerJoin(code, eq(code.id, coding.codeId))
        .innerJoin(codeWording, and(eq(codeWording.codeId, code.id), eq(codeWording.number, code.wording)))
        .where(and(eq(coding.setId, set.id), isNull(coding.removedAt)))
        .orderBy(coding.start, coding.end, coding.id)
        .all();
      for (const row of rows) {
        const here = spanAcross(maps, row);
        const there = here && last.span(here.start, here.end);
        if (!here || (there && !there.wordsChanged)) continue;
        const words = there && after.text.slice(there.start, there.end);
        touched.push({
          codingId: row.id,
          code: row.code,
          colour: row.colour,
          coder: name,
          start: here.start,
          before: before.text.slice(here.start, here.end).slice(0, SHOWN_WORDS),
          after: words && words.trim() !== "" ? words.slice(0, SHOWN_WORDS) : null,
        });
      }
    }
    return {
      words: { before: newest.words, after: wordsIn(after) },
      turns: { before: before.turns.length, after: after.turns.length },
      changes: changes.length,
      touched: touched.length,
      codings: touched.toSorted((a, b) => a.start - b.start).slice(0, SHOWN_CODINGS),
    };
  },
});

function wordsIn({ text }: Transcript): number {
  return text.split(/\s+/u).filter(Boolean).length;
}
